/**
 * P1: a part is not larger than its whole.
 * Judged only where `part_of` declares it, on the claims that are printed, within the digits that are printed.
 */
import { compareRatios, multiply, ratio } from '../model/decimal.ts';
import type { Quantity } from '../model/publication.ts';
import { convert, rangeOf } from '../model/quantity.ts';
import { defineRule, type Finding, labelAt } from './define-rule.ts';
import { said } from './words.ts';

export const partWhole = defineRule({
  id: 'P1',
  title: { en: 'A part is not larger than its whole', zh: '部分不大于总体' },
  why: 'A declared part above its whole means that one of the two is wrong, or that they measure different things.',
  help: 'Correct the value, drop part_of, or explain it: a conflict with `rule: P1` and both figures.',
  severity: 'error',
  scope: 'park',
  examples: [
    {
      name: 'the part is smaller',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 14 billion CNY }] }',
      outcome: 'pass',
    },
    {
      name: 'the part is larger',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 140 billion CNY }] }',
      outcome: 'finding',
      message: 'Part (140,000,000,000 CNY) is larger than Whole (67,000,000,000 CNY)',
    },
    {
      name: 'the whole is a lower bound',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY, bound: more-than }] }\n  part: { part_of: whole, claims: [{ value: 140 billion CNY }] }',
      outcome: 'pass',
    },
    {
      name: 'the printed digits leave room',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 67.4 billion CNY }] }',
      outcome: 'pass',
    },
    {
      name: 'nothing is declared',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }',
      outcome: 'not-applicable',
    },
    {
      name: 'explained by a note',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 140 billion CNY }] }\nconflicts:\n  - { id: x, rule: P1, figures: [whole, part], title: { en: A, zh: 甲 }, text: { en: B, zh: 乙 } }',
      outcome: 'acknowledged',
    },
  ],
  check: ({ content, declarations }, places) => {
    if (declarations.parts.length === 0) return { applies: false };
    const findings = declarations.parts.flatMap(({ part: partId, whole: wholeId }): readonly Finding[] => {
      const part = content.figures[partId]!;
      const whole = content.figures[wholeId]!;
      if (!exceeds(part.main.quantity, whole.main.quantity)) return [];
      const words = { part: said(part), whole: said(whole) };
      const message = {
        en: `${words.part.en} is larger than ${words.whole.en}, of which it is declared a part`,
        zh: `${words.part.zh}大于其所属总体${words.whole.zh}`,
      };
      const primary = labelAt(places, part.main, 'value', 'the part');
      return [
        {
          figures: [partId, wholeId],
          message,
          primary,
          labels: [labelAt(places, whole.main, 'value', 'the whole')],
        },
      ];
    });
    return { applies: true, findings };
  },
});

/** True when the part is above the whole whatever the unprinted digits are. */
function exceeds(part: Quantity | null, whole: Quantity | null): boolean {
  if (!part || !whole) return false;
  const least = rangeOf(part).least;
  const most = rangeOf(whole).most;
  const factor = convert({ value: '1', unit: part.unit }, whole.unit);
  if (!least || !most || !factor) return false;
  return compareRatios(multiply(ratio(least), factor), ratio(most)) > 0;
}
