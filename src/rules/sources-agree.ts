/**
 * A3: sources that state the same figure for the same date and population agree within the printed digits.
 */
import { compareRatios, type Decimal, multiply, type Ratio, ratio } from '../model/decimal.ts';
import type { Claim, Figure, Quantity } from '../model/publication.ts';
import { convert, rangeOf } from '../model/quantity.ts';
import { defineRule, type Finding, labelAt } from './define-rule.ts';
import { figuresOf } from './figures.ts';
import { printed } from './words.ts';

export const sourcesAgree = defineRule({
  id: 'A3',
  title: { en: 'Sources agree on one figure', zh: '各来源数值一致' },
  why: 'Two sources that contradict each other on the same thing cannot both be printed without a word.',
  help: 'Check dates and populations, or explain it: a conflict with `rule: A3` and the figure.',
  severity: 'warning',
  scope: 'figure',
  examples: [
    {
      name: 'one rounds the other',
      yaml: 'figures:\n  area: { claims: [{ value: 2796.11 ha, source: A }, { value: 2796 ha, source: B }] }',
      outcome: 'pass',
    },
    {
      name: 'the same in another unit',
      yaml: 'figures:\n  area: { claims: [{ value: 27.96 km2, source: A }, { value: 41942 mu, source: B }] }',
      outcome: 'pass',
    },
    {
      name: 'two totals for one year',
      yaml: 'figures:\n  area: { claims: [{ value: 122 km2, source: A }, { value: 120 km2, source: B }] }',
      outcome: 'finding',
      message: 'Area: 122 km² and 120 km² for 2017',
    },
    {
      name: 'different years may differ',
      yaml: 'figures:\n  area: { claims: [{ value: 122 km2, source: A, as_of: "2013" }, { value: 120 km2, source: B }] }',
      outcome: 'not-applicable',
    },
    {
      name: 'one source',
      yaml: 'figures:\n  area: { claims: [{ value: 122 km2 }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, places) => {
    const pairs = figuresOf(park).flatMap(comparablePairs);
    if (pairs.length === 0) return { applies: false };
    const findings = pairs.flatMap(({ figure, a, b }): readonly Finding[] => {
      if (overlap(a.quantity!, b.quantity!)) return [];
      const [first, second] = [printed(a), printed(b)];
      const message = {
        en: `${figure.label.en}: ${first.en} and ${second.en} for ${a.as_of.text}`,
        zh: `${figure.label.zh}：${a.as_of.text}既有${first.zh}又有${second.zh}`,
      };
      const primary = labelAt(places, b, 'value', b.source.title.en);
      return [
        { figures: [figure.id], message, primary, labels: [labelAt(places, a, 'value', a.source.title.en)] },
      ];
    });
    return { applies: true, findings };
  },
});

interface Pair {
  readonly figure: Figure;
  readonly a: Claim;
  readonly b: Claim;
}

/** Claims of different sources on the same date, population and status. */
function comparablePairs(figure: Figure): readonly Pair[] {
  const first = new Map<string, Claim>();
  return figure.claims.flatMap((claim): readonly Pair[] => {
    if (!claim.quantity) return [];
    const { as_of, population, status } = claim;
    const key = JSON.stringify([as_of.earliest, as_of.latest, population?.en ?? null, status]);
    const other = first.get(key);
    if (other === undefined) first.set(key, claim);
    return other && other.source.id !== claim.source.id ? [{ figure, a: other, b: claim }] : [];
  });
}

function overlap(a: Quantity, b: Quantity): boolean {
  const factor = convert({ value: '1', unit: a.unit }, b.unit);
  if (!factor) return true;
  const [left, right] = [rangeOf(a), rangeOf(b)];
  const inB = (value: Decimal | undefined): Ratio | undefined => value && multiply(ratio(value), factor);
  return !isAbove(inB(left.least), right.most) && !isAbove(asRatio(right.least), undefined, inB(left.most));
}

function asRatio(value: Decimal | undefined): Ratio | undefined {
  return value && ratio(value);
}

/** True when a lower limit is above an upper one; a limit that is absent excludes nothing. */
function isAbove(
  least: Ratio | undefined,
  most: Decimal | undefined,
  mostRatio: Ratio | undefined = asRatio(most),
): boolean {
  return least !== undefined && mostRatio !== undefined && compareRatios(least, mostRatio) > 0;
}
