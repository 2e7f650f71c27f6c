/**
 * C4: money that was spent over several years, or at a time nobody knows, says of which year's prices it is.
 * Information only: few sources say so.
 */
import type { Claim, Figure } from '../../model/publication.ts';
import { defineRule, type Finding, labelAt, partOf, type RuleContext } from '../define-rule.ts';
import { claimsOf, relationsOf } from '../figures.ts';
import { dateWords, said } from '../words.ts';

export const priceYear = defineRule({
  kind: 'park',
  id: 'C4',
  title: { en: 'Sums over years name the year of their prices', zh: '跨年金额须注明价格年份' },
  why: 'A yuan of 1999 and one of 2013 are not the same; without the year of its prices a sum cannot be compared with another.',
  help: 'Add `price_year` when the source says so; otherwise leave it, or acknowledge in waivers.yaml that it is not known.',
  severity: 'info',
  scope: 'field',
  examples: [
    {
      name: 'with the year of its prices',
      yaml: 'figures:\n  sum: { claims: [{ value: 158 billion CNY, as_of: 1999/2013, price_year: "2013" }] }',
      outcome: 'pass',
    },
    {
      name: 'over fifteen years',
      yaml: 'figures:\n  sum: { claims: [{ value: 158 billion CNY, as_of: 1999/2013 }] }',
      outcome: 'finding',
      message: 'Sum (158,000,000,000 CNY): over 1999/2013, at prices of no named year',
    },
    {
      name: 'at an unknown time',
      yaml: 'figures:\n  cost: { claims: [{ value: 3.22 billion CNY, as_of: { text: not stated, latest: "2017-12-14" } }] }',
      outcome: 'finding',
      message: 'Cost (3,220,000,000 CNY): of an unknown year (“not stated”), at prices of no named year',
    },
    {
      name: 'a sum since the beginning',
      yaml: 'figures:\n  sum: { claims: [{ value: 158 billion CNY, as_of: "2013" }] }',
      files: { 'metrics.yaml': 'sum: { sum_of: output }\noutput: { dimension: money }' },
      outcome: 'finding',
      message: 'up to 2013, at prices of no named year',
    },
    {
      name: 'of one year',
      yaml: 'figures:\n  output: { claims: [{ value: 79.14 billion CNY }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const sums = claimsOf(park).flatMap(({ figure, claim }) => {
      const period = periodOf(figure, claim, context);
      return period ? [{ figure, claim, period }] : [];
    });
    if (sums.length === 0) {
      const missing = { en: 'No amount of money is over several years.', zh: '没有跨年度的金额。' };
      return { applies: false, missing };
    }
    const findings = sums.flatMap(({ figure, claim, period }): readonly Finding[] => {
      if (claim.price_year !== null) return [];
      const words = said(figure, claim);
      const message = {
        en: `${words.en}: ${period.en}, at prices of no named year`,
        zh: `${words.zh}：${period.zh}，未注明价格年份`,
      };
      const primary = labelAt(context.places, claim, 'value', 'of which year?');
      const labels = [labelAt(context.places, claim, 'as_of', period.en)];
      return [{ parts: [partOf(figure, claim)], message, primary, labels }];
    });
    return { applies: true, findings };
  },
});

/** What is said of the time, where it is more than a year or none. */
function periodOf(figure: Figure, { as_of }: Claim, { dataset }: RuleContext) {
  if (figure.dimension !== 'money') return undefined;
  const { precision, earliest, latest } = as_of;
  const date = dateWords(as_of);
  if (precision === 'unknown') return { en: `of an unknown year (${date.en})`, zh: `年份不详（${date.zh}）` };
  if (relationsOf(figure, dataset).sum_of !== null && precision !== 'interval')
    return { en: `up to ${date.en}`, zh: `截至${date.zh}` };
  const isLong = precision === 'interval' && earliest?.slice(0, 4) !== latest?.slice(0, 4);
  return isLong ? { en: `over ${date.en}`, zh: `${date.zh}期间` } : undefined;
}
