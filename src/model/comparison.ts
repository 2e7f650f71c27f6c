/** All parks side by side: the root that templates of all parks see, in one language. */

import { type CommonUnit, commonUnitOf } from './common-unit.ts';
import type { BuiltDataset, ParkRecord } from './dataset.ts';
import { byCodeUnit } from './order.ts';
import type { Bilingual, CheckResult, CitedSource, Figure, Lang, Park, Publication } from './publication.ts';

export interface Comparison {
  readonly lang: Lang;
  /** The newest of the parks' editions. */
  readonly edition: Publication['edition'];
  /** In the order of their ids. */
  readonly parks: readonly Park[];
  /** Figures that two or more parks state, in the order of the metrics. */
  readonly compared: readonly ComparedFigure[];
  /** All sources that are cited, in the order of their ids, numbered anew. */
  readonly sources: readonly CitedSource[];
}

export interface ComparedFigure {
  readonly id: string;
  readonly label: Bilingual;
  readonly basis: Bilingual | null;
  readonly definition: Bilingual | null;
  /** What its values are converted to; null for counts, and for years and codes, which are no amounts. */
  readonly unit: Bilingual | null;
  /** Type of its column. */
  readonly type: 'number' | 'text';
  /** How many parks state it. */
  readonly count: number;
  /** Whether enough parks state an amount for bars to tell something. */
  readonly charted: boolean;
}

/** One park of a comparison, with what the rules said of it. */
export interface ComparedPark {
  readonly park: Park;
  readonly figures: readonly Figure[];
  readonly checks: readonly CheckResult[];
}

/** A comparison with what its tables are made from. */
export interface Compared {
  readonly root: Comparison;
  readonly parks: readonly ComparedPark[];
  readonly units: ReadonlyMap<string, CommonUnit>;
}

const LEAST_PARKS = 2;
const LEAST_BARS = 3;

export function comparisonOf(
  dataset: BuiltDataset,
  checks: ReadonlyMap<string, readonly CheckResult[]>,
  lang: Lang,
): Compared {
  const parks = dataset.parks.map(
    ({ id, content }): ComparedPark => ({
      park: content.park,
      figures: content.groups.flatMap((group) => group.figures),
      checks: checks.get(id) ?? [],
    }),
  );
  const units = new Map<string, CommonUnit>();
  const compared = [...dataset.metrics.metrics.values()].flatMap((metric): readonly ComparedFigure[] => {
    const stated = parks.flatMap(({ figures }) => figures.filter(({ id }) => id === metric.id));
    if (stated.length < LEAST_PARKS) return [];
    const unit = commonUnitOf(stated);
    if (unit) units.set(metric.id, unit);
    const { id, label, basis, definition } = metric;
    const type = unit ? 'number' : 'text';
    const charted = unit !== undefined && stated.length >= LEAST_BARS;
    return [{ id, label, basis, definition, unit: unit?.label ?? null, type, count: stated.length, charted }];
  });
  const root = {
    lang,
    edition: newestEdition(dataset.parks),
    parks: parks.map(({ park }) => park),
    compared,
    sources: allSources(dataset.parks),
  };
  return { root, parks, units };
}

function newestEdition(parks: readonly ParkRecord[]): Publication['edition'] {
  const editions = parks.map(({ content }) => content.edition);
  return editions.reduce(
    (newest, one) => (one.date > newest.date ? one : newest),
    editions[0] ?? { name: '', date: '' },
  );
}

function allSources(parks: readonly ParkRecord[]): readonly CitedSource[] {
  const all = new Map(
    parks.flatMap(({ content }) => content.sources.map((source) => [source.id, source] as const)),
  );
  return [...all.values()]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .map((source, index) => ({ ...source, number: index + 1 }));
}
