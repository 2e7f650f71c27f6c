/** What the data files are made of: texts that one of our parsers understands, each with its words for editors. */
import type * as Zod from 'zod';
import { parseAsOf } from '../as-of.ts';
import type { Parsed } from '../codes.ts';
import type { Quantity } from '../publication.ts';
import { parseQuantity } from '../quantity.ts';
import type { Dimension } from '../units.ts';
import { z } from '../zod.ts';

/** The schema with what editors show on hover, in both languages. */
export function described<S extends Zod.ZodType>(schema: S, en: string, zh: string): S {
  return schema.meta({ description: `${en}\n\n${zh}` }) as S;
}

/** A text that one of our parsers understands; its fault becomes the message. */
function parsed(parse: (text: string) => Parsed<unknown>) {
  return z.string().superRefine((text, context) => {
    const { fault } = parse(text);
    if (fault) context.addIssue({ code: 'custom', message: fault.message, params: { fault } });
  });
}

function shaped(pattern: RegExp, what: string, help: string) {
  return parsed((text) =>
    pattern.test(text)
      ? { value: text }
      : { fault: { code: 'D007', message: `\`${text.slice(0, 60)}\` is not ${what}`, help } },
  );
}

/** The keys of an object as a tuple, for z.enum. */
export function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] {
  return Object.keys(table) as [K, ...K[]];
}

export const filled = z.string().superRefine((text, context) => {
  if (text.trim() !== '') return;
  const fault = {
    code: 'D005',
    message: 'the text is empty',
    help: 'Write the text, or leave the key out where it is optional.',
  };
  context.addIssue({ code: 'custom', message: fault.message, params: { fault } });
});

const languages = z.strictObject({
  en: described(filled, 'English', '英文'),
  zh: described(filled, 'Chinese', '中文'),
});

/** A text in both languages. */
export function bilingual(en: string, zh: string) {
  return described(languages, en, zh);
}

export const slug = shaped(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'an id',
  'Ids have small letters, digits and single hyphens: baotou-equipment.',
);

export const id = shaped(
  /^[A-Za-z0-9][\w.-]*$/,
  'an id',
  'Ids have letters, digits, `_`, `-` and `.`, and no spaces.',
);

export const day = shaped(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day', 'Write "2026-11-23".');

export const year = shaped(/^\d{4}$/, 'a year', 'Write "2017".');

/** A number of significant digits. */
export const digitCount = shaped(/^[1-9]\d?$/, 'a number of digits', 'Write 3.');

export const degrees = shaped(/^-?\d{1,3}(\.\d{1,10})?$/, 'an angle in degrees', 'Write 40.6574.');

export const rate = shaped(/^\d{1,9}(\.\d{1,10})?$/, 'a rate', 'Write how much one unit is worth: 6.71.');

export const address = shaped(
  /^https?:\/\/[^\s<>"]+$/,
  'a web address',
  'Write the whole address: "https://…".',
);

export const asOfText = parsed(parseAsOf);

export const asOf = described(
  z.union([
    asOfText,
    z.strictObject({
      text: described(filled, 'What the source says: so far', '来源的说法，如“so far”'),
      earliest: described(asOfText, 'The earliest it can mean', '可能的最早时点').optional(),
      latest: described(asOfText, 'The latest it can mean', '可能的最晚时点'),
    }),
  ]),
  'Of when the value is, as exactly as the source says: "2017-12-11", "2017-12", "2017", 2007-H1, 1999/2013, or { text: so far, latest: "2017-12-11" }',
  '数据时点，精确程度与来源一致',
);

export const source = described(id, 'A key of sources.yaml', 'sources.yaml中的来源编号');

export function amountOf(dimension?: Dimension) {
  return parsed((text) => parseQuantity(text, dimension));
}

export const bounds = [
  'more-than',
  'at-least',
  'about',
  'nearly',
  'up-to',
] as const satisfies readonly Quantity['bound'][];

/** What every item of a list has. */
export const entry = {
  name: bilingual('Its name', '名称'),
  source,
  as_of: asOf.optional(),
  note: bilingual('A remark, printed with it', '附注，随之印出').optional(),
};

export type RawBilingual = Zod.infer<typeof languages>;
export type RawAsOf = Zod.infer<typeof asOf>;
export interface RawEntry {
  name: RawBilingual;
  source: string;
  as_of?: RawAsOf | undefined;
  note?: RawBilingual | undefined;
}
