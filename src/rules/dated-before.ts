/**
 * T4: what a source says is not younger than the source.
 * Plans and targets look ahead and are left out.
 */
import { defineRule, type Finding, labelAt } from './define-rule.ts';
import { claimsOf } from './figures.ts';

export const datedBefore = defineRule({
  id: 'T4',
  title: { en: 'A value is not younger than its source', zh: '数据时点不晚于来源发布' },
  why: 'A source cannot state what had not happened when it was published; one of the dates is wrong.',
  help: 'Correct `as_of`, or `published` in sources.yaml.',
  severity: 'warning',
  scope: 'claim',
  examples: [
    {
      name: 'before publication',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: "2016" }] }',
      outcome: 'pass',
    },
    {
      name: 'the year of publication',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: "2018" }] }',
      outcome: 'pass',
    },
    {
      name: 'after publication',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: "2019" }] }',
      outcome: 'finding',
      message: 'Area: as of 2019, but the source was published 2018-12-12',
    },
    {
      name: 'a target',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: "2030", status: target }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, places) => {
    const claims = claimsOf(park);
    const judged = claims.filter(
      ({ claim }) => !['planned', 'target'].includes(claim.status) && claim.as_of.earliest !== null,
    );
    if (judged.length === 0) return { applies: false };
    const findings = judged.flatMap(({ figure, claim }): readonly Finding[] => {
      const { as_of, source } = claim;
      const published = source.published.latest;
      if (published === null || as_of.earliest === null || as_of.earliest <= published) return [];
      const message = {
        en: `${figure.label.en}: as of ${as_of.text}, but the source was published ${source.published.text}`,
        zh: `${figure.label.zh}：数据时点为${as_of.text}，而来源发布于${source.published.text}`,
      };
      const labels = [labelAt(places, source, 'published', 'published')];
      return [
        {
          figures: [figure.id],
          message,
          primary: labelAt(places, claim, 'as_of', 'later than its source'),
          labels,
        },
      ];
    });
    return { applies: true, findings };
  },
});
