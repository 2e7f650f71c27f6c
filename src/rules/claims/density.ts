/**
 * R1: firms, jobs, output, tax and investment on a unit of ground are of a plausible size.
 * Divided by the built area, else the approved, else the planned one, of dates at most two years apart.
 */
import type { ParkRecord } from '../../model/dataset.ts';
import { decimal, multiply, type Ratio, ratio, roundRatio } from '../../model/decimal.ts';
import type { AsOf, Claim, Figure } from '../../model/publication.ts';
import { units } from '../../model/units.ts';
import { looksAhead } from '../comparable.ts';
import { defineRule, type Finding, labelAt, partOf, type RuleContext } from '../define-rule.ts';
import { areApart, type Extent, extentOf, quotientOf, scaled } from '../extent.ts';
import { grouped, said } from '../words.ts';
import { type Density, densities, groundMetrics } from './plausible-densities.ts';

const built = (claim: string, area = '15.5 km2, as_of: "2017-12"') =>
  `figures:\n  area_built: { claims: [{ value: ${area} }] }\n  ${claim}`;

export const density = defineRule({
  kind: 'park',
  id: 'R1',
  title: { en: 'Figures per area of ground are plausible', zh: '单位面积指标合理' },
  why: 'A slip between 亿 and billion, hectares and mu, or two measures under one word shows when figures are divided by the ground.',
  help: 'Check the unit and the number words of both figures, and whether the area is on the basis that is meant. What the sources really say is acknowledged in waivers.yaml.',
  severity: 'warning',
  scope: 'record',
  examples: [
    {
      name: '8 billion CNY of tax on 15.5 km²',
      yaml: built('tax_revenue: { claims: [{ value: 8 billion CNY, as_of: "2017" }] }'),
      outcome: 'pass',
    },
    {
      name: 'a thousand times as much',
      yaml: built('tax_revenue: { claims: [{ value: 8 trillion CNY, as_of: "2017" }] }'),
      outcome: 'finding',
      message:
        'Tax-revenue (8,000,000,000,000 CNY) on Area-built (15.5 km²) is 5,160,000,000 CNY per hectare; plausible is 72,000 to 108,000,000',
    },
    {
      name: 'mu for hectares: output of 50.24 billion on 120 mu',
      yaml: built('output_value: { claims: [{ value: 50.24 billion CNY, as_of: "2017" }] }', '120 mu'),
      outcome: 'finding',
    },
    {
      name: '4,600 firms on 15.5 km²',
      yaml: built('enterprises_registered: { claims: [{ value: 4600, as_of: "2018-04" }] }'),
      outcome: 'pass',
    },
    {
      name: 'half of a million firms',
      yaml: built('enterprises_settled: { claims: [{ value: 500000 }] }'),
      outcome: 'finding',
      message: '32,300 per square kilometre; plausible is 0.5 to 2,000',
    },
    {
      name: 'areas of another time say nothing',
      yaml: built('tax_revenue: { claims: [{ value: 8 trillion CNY, as_of: "2021" }] }'),
      outcome: 'not-applicable',
    },
    {
      name: 'half a year is no year',
      yaml: built('tax_revenue: { claims: [{ value: 8 trillion CNY, as_of: 2017-H1 }] }'),
      outcome: 'not-applicable',
    },
    {
      name: 'no area',
      yaml: 'figures:\n  tax_revenue: { claims: [{ value: 8 billion CNY }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const judged = pairsOf(park);
    if (judged.length === 0) {
      const missing = {
        en: 'There is no area within two years of a figure to divide by it.',
        zh: '没有时点相差两年以内、可相除的面积与指标。',
      };
      return { applies: false, missing };
    }
    return { applies: true, findings: judged.flatMap((pair) => judge(pair, context) ?? []) };
  },
});

interface Stated {
  readonly figure: Figure;
  readonly claim: Claim;
}

interface Pair {
  readonly density: Density;
  readonly amount: Stated;
  readonly ground: Stated;
}

function pairsOf({ content: { figures } }: ParkRecord): readonly Pair[] {
  const grounds = groundByYear(figures);
  if (grounds.size === 0) return [];
  return densities.flatMap((each) =>
    each.metrics.flatMap((id) => {
      const figure = figures[id];
      return (figure?.claims ?? []).flatMap((claim): readonly Pair[] => {
        const year = yearOf(claim.as_of);
        const ground = year === undefined || !isJudged(claim, each) ? undefined : grounds.get(year);
        return figure && ground ? [{ density: each, amount: { figure, claim }, ground }] : [];
      });
    }),
  );
}

/** The best area for figures of each year, itself of that year or at most two before or after. */
function groundByYear(figures: Readonly<Record<string, Figure | null>>): ReadonlyMap<number, Stated> {
  const best = new Map<number, Stated>();
  for (const id of groundMetrics) {
    const figure = figures[id];
    for (const claim of figure?.claims ?? []) {
      const year = yearOf(claim.as_of);
      if (!figure || !claim.quantity || year === undefined) continue;
      for (const near of [year, year - 1, year + 1, year - 2, year + 2]) {
        if (!best.has(near)) best.set(near, { figure, claim });
      }
    }
  }
  return best;
}

function yearOf({ earliest, latest }: AsOf): number | undefined {
  const day = latest ?? earliest;
  return day === null ? undefined : Number(day.slice(0, 4));
}

function isJudged({ quantity, status, as_of }: Claim, { family, isYearly }: Density): boolean {
  return (
    quantity !== null &&
    units[quantity.unit]!.family === family &&
    !looksAhead(status) &&
    (!isYearly || as_of.precision === 'year')
  );
}

function judge(
  { density: { ground: unit, per, least, most, family }, amount, ground }: Pair,
  { places }: RuleContext,
): Finding | undefined {
  const [above, below] = [amount.claim.quantity!, ground.claim.quantity!];
  const perGround = scaled(quotientOf(extentOf(above), extentOf(below)), ratio(unit));
  const plausible: Extent = { least: ratio(least), most: ratio(most) };
  if (!areApart(perGround, plausible)) return undefined;
  const words = { amount: said(amount.figure, amount.claim), ground: said(ground.figure, ground.claim) };
  const value = roughly(perGround);
  const label = units[family]!.label;
  const currency = { en: label.en === '' ? '' : ` ${label.en}`, zh: label.zh };
  return {
    parts: [partOf(amount.figure, amount.claim), partOf(ground.figure, ground.claim)],
    message: {
      en: `${words.amount.en} on ${words.ground.en} is ${value}${currency.en} ${per.en}; plausible is ${grouped(least)} to ${grouped(most)}`,
      zh: `${words.amount.zh}按${words.ground.zh}计，${per.zh}为${value}${currency.zh}；合理范围为${grouped(least)}～${grouped(most)}`,
    },
    primary: labelAt(places, amount.claim, 'value', 'this much'),
    labels: [labelAt(places, ground.claim, 'value', 'on this ground')],
  };
}

/** The middle of an extent, or the limit it has, to three digits: for messages only. */
function roughly({ least, most }: Extent): string {
  const value = least && most ? middle(least, most) : (least ?? most ?? ratio('0'));
  return grouped(decimal(roundRatio(value, 9)).prec(3).toFixed());
}

function middle(a: Ratio, b: Ratio): Ratio {
  const sum = a.numerator.times(b.denominator).plus(b.numerator.times(a.denominator));
  return multiply({ numerator: sum, denominator: a.denominator.times(b.denominator) }, ratio('1', '2'));
}
