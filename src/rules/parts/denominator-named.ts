/**
 * D1: every percentage says what it is of.
 * `shares` of the park names it, as figures or in words, or `quotients`; a growth is of the metric that `growth_of` of
 * metrics.yaml names. Percentage points are of nothing.
 */
import { isPercentage } from '../balance/declared.ts';
import { defineRule, type Finding, labelAt, partOf } from '../define-rule.ts';
import { figuresOf, relationsOf } from '../figures.ts';
import { said } from '../words.ts';

const share = 'figures:\n  hightech_share: { claims: [{ value: 40 %, verbatim: 40 percent }] }';

export const denominatorNamed = defineRule({
  kind: 'park',
  id: 'D1',
  title: { en: 'A percentage says what it is of', zh: '百分比须注明分母' },
  why: '“40 percent” of the zone and of the region are different things; without the whole nobody can check or use it.',
  help: 'Add an entry to `shares`: `{ share, part, whole }` with figures, or `{ share, of: { en, zh } }` in words. For a growth, give its metric `growth_of` in metrics.yaml. If the source does not say it, acknowledge that in waivers.yaml; the reason is printed beside the figure.',
  severity: 'error',
  scope: 'record',
  examples: [
    {
      name: 'of what, is not said',
      yaml: share,
      outcome: 'finding',
      message: 'Hightech-share (“40 percent”) does not say what it is of',
    },
    {
      name: 'said with figures',
      yaml: `${share}\n  hightech: { claims: [{ value: 49 }] }\n  registered: { claims: [{ value: 122 }] }\nshares: [{ share: hightech_share, part: hightech, whole: registered }]`,
      outcome: 'pass',
    },
    {
      name: 'said in words',
      yaml: `${share}\nshares: [{ share: hightech_share, of: { en: the high-tech firms of the region, zh: 全区高新技术企业 } }]`,
      outcome: 'pass',
    },
    {
      name: 'a growth',
      yaml: 'figures:\n  output_growth: { claims: [{ value: 31.46 % }] }',
      files: { 'metrics.yaml': 'output_growth: { growth_of: output }\noutput: { dimension: money }' },
      outcome: 'pass',
    },
    {
      name: 'percentage points',
      yaml: 'figures:\n  share_change: { claims: [{ value: 2 pp }] }',
      outcome: 'not-applicable',
    },
    {
      name: 'no percentage',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2 }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, { dataset, places }) => {
    const percentages = figuresOf(park).filter(({ claims }) =>
      claims.some(({ quantity }) => quantity && isPercentage(quantity)),
    );
    if (percentages.length === 0)
      return { applies: false, missing: { en: 'no figure is a percentage', zh: '没有百分比数据' } };
    const { shares, quotients } = park.declarations;
    const named = new Set([...shares.map((declared) => declared.share), ...quotients.map(({ is }) => is)]);
    const findings = percentages.flatMap((figure): readonly Finding[] => {
      if (named.has(figure.id) || relationsOf(figure, dataset).growth_of !== null) return [];
      const words = said(figure);
      const message = { en: `${words.en} does not say what it is of`, zh: `${words.zh}未注明分母` };
      const primary = labelAt(places, figure.main, 'value', 'of what?');
      return [{ parts: [partOf(figure)], message, primary, labels: [] }];
    });
    return { applies: true, findings };
  },
});
