/**
 * S4: every claim says of when it is.
 * The schema asks for an as-of; words such as "so far" satisfy it and are told here.
 */
import { defineRule, type Finding, labelAt } from './define-rule.ts';
import { claimsOf } from './figures.ts';

export const dated = defineRule({
  id: 'S4',
  title: { en: 'Every value has a date', zh: '每项数据均有时点' },
  why: 'A value without a date ages unseen; "so far" tells only the latest day it can mean.',
  help: 'Find a source that gives the date, or leave it: it is printed as stated.',
  severity: 'info',
  scope: 'claim',
  examples: [
    {
      name: 'a year',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: "2016" }] }',
      outcome: 'pass',
    },
    {
      name: 'so far',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: { text: so far, latest: "2017-12-11" } }] }',
      outcome: 'finding',
      message: 'Area: the date is not known (“so far”), at the latest 2017-12-11',
    },
    { name: 'no figure at all', yaml: 'figures: {}', outcome: 'not-applicable' },
  ],
  check: (park, places) => {
    const claims = claimsOf(park);
    if (claims.length === 0) return { applies: false };
    const findings = claims.flatMap(({ figure, claim }): readonly Finding[] => {
      const { precision, text, latest } = claim.as_of;
      if (precision !== 'unknown') return [];
      const message = {
        en: `${figure.label.en}: the date is not known (“${text}”), at the latest ${latest}`,
        zh: `${figure.label.zh}：时点不详（“${text}”），不晚于${latest}`,
      };
      return [
        { figures: [figure.id], message, primary: labelAt(places, claim, 'as_of', 'no date'), labels: [] },
      ];
    });
    return { applies: true, findings };
  },
});
