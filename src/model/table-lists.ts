/** Facts that stand in the lists of a park rather than among its figures, as rows of the table of facts. */

import { listKey, ratings } from './editable.ts';
import { answerLabels, boundLabels, decisionLabels } from './labels.ts';
import type {
  AccessItem,
  Bilingual,
  Entry,
  InfrastructureItem,
  Publication,
  Quantity,
} from './publication.ts';
import { asOfFields, type Row, type Say, unitLabel } from './table-fields.ts';

const labels = {
  industries: { group: { en: 'Industries', zh: '产业' }, label: { en: 'Leading industry', zh: '主导产业' } },
  base: { group: { en: 'Industries', zh: '产业' }, label: { en: 'Base for', zh: '生产基地' } },
  enterprises: {
    group: { en: 'Enterprises', zh: '企业' },
    label: { en: 'Named enterprise', zh: '所列企业' },
  },
  sub_parks: { group: { en: 'Sub-parks', zh: '园中园' }, label: { en: 'Sub-park', zh: '园中园' } },
  honours: { group: { en: 'Honours', zh: '荣誉' }, label: { en: 'Title', zh: '称号' } },
  honour_bodies: { group: { en: 'Honours', zh: '荣誉' }, label: { en: 'Body named', zh: '所列单位' } },
} as const satisfies Readonly<Record<string, { group: Bilingual; label: Bilingual }>>;

const access = { en: 'Access', zh: '交通' };
const distance = { en: 'distance', zh: '距离' };
const time = { en: 'travel time', zh: '用时' };
const words = { en: 'in words', zh: '文字描述' };
const ratingLabels = {
  voltage: { en: 'voltage', zh: '电压' },
  capacity: { en: 'capacity', zh: '能力' },
  load: { en: 'load', zh: '负荷' },
} as const satisfies Readonly<Record<string, Bilingual>>;
const infrastructure = { en: 'Infrastructure', zh: '基础设施' };

/** The lists in the order of the park file; `figure` is the name of the list, `claim` the number of the entry. */
export function listFacts({ park }: Publication, say: Say): readonly Row[] {
  const named = (list: keyof typeof labels) =>
    park[list].map((entry, index) => ({
      ...entryRow(entry, list, index, say),
      label: say(labels[list].label),
      group: say(labels[list].group),
      text: say(entry.name),
    }));
  return withOwnKeys([
    ...named('industries'),
    ...named('base'),
    ...named('enterprises'),
    ...named('sub_parks'),
    ...park.infrastructure.flatMap((item, index) => infrastructureRows(item, index, say)),
    ...park.access.flatMap((item, index) => accessRows(item, index, say)),
    ...named('honours'),
    ...named('honour_bodies'),
  ]);
}

/** Two things of one name in a list are told apart by a number. */
function withOwnKeys(rows: readonly Row[]): readonly Row[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = row.key ?? '';
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? row : { ...row, key: `${key}/${count}` };
  });
}

function entryRow(entry: Entry, list: string, index: number, say: Say): Row {
  const none = { as_of: null, as_of_earliest: null, as_of_latest: null };
  return {
    key: listKey(list, entry),
    figure: list,
    label: null,
    group: null,
    basis: null,
    claim: String(index + 1),
    value: null,
    unit: null,
    text: null,
    bound: null,
    verbatim: null,
    ...(entry.as_of ? asOfFields(entry.as_of) : none),
    status: null,
    population: null,
    source: String(entry.source.number),
    source_title: say(entry.source.title),
    locator: null,
    also: null,
    price_year: null,
    printed: say(answerLabels.yes),
    decision: say(decisionLabels.single),
    notes: null,
    note: say(entry.note),
  };
}

function quantityFields(quantity: Quantity | null, say: Say): Row {
  if (!quantity) return { value: null, unit: null, bound: null };
  return {
    value: quantity.value,
    unit: unitLabel(quantity, say),
    bound: say(boundLabels[quantity.bound]) || null,
  };
}

/** One row for each amount stated of a facility; one without an amount where none is. */
function infrastructureRows(item: InfrastructureItem, index: number, say: Say): readonly Row[] {
  const row = {
    ...entryRow(item, 'infrastructure', index, say),
    label: say(item.name),
    group: say(infrastructure),
    status: say(item.status),
  };
  const rows = ratings.flatMap((key) =>
    item[key]
      ? [
          {
            ...row,
            key: listKey('infrastructure', item, key),
            basis: say(ratingLabels[key]),
            ...quantityFields(item[key], say),
          },
        ]
      : [],
  );
  return rows.length > 0 ? rows : [row];
}

/** One row for each thing said of the way: its distance, its time, or words in place of both. */
function accessRows(item: AccessItem, index: number, say: Say): readonly Row[] {
  const row = {
    ...entryRow(item, 'access', index, say),
    label: say(item.name),
    group: say(access),
    verbatim: item.verbatim,
  };
  const rows: Row[] = [];
  if (item.distance)
    rows.push({
      ...row,
      key: listKey('access', item, 'distance'),
      basis: say(distance),
      ...quantityFields(item.distance, say),
    });
  if (item.time)
    rows.push({
      ...row,
      key: listKey('access', item, 'time'),
      basis: say(time),
      ...quantityFields(item.time, say),
    });
  if (item.words)
    rows.push({ ...row, key: listKey('access', item, 'words'), basis: say(words), text: say(item.words) });
  return rows;
}
