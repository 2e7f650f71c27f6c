/** Links what the files of a data folder hold: claims to sources, figures to metrics, waivers to parks. */
import type { SourceText } from '../diagnostics/span.ts';
import { entryOf } from '../source/located.ts';
import { parseAsOf } from './as-of.ts';
import { type Builder, bilingual } from './build-figures.ts';
import { buildPark } from './build-park.ts';
import type { BuiltDataset, Metric, Metrics, ParkRecord, ReferenceRate, Source } from './dataset.ts';
import { type PlaceBook, placeBook } from './places.ts';
import type { AsOf, CitedSource } from './publication.ts';
import type { Plain } from './raw.ts';
import type { RawPark } from './schema/park.ts';
import type { RawMetrics, RawRate, RawSources, RawWaiver } from './schema/tables.ts';

/** What passed its schema, with its places. */
export interface Checked<T> {
  readonly value: T;
  readonly plain: Plain;
  readonly source: SourceText;
}

export interface Linkable {
  readonly sources: Checked<RawSources>;
  readonly metrics: Checked<RawMetrics>;
  readonly parks: readonly Checked<RawPark>[];
  readonly waivers: Checked<readonly RawWaiver[]> | undefined;
  readonly rates: Checked<readonly RawRate[]> | undefined;
}

/** The dataset. Everything in it must have passed the schemas and the references. */
export function link({ sources, metrics, parks, waivers, rates }: Linkable): BuiltDataset {
  const places = placeBook();
  const metricTable = buildMetrics(metrics, places);
  const sourceTable = new Map(
    Object.entries(sources.value).map(([id, raw]) => [id, buildSource(id, raw, sources.plain, places)]),
  );
  const waived = new Map<string, RawWaiver[]>();
  for (const raw of waivers?.value ?? []) waived.set(raw.park, [...(waived.get(raw.park) ?? []), raw]);
  const records = parks.map(({ value, plain, source }): ParkRecord => {
    const own = waived.get(value.id) ?? [];
    const cited = citedSources(value, sourceTable, places);
    const builder: Builder = { nodeOf: plain.nodeOf, places, metrics: metricTable, cited };
    const about = own.map((raw) => ({ raw, builder: { nodeOf: waivers!.plain.nodeOf, places } }));
    return buildPark(value, source, about, builder);
  });
  return {
    parks: [...records].sort((a, b) => (a.id < b.id ? -1 : 1)),
    sources: sourceTable,
    metrics: metricTable,
    rates: rates ? buildRates(rates, sourceTable, places) : [],
    places,
  };
}

function buildRates(
  { value, plain }: Checked<readonly RawRate[]>,
  sources: ReadonlyMap<string, Source>,
  places: PlaceBook,
): readonly ReferenceRate[] {
  // A rate of a source that is faulty or unknown judges nothing; that has been told.
  const usable = value.filter((raw) => sources.has(raw.source));
  return usable.map((raw) => {
    const period = places.put({ ...(parseAsOf(raw.period).value as AsOf) }, plain.nodeOf(raw));
    const { of, in: into, mean } = raw;
    return places.put({ of, in: into, mean, period, source: sources.get(raw.source)! }, plain.nodeOf(raw));
  });
}

function buildMetrics({ value, plain }: Checked<RawMetrics>, places: PlaceBook): Metrics {
  const builder = { nodeOf: plain.nodeOf, places };
  const groups = Object.entries(value.groups).map(([id, label]) => ({
    id,
    label: bilingual(label, builder),
  }));
  const metrics = Object.entries(value.metrics).map(([id, raw]): [string, Metric] => {
    const { group, dimension, label, basis, definition } = raw;
    const { growth_of = null, target_of = null, sum_of = null, part_of = null } = raw;
    const { at_most = [], less_than = [], constant = false } = raw;
    const optional = (text: typeof basis) => (text ? bilingual(text, builder) : null);
    const metric = {
      id,
      group,
      dimension,
      label: bilingual(label, builder),
      basis: optional(basis),
      definition: optional(definition),
      relations: { growth_of, target_of, sum_of, part_of, at_most, less_than, constant },
    };
    return [id, places.put(metric, plain.nodeOf(raw))];
  });
  return { groups, metrics: new Map(metrics) };
}

function buildSource(id: string, raw: RawSources[string], plain: Plain, places: PlaceBook): Source {
  const builder = { nodeOf: plain.nodeOf, places };
  const node = plain.nodeOf(raw);
  const published = places.put(
    { ...(parseAsOf(raw.published).value as AsOf) },
    entryOf(node, 'published')?.value,
  );
  const note = raw.note ? bilingual(raw.note, builder) : null;
  const texts = { title: bilingual(raw.title, builder), publisher: bilingual(raw.publisher, builder) };
  return places.put({ id, ...texts, published, address: raw.address, note }, node);
}

/** The sources a park cites, numbered in the order of their first citation in its file. */
function citedSources(
  park: RawPark,
  sources: ReadonlyMap<string, Source>,
  places: PlaceBook,
): ReadonlyMap<string, CitedSource> {
  const cited = new Map<string, CitedSource>();
  const visit = (value: object): void => {
    // Objects of checked data have no prototype, lists no keys but their indices.
    for (const key in value) {
      const child = (value as Readonly<Record<string, unknown>>)[key];
      if (typeof child === 'object' && child !== null) visit(child);
      else if (key === 'source' && typeof child === 'string' && !cited.has(child)) {
        const source = sources.get(child);
        if (source) cited.set(child, places.put({ ...source, number: cited.size + 1 }, places.node(source)));
      }
    }
  };
  visit(park);
  return cited;
}
