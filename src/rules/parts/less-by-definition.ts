/**
 * R2: what is by definition only a piece of another amount is less than it: value added of output, profit of revenue.
 * Judged for metrics that `less_than` of metrics.yaml names, on claims of one date, population and kind of statement.
 */
import { findingAbout, judge } from '../balance/judge.ts';
import { lessRelations } from '../balance/of-metrics.ts';
import { defineRule } from '../define-rule.ts';
import { said } from '../words.ts';

const metrics = { 'metrics.yaml': 'value_added: { less_than: [output] }' };
const economy = (added: string, output: string) =>
  `figures:\n  value_added: { claims: [{ ${added} }] }\n  output: { claims: [{ ${output} }] }`;

export const lessByDefinition = defineRule({
  kind: 'park',
  id: 'R2',
  title: {
    en: 'Value added is less than output, profit and tax less than revenue',
    zh: '增加值小于产值，利润、税收小于收入',
  },
  why: 'An amount that reaches the one it is taken from is mistranslated or of another year.',
  help: 'Check which metric and which period the source means. If it really says so, acknowledge it in waivers.yaml; the reason is printed beside the figures.',
  severity: 'error',
  scope: 'record',
  examples: [
    {
      name: '18 of 93.4',
      yaml: economy('value: 18 billion CNY', 'value: 93.4 billion CNY'),
      files: metrics,
      outcome: 'pass',
    },
    {
      name: 'more than output',
      yaml: economy('value: 27.5 billion CNY', 'value: 18 billion CNY'),
      files: metrics,
      outcome: 'finding',
      message: 'Value-added (27,500,000,000 CNY) is not less than Output (18,000,000,000 CNY)',
    },
    {
      name: 'the rounded digits leave room',
      yaml: economy('value: 18.2 billion CNY', 'value: 18 billion CNY'),
      files: metrics,
      outcome: 'pass',
    },
    {
      name: 'as many of one as of the other',
      yaml: 'figures:\n  value_added: { claims: [{ value: 18 }] }\n  output: { claims: [{ value: 18 }] }',
      files: metrics,
      outcome: 'finding',
    },
    {
      name: 'a target is no amount of the year',
      yaml: economy('value: 27.5 billion CNY', 'value: 18 billion CNY, status: target'),
      files: metrics,
      outcome: 'not-applicable',
    },
    {
      name: 'another year',
      yaml: economy('value: 27.5 billion CNY, as_of: "2009"', 'value: 18 billion CNY'),
      files: metrics,
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) =>
    judge(
      park,
      context,
      lessRelations(park, context.dataset),
      ({ members }) => {
        const [less, more] = [members[0]!, members[1]!];
        const words = { less: said(less.figure, less.claim), more: said(more.figure, more.claim) };
        const message = {
          en: `${words.less.en} is not less than ${words.more.en}`,
          zh: `${words.less.zh}不小于${words.more.zh}`,
        };
        const roles = [
          { term: less, text: 'should be less' },
          { term: more, text: 'than this' },
        ] as const;
        return [findingAbout(context, roles, message)];
      },
      {
        en: 'no claims of one date and population for a metric and the one it is `less_than`',
        zh: '没有与less_than所列指标同时点、同统计对象的数据',
      },
    ),
});
