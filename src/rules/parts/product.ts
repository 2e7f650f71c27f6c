/**
 * P6: a count times the amount of each is the total.
 * Judged where `products` declares it. A lower bound on the amount ("at least 100 million each") is a lower
 * bound on the total as well.
 */
import { divide, multiply, ratio } from '../../model/decimal.ts';
import { amountOf, numberWords } from '../balance/added.ts';
import { productRelations } from '../balance/declared.ts';
import { findingAbout, judge } from '../balance/judge.ts';
import { factorOf } from '../balance/term.ts';
import { defineRule } from '../define-rule.ts';
import { grouped, said } from '../words.ts';

const projects = (each: string, total = '16.58 billion CNY') =>
  `figures:\n  projects: { claims: [{ value: 36 }] }\n  each: { claims: [{ ${each} }] }\n  total: { claims: [{ value: ${total} }] }`;
const declared = '\nproducts: [{ count: projects, each: each, total: total }]';

export const product = defineRule({
  kind: 'park',
  id: 'P6',
  title: { en: 'A count times the amount of each is the total', zh: '数量乘以单项金额等于总额' },
  why: 'Totals that do not follow from their factors hide a rounded amount, a lower bound or a slip.',
  help: 'Correct a factor, or give it a `bound`. If the source really says so, acknowledge it in waivers.yaml; the reason is printed beside the figures.',
  severity: 'error',
  scope: 'record',
  examples: [
    {
      name: '36 of 100 million are 3.6 billion',
      yaml: `${projects('value: 100 million CNY', '3.6 billion CNY')}${declared}`,
      outcome: 'pass',
    },
    {
      name: '36 of 100.0 million are not 16.58 billion',
      yaml: `${projects('value: 100.0 million CNY')}${declared}`,
      outcome: 'finding',
      message: '36 × 100,000,000 CNY = 3,600,000,000 CNY, and not Total (16,580,000,000 CNY)',
    },
    {
      name: '36 of at least 100 million may be 16.58 billion',
      yaml: `${projects('value: 100 million CNY, bound: at-least')}${declared}`,
      outcome: 'pass',
    },
    {
      name: '36 of at least 1 billion are more than 16.58 billion',
      yaml: `${projects('value: 1.00 billion CNY, bound: at-least')}${declared}`,
      outcome: 'finding',
    },
    { name: 'no product is declared', yaml: projects('value: 100 million CNY'), outcome: 'not-applicable' },
  ],
  check: (park, context) =>
    judge(
      park,
      context,
      productRelations(park),
      ({ factors: [count, each], product: total }) => {
        const { unit, digit } = each.quantity;
        const multiplied = divide(multiply(amountOf(count), amountOf(each)), factorOf(each.quantity));
        const result = numberWords(multiplied, { unit }, Math.min(-2, digit));
        const amount = numberWords(ratio(each.quantity.value), { unit }, digit);
        const words = said(total.figure, total.claim);
        const n = grouped(count.quantity.value);
        const message = {
          en: `${n} × ${amount.en} = ${result.en}, and not ${words.en}`,
          zh: `${n} × ${amount.zh} = ${result.zh}，而不是${words.zh}`,
        };
        const roles = [
          { term: total, text: 'the total' },
          { term: count, text: 'the count' },
          { term: each, text: 'of each' },
        ] as const;
        return [findingAbout(context, roles, message)];
      },
      {
        en: 'no `products` are declared between amounts of the same measure',
        zh: '未以products声明同一计量的乘积',
      },
    ),
});
