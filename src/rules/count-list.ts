/**
 * P5: a stated count is the length of the list it counts.
 * Judged where `counts` declares which figure counts which list.
 */
import { decimal } from '../model/decimal.ts';
import { rangeOf } from '../model/quantity.ts';
import { defineRule, type Finding, labelAt } from './define-rule.ts';
import { said } from './words.ts';

export const countList = defineRule({
  id: 'P5',
  title: { en: 'A stated count is the length of its list', zh: '所述数量与清单一致' },
  why: 'When a source says six and names seven, readers notice; one of the two is wrong or something is missing.',
  help: 'Complete the list, correct the count, or explain it: a conflict with `rule: P5` and the figure.',
  severity: 'error',
  scope: 'park',
  examples: [
    {
      name: 'two are stated and two are named',
      yaml: 'figures:\n  sub_parks: { claims: [{ value: 2 }] }\nsub_parks: [{ name: { en: A, zh: 甲 } }, { name: { en: B, zh: 乙 } }]\ncounts: { sub_parks: sub_parks }',
      outcome: 'pass',
    },
    {
      name: 'six are stated and two are named',
      yaml: 'figures:\n  sub_parks: { claims: [{ value: 6, verbatim: six }] }\nsub_parks: [{ name: { en: A, zh: 甲 } }, { name: { en: B, zh: 乙 } }]\ncounts: { sub_parks: sub_parks }',
      outcome: 'finding',
      message: 'Sub-parks (“six”): the list names 2',
    },
    {
      name: 'at least one is stated',
      yaml: 'figures:\n  sub_parks: { claims: [{ value: 1, bound: at-least }] }\nsub_parks: [{ name: { en: A, zh: 甲 } }, { name: { en: B, zh: 乙 } }]\ncounts: { sub_parks: sub_parks }',
      outcome: 'pass',
    },
    {
      name: 'no list is counted',
      yaml: 'figures:\n  sub_parks: { claims: [{ value: 2 }] }',
      outcome: 'not-applicable',
    },
  ],
  check: ({ content, declarations }, places) => {
    if (declarations.counts.length === 0) return { applies: false };
    const findings = declarations.counts.flatMap(({ list, figure: id }): readonly Finding[] => {
      const figure = content.figures[id]!;
      const { quantity } = figure.main;
      const named = content.park[list].length;
      if (!quantity) return [];
      const { least, most } = rangeOf(quantity);
      const fits = (!least || decimal(named).gte(least)) && (!most || decimal(named).lte(most));
      if (fits) return [];
      const words = said(figure);
      const message = { en: `${words.en}: the list names ${named}`, zh: `${words.zh}：清单列出${named}项` };
      const first = content.park[list][0];
      const labels = first ? [labelAt(places, first, 'name', `the first of ${named}`)] : [];
      return [
        {
          figures: [id],
          message,
          primary: labelAt(places, figure.main, 'value', 'the stated count'),
          labels,
        },
      ];
    });
    return { applies: true, findings };
  },
});
