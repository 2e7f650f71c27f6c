/**
 * T2: a series that doubles, halves or falls by a quarter from one value to the next has probably changed its
 * definition. The doubling is allowed once per year of distance. Plans, growths, sums since the beginning (T3) and
 * what does not change from year to year (A3) are left out.
 */
import { compareRatios, decimal, ratio } from '../../model/decimal.ts';
import type { Claim, Figure } from '../../model/publication.ts';
import { type Dimension, units } from '../../model/units.ts';
import { looksAhead } from '../comparable.ts';
import { defineRule, type Finding, labelAt, partOf, type RuleContext } from '../define-rule.ts';
import { type Extent, extentOf, quotientOf } from '../extent.ts';
import { figuresOf, relationsOf } from '../figures.ts';
import { dateWords, decimalText, printed } from '../words.ts';

const fallAllowed = ratio('3', '4');

/** So far apart, no rise is too steep. */
const mostYears = 60;

/** What is counted on a day; amounts of other dimensions belong to a period as long as their date says. */
const counted: ReadonlySet<Dimension> = new Set([
  'area',
  'count',
  'people',
  'length',
  'voltage',
  'power',
  'share',
]);

export const breakInSeries = defineRule({
  kind: 'park',
  id: 'T2',
  title: { en: 'Consecutive values do not break', zh: '前后数值无异常突变' },
  why: 'A fall by a quarter or a doubling within a year is more often a new definition, another unit or a slip than growth.',
  help: 'Check unit, population and definition of both. A real break is acknowledged in waivers.yaml and printed as a note, so that nobody draws a line across it.',
  severity: 'warning',
  scope: 'record',
  examples: [
    {
      name: 'a steady rise',
      yaml: 'figures:\n  output: { claims: [{ id: a, value: 3.5 billion CNY, as_of: "2000" }, { id: b, value: 4.6 billion CNY, as_of: "2001" }] }',
      outcome: 'pass',
    },
    {
      name: 'fourfold in eight years',
      yaml: 'figures:\n  firms: { claims: [{ id: a, value: 202, as_of: "2001" }, { id: b, value: 809, as_of: "2009" }] }',
      outcome: 'pass',
    },
    {
      name: 'fourfold in one year',
      yaml: 'figures:\n  firms: { claims: [{ id: a, value: 202, as_of: "2008" }, { id: b, value: 809, as_of: "2009" }] }',
      outcome: 'finding',
      message: 'Firms: 809 in 2009 is 4.00 times 202 in 2008',
    },
    {
      name: 'a fall by a third',
      yaml: 'figures:\n  added: { claims: [{ id: a, value: 27.5 billion CNY, as_of: "2009" }, { id: b, value: 18 billion CNY, as_of: "2017" }] }',
      outcome: 'finding',
      message: 'Added: 18,000,000,000 CNY in 2017 is 0.65 times 27,500,000,000 CNY in 2009',
    },
    {
      name: 'a lower bound may be more',
      yaml: 'figures:\n  firms: { claims: [{ id: a, value: 809, as_of: "2009" }, { id: b, value: 400, bound: more-than, as_of: "2016" }] }',
      outcome: 'pass',
    },
    {
      name: 'half a year is not the whole',
      yaml: 'figures:\n  output: { claims: [{ id: a, value: 35.5 billion CNY, as_of: "2017" }, { id: b, value: 13.7 billion CNY, as_of: 2018-H1 }] }',
      outcome: 'not-applicable',
    },
    {
      name: 'a target is not a value',
      yaml: 'figures:\n  output: { claims: [{ id: a, value: 35.5 billion CNY, as_of: "2017" }, { id: b, value: 85 billion CNY, as_of: "2018", status: target }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const steps = figuresOf(park).flatMap((figure) => stepsOf(figure, context));
    if (steps.length === 0) {
      const missing = {
        en: 'No figure has values for two dates.',
        zh: '没有同一指标不同时点的两个数值。',
      };
      return { applies: false, missing };
    }
    return { applies: true, findings: steps.flatMap((step) => judge(step, context)) };
  },
});

interface Step {
  readonly figure: Figure;
  readonly before: Claim;
  readonly after: Claim;
}

/** The steps from one date of a series to the next, by population and length of the period. */
function stepsOf(figure: Figure, { dataset }: RuleContext): readonly Step[] {
  if (figure.claims.length < 2) return [];
  const { growth_of, sum_of, constant } = relationsOf(figure, dataset);
  if (growth_of !== null || sum_of !== null || constant) return [];
  const met = new Map<string, Claim>();
  const steps: Step[] = [];
  // Claims are kept newest first: the one met before is the next younger.
  for (const claim of figure.claims) {
    const key = seriesKey(claim);
    const younger = key === undefined ? undefined : met.get(key);
    if (key === undefined || younger?.as_of.latest === claim.as_of.latest) continue;
    if (younger) steps.push({ figure, before: claim, after: younger });
    met.set(key, claim);
  }
  return steps;
}

function seriesKey({ quantity, as_of, population, status }: Claim): string | undefined {
  if (!quantity || as_of.earliest === null || as_of.precision === 'interval' || looksAhead(status))
    return undefined;
  const { dimension, family } = units[quantity.unit]!;
  const period = counted.has(dimension) ? null : as_of.precision;
  return JSON.stringify([family, population?.en ?? null, period]);
}

function judge({ figure, before, after }: Step, { places }: RuleContext): readonly Finding[] {
  const factor = quotientOf(extentOf(after.quantity!), extentOf(before.quantity!));
  if (!breaks(factor, yearsBetween(before, after))) return [];
  const [old, young] = [printed(before), printed(after)];
  const [then, now] = [dateWords(before.as_of), dateWords(after.as_of)];
  const times = timesOf(before, after);
  const message = {
    en: `${figure.label.en}: ${young.en} in ${now.en} is ${times} times ${old.en} in ${then.en}`,
    zh: `${figure.label.zh}：${now.zh}为${young.zh}，是${then.zh}${old.zh}的${times}倍`,
  };
  const primary = labelAt(places, after, 'value', after.as_of.text);
  const labels = [labelAt(places, before, 'value', before.as_of.text)];
  return [{ parts: [partOf(figure, after), partOf(figure, before)], message, primary, labels }];
}

/** A fall below three quarters at any distance, or a rise above twice the value per year. */
function breaks({ least, most }: Extent, years: number): boolean {
  if (most && compareRatios(most, fallAllowed) < 0) return true;
  if (!least || years > mostYears) return false;
  return compareRatios(least, ratio(decimal(2).pow(years))) > 0;
}

/** Begun years between two dates, at least one. */
function yearsBetween(before: Claim, after: Claim): number {
  const [from = '', to = ''] = [before.as_of.latest ?? '', after.as_of.latest ?? ''];
  const whole = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return Math.max(1, to.slice(4) > from.slice(4) ? whole + 1 : whole);
}

/** The factor between the stated amounts, for the message. */
function timesOf(before: Claim, after: Claim): string {
  const exact = ({ quantity }: Claim) => extentOf({ ...quantity!, digit: -30, bound: 'exact' });
  return decimalText(quotientOf(exact(after), exact(before)).most!, 2);
}
