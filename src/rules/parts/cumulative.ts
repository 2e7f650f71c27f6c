/**
 * T3: a sum since the beginning never falls, and is at least any single year that it includes.
 * Judged for metrics that `sum_of` of metrics.yaml names, on dated facts of one population.
 */

import { findingAbout, judge } from '../balance/judge.ts';
import { cumulativeRelations } from '../balance/of-metrics.ts';
import { fallsOf } from '../balance/relation.ts';
import type { Term } from '../balance/term.ts';
import { defineRule, type Finding, type RuleContext } from '../define-rule.ts';
import { printed, said } from '../words.ts';

const metrics = { 'metrics.yaml': 'total: { sum_of: yearly }\nyearly: { dimension: money }' };

export const cumulative = defineRule({
  kind: 'park',
  id: 'T3',
  title: { en: 'A cumulative sum never falls', zh: '累计值不下降' },
  why: 'A sum since the beginning that falls, or is below one of its years, mixes two measures under one name.',
  help: 'Check which of the amounts is cumulative. If the sources really say so, acknowledge it in waivers.yaml; the reason is printed beside the figures.',
  severity: 'error',
  scope: 'record',
  examples: [
    {
      name: 'it grows, and exceeds each year',
      yaml: 'figures:\n  total: { claims: [{ id: a, value: 120 billion CNY, as_of: "2015" }, { id: b, value: 158 billion CNY }] }\n  yearly: { claims: [{ value: 18.4 billion CNY }] }',
      files: metrics,
      outcome: 'pass',
    },
    {
      name: 'it falls',
      yaml: 'figures:\n  total: { claims: [{ id: a, value: 158 billion CNY, as_of: "2015" }, { id: b, value: 120 billion CNY }] }',
      files: metrics,
      outcome: 'finding',
      message: 'Total (120,000,000,000 CNY) of 2017 is below the 158,000,000,000 CNY of 2015',
    },
    {
      name: 'one year exceeds it',
      yaml: 'figures:\n  total: { claims: [{ value: 15.8 billion CNY }] }\n  yearly: { claims: [{ value: 18.4 billion CNY, as_of: "2016" }] }',
      files: metrics,
      outcome: 'finding',
      message: 'Total (15,800,000,000 CNY) of 2017 is below the year 2016 alone: Yearly (18,400,000,000 CNY)',
    },
    {
      name: 'a later year',
      yaml: 'figures:\n  total: { claims: [{ value: 15.8 billion CNY }] }\n  yearly: { claims: [{ value: 18.4 billion CNY, as_of: "2018" }] }',
      files: metrics,
      outcome: 'not-applicable',
    },
    {
      name: 'a sum of some years beside one since the beginning',
      yaml: 'figures:\n  total: { claims: [{ id: a, value: 158 billion CNY, as_of: "2015" }, { id: b, value: 40 billion CNY, as_of: 2016/2017 }] }',
      files: metrics,
      outcome: 'not-applicable',
    },
    {
      name: 'no cumulative figure',
      yaml: 'figures:\n  yearly: { claims: [{ value: 18.4 billion CNY }] }',
      files: metrics,
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) =>
    judge(
      park,
      context,
      cumulativeRelations(park, context.dataset),
      (relation) => fallsOf(relation).map(({ earlier, later }) => findingOf(earlier, later, context)),
      {
        en: 'no cumulative figure with two dates, or with a year that it includes',
        zh: '没有具备两个时点或所含年份的累计数据',
      },
    ),
});

function findingOf(earlier: Term, later: Term, context: RuleContext): Finding {
  const [first, second] = [said(earlier.figure, earlier.claim), said(later.figure, later.claim)];
  const [then, now] = [earlier.claim.as_of.text, later.claim.as_of.text];
  const isYear = earlier.figure !== later.figure;
  const message = isYear
    ? {
        en: `${second.en} of ${now} is below the year ${then} alone: ${first.en}`,
        zh: `时点为${now}的${second.zh}小于${then}单独一期的${first.zh}`,
      }
    : {
        en: `${second.en} of ${now} is below the ${printed(earlier.claim).en} of ${then}`,
        zh: `时点为${now}的${second.zh}小于时点为${then}的${printed(earlier.claim).zh}`,
      };
  const roles = [
    { term: later, text: 'the sum' },
    { term: earlier, text: isYear ? 'one year of it' : 'already this much' },
  ] as const;
  return findingAbout(context, roles, message);
}
