/** S5: a word of a closed list is one of its words, letter by letter. Judged by the schema. */
import { defineRule } from '../define-rule.ts';

export const knownWords = defineRule({
  kind: 'reading',
  id: 'S5',
  title: { en: 'Words of closed lists are spelt as listed', zh: '选项用词与清单一致' },
  why: '`Planned` beside `planned` would be two kinds to everything that counts, sorts or translates them.',
  help: 'Use one of the listed words, in small letters. This cannot be waived.',
  severity: 'error',
  scope: 'field',
  codes: ['D004'],
  examples: [
    {
      name: 'a listed word',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, status: planned }] }',
      outcome: 'pass',
    },
    {
      name: 'the same word with a capital',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, status: Planned }] }',
      outcome: 'refused',
      message: '`Planned`',
    },
    {
      name: 'a word that is not listed',
      yaml: 'access: [{ name: { en: Station, zh: 车站 }, kind: train, distance: 2 km }]',
      outcome: 'refused',
      message: '`train`',
    },
  ],
});
