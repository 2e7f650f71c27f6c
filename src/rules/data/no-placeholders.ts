/** S6: where a number stands, no word stands for a missing one. Judged while reading. */
import { defineRule } from '../define-rule.ts';

export const noPlaceholders = defineRule({
  kind: 'reading',
  id: 'S6',
  title: { en: 'No placeholder stands for a number', zh: '数值处无占位文字' },
  why: '“TBD” prints as a figure, sorts among the figures and turns a sum into nothing.',
  help: 'Leave the figure out: templates print “not stated in the sources”. This cannot be waived.',
  severity: 'error',
  scope: 'field',
  codes: ['D005', 'D010'],
  examples: [
    { name: 'the figure is left out', yaml: 'figures: {}', outcome: 'pass' },
    {
      name: 'a word for what nobody knows',
      yaml: 'figures:\n  firms: { claims: [{ value: No Information }] }',
      outcome: 'refused',
      message: '`No Information` is not a quantity',
    },
    {
      name: 'a word for what is to come',
      yaml: 'figures:\n  output: { claims: [{ value: TBD }] }',
      files: { 'metrics.yaml': 'output: { dimension: money }' },
      outcome: 'refused',
      message: '`TBD` is not a quantity',
    },
    {
      name: 'nothing between quotes',
      yaml: 'figures:\n  firms: { claims: [{ value: "" }] }',
      outcome: 'refused',
      message: 'empty',
    },
  ],
});
