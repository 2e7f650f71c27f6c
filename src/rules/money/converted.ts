/**
 * C3: what is converted is converted right.
 * The schema asks every exchange rate for its day and source. Judged here: the other amount follows from the rate
 * within the printed digits, the rate is not younger than its source, and another unit holds the same amount.
 */
import { type Decimal, decimal, ratio, scale } from '../../model/decimal.ts';
import type { Claim, Equivalent, ExchangeRate, Figure, Quantity } from '../../model/publication.ts';
import { units } from '../../model/units.ts';
import { defineRule, type Finding, labelAt, partOf, type RuleContext } from '../define-rule.ts';
import { areApart, type Extent, extentOf, productOf, quotientOf } from '../extent.ts';
import { claimsOf } from '../figures.ts';
import { amountWords, dateWords } from '../words.ts';

const rate = 'rate: { value: "6.71", date: "2018-07-08", source: A }';

export const converted = defineRule({
  kind: 'park',
  id: 'C3',
  title: { en: 'A conversion names its rate and is right', zh: '换算须注明汇率且计算正确' },
  why: 'A conversion that cannot be repeated cannot be trusted, and one that is repeated must give the same.',
  help: 'Correct the amount, the rate or its date; the rate is what one unit of the other currency costs in the currency of the claim. A source that really prints both is told without `rate`, or acknowledged in waivers.yaml.',
  severity: 'error',
  scope: 'record',
  examples: [
    {
      name: 'right within the printed digits',
      yaml: `figures:\n  output: { claims: [{ value: 79.14 billion CNY, also: [{ value: 11.8 billion USD, ${rate} }] }] }`,
      outcome: 'pass',
    },
    {
      name: 'wrong by a factor of ten',
      yaml: `figures:\n  output: { claims: [{ value: 79.14 billion CNY, also: [{ value: 118 billion USD, ${rate} }] }] }`,
      outcome: 'finding',
      message: 'Output: 79,140,000,000 CNY at 6.71 CNY per USD is not 118,000,000,000 USD',
    },
    {
      name: 'the rate is the wrong way round',
      yaml: 'figures:\n  output: { claims: [{ value: 79.14 billion CNY, also: [{ value: 11.8 billion USD, rate: { value: "0.149", date: "2018-07-08", source: A } }] }] }',
      outcome: 'finding',
      message: 'the rate seems to be USD per CNY',
    },
    {
      name: 'a rate of a day after its source',
      yaml: 'figures:\n  output: { claims: [{ value: 79.14 billion CNY, also: [{ value: 11.8 billion USD, rate: { value: "6.71", date: "2022-07-08", source: A } }] }] }',
      outcome: 'finding',
      message: 'the rate is of 2022-07-08, but its source was published 2018-12-12',
    },
    {
      name: 'hectares of an area in km²',
      yaml: 'figures:\n  area: { claims: [{ value: 2796.11 ha, also: [{ value: 27.96 km2 }] }] }',
      outcome: 'pass',
    },
    {
      name: 'hectares taken for mu',
      yaml: 'figures:\n  area: { claims: [{ value: 2796.11 ha, also: [{ value: 2796.11 mu }] }] }',
      outcome: 'finding',
      message: 'Area: 2,796.11 ha is not 2,796.11 mu',
    },
    {
      name: 'printed in two currencies by the source',
      yaml: 'figures:\n  output: { claims: [{ value: 79.14 billion CNY, also: [{ value: 11.8 billion USD }] }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const pairs = claimsOf(park).flatMap(({ figure, claim }) =>
      claim.also.filter((also) => isConverted(claim, also)).map((also) => ({ figure, claim, also })),
    );
    if (pairs.length === 0)
      return { applies: false, missing: { en: 'Nothing is converted.', zh: '没有换算的数值。' } };
    return { applies: true, findings: pairs.flatMap((pair) => judge(pair, context)) };
  },
});

interface Pair {
  readonly figure: Figure;
  readonly claim: Claim;
  readonly also: Equivalent;
}

/** True when one amount follows from the other: by a named rate, or because both units measure the same. */
function isConverted({ quantity }: Claim, also: Equivalent): boolean {
  return quantity !== null && (also.rate !== null || familyOf(quantity) === familyOf(also.quantity));
}

function familyOf({ unit }: Quantity): string {
  return units[unit]!.family;
}

function judge({ figure, claim, also }: Pair, { places }: RuleContext): readonly Finding[] {
  const own = extentOf(claim.quantity!);
  const other = extentOf(also.quantity);
  const expected = also.rate ? quotientOf(own, extentOfRate(also.rate)) : own;
  const parts = [partOf(figure, claim)];
  const labels = [labelAt(places, claim, 'value', 'the amount')];
  const late = also.rate ? lateRate(also.rate, figure) : undefined;
  const findings: Finding[] = [];
  if (areApart(expected, other)) {
    const message = wrong(
      { figure, claim, also },
      also.rate !== null && !areApart(productOf(own, extentOfRate(also.rate)), other),
    );
    findings.push({ parts, message, primary: labelAt(places, also, 'value', 'does not follow'), labels });
  }
  if (also.rate && late)
    findings.push({
      parts,
      message: late,
      primary: labelAt(places, also.rate, 'date', 'later than its source'),
      labels: [labelAt(places, also.rate.source, 'published', 'published')],
    });
  return findings;
}

/** Half a unit of the last printed digit to both sides. */
function extentOfRate({ value }: ExchangeRate): Extent {
  const amount = decimal(value);
  const half: Decimal = scale(decimal(5), -(value.split('.')[1]?.length ?? 0) - 1);
  return { least: ratio(amount.minus(half)), most: ratio(amount.plus(half)) };
}

function wrong({ figure, claim, also }: Pair, isInverse: boolean): Finding['message'] {
  const own = amountWords(claim.quantity!);
  const other = amountWords(also.quantity);
  const [from, to] = [claim.quantity!.unit, also.quantity.unit];
  const { label } = figure;
  if (!also.rate)
    return { en: `${label.en}: ${own.en} is not ${other.en}`, zh: `${label.zh}：${own.zh}不等于${other.zh}` };
  const { value } = also.rate;
  const hint = isInverse
    ? { en: `; the rate seems to be ${to} per ${from}`, zh: `；汇率似为1 ${from}兑${to}` }
    : { en: '', zh: '' };
  return {
    en: `${label.en}: ${own.en} at ${value} ${from} per ${to} is not ${other.en}${hint.en}`,
    zh: `${label.zh}：${own.zh}按1 ${to}兑${value} ${from}换算，不等于${other.zh}${hint.zh}`,
  };
}

function lateRate({ date, source }: ExchangeRate, { label }: Figure): Finding['message'] | undefined {
  const published = source.published.latest;
  if (date.earliest === null || published === null || date.earliest <= published) return undefined;
  return {
    en: `${label.en}: the rate is of ${date.text}, but its source was published ${source.published.text}`,
    zh: `${label.zh}：汇率日期为${dateWords(date).zh}，而来源发布于${dateWords(source.published).zh}`,
  };
}
