/** S3: a number is written in the one way that everybody reads alike. Judged while reading. */
import { defineRule } from '../define-rule.ts';

export const readableNumbers = defineRule({
  kind: 'reading',
  id: 'S3',
  title: { en: 'Numbers can be read in one way only', zh: '数字写法无歧义' },
  why: '“2.886,7” is three thousand in Jakarta and a slip in Beijing; what is read in two ways is off by a thousand.',
  help: 'Write the decimal mark as a point, thousands with a comma or nothing, and number words such as billion or 亿. This cannot be waived: record the words of the source in `verbatim`.',
  severity: 'error',
  scope: 'field',
  codes: ['D010'],
  examples: [
    {
      name: 'thousands with a comma',
      yaml: 'figures:\n  area: { claims: [{ value: "1,741.4 ha" }] }',
      files: { 'metrics.yaml': 'area: { dimension: area }' },
      outcome: 'pass',
    },
    {
      name: 'thousands with a point, decimals with a comma',
      yaml: 'figures:\n  area: { claims: [{ value: "2.886,7 ha" }] }',
      files: { 'metrics.yaml': 'area: { dimension: area }' },
      outcome: 'refused',
      message: '`2.886,7` has a comma where none can stand',
    },
    {
      name: 'decimals with a comma',
      yaml: 'figures:\n  area: { claims: [{ value: "47,17 ha" }] }',
      files: { 'metrics.yaml': 'area: { dimension: area }' },
      outcome: 'refused',
      message: '`47,17` has a comma where none can stand',
    },
    {
      name: 'an exponent',
      yaml: 'figures:\n  output: { claims: [{ value: 67e9 CNY }] }',
      outcome: 'refused',
      message: '`67e9` has an exponent',
    },
    {
      name: 'full-width digits',
      yaml: 'figures:\n  firms: { claims: [{ value: １６６ }] }',
      outcome: 'refused',
      message: 'full-width digits',
    },
  ],
});
