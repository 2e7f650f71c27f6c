/**
 * A3: sources that state the same figure agree within the printed digits.
 * Judged on claims of the same population and status: of the same date where somebody has decided between them
 * (K1 tells those without), and across dates for what does not change from year to year.
 */
import { subjectOf } from '../../model/build-figures.ts';
import type { Dataset, ParkRecord } from '../../model/dataset.ts';
import type { Bilingual, Claim, Figure } from '../../model/publication.ts';
import { comparableClaims, contradicting, isDecided } from '../comparable.ts';
import { defineRule, type Finding, labelAt, partOf } from '../define-rule.ts';
import { figuresOf, relationsOf } from '../figures.ts';
import { dateWords, listed, printed } from '../words.ts';

const constant = { 'metrics.yaml': 'area: { constant: true }' };
const founded = { 'metrics.yaml': 'founded: { dimension: date, constant: true }' };

export const sourcesAgree = defineRule({
  kind: 'park',
  id: 'A3',
  title: { en: 'Sources agree on one figure', zh: '各来源数值一致' },
  why: 'Two sources that contradict each other on the same thing cannot both be printed without a word.',
  help: 'Check dates and populations. If the sources really differ, acknowledge it in waivers.yaml; the reason is printed beside the figure.',
  severity: 'warning',
  scope: 'record',
  examples: [
    {
      name: 'one rounds the other',
      yaml: 'figures:\n  area: { claims: [{ id: a, value: 2796.11 ha, source: A }, { id: b, value: 2796 ha, source: B }] }',
      outcome: 'pass',
    },
    {
      name: 'the same in another unit',
      yaml: 'figures:\n  area: { claims: [{ id: a, value: 27.96 km2, source: A }, { id: b, value: 41942 mu, source: B }] }',
      outcome: 'pass',
    },
    {
      name: 'two totals for one year, of which one is preferred',
      yaml: 'figures:\n  area: { decision: preferred, prefer: b, why: { en: Later., zh: 较新。 }, claims: [{ id: a, value: 122 km2, source: A }, { id: b, value: 120 km2, source: B }] }',
      outcome: 'finding',
      message: 'Area: 122 km² (2017) and 120 km² (2017)',
    },
    {
      name: 'an area that does not change from year to year',
      yaml: 'figures:\n  area: { claims: [{ id: a, value: 122 km2, source: A, as_of: "2013-12" }, { id: b, value: 120 km2, source: B, as_of: "2017-12" }] }',
      files: constant,
      outcome: 'finding',
      message: 'Area: 122 km² (2013-12) and 120 km² (2017-12)',
    },
    {
      name: 'two years of founding',
      yaml: 'figures:\n  founded: { claims: [{ id: a, value: "1990", as_of: "1990", source: A }, { id: b, value: "1992", as_of: "1992", source: B }] }',
      files: founded,
      outcome: 'finding',
      message: 'Founded: 1990 and 1992',
    },
    {
      name: 'a month within the year',
      yaml: 'figures:\n  founded: { claims: [{ id: a, value: "1992-11", as_of: "1992-11", source: A }, { id: b, value: "1992", as_of: "1992", source: B }] }',
      files: founded,
      outcome: 'pass',
    },
    {
      name: 'what changes may differ from year to year',
      yaml: 'figures:\n  area: { claims: [{ id: a, value: 122 km2, source: A, as_of: "2013" }, { id: b, value: 120 km2, source: B }] }',
      outcome: 'not-applicable',
    },
    {
      name: 'two totals for one year without a decision are told by K1',
      yaml: 'figures:\n  area: { claims: [{ id: a, value: 122 km2, source: A }, { id: b, value: 120 km2, source: B }] }',
      outcome: 'not-applicable',
    },
    {
      name: 'one source',
      yaml: 'figures:\n  area: { claims: [{ value: 122 km2 }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, { dataset, places }) => {
    const groups = comparable(park, dataset);
    if (groups.length === 0) {
      const missing = {
        en: 'No figure has two sources for one date.',
        zh: '没有同一指标同一时点的两个来源。',
      };
      return { applies: false, missing };
    }
    const findings = groups.flatMap(({ figure, against }): readonly Finding[] => {
      const [first, ...others] = oldestFirst(against);
      if (!first) return [];
      const all = [first, ...others];
      const values = listed(all.map(printedWithDate));
      const message = {
        en: `${figure.label.en}: ${values.en}`,
        zh: `${figure.label.zh}：既有${values.zh}`,
      };
      const primary = labelAt(places, all.at(-1)!, 'value', all.at(-1)!.source.title.en);
      const labels = all.slice(0, -1).map((claim) => labelAt(places, claim, 'value', claim.source.title.en));
      return [{ parts: all.map((claim) => partOf(figure, claim)), message, primary, labels }];
    });
    return { applies: true, findings };
  },
});

interface Judged {
  readonly figure: Figure;
  /** Claims that contradict others; empty when all agree. */
  readonly against: readonly Claim[];
}

function comparable(park: ParkRecord, dataset: Dataset): readonly Judged[] {
  return figuresOf(park).flatMap((figure): readonly Judged[] => {
    if (figure.claims.length < 2) return [];
    const groups = comparableClaims(figure, relationsOf(figure, dataset).constant);
    return groups.flatMap(({ claims }): readonly Judged[] => {
      if (!hasTwoSources(claims)) return [];
      const against = contradicting(claims);
      if (!isDecided(figure) && against.length > 0 && haveOneSubject(against)) return [];
      return [{ figure, against: hasTwoSources(against) ? against : [] }];
    });
  });
}

function haveOneSubject([first, ...others]: readonly Claim[]): boolean {
  return first !== undefined && others.every((claim) => subjectOf(claim) === subjectOf(first));
}

function hasTwoSources(claims: readonly Claim[]): boolean {
  return claims.some(({ source }) => source.id !== claims[0]?.source.id);
}

/** Claims are kept newest first; sentences tell the older one first. */
function oldestFirst(claims: readonly Claim[]): readonly Claim[] {
  const isOrdered = claims.some(({ as_of }) => as_of.latest !== claims[0]?.as_of.latest);
  return isOrdered ? [...claims].reverse() : claims;
}

/** A date tells its own; an amount is told with the date it is for. */
function printedWithDate(claim: Claim): Bilingual {
  const value = printed(claim);
  if (claim.date) return value;
  const date = dateWords(claim.as_of);
  return { en: `${value.en} (${date.en})`, zh: `${value.zh}（${date.zh}）` };
}
