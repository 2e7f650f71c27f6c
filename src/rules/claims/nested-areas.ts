/**
 * A1: what lies within is not larger: built within planned within controlled, core within managed.
 * Judged for metrics that `at_most` of metrics.yaml names, on claims of one date and population; a metric that is
 * `constant` is held against any date.
 */
import { findingAbout, judge } from '../balance/judge.ts';
import { limitRelations } from '../balance/of-metrics.ts';
import { defineRule } from '../define-rule.ts';
import { said } from '../words.ts';

const metrics = { 'metrics.yaml': 'core: { at_most: [planned] }\nplanned: { at_most: [managed] }' };
const areas = (core: string, planned: string, managed: string) =>
  `figures:\n  core: { claims: [{ value: ${core} }] }\n  planned: { claims: [{ value: ${planned}, status: planned }] }\n  managed: { claims: [{ value: ${managed} }] }`;

export const nestedAreas = defineRule({
  kind: 'park',
  id: 'A1',
  title: { en: 'What lies within is not larger', zh: '所含范围不大于外围范围' },
  why: 'A built area above the planned one is either a slip or an area on another basis, which readers must be told.',
  help: 'Check unit and basis. If the sources really say so, acknowledge it in waivers.yaml; the reason is printed beside the figures.',
  severity: 'warning',
  scope: 'record',
  examples: [
    {
      name: 'one within the other',
      yaml: areas('103 km2', '342 km2', '600 km2'),
      files: metrics,
      outcome: 'pass',
    },
    {
      name: 'the core is larger than the plan',
      yaml: areas('603 km2', '342 km2', '700 km2'),
      files: metrics,
      outcome: 'finding',
      message: 'Core (603 km²) is larger than Planned (342 km²)',
    },
    {
      name: 'in other units',
      yaml: areas('10300 ha', '342 km2', '900000 mu'),
      files: metrics,
      outcome: 'pass',
    },
    {
      name: 'an area that does not change',
      yaml: 'figures:\n  built: { claims: [{ value: 15 km2, as_of: "2013" }] }\n  fixed: { claims: [{ value: 9 km2 }] }',
      files: { 'metrics.yaml': 'built: { at_most: [fixed] }\nfixed: { constant: true }' },
      outcome: 'finding',
    },
    {
      name: 'areas of different dates',
      yaml: 'figures:\n  core: { claims: [{ value: 603 km2, as_of: "2013" }] }\n  planned: { claims: [{ value: 342 km2 }] }',
      files: { 'metrics.yaml': 'core: { at_most: [planned] }' },
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) =>
    judge(
      park,
      context,
      limitRelations(park, context.dataset),
      ({ members }) => {
        const [inner, outer] = [members[0]!, members[1]!];
        const words = { inner: said(inner.figure, inner.claim), outer: said(outer.figure, outer.claim) };
        const message = {
          en: `${words.inner.en} is larger than ${words.outer.en}, within which it should lie`,
          zh: `${words.inner.zh}大于应包含它的${words.outer.zh}`,
        };
        const roles = [
          { term: inner, text: 'within' },
          { term: outer, text: 'the limit' },
        ] as const;
        return [findingAbout(context, roles, message)];
      },
      {
        en: 'no claims of one date for a metric and the one it is `at_most`',
        zh: '没有与at_most所列指标同时点的数据',
      },
    ),
});
