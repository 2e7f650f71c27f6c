/** What the data can be found fault with once it is YAML. */
import type { CodeTable } from '../diagnostics/diagnostic.ts';

export const modelCodes = {
  D001: {
    title: 'Unknown key',
    why: 'A key that nobody reads is a misspelt one, and what stands under it would be lost.',
    help: 'Correct the key, or delete it.',
  },
  D002: {
    title: 'Missing key',
    why: 'Publications rely on it.',
    help: 'Add the key.',
  },
  D003: {
    title: 'Wrong type',
    why: 'A text stands where a list or a map is expected, or the other way round.',
    help: 'Write the value in the form that is expected.',
  },
  D004: {
    title: 'Unknown word',
    why: 'Only the listed words have a meaning here.',
    help: 'Use one of the listed words.',
  },
  D005: {
    title: 'Empty text',
    why: 'An empty text prints as a hole; both languages are always needed.',
    help: 'Write the text, or leave the key out where it is optional.',
  },
  D006: {
    title: 'Too many or too few',
    why: 'There is room for a certain number only.',
    help: 'Shorten or lengthen the list.',
  },
  D007: {
    title: 'Ill-formed id, address or date',
    why: 'Ids become file names and references, addresses become links.',
    help: 'Write it in the form that is expected.',
  },
  D010: {
    title: 'Not a quantity',
    why: 'Numbers are read exactly, so there must be no doubt about how they are meant.',
    help: 'Write digits with a decimal point, and a unit: 27.96 km2, 79.14 billion CNY, 166.',
  },
  D011: {
    title: 'Unknown unit',
    why: 'Without knowing the unit nothing can be compared or converted.',
    help: 'Use a unit of the list in src/model/units.ts.',
  },
  D012: {
    title: 'Unit of another dimension',
    why: 'An area is not measured in kilometres, and voltage is no power.',
    help: 'Use a unit that fits, or another metric.',
  },
  D013: {
    title: 'Not a date',
    why: 'Every value needs to say of when it is, as exactly as the source does and not more.',
    help: 'Write "2017-12-11", "2017-12", "2017", "2017-H1", "1999/2013", or { text: so far, latest: "2017-12-11" }.',
  },
  D020: {
    title: 'Unknown source',
    why: 'A value that cannot be traced cannot be printed.',
    help: 'Add the source to sources.yaml, or correct the key.',
  },
  D021: {
    title: 'Unknown metric',
    why: 'The metric gives a figure its name, group and dimension.',
    help: 'Add the metric to metrics.yaml, or correct the key.',
  },
  D022: {
    title: 'Unknown figure or claim',
    why: 'The reference leads nowhere, so something would be missing from the publication.',
    help: 'Correct the reference.',
  },
  D023: {
    title: 'Used twice',
    why: 'Ids must tell one thing from another.',
    help: 'Rename one of the two.',
  },
  D024: {
    title: 'The file is named differently from its id',
    why: 'The id names the folder of the publications; people look for the file by it.',
    help: 'Rename the file or change the id.',
  },
  D025: {
    title: 'Declared part that cannot be one',
    why: 'A part is measured as the whole is, and nothing is a part of itself.',
    help: 'Correct part_of.',
  },
  D026: {
    title: 'Decision that is not complete',
    why: 'Which of several claims is printed is told to readers together with the reason.',
    help: 'Write `decision`, `why` and, for `preferred`, `prefer`.',
  },
  D028: {
    title: 'Waiver that ends before it begins',
    why: 'It would never hold.',
    help: 'Correct one of the two days.',
  },
  D029: {
    title: 'Schema for editors that is not the one in use',
    why: 'Editors would offer keys that are refused, or refuse keys that are good.',
    help: 'Run `npm run docs` and do not edit the files by hand.',
  },
  D030: {
    title: 'Missing file',
    why: 'Every data set has its sources and its metrics.',
    help: 'Create the file.',
  },
} as const satisfies CodeTable;

export type ModelCode = keyof typeof modelCodes;

/** A fault in a text, before it has a place. */
export interface Fault {
  readonly code: ModelCode;
  readonly message: string;
  readonly help: string;
}

/** What a parser of a small text gives: its value or what is wrong with it. */
export type Parsed<T> =
  | { readonly value: T; readonly fault?: never }
  | { readonly value?: never; readonly fault: Fault };
