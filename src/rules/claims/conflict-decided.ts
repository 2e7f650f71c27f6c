/**
 * K1: where claims contradict each other, somebody has decided what is printed, and says why.
 * Judged on claims of one figure for the same date, population and status, whatever their sources.
 */
import { comparableClaims, contradicting, isDecided } from '../comparable.ts';
import { defineRule, type Finding, labelAt, partOf } from '../define-rule.ts';
import { figuresOf } from '../figures.ts';
import { dateWords, listed, printed } from '../words.ts';

export const conflictDecided = defineRule({
  kind: 'park',
  id: 'K1',
  title: { en: 'Conflicting claims carry a decision', zh: '相互矛盾的数据须有取舍决定' },
  why: 'Of two values for one date the newest cannot be chosen; which one is printed must not depend on their order in the file.',
  help: 'Give the figure a `decision` (preferred, both, range or unresolved) and a `why` in both languages; or correct a value, a date or a population. A waiver in waivers.yaml can acknowledge it for a while.',
  severity: 'error',
  scope: 'record',
  examples: [
    {
      name: 'one rounds the other',
      yaml: 'figures:\n  area: { claims: [{ id: a, value: 2796.11 ha }, { id: b, value: 2796 ha, source: B }] }',
      outcome: 'pass',
    },
    {
      name: 'two totals for one year, and nobody decided',
      yaml: 'figures:\n  area: { claims: [{ id: a, value: 122 km2 }, { id: b, value: 120 km2 }] }',
      outcome: 'finding',
      message: 'Area for 2017: 122 km² and 120 km², and nothing says which is printed',
    },
    {
      name: 'two counts that differ by one',
      yaml: 'figures:\n  firms: { claims: [{ id: a, value: 166 }, { id: b, value: 167 }] }',
      outcome: 'finding',
      message: 'Firms for 2017: 166 and 167',
    },
    {
      name: 'two codes',
      yaml: 'figures:\n  code: { claims: [{ id: a, value: S159041 }, { id: b, value: S159014 }] }',
      files: { 'metrics.yaml': 'code: { dimension: code }' },
      outcome: 'finding',
      message: 'S159041 and S159014',
    },
    {
      name: 'one of the two is preferred, with a reason',
      yaml: 'figures:\n  area: { decision: preferred, prefer: b, why: { en: Later page., zh: 网页较新。 }, claims: [{ id: a, value: 122 km2 }, { id: b, value: 120 km2 }] }',
      outcome: 'pass',
    },
    {
      name: 'other populations may differ',
      yaml: 'figures:\n  firms: { claims: [{ id: a, value: 170, population: { en: suppliers, zh: 配套企业 } }, { id: b, value: 166, population: { en: settled, zh: 入驻企业 } }] }',
      outcome: 'not-applicable',
    },
    {
      name: 'one claim',
      yaml: 'figures:\n  area: { claims: [{ value: 122 km2 }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, { places }) => {
    const groups = figuresOf(park).flatMap((figure) => comparableClaims(figure));
    if (groups.length === 0) {
      const missing = {
        en: 'No figure has two claims for one date.',
        zh: '没有同一指标同一时点的两个数据。',
      };
      return { applies: false, missing };
    }
    const findings = groups.flatMap(({ figure, claims }): readonly Finding[] => {
      if (isDecided(figure)) return [];
      const [first, ...others] = contradicting(claims);
      if (!first) return [];
      const all = [first, ...others];
      const values = listed(all.map(printed));
      const date = dateWords(first.as_of);
      const message = {
        en: `${figure.label.en} for ${date.en}: ${values.en}, and nothing says which is printed`,
        zh: `${figure.label.zh}（${date.zh}）：有${values.zh}，未说明采用哪一个`,
      };
      const primary = labelAt(places, first, 'value', `by ${first.source.id}`);
      const labels = others.map((claim) => labelAt(places, claim, 'value', `by ${claim.source.id}`));
      return [{ parts: all.map((claim) => partOf(figure, claim)), message, primary, labels }];
    });
    return { applies: true, findings };
  },
});
