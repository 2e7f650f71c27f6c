/**
 * Which fields of the data the rows of the tables for workbooks are made from, so that what a workbook prints is
 * known before there is data. A field of a row that has the name of a field of one of its kinds is that field.
 */
import type { KindName } from './field-kinds.ts';
import { kindFields } from './publication-fields.ts';

interface TableOrigin {
  /** The lists the rows stand for. */
  readonly lists: string;
  readonly kinds: readonly KindName[];
  /** Fields of rows that are made from fields of other names; of none where they are counted or fixed. */
  readonly others?: Readonly<Record<string, string>>;
}

/** Alike in all tables. */
const shared: Readonly<Record<string, string>> = {
  name_other: '',
  source_title: 'source.title',
  value: 'claim.quantity',
  unit: 'claim.quantity',
  bound: 'quantity.bound',
  as_of_earliest: 'date.earliest',
  as_of_latest: 'date.latest',
};

const figures = 'groups group.figures';
const terms = {
  acknowledged_by: 'note.waiver waiver.by',
  acknowledged_on: 'note.waiver waiver.date',
  acknowledged_until: 'note.waiver waiver.until',
};
const decision = 'figure.decision decision.label decision.reason';
const printed = 'figure.printed claim.quantity claim.text';

/** Closed lists are the same for every park. */
const codes: TableOrigin = {
  lists: '',
  kinds: [],
  others: { code: '', label: '', label_other: '', names: '' },
};

const origins: Readonly<Record<string, TableOrigin>> = {
  facts: {
    lists: `${figures} figure.claims park.industries park.base park.enterprises park.sub_parks park.infrastructure park.access park.honours park.honour_bodies`,
    kinds: ['claim', 'figure', 'item', 'enterprise', 'facility', 'way', 'honour'],
    others: {
      key: 'figure.id claim.id facility.name way.name item.name',
      figure: 'figure.id',
      group: 'group.label',
      claim: 'claim.id',
      value: 'claim.quantity facility.voltage facility.capacity facility.load way.distance way.time',
      label: 'figure.label facility.name way.name',
      text: 'claim.text item.name enterprise.name honour.name way.words',
      also: 'claim.also equivalent.quantity equivalent.rate rate.value rate.date rate.source',
      status: 'claim.status facility.status',
      decision,
      printed,
    },
  },
  figures: {
    lists: figures,
    kinds: ['figure'],
    others: {
      group: 'group.label',
      text: 'figure.main claim.text',
      value: 'figure.main claim.quantity',
      unit: 'figure.main claim.quantity',
      as_of: 'figure.main claim.as_of',
      source: 'figure.main claim.source source.number',
      source_title: 'figure.main claim.source source.title',
      decision,
      printed,
    },
  },
  areas: {
    lists: `${figures} figure.printed`,
    kinds: ['claim', 'figure'],
    others: {
      figure: 'figure.id',
      name: 'figure.label claim.as_of',
      km2: 'claim.quantity',
      label: 'figure.label',
    },
  },
  series: {
    lists: `${figures} figure.claims`,
    kinds: ['claim', 'figure'],
    others: { figure: 'figure.id', group: 'group.label', label: 'figure.label', year: 'claim.as_of' },
  },
  trends: {
    lists: `${figures} figure.claims`,
    kinds: ['claim', 'figure'],
    others: {
      figure: 'figure.id',
      label: 'figure.label',
      from_year: 'claim.as_of',
      to_year: 'claim.as_of',
      from: 'claim.quantity',
      to: 'claim.quantity',
    },
  },
  points: {
    lists: `${figures} figure.claims`,
    kinds: ['claim', 'figure'],
    others: { figure: 'figure.id', label: 'figure.label' },
  },
  balance: {
    lists: figures,
    kinds: ['figure'],
    others: {
      part: 'figure.label',
      whole: 'figure.label',
      part_value: 'figure.main claim.quantity',
      whole_value: 'figure.main claim.quantity',
      part_as_of: 'figure.main claim.as_of',
      whole_as_of: 'figure.main claim.as_of',
    },
  },
  groups: { lists: 'groups', kinds: ['group'], others: { group: 'group.label' } },
  sub_parks: { lists: 'park.sub_parks', kinds: ['item'], others: { number: '' } },
  access: {
    lists: 'park.access',
    kinds: ['way'],
    others: { to: 'way.name', kind: 'way.kindLabel', distance_km: 'way.distance', time_min: 'way.time' },
  },
  infrastructure: {
    lists: 'park.infrastructure',
    kinds: ['facility'],
    others: {
      voltage_kv: 'facility.voltage',
      unit: 'facility.capacity',
      load_unit: 'facility.load',
    },
  },
  enterprises: { lists: 'park.enterprises', kinds: ['enterprise'] },
  enterprise_figures: {
    lists: 'groups_by_id groups_by_id.enterprises group.figures figure.claims',
    kinds: ['claim', 'figure'],
  },
  projects: {
    lists: 'groups_by_id groups_by_id.projects group.figures figure.claims',
    kinds: ['claim', 'figure'],
  },
  named_projects: { lists: 'park.projects', kinds: ['project'], others: { unit: 'project.investment' } },
  honours: { lists: 'park.honours', kinds: ['honour'] },
  sources: { lists: 'sources', kinds: ['source'] },
  notes: { lists: 'notes', kinds: ['note'], others: { letter: 'note.number', ...terms } },
  checks: {
    lists: 'checks',
    kinds: ['check'],
    others: { values: 'check.values value.key value.value', ...terms },
  },
  statuses: codes,
  bounds: codes,
  units: codes,
};

/**
 * The names of the fields that a column of a table prints, the lists of its rows included; undefined when the
 * table or the field is not known.
 */
export function originsOf(table: string, field: string): readonly string[] | undefined {
  const origin = Object.hasOwn(origins, table) ? origins[table] : undefined;
  if (!origin) return undefined;
  const { lists, kinds, others = {} } = origin;
  const other = Object.hasOwn(others, field) ? others[field] : shared[field];
  const same = kinds.filter((kind) => Object.hasOwn(fieldsOf(kind), field)).map((kind) => `${kind}.${field}`);
  if (other === undefined && same.length === 0) return undefined;
  const number = field === 'source' ? ['source.number'] : [];
  const park = lists.includes('park.') ? ['park'] : [];
  const name = field === 'name_other' ? kinds.map((kind) => `${kind}.name`) : [];
  const named = other === undefined ? same : other.split(' ').filter((each) => each !== '');
  return [...park, ...lists.split(' ').filter((each) => each !== ''), ...named, ...number, ...name];
}

function fieldsOf(kind: KindName): object {
  const { fields, ...rest } = kindFields[kind];
  return 'like' in rest ? { ...kindFields[rest.like].fields, ...fields } : fields;
}
