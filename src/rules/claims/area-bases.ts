/**
 * A2: areas of one park on different bases are near each other, or explained.
 * Information only: five measures go under the one word "area", and honest data has built areas above the
 * approved one. Declared parts of another area are no measure of the park and are left out.
 */
import type { Dataset, ParkRecord } from '../../model/dataset.ts';
import { compareRatios, ratio } from '../../model/decimal.ts';
import type { Bilingual, Figure } from '../../model/publication.ts';
import { looksAhead } from '../comparable.ts';
import { defineRule, type Finding, labelAt, partOf, type RuleContext } from '../define-rule.ts';
import { type Extent, extentOf, isAbove, quotientOf } from '../extent.ts';
import { figuresOf, relationsOf } from '../figures.ts';
import { amountWords, decimalText, listed } from '../words.ts';

const bases = {
  'metrics.yaml':
    'approved: { dimension: area, basis: { en: approved, zh: 核准 } }\nbuilt: { dimension: area, basis: { en: built, zh: 建成 } }\nplanned: { dimension: area, basis: { en: planned, zh: 规划 } }',
};

/** How many times the smallest area may be contained in another without a word. */
const farApart = ratio('10');

export const areaBases = defineRule({
  kind: 'park',
  id: 'A2',
  title: { en: 'Areas on different bases are near each other', zh: '不同口径的面积相近' },
  why: 'Approved, planned, managed and built areas go under one word; readers who take one for another are wrong by a factor.',
  help: 'Nothing needs mending when the bases are right. An entry of waivers.yaml prints the reason beside the figures.',
  severity: 'info',
  scope: 'record',
  examples: [
    {
      name: 'planned is three times approved',
      yaml: 'figures:\n  approved: { claims: [{ value: 9.56 km2, status: approved }] }\n  planned: { claims: [{ value: 32 km2, status: planned }] }',
      files: bases,
      outcome: 'pass',
    },
    {
      name: 'planned is 285 times approved',
      yaml: 'figures:\n  approved: { claims: [{ value: 120 ha, status: approved }] }\n  planned: { claims: [{ value: 342 km2, status: planned }] }',
      files: bases,
      outcome: 'finding',
      message: 'Planned (342 km²) is 285 times Approved (120 ha)',
    },
    {
      name: 'more is built than approved',
      yaml: 'figures:\n  approved: { claims: [{ value: 956.0 ha, status: approved }] }\n  built: { claims: [{ value: 15.5 km2 }] }',
      files: bases,
      outcome: 'finding',
      message: 'Built (15.5 km²) is above Approved (956 ha)',
    },
    {
      name: 'one area',
      yaml: 'figures:\n  approved: { claims: [{ value: 9.56 km2, status: approved }] }',
      files: bases,
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const areas = areasOf(park, context.dataset);
    if (areas.length < 2) {
      const missing = { en: 'There are no areas on two bases.', zh: '没有两种口径的面积。' };
      return { applies: false, missing };
    }
    return { applies: true, findings: [...spread(areas, context), ...overbuilt(areas, context)] };
  },
});

interface Area {
  readonly figure: Figure;
  readonly extent: Extent;
}

function areasOf(park: ParkRecord, dataset: Dataset): readonly Area[] {
  const { parts, sums } = park.declarations;
  const inner = new Set([...parts.map(({ part }) => part), ...sums.flatMap((sum) => sum.parts)]);
  return figuresOf(park).flatMap((figure): readonly Area[] => {
    const { quantity } = figure.main;
    if (figure.dimension !== 'area' || !figure.basis || !quantity) return [];
    if (inner.has(figure.id) || relationsOf(figure, dataset).part_of !== null) return [];
    return [{ figure, extent: extentOf(quantity) }];
  });
}

/** One finding for all areas that are more than ten times the smallest. */
function spread(areas: readonly Area[], { places }: RuleContext): readonly Finding[] {
  const smallest = areas.reduce((a, b) => (isSmaller(b.extent, a.extent) ? b : a));
  const factors = areas.flatMap(({ figure, extent }) => {
    const factor = quotientOf(extent, smallest.extent).least;
    const isFar = factor !== undefined && compareRatios(factor, farApart) > 0;
    return isFar ? [{ figure, times: timesOf(figure, smallest.figure) }] : [];
  });
  if (factors.length === 0) return [];
  const small = stated(smallest.figure);
  const words = listed(
    factors.map(({ figure, times }) => ({
      en: `${stated(figure).en} is ${times} times`,
      zh: `${stated(figure).zh}为${times}倍`,
    })),
  );
  const message = {
    en: `${words.en} ${small.en}: they measure different things`,
    zh: `与${small.zh}相比，${words.zh}：口径不同`,
  };
  const figures = [...factors.map(({ figure }) => figure), smallest.figure];
  const [first, ...others] = figures.map((figure) =>
    labelAt(places, figure.main, 'value', figure.basis?.en ?? figure.label.en),
  );
  return [{ parts: figures.map((figure) => partOf(figure)), message, primary: first!, labels: others }];
}

/** With its unit, which the words of a source may leave to the head of a column. */
function stated({ label, main }: Figure): Bilingual {
  const amount = amountWords(main.quantity!);
  return { en: `${label.en} (${amount.en})`, zh: `${label.zh}（${amount.zh}）` };
}

function isSmaller(a: Extent, b: Extent): boolean {
  return a.most !== undefined && (b.most === undefined || compareRatios(a.most, b.most) < 0);
}

/** The factor between the stated amounts, in whole numbers, for the message. */
function timesOf(large: Figure, small: Figure): string {
  const exact = (figure: Figure) => extentOf({ ...figure.main.quantity!, digit: -30, bound: 'exact' });
  return decimalText(quotientOf(exact(large), exact(small)).most!, 0);
}

function overbuilt(areas: readonly Area[], { places }: RuleContext): readonly Finding[] {
  const approved = areas.find(({ figure }) => figure.main.status === 'approved');
  const built = areas.find(({ figure }) => figure.basis?.en === 'built' && !looksAhead(figure.main.status));
  if (!approved || !built || !isAbove(built.extent, approved.extent)) return [];
  const words = { built: stated(built.figure), approved: stated(approved.figure) };
  const message = {
    en: `${words.built.en} is above ${words.approved.en}`,
    zh: `${words.built.zh}大于${words.approved.zh}`,
  };
  const primary = labelAt(places, built.figure.main, 'value', 'built');
  const labels = [labelAt(places, approved.figure.main, 'value', 'approved')];
  return [{ parts: [partOf(built.figure), partOf(approved.figure)], message, primary, labels }];
}
