/** A park from checked data: everything linked, every object with its place. */
import type { SourceText } from '../diagnostics/span.ts';
import {
  amount,
  asOf,
  type Builder,
  bilingual,
  buildFigures,
  buildGroups,
  citedSource,
  optionalBilingual,
  withAbsent,
} from './build-figures.ts';
import { type AboutPark, buildNotes, notedFigures } from './build-notes.ts';
import type { Declarations, ParkRecord } from './dataset.ts';
import { accessKinds, infrastructureStatuses } from './labels.ts';
import type {
  AccessItem,
  AsOf,
  Bilingual,
  Contact,
  Entry,
  Figure,
  Park,
  Point,
  Publication,
  TimelineEvent,
} from './publication.ts';
import type { RawEntry } from './schema/atoms.ts';
import type { RawPark, RawPoint } from './schema/park.ts';

/** Builds the record of a park; the data must have passed the schema and the references. */
export function buildPark(
  raw: RawPark,
  source: SourceText,
  waived: readonly AboutPark[],
  builder: Builder,
): ParkRecord {
  const { places, nodeOf } = builder;
  const figures = buildFigures(raw, notedFigures(raw, waived), builder);
  const { notes, waivers } = buildNotes(raw, waived, figures, builder);
  const groups = buildGroups(figures, builder);
  const chosen = (ids: readonly string[]) => ids.map((id) => figures[id]!);
  const content: ParkRecord['content'] = {
    edition: places.put({ name: raw.edition.name.trim(), date: raw.edition.date }, nodeOf(raw.edition)),
    park: buildSubject(raw, figures, builder),
    figures: withAbsent(figures, builder),
    groups: groups.filter((group) => group.figures.length > 0),
    groups_by_id: places.put(byId(groups), nodeOf(raw.figures)),
    glance: chosen(raw.glance ?? Object.keys(raw.figures).slice(0, 6)),
    cover: chosen(raw.cover ?? []),
    notes,
    sources: [...builder.cited.values()],
    span: places.put(spanOfClaims(figures, raw.edition.date), nodeOf(raw.figures)),
  };
  return { id: raw.id, source, content, declarations: declarationsOf(raw, builder), waivers };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Readonly<Record<string, T>> {
  const table: Record<string, T> = Object.create(null);
  for (const item of items) table[item.id] = item;
  return table;
}

function buildSubject(raw: RawPark, figures: Readonly<Record<string, Figure>>, builder: Builder): Park {
  const { places, nodeOf } = builder;
  const text = (value: { en: string; zh: string }) => bilingual(value, builder);
  const { country, province, city, district, point } = raw.place;
  const park: Park = {
    id: raw.id,
    name: text(raw.name),
    short: text(raw.short ?? raw.name),
    aliases: (raw.aliases ?? []).map(text),
    tagline: text(raw.tagline),
    lead: text(raw.lead),
    situation: text(raw.situation),
    place: places.put(
      {
        country: text(country),
        province: text(province),
        city: text(city),
        district: optionalBilingual(district, builder),
        point: buildPoint(point, builder),
      },
      nodeOf(raw.place),
    ),
    page: raw.page
      ? places.put({ url: raw.page.url, source: citedSource(raw.page.source, builder) }, nodeOf(raw.page))
      : null,
    ...buildLists(raw, builder),
    timeline: (raw.timeline ?? []).map((event) => buildEvent(event, figures, builder)),
    contacts: (raw.contacts ?? []).map((contact): Contact => {
      const { kind, value } = contact;
      const own = {
        source: citedSource(contact.source, builder),
        as_of: asOf(contact.as_of, contact, 'as_of', builder),
      };
      return places.put({ kind, label: text(contact.label), value: value.trim(), ...own }, nodeOf(contact));
    }),
  };
  return places.put(park, nodeOf(raw));
}

type Lists = Pick<
  Park,
  | 'industries'
  | 'base'
  | 'enterprises'
  | 'sub_parks'
  | 'infrastructure'
  | 'access'
  | 'projects'
  | 'honours'
  | 'honour_bodies'
>;

function buildLists(raw: RawPark, builder: Builder): Lists {
  const { places, nodeOf } = builder;
  const list = <R extends RawEntry, T extends object>(
    items: readonly R[] | undefined,
    more: (item: R) => T,
  ): readonly (Entry & T)[] =>
    (items ?? []).map((item) => places.put({ ...buildEntry(item, builder), ...more(item) }, nodeOf(item)));
  const plain = (items: readonly RawEntry[] | undefined): readonly Entry[] => list(items, () => ({}));
  return {
    industries: plain(raw.industries),
    base: plain(raw.base),
    enterprises: list(raw.enterprises, ({ flagship }) => ({ flagship: flagship ?? false })),
    sub_parks: plain(raw.sub_parks),
    infrastructure: list(raw.infrastructure, (item) => ({
      status: named(infrastructureStatuses[item.status], item, 'status', builder),
      voltage: amount(item.voltage, item, 'voltage', builder),
      capacity: amount(item.capacity, item, 'capacity', builder),
      load: amount(item.load, item, 'load', builder),
    })),
    access: list(
      raw.access,
      (item): Omit<AccessItem, keyof Entry> => ({
        kind: item.kind,
        kindLabel: named(accessKinds[item.kind], item, 'kind', builder),
        mode: optionalBilingual(item.mode, builder),
        distance: amount(item.distance, item, 'distance', builder),
        along: item.along ?? null,
        point: buildPoint(item.point, builder),
        time: amount(item.time, item, 'time', builder),
        words: optionalBilingual(item.words, builder),
        verbatim: item.verbatim?.trim() ?? null,
      }),
    ),
    projects: list(raw.projects, (item) => ({
      investor: optionalBilingual(item.investor, builder),
      investment: amount(item.investment, item, 'investment', builder),
      stage: optionalBilingual(item.stage, builder),
    })),
    honours: list(raw.honours, (item) => ({ body: optionalBilingual(item.body, builder) })),
    honour_bodies: plain(raw.honour_bodies),
  };
}

function buildPoint(raw: RawPoint | undefined, builder: Builder): Point | null {
  if (raw === undefined) return null;
  const { lat, lon, crs = null, precision = null, source } = raw;
  const point = { lat, lon, crs, precision, source: citedSource(source, builder) };
  return builder.places.put(point, builder.nodeOf(raw));
}

function buildEntry(raw: RawEntry, builder: Builder): Entry {
  return {
    name: bilingual(raw.name, builder),
    note: optionalBilingual(raw.note, builder),
    source: citedSource(raw.source, builder),
    as_of: raw.as_of === undefined ? null : asOf(raw.as_of, raw, 'as_of', builder),
  };
}

/** The label of a word of the schema; its place is that word. */
function named(label: Bilingual, owner: object, key: string, { places, nodeOf }: Builder): Bilingual {
  const node = nodeOf(owner);
  return places.put({ ...label }, node?.kind === 'map' ? node.entries.get(key)?.value : node);
}

function buildEvent(
  raw: NonNullable<RawPark['timeline']>[number],
  figures: Readonly<Record<string, Figure>>,
  builder: Builder,
): TimelineEvent {
  const [figureId, claimId] = raw.claim?.split('/') ?? [];
  const figure = (figureId !== undefined && figures[figureId]) || null;
  const claim = figure?.claims.find(({ id }) => id === claimId) ?? null;
  const date = raw.date === undefined ? claim?.as_of : asOf(raw.date, raw, 'date', builder);
  const source = raw.source === undefined ? claim?.source : citedSource(raw.source, builder);
  if (!date || !source) throw new Error('an event passed validation without a date or a source');
  const event: TimelineEvent = {
    date,
    text: bilingual(raw.text, builder),
    figure,
    claim,
    source,
    notes: figure?.notes ?? [],
  };
  return builder.places.put(event, builder.nodeOf(raw), { figure: 'claim', notes: 'claim' });
}

/** Earliest and latest day of all claims; of a park without claims, the day of the edition. */
function spanOfClaims(figures: Readonly<Record<string, Figure>>, edition: string): Publication['span'] {
  // Codes are dated by the list they stand in, which says nothing about the park.
  const dates = Object.values(figures)
    .filter(({ dimension }) => dimension !== 'code')
    .flatMap((figure) => figure.claims.map((claim) => claim.as_of));
  const stated = dates.filter(({ precision }) => precision !== 'unknown');
  const first = [...stated].sort((a, b) => byDay(a.earliest, b.earliest))[0];
  const last = [...dates].sort((a, b) => byDay(a.latest, b.latest)).at(-1);
  const day: AsOf = { precision: 'day', text: edition, earliest: edition, latest: edition };
  return { from: first ?? last ?? day, to: last ?? day };
}

function byDay(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}

function declarationsOf(raw: RawPark, builder: Builder): Declarations {
  const parts = Object.entries(raw.figures).flatMap(([part, { part_of: whole }]) =>
    whole === undefined ? [] : [{ part, whole }],
  );
  const counts = Object.entries(raw.counts ?? {}) as [Declarations['counts'][number]['list'], string][];
  return {
    parts,
    counts: counts.map(([list, figure]) => ({ list, figure })),
    products: raw.products ?? [],
    sums: (raw.sums ?? []).map(({ whole = null, parts: added, open = false }) => ({
      whole,
      parts: added,
      open,
    })),
    shares: (raw.shares ?? []).map(({ share, part = null, whole = null, of }) => ({
      share,
      part,
      whole,
      words: optionalBilingual(of, builder),
    })),
    quotients: raw.quotients ?? [],
  };
}
