/** Claims and figures from checked data. */
import { entryOf, type Located } from '../source/located.ts';
import { asOfWords, newerFirst, parseAsOf } from './as-of.ts';
import type { Metrics } from './dataset.ts';
import { decisionLabels, statusLabels } from './labels.ts';
import type { PlaceBook } from './places.ts';
import type {
  AsOf,
  Bilingual,
  CitedSource,
  Claim,
  Decision,
  Equivalent,
  Figure,
  FigureGroup,
  Quantity,
} from './publication.ts';
import { parseQuantity } from './quantity.ts';
import type { NodeOf } from './raw.ts';
import { defaultClaimId } from './references.ts';
import type { RawAsOf, RawBilingual } from './schema/atoms.ts';
import type { RawClaim, RawEquivalent, RawFigure } from './schema/figures.ts';
import type { RawPark } from './schema/park.ts';
import { trendOf } from './series.ts';
import { parseValue } from './value.ts';

/** What the builders of one park share. */
export interface Builder {
  readonly nodeOf: NodeOf;
  readonly places: PlaceBook;
  readonly metrics: Metrics;
  readonly cited: ReadonlyMap<string, CitedSource>;
}

export function bilingual(raw: RawBilingual, builder: Pick<Builder, 'nodeOf' | 'places'>): Bilingual {
  return builder.places.put({ en: raw.en.trim(), zh: raw.zh.trim() }, builder.nodeOf(raw));
}

export function optionalBilingual(raw: RawBilingual | undefined, builder: Builder): Bilingual | null {
  return raw === undefined ? null : bilingual(raw, builder);
}

/** The date under a key of an object. */
export function asOf(raw: RawAsOf, owner: object, key: string, { nodeOf, places }: Builder): AsOf {
  const parsed = typeof raw === 'string' ? parseAsOf(raw) : asOfWords(raw.text, raw.earliest, raw.latest);
  return places.put({ ...checked(parsed) }, childOf(owner, key, nodeOf));
}

/** The amount under a key of an object; any unit will do, as the schema or the references have checked it. */
export function amount(
  raw: string | undefined,
  owner: object,
  key: string,
  { nodeOf, places }: Builder,
): Quantity | null {
  return raw === undefined
    ? null
    : places.put({ ...checked(parseQuantity(raw)) }, childOf(owner, key, nodeOf));
}

function childOf(owner: object, key: string, nodeOf: NodeOf): Located | undefined {
  return entryOf(nodeOf(owner), key)?.value;
}

/** The value of a text that validation has let pass. */
function checked<T>(parsed: { readonly value?: T }): T {
  if (parsed.value === undefined) throw new Error('a text passed validation and cannot be read');
  return parsed.value;
}

/** The source that checked data cites. */
export function citedSource(id: string, { cited }: Builder): CitedSource {
  const source = cited.get(id);
  if (!source) throw new Error(`the source ${id} passed validation and does not exist`);
  return source;
}

/** All figures of a park in the order of the file; `noted` are the figures that each note is about, in note order. */
export function buildFigures(
  park: RawPark,
  noted: readonly (readonly string[])[],
  builder: Builder,
): Readonly<Record<string, Figure>> {
  const numbers = new Map<string, number[]>();
  for (const [index, about] of noted.entries()) {
    for (const figure of new Set(about)) numbers.set(figure, [...(numbers.get(figure) ?? []), index + 1]);
  }
  const figures: Record<string, Figure> = Object.create(null);
  for (const [id, raw] of Object.entries(park.figures))
    figures[id] = buildFigure(id, raw, numbers.get(id) ?? [], builder);
  return builder.places.put(figures, builder.nodeOf(park.figures));
}

function buildFigure(id: string, raw: RawFigure, notes: readonly number[], builder: Builder): Figure {
  const metric = builder.metrics.metrics.get(id);
  if (!metric) throw new Error(`the metric ${id} passed validation and does not exist`);
  const inOrder = raw.claims.map((claim, index) => buildClaim(claim, index, metric.dimension, builder));
  const claims = [...inOrder].sort((a, b) => newerFirst(a.as_of, b.as_of));
  const main = claims.find((claim) => claim.id === raw.prefer) ?? claims[0]!;
  const decision = buildDecision(raw, claims.length, builder);
  const printed = printedOf(decision, main, claims);
  const { label, group, dimension, basis, definition } = metric;
  const found = trendOf({ claims, main, dimension });
  const trend = found ? { unit: found.unit.label } : null;
  const { places, nodeOf } = builder;
  const own = {
    label: places.node(label),
    basis: basis ? places.node(basis) : undefined,
    main: 'prefer',
    printed: 'claims',
    trend: 'claims',
  };
  return places.put(
    {
      id,
      label,
      group,
      dimension,
      definition,
      basis,
      claims,
      main,
      decision,
      printed,
      trend,
      notes,
    },
    nodeOf(raw),
    own,
  );
}

/** What is printed and why: as the park file decides, else by the number of claims. */
function buildDecision(raw: RawFigure, claims: number, builder: Builder): Decision {
  const { places, nodeOf } = builder;
  const kind: Decision['kind'] =
    raw.decision ?? (raw.prefer !== undefined ? 'preferred' : claims > 1 ? 'newest' : 'single');
  const label = places.put({ ...decisionLabels[kind] }, childOf(raw, 'decision', nodeOf) ?? nodeOf(raw));
  const decision: Decision = { kind, label, reason: optionalBilingual(raw.why, builder) };
  return places.put(decision, nodeOf(raw), { kind: 'decision', label: 'decision', reason: 'why' });
}

/** Claims of the date and population of the main one stand beside it where the decision says so. */
function printedOf({ kind }: Decision, main: Claim, claims: readonly Claim[]): readonly Claim[] {
  switch (kind) {
    case 'single':
    case 'newest':
    case 'preferred':
      return [main];
    case 'both':
    case 'range':
    case 'unresolved': {
      const subject = subjectOf(main);
      const beside = claims.filter((claim) => subjectOf(claim) === subject);
      return beside.length > 1 ? beside : claims;
    }
  }
}

/** What a claim speaks of: claims with the same subject can contradict each other. */
export function subjectOf({ as_of, population, status }: Claim): string {
  return JSON.stringify([as_of.earliest, as_of.latest, population?.en ?? null, status]);
}

function buildClaim(raw: RawClaim, index: number, dimension: Figure['dimension'], builder: Builder): Claim {
  const { places, nodeOf } = builder;
  const node = childOf(raw, 'value', nodeOf);
  const { quantity, text, date } = checked(parseValue(raw.value, dimension));
  const claim: Claim = {
    id: raw.id ?? defaultClaimId(index),
    quantity:
      quantity && places.put<Quantity>({ ...meant(quantity, raw), bound: raw.bound ?? 'exact' }, node),
    text,
    date: date && places.put({ ...date }, node),
    written: raw.value.trim(),
    verbatim: raw.verbatim?.trim() ?? null,
    as_of: asOf(raw.as_of, raw, 'as_of', builder),
    status: raw.status,
    statusLabel: places.put({ ...statusLabels[raw.status] }, childOf(raw, 'status', nodeOf)),
    source: citedSource(raw.source, builder),
    locator: optionalBilingual(raw.locator, builder),
    population: optionalBilingual(raw.population, builder),
    price_year: raw.price_year ?? null,
    also: (raw.also ?? []).map((equivalent) => buildEquivalent(equivalent, builder)),
    note: optionalBilingual(raw.note, builder),
  };
  return places.put(claim, nodeOf(raw), {
    quantity: 'value',
    text: 'value',
    date: 'value',
    written: 'value',
    statusLabel: 'status',
  });
}

/** The amount with the digits that the claim says are meant: "100 billion" with three of them is known to 10^9. */
function meant(quantity: Quantity, { digits }: RawClaim): Quantity {
  if (digits === undefined) return quantity;
  const whole = quantity.value.replace(/^-/, '');
  const leading = whole.startsWith('0.')
    ? -(/^0\.(0*)/.exec(whole)?.[1]?.length ?? 0) - 1
    : (whole.split('.')[0]?.length ?? 1) - 1;
  return { ...quantity, digit: leading - Number(digits) + 1 };
}

function buildEquivalent(raw: RawEquivalent, builder: Builder): Equivalent {
  const { places, nodeOf } = builder;
  const { rate } = raw;
  const exchange = rate && {
    value: rate.value,
    date: asOf(rate.date, rate, 'date', builder),
    source: citedSource(rate.source, builder),
  };
  const quantity = places.put({ ...checked(parseQuantity(raw.value)) }, childOf(raw, 'value', nodeOf));
  const equivalent = { quantity, rate: exchange ? places.put(exchange, nodeOf(rate)) : null };
  return places.put(equivalent, nodeOf(raw), { quantity: 'value' });
}

/** Every metric with its figure, or null: templates may ask for any metric of any park. */
export function withAbsent(
  figures: Readonly<Record<string, Figure>>,
  { metrics, places }: Builder,
): Readonly<Record<string, Figure | null>> {
  const table: Record<string, Figure | null> = Object.create(null);
  for (const id of metrics.metrics.keys()) table[id] = figures[id] ?? null;
  return places.put(table, places.node(figures));
}

/** Figures by group, in the order of the metrics file, groups without figures too. */
export function buildGroups(
  figures: Readonly<Record<string, Figure>>,
  { metrics, places }: Builder,
): readonly FigureGroup[] {
  const all = Object.values(figures);
  return metrics.groups.map(({ id, label }) => {
    const own = all.filter((figure) => figure.group === id);
    return places.put({ id, label, figures: own }, places.node(label));
  });
}
