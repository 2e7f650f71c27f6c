/** S1: what publications rely on is there, in the form that is expected. Judged by the schema. */
import { defineRule } from '../define-rule.ts';

export const requiredFields = defineRule({
  kind: 'reading',
  id: 'S1',
  title: {
    en: 'Required keys are there, with the right type and ISO dates',
    zh: '必填项齐全，类型和日期格式正确',
  },
  why: 'A publication prints what its template asks for; a hole, or a date that can be read in two ways, would be noticed by readers.',
  help: 'Write the key, the text in both languages, or the date as the message says. This cannot be waived: without it there is nothing to print.',
  severity: 'error',
  scope: 'field',
  codes: ['D001', 'D002', 'D003', 'D005', 'D006', 'D007', 'D013', 'D024', 'D030'],
  examples: [
    {
      name: 'a date as precise as the source',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: "2017-12" }] }',
      outcome: 'pass',
    },
    {
      name: 'a name in one language',
      yaml: 'sub_parks: [{ name: { en: Lide Motor Center } }]',
      outcome: 'refused',
      message: '`zh` is missing',
    },
    {
      name: 'a text where a list is expected',
      yaml: 'sub_parks: seven',
      outcome: 'refused',
      message: '`sub_parks`',
    },
    {
      name: 'a date that can be read in two ways',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: 12/11/2017 }] }',
      outcome: 'refused',
      message: '12/11/2017',
    },
    {
      name: 'a misspelt key',
      yaml: 'tag_line: { en: A, zh: 甲 }',
      outcome: 'refused',
      message: '`tag_line`',
    },
  ],
});
