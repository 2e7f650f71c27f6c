/** T5: what the cover and the glance print is not older than five years on the day of the run. */
import type { ParkRecord } from '../../model/dataset.ts';
import type { Bilingual, Claim, Figure } from '../../model/publication.ts';
import { defineRule, labelAt, partOf, type RuleContext } from '../define-rule.ts';
import { relationsOf } from '../figures.ts';
import { dateWords, listed } from '../words.ts';

const mostYears = 5;

export const stale = defineRule({
  kind: 'park',
  id: 'T5',
  title: { en: 'Printed tiles are not older than five years', zh: '封面与概览数据不超过五年' },
  why: "Readers take the large figures of a brochure for today's.",
  help: 'Find newer claims, take the figures from `glance` and `cover`, or acknowledge in waivers.yaml that nothing newer is published.',
  severity: 'warning',
  scope: 'record',
  examples: [
    {
      name: 'of the year before last',
      yaml: 'glance: [firms]\nfigures:\n  firms: { claims: [{ value: 166, as_of: "2024", source: C }] }',
      files: {
        'sources.yaml':
          'C: { title: { en: C, zh: 丙 }, publisher: { en: P, zh: 甲 }, published: "2025", address: "https://example.org/c" }',
      },
      outcome: 'pass',
    },
    {
      name: 'nine years old',
      yaml: 'glance: [firms]\ncover: [area]\nfigures:\n  firms: { claims: [{ value: 166 }] }\n  area: { claims: [{ value: 8 km2, as_of: "2016" }] }',
      outcome: 'finding',
      message: '2 of 2 printed tiles are older than five years on 2026-11-23: Area (2016) and Firms (2017)',
    },
    {
      name: 'old figures elsewhere',
      yaml: 'glance: []\nfigures:\n  firms: { claims: [{ value: 166 }] }',
      outcome: 'not-applicable',
    },
    {
      name: 'what does not change does not age',
      yaml: 'cover: [founded]\nfigures:\n  founded: { claims: [{ value: "2006", as_of: "2006" }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const tiles = tilesOf(park, context);
    if (tiles.length === 0) {
      const missing = {
        en: 'Neither cover nor glance prints a figure that ages.',
        zh: '封面与概览没有会过时的数据。',
      };
      return { applies: false, missing };
    }
    const day = context.day(park);
    const old = tiles.filter(({ claim }) => isOld(claim, day));
    const [first, ...others] = old.map(({ claim }) => labelAt(context.places, claim, 'as_of', 'the newest'));
    if (!first) return { applies: true, findings: [] };
    const list = listed(old.map(wordsOf));
    const message = {
      en: `${old.length} of ${tiles.length} printed tiles are older than five years on ${day}: ${list.en}`,
      zh: `${tiles.length}项封面与概览数据中有${old.length}项在${day}已超过五年：${list.zh}`,
    };
    const parts = old.map(({ figure, claim }) => partOf(figure, claim));
    return { applies: true, findings: [{ parts, message, primary: first, labels: others }] };
  },
});

interface Tile {
  readonly figure: Figure;
  /** The newest of what is printed. */
  readonly claim: Claim;
}

/** The figures of cover and glance that age, each once. */
function tilesOf({ content }: ParkRecord, { dataset }: RuleContext): readonly Tile[] {
  const figures = [...new Set([...content.cover, ...content.glance])];
  return figures.flatMap((figure): readonly Tile[] => {
    const isLasting = ['year', 'date', 'code', 'phone'].includes(figure.dimension);
    if (isLasting || relationsOf(figure, dataset).constant) return [];
    const claim = figure.printed.reduce((a, b) => ((b.as_of.latest ?? '') > (a.as_of.latest ?? '') ? b : a));
    return [{ figure, claim }];
  });
}

function wordsOf({ figure: { label }, claim }: Tile): Bilingual {
  const date = dateWords(claim.as_of);
  return { en: `${label.en} (${date.en})`, zh: `${label.zh}（${date.zh}）` };
}

function isOld({ as_of }: Claim, day: string): boolean {
  if (as_of.latest === null) return false;
  const [year = '', ...rest] = day.split('-');
  const limit = [String(Number(year) - mostYears).padStart(4, '0'), ...rest].join('-');
  return as_of.latest < limit;
}
