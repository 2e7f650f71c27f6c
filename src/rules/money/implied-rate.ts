/**
 * C2: where a source prints an amount in two currencies, the rate between them is near the mean of the period.
 * Sources often take the rate of the day of publication for last year's flows. Judged against rates.yaml only;
 * conversions that name their rate are judged by C3.
 */
import type { Dataset, ReferenceRate } from '../../model/dataset.ts';
import { multiply, ratio } from '../../model/decimal.ts';
import type { AsOf, Claim, Equivalent, Figure } from '../../model/publication.ts';
import { units } from '../../model/units.ts';
import { defineRule, type Finding, labelAt, partOf, type RuleContext } from '../define-rule.ts';
import { areApart, type Extent, extentOf, quotientOf } from '../extent.ts';
import { claimsOf } from '../figures.ts';
import { amountWords, dateWords, decimalText, printed } from '../words.ts';

const rates = {
  'rates.yaml':
    '- { of: USD, in: CNY, period: "2014", mean: "6.14", source: A }\n- { of: USD, in: CNY, period: "2017", mean: "6.75", source: A }',
};

/** Three percent to both sides, as fractions of the mean. */
const tolerance = { least: ratio('97', '100'), most: ratio('103', '100') };

export const impliedRate = defineRule({
  kind: 'park',
  id: 'C2',
  title: { en: 'Amounts in two currencies imply the rate of the period', zh: '两种货币的金额与当期汇率相符' },
  why: 'A rate of another year makes the foreign amount wrong by as much as the currencies moved.',
  help: 'Keep the original currency, and take the other amount out or convert it at a named rate. What the source really prints is acknowledged in waivers.yaml.',
  severity: 'warning',
  scope: 'cross-file',
  examples: [
    {
      name: '6.92 where the mean was 6.75',
      yaml: 'figures:\n  output: { claims: [{ value: 93.4 billion CNY, also: [{ value: 13.5 billion USD }] }] }',
      files: rates,
      outcome: 'pass',
    },
    {
      name: '6.62 where the mean was 6.14',
      yaml: 'figures:\n  output: { claims: [{ value: 50.24 billion CNY, as_of: "2014", also: [{ value: 7.59 billion USD }] }] }',
      files: rates,
      outcome: 'finding',
      message: 'imply 6.62 CNY per USD; the mean of 2014 was 6.14',
    },
    {
      name: 'told from the other side',
      yaml: 'figures:\n  exports: { claims: [{ value: 7.59 billion USD, as_of: "2014", also: [{ value: 50.24 billion CNY }] }] }',
      files: rates,
      outcome: 'finding',
      message: 'imply 6.62 CNY per USD',
    },
    {
      name: 'a month within the year of the rate',
      yaml: 'figures:\n  output: { claims: [{ value: 93.4 billion CNY, as_of: "2017-06", also: [{ value: 13.5 billion USD }] }] }',
      files: rates,
      outcome: 'pass',
    },
    {
      name: 'the mean of the month is nearer than that of the year',
      yaml: 'figures:\n  output: { claims: [{ value: 50.24 billion CNY, as_of: "2014-01", also: [{ value: 7.59 billion USD }] }] }',
      files: {
        'rates.yaml':
          '- { of: USD, in: CNY, period: "2014-01", mean: "6.60", source: A }\n- { of: USD, in: CNY, period: "2014", mean: "6.14", source: A }',
      },
      outcome: 'pass',
    },
    {
      name: 'no rate of the period is known',
      yaml: 'figures:\n  output: { claims: [{ value: 79.14 billion CNY, as_of: "2016", also: [{ value: 11.8 billion USD }] }] }',
      files: rates,
      outcome: 'not-applicable',
    },
    {
      name: 'one currency',
      yaml: 'figures:\n  output: { claims: [{ value: 79.14 billion CNY }] }',
      files: rates,
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const pairs = claimsOf(park).flatMap(({ figure, claim }) => pairsOf(figure, claim, context.dataset));
    if (pairs.length === 0) {
      const missing = {
        en: 'No source prints an amount in two currencies for a period whose mean rate is in rates.yaml.',
        zh: '没有来源同时给出两种货币的金额，或rates.yaml中没有当期平均汇率。',
      };
      return { applies: false, missing };
    }
    return { applies: true, findings: pairs.flatMap((pair) => judge(pair, context)) };
  },
});

/** An amount in the two currencies of a mean rate, and the rate it implies. */
interface Pair {
  readonly figure: Figure;
  readonly claim: Claim;
  readonly also: Equivalent;
  readonly rate: ReferenceRate;
  readonly implied: Extent;
}

function pairsOf(figure: Figure, claim: Claim, { rates }: Dataset): readonly Pair[] {
  const { quantity, as_of } = claim;
  if (!quantity || units[quantity.unit]!.dimension !== 'money') return [];
  return claim.also.flatMap((also): readonly Pair[] => {
    if (also.rate !== null || units[also.quantity.unit]!.dimension !== 'money') return [];
    const currencies = [quantity.unit, also.quantity.unit];
    const rate = narrowest(
      rates.filter(
        (known) =>
          currencies.includes(known.of) && currencies.includes(known.in) && covers(known.period, as_of),
      ),
    );
    if (!rate || quantity.unit === also.quantity.unit) return [];
    const [own, other] = [extentOf(quantity), extentOf(also.quantity)];
    const implied = rate.in === quantity.unit ? quotientOf(own, other) : quotientOf(other, own);
    return [{ figure, claim, also, rate, implied }];
  });
}

function covers(period: AsOf, date: AsOf): boolean {
  if (period.earliest === null || period.latest === null) return false;
  if (date.earliest === null || date.latest === null || date.precision === 'unknown') return false;
  return period.earliest <= date.earliest && date.latest <= period.latest;
}

/** The mean of the month is nearer than that of the year. */
function narrowest(rates: readonly ReferenceRate[]): ReferenceRate | undefined {
  const isWithin = ({ period: a }: ReferenceRate, { period: b }: ReferenceRate) => covers(b, a);
  return rates.reduce<ReferenceRate | undefined>(
    (best, rate) => (best === undefined || isWithin(rate, best) ? rate : best),
    undefined,
  );
}

function judge({ figure, claim, also, rate, implied }: Pair, { places }: RuleContext): readonly Finding[] {
  const mean = ratio(rate.mean);
  const allowed = { least: multiply(mean, tolerance.least), most: multiply(mean, tolerance.most) };
  if (!areApart(implied, allowed)) return [];
  const own = printed(claim);
  const other = amountWords(also.quantity);
  const stated = decimalText(impliedExactly(claim, also, rate), 2);
  const message = {
    en: `${figure.label.en}: ${own.en} and ${other.en} imply ${stated} ${rate.in} per ${rate.of}; the mean of ${rate.period.text} was ${rate.mean}`,
    zh: `${figure.label.zh}：${own.zh}与${other.zh}隐含汇率为1 ${rate.of}兑${stated} ${rate.in}；${dateWords(rate.period).zh}平均为${rate.mean}`,
  };
  const primary = labelAt(places, also, 'value', 'in the other currency');
  const labels = [
    labelAt(places, claim, 'value', 'the amount'),
    labelAt(places, rate, 'mean', 'the mean rate'),
  ];
  return [{ parts: [partOf(figure, claim)], message, primary, labels }];
}

/** The rate between the amounts as printed, for the message. */
function impliedExactly({ quantity }: Claim, { quantity: other }: Equivalent, rate: ReferenceRate) {
  return rate.in === quantity!.unit
    ? ratio(quantity!.value, other.value)
    : ratio(other.value, quantity!.value);
}
