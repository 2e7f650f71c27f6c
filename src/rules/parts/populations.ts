/**
 * P7: what is counted among others is not more than they are.
 * Judged for metrics that `part_of` of metrics.yaml names, on claims of one date. Words for the population of a part
 * say what is counted; the whole's must be the same, or absent.
 */
import { findingAbout, judge } from '../balance/judge.ts';
import { populationRelations } from '../balance/of-metrics.ts';
import { defineRule } from '../define-rule.ts';
import { said } from '../words.ts';

const metrics = { 'metrics.yaml': 'large: { part_of: registered }' };
const firms = (large: string, registered: string) =>
  `figures:\n  large: { claims: [{ ${large} }] }\n  registered: { claims: [{ ${registered} }] }`;

export const populations = defineRule({
  kind: 'park',
  id: 'P7',
  title: { en: 'A sub-population is not larger than its population', zh: '子集不大于其总体' },
  why: 'More large firms than firms at all means that one of the counts is wrong, or counts something else.',
  help: 'Correct a count, or name its `population` where it counts others. If the sources really say so, acknowledge it in waivers.yaml; the reason is printed beside the figures.',
  severity: 'error',
  scope: 'record',
  examples: [
    { name: '65 of 4,600', yaml: firms('value: 65', 'value: 4600'), files: metrics, outcome: 'pass' },
    {
      name: '65 of 46',
      yaml: firms('value: 65', 'value: 46'),
      files: metrics,
      outcome: 'finding',
      message: 'Large (65) is more than Registered (46), among which it is counted',
    },
    {
      name: 'a part that names what it counts',
      yaml: firms('value: 65, population: { en: listed, zh: 上市 }', 'value: 46'),
      files: metrics,
      outcome: 'finding',
    },
    {
      name: 'another year',
      yaml: firms('value: 65, as_of: "2018"', 'value: 46'),
      files: metrics,
      outcome: 'not-applicable',
    },
    {
      name: 'another population',
      yaml: firms(
        'value: 65, population: { en: listed, zh: 上市 }',
        'value: 46, population: { en: in the rare-earth park, zh: 稀土园内 }',
      ),
      files: metrics,
      outcome: 'not-applicable',
    },
    { name: 'no relation', yaml: firms('value: 65', 'value: 46'), outcome: 'not-applicable' },
  ],
  check: (park, context) =>
    judge(
      park,
      context,
      populationRelations(park, context.dataset),
      ({ members }) => {
        const [part, whole] = [members[0]!, members[1]!];
        const words = { part: said(part.figure, part.claim), whole: said(whole.figure, whole.claim) };
        const message = {
          en: `${words.part.en} is more than ${words.whole.en}, among which it is counted`,
          zh: `${words.part.zh}多于其所属总体${words.whole.zh}`,
        };
        const roles = [
          { term: part, text: 'the part' },
          { term: whole, text: 'the whole' },
        ] as const;
        return [findingAbout(context, roles, message)];
      },
      {
        en: 'no claim of one date and population for a metric and the one it is `part_of`',
        zh: '没有与其所属指标同时点、同统计对象的数据',
      },
    ),
});
