/**
 * P8: an amount per head, per hectare or per firm is the amount divided by their number.
 * Judged where `quotients` declares it. The number is taken in the unit it is written in: per hectare of an area in ha.
 */
import { multiply } from '../../model/decimal.ts';
import { amountOf, quotientWords } from '../balance/added.ts';
import { quotientRelations } from '../balance/declared.ts';
import { findingAbout, judge } from '../balance/judge.ts';
import { factorOf } from '../balance/term.ts';
import { defineRule } from '../define-rule.ts';
import { said } from '../words.ts';

const tax = (of: string, per: string, is: string) =>
  `figures:\n  tax: { claims: [{ value: ${of} }] }\n  area: { claims: [{ ${per} }] }\n  tax_per_area: { claims: [{ value: ${is} }] }`;
const declared = '\nquotients: [{ of: tax, per: area, is: tax_per_area }]';

export const quotients = defineRule({
  kind: 'park',
  id: 'P8',
  title: { en: 'An amount per head or hectare is total by number', zh: '单位数值等于总量除以数量' },
  why: 'A value per head or hectare that does not follow from its total was computed on another number than the one printed.',
  help: 'Correct one of the three, or drop the entry of `quotients`. If the source counts otherwise, acknowledge it in waivers.yaml; the reason is printed beside the figures.',
  severity: 'warning',
  scope: 'record',
  examples: [
    {
      name: '1.8 billion on 2,796 ha',
      yaml: `${tax('1.8 billion CNY', 'value: 2796 ha', '644 thousand CNY')}${declared}`,
      outcome: 'pass',
    },
    {
      name: '1.8 billion on 2,796 ha are not 6.44 million each',
      yaml: `${tax('1.80 billion CNY', 'value: 2796 ha', '6.44 million CNY')}${declared}`,
      outcome: 'finding',
      message:
        'Tax (1,800,000,000 CNY) by Area (2,796 ha) is 643,777 CNY, and not Tax-per-area (6,440,000 CNY)',
    },
    {
      name: 'the number is a lower bound',
      yaml: `${tax('1.80 billion CNY', 'value: 2796 ha, bound: more-than', '600 thousand CNY')}${declared}`,
      outcome: 'pass',
    },
    {
      name: 'no quotient is declared',
      yaml: tax('1.80 billion CNY', 'value: 2796 ha', '6.44 million CNY'),
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) =>
    judge(
      park,
      context,
      quotientRelations(park),
      ({ factors: [is, per], product: of, scale }) => {
        const number = multiply(amountOf(per), factorOf(is.quantity));
        const value = quotientWords(multiply(amountOf(of), scale), number, is.quantity, is.quantity.digit);
        const [a, b, c] = [of, per, is].map(({ figure, claim }) => said(figure, claim));
        const message = {
          en: `${a!.en} by ${b!.en} is ${value.en}, and not ${c!.en}`,
          zh: `${a!.zh}除以${b!.zh}为${value.zh}，而不是${c!.zh}`,
        };
        const roles = [
          { term: is, text: 'the quotient' },
          { term: of, text: 'the amount' },
          { term: per, text: 'divided by' },
        ] as const;
        return [findingAbout(context, roles, message)];
      },
      { en: 'no `quotients` are declared between amounts that divide', zh: '未以quotients声明可相除的数据' },
    ),
});
