/**
 * V2: a waiver says what it is about, why it stands, who answers for it, since when and until when.
 * Whether it still matches a finding is told when the rules have run, under codes of their own (R001 to R005).
 */
import { defineRule } from '../define-rule.ts';

const contradiction =
  'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 140 billion CNY }] }';
const values = 'values: { part: 140 billion CNY, whole: 67 billion CNY }';

export const waiversComplete = defineRule({
  kind: 'reading',
  id: 'V2',
  title: { en: 'A waiver has author, date, reason and expiry', zh: '确认须有责任人、日期、理由和有效期' },
  why: 'A finding that nobody answers for is not acknowledged but hidden, and one without an end stays hidden.',
  help: 'Give the waiver a `reason` in both languages, `by` (a role: editor, planner, designer, publisher), `date` and `until`.',
  severity: 'error',
  scope: 'cross-file',
  codes: ['D001', 'D002', 'D003', 'D004', 'D005', 'D007', 'D022', 'D028'],
  examples: [
    {
      name: 'complete',
      yaml: contradiction,
      files: { 'waivers.yaml': `- { rule: P1, ${values} }` },
      outcome: 'pass',
    },
    {
      name: 'without a Chinese reason',
      yaml: contradiction,
      files: { 'waivers.yaml': `- { rule: P1, ${values}, reason: { en: As printed. } }` },
      outcome: 'refused',
      message: 'zh',
    },
    {
      name: 'by a person instead of a role',
      yaml: contradiction,
      files: { 'waivers.yaml': `- { rule: P1, ${values}, by: Mr Wang }` },
      outcome: 'refused',
      message: 'Mr Wang',
    },
    {
      name: 'until a day that is none',
      yaml: contradiction,
      files: { 'waivers.yaml': `- { rule: P1, ${values}, until: for ever }` },
      outcome: 'refused',
      message: '`for ever` is not a day',
    },
    {
      name: 'it ends before it begins',
      yaml: contradiction,
      files: { 'waivers.yaml': `- { rule: P1, ${values}, date: "2026-11-23", until: "2025-11-23" }` },
      outcome: 'refused',
      message: 'ends (2025-11-23) before it begins (2026-11-23)',
    },
    {
      name: 'for a park that is not there',
      yaml: contradiction,
      files: { 'waivers.yaml': `- { rule: P1, ${values}, park: exmaple }` },
      outcome: 'refused',
      message: 'unknown park `exmaple`',
    },
  ],
});
