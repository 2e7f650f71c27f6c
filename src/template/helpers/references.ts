/**
 * Helpers for references in the brochure. Sources are numbered in square brackets, notes on conflicting figures
 * lettered, so that neither can be taken for the other or for a power.
 */
import { letterOf } from '../../model/note-letter.ts';
import { defineHelper, type Helper, markup } from '../helper.ts';
import { numbers, source, wholeNumber } from './types.ts';

export const ref: Helper = defineHelper({
  name: 'ref',
  doc: 'The reference to a source: its number in square brackets, linked to the element with id `source-<number>`.',
  params: { source },
  result: 'markup',
  examples: [
    {
      call: '{{ref source}}',
      data: { source: { id: 'CD-2017-12-11', number: 3, title: { en: 'A park', zh: '园区' } } },
      en: '<sup class="ref"><a href="#source-3">[3]</a></sup>',
      zh: '<sup class="ref"><a href="#source-3">[3]</a></sup>',
    },
  ],
  run: ({ source }) =>
    markup(
      `<sup class="ref"><a href="#source-${Number(source.number)}">[${Number(source.number)}]</a></sup>`,
    ),
});

export const notes: Helper = defineHelper({
  name: 'notes',
  doc: 'The references to notes: letters, linked to the elements with ids `note-<number>`; nothing for an empty list.',
  params: { numbers },
  result: 'markup',
  examples: [
    {
      call: '{{notes figure.notes}}',
      data: { figure: { notes: [1, 2] } },
      en: '<sup class="note"><a href="#note-1">a</a>, <a href="#note-2">b</a></sup>',
      zh: '<sup class="note"><a href="#note-1">a</a>, <a href="#note-2">b</a></sup>',
    },
  ],
  run: ({ numbers }) => {
    if (numbers.length === 0) return '';
    const links = numbers.map((number) => `<a href="#note-${number}">${letterOf(number)}</a>`);
    return markup(`<sup class="note">${links.join(', ')}</sup>`);
  },
});

export const letter: Helper = defineHelper({
  name: 'letter',
  doc: 'The letter of a note, for the list that the references lead to.',
  params: { number: wholeNumber },
  result: 'text',
  examples: [{ call: '{{letter 2}}', en: 'b', zh: 'b' }],
  run: ({ number }) => letterOf(number),
});
