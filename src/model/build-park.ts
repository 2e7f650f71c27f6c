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
import type { Declarations, ParkRecord } from './dataset.ts';
import { accessKinds, infrastructureStatuses } from './labels.ts';
import type {
  AccessItem,
  AsOf,
  Bilingual,
  ConflictNote,
  Contact,
  Entry,
  Figure,
  Park,
  Publication,
  TimelineEvent,
} from './publication.ts';
import type { RawEntry, RawPark } from './schema.ts';

/** Builds the record of a park; the data must have passed the schema and the references. */
export function buildPark(raw: RawPark, source: SourceText, builder: Builder): ParkRecord {
  const { places, nodeOf } = builder;
  const figures = buildFigures(raw, builder);
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
    notes: buildNotes(raw, figures, builder),
    sources: [...builder.cited.values()],
    span: places.put(spanOfClaims(figures, raw.edition.date), nodeOf(raw.figures)),
  };
  return { id: raw.id, source, content, declarations: declarationsOf(raw) };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Readonly<Record<string, T>> {
  const table: Record<string, T> = Object.create(null);
  for (const item of items) table[item.id] = item;
  return table;
}

function buildSubject(raw: RawPark, figures: Readonly<Record<string, Figure>>, builder: Builder): Park {
  const { places, nodeOf } = builder;
  const text = (value: { en: string; zh: string }) => bilingual(value, builder);
  const { country, province, city, district } = raw.place;
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
      capacity: amount(item.capacity, item, 'capacity', builder),
    })),
    access: list(
      raw.access,
      (item): Omit<AccessItem, keyof Entry> => ({
        kind: item.kind,
        kindLabel: named(accessKinds[item.kind], item, 'kind', builder),
        mode: optionalBilingual(item.mode, builder),
        distance: amount(item.distance, item, 'distance', builder),
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

function buildNotes(
  raw: RawPark,
  figures: Readonly<Record<string, Figure>>,
  builder: Builder,
): readonly ConflictNote[] {
  return (raw.conflicts ?? []).map((conflict, index) => {
    const note: ConflictNote = {
      number: index + 1,
      id: conflict.id,
      title: bilingual(conflict.title, builder),
      text: bilingual(conflict.text, builder),
      figures: [...new Set(conflict.figures)].map((id) => figures[id]!),
      rule: conflict.rule ?? null,
    };
    return builder.places.put(note, builder.nodeOf(conflict));
  });
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

function declarationsOf(raw: RawPark): Declarations {
  const parts = Object.entries(raw.figures).flatMap(([part, { part_of: whole }]) =>
    whole === undefined ? [] : [{ part, whole }],
  );
  const counts = Object.entries(raw.counts ?? {}) as [Declarations['counts'][number]['list'], string][];
  return { parts, counts: counts.map(([list, figure]) => ({ list, figure })), products: raw.products ?? [] };
}
