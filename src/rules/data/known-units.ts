/** S2: every amount has a unit of the table, and one that measures what its metric measures. Judged while reading. */
import { defineRule } from '../define-rule.ts';

export const knownUnits = defineRule({
  kind: 'reading',
  id: 'S2',
  title: { en: 'Units are known and fit their metric', zh: '计量单位已知且量纲相符' },
  why: 'An amount whose unit is unknown, or measures something else, can be neither compared nor converted.',
  help: 'Use a unit of the list in src/model/units.ts, or a metric that it fits. This cannot be waived; a unit that is known and gives an absurd size is rule S2b.',
  severity: 'error',
  scope: 'field',
  codes: ['D011', 'D012'],
  examples: [
    {
      name: 'hectares and mu',
      yaml: 'figures:\n  area: { claims: [{ value: 956 ha }] }\n  area_mu: { claims: [{ value: 14340 mu }] }',
      outcome: 'pass',
    },
    {
      name: 'a unit that nobody knows',
      yaml: 'figures:\n  area: { claims: [{ value: 956 hektar }] }',
      files: { 'metrics.yaml': 'area: { dimension: area }' },
      outcome: 'refused',
      message: 'unknown unit `hektar`',
    },
    {
      name: 'a length for an area',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km }] }',
      files: { 'metrics.yaml': 'area: { dimension: area }' },
      outcome: 'refused',
      message: '`km` measures length, but area is expected',
    },
    {
      name: 'no unit at all',
      yaml: 'figures:\n  area: { claims: [{ value: 8 }] }',
      files: { 'metrics.yaml': 'area: { dimension: area }' },
      outcome: 'refused',
      message: 'the unit is missing',
    },
  ],
});
