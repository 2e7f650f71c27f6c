/** I2: what the data names exists: sources, metrics, figures, claims, parks, notes. Judged when files are linked. */
import { defineRule } from '../define-rule.ts';

export const referencesResolve = defineRule({
  kind: 'reading',
  id: 'I2',
  title: { en: 'References lead somewhere', zh: '引用均有所指' },
  why: 'A value whose source is not found cannot be traced, and what names a missing figure would vanish from the publication.',
  help: 'Correct the name, or add what it names. This cannot be waived.',
  severity: 'error',
  scope: 'cross-file',
  codes: ['D020', 'D021', 'D022', 'D023', 'D025', 'Y016'],
  examples: [
    {
      name: 'a source of sources.yaml',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, source: B }] }',
      outcome: 'pass',
    },
    {
      name: 'a source that is not listed',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, source: CD-2017 }] }',
      outcome: 'refused',
      message: 'unknown source `CD-2017`',
    },
    {
      name: 'a figure that the park does not have',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2 }] }\nglance: [area, output]',
      outcome: 'refused',
      message: 'unknown figure `output`',
    },
    {
      name: 'an event of a claim that does not exist',
      yaml: 'figures:\n  area: { claims: [{ id: y2017, value: 8 km2 }] }\ntimeline: [{ claim: area/y2007, text: { en: A, zh: 甲 } }]',
      outcome: 'refused',
      message: '`area/y2007`',
    },
  ],
});
