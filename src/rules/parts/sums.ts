/**
 * P2: parts add up to their whole.
 * Judged where `sums` declares it, within the printed digits of all of them. Parts above the whole are an error;
 * parts that fall short may be parts that are not named, which an open sum expects.
 */
import { compareRatios } from '../../model/decimal.ts';
import { addedWords } from '../balance/added.ts';
import { sumRelations } from '../balance/declared.ts';
import { findingAbout, judge } from '../balance/judge.ts';
import { isConstant, type Sum, sumOf } from '../balance/relation.ts';
import type { Term } from '../balance/term.ts';
import { defineRule, type Finding, type RuleContext } from '../define-rule.ts';
import { said } from '../words.ts';

const declared = (open: boolean) =>
  `\nsums: [{ whole: firms, parts: [sold, other]${open ? ', open: true' : ''} }]`;
const firms = (whole: string, sold: string, other: string) =>
  `figures:\n  firms: { claims: [{ value: ${whole} }] }\n  sold: { claims: [{ value: ${sold} }] }\n  other: { claims: [{ value: ${other} }] }`;

export const sums = defineRule({
  kind: 'park',
  id: 'P2',
  title: { en: 'Parts add up to their whole', zh: '各部分之和等于总体' },
  why: 'Readers add up what stands in a list; a sum that differs means a slip, something counted twice or something left out.',
  help: 'Correct an amount, or declare the sum `open: true` when some parts are not named. If the sources really differ, acknowledge it in waivers.yaml; the reason is printed beside the figures.',
  severity: 'error',
  scope: 'record',
  examples: [
    {
      name: 'two parts are the whole',
      yaml: `${firms('2543', '552', '1991')}${declared(false)}`,
      outcome: 'pass',
    },
    {
      name: 'the parts fall short',
      yaml: `${firms('4563', '2554', '2000')}${declared(false)}`,
      outcome: 'finding',
      message: 'Sold (2,554) and Other (2,000) add up to 4,554, less than Firms (4,563)',
    },
    {
      name: 'the parts exceed the whole',
      yaml: `${firms('4554', '2563', '2000')}${declared(true)}`,
      outcome: 'finding',
      message: 'Sold (2,563) and Other (2,000) add up to 4,563, more than Firms (4,554)',
    },
    {
      name: 'an open sum falls short',
      yaml: `${firms('4563', '2554', '2000')}${declared(true)}`,
      outcome: 'pass',
    },
    {
      name: 'the tolerances add up, too',
      yaml: `${firms('10.0 km2', '3 km2', '6 km2')}${declared(false)}`,
      outcome: 'pass',
    },
    {
      name: 'areas in several units',
      yaml: `${firms('1500 mu', '60 ha', '0.4 km2')}${declared(false)}`,
      outcome: 'pass',
    },
    {
      name: 'no sum is declared',
      yaml: firms('4563', '2554', '2000'),
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) =>
    judge(park, context, sumRelations(park), (relation) => findingsOf(relation, context), {
      en: 'no `sums` are declared between figures of the same measure',
      zh: '未以sums声明同一计量的数据之和',
    }),
});

function findingsOf(relation: Sum<Term>, context: RuleContext): readonly Finding[] {
  const { whole, parts } = relation;
  if (isConstant(whole)) return [];
  const least = sumOf(relation).least?.value;
  const most = whole.range.most?.value;
  const isMore = least !== undefined && most !== undefined && compareRatios(least, most) > 0;
  const added = addedWords(parts, whole.quantity);
  const total = said(whole.figure, whole.claim);
  const message = {
    en: `${added.en}, ${isMore ? 'more' : 'less'} than ${total.en}, of which they are declared the parts`,
    zh: `${added.zh}，${isMore ? '大于' : '小于'}其总体${total.zh}`,
  };
  const roles = [
    { term: whole, text: 'the whole' },
    ...parts.map((term) => ({ term, text: 'a part' })),
  ] as const;
  return [{ ...findingAbout(context, roles, message), severity: isMore ? 'error' : 'warning' }];
}
