/** The tables of a data package: what they hold, and what each of their fields is. */
import { inCommonUnit } from '../model/common-unit.ts';
import type { Compared } from '../model/comparison.ts';
import type { BuiltDataset } from '../model/dataset.ts';
import { boundLabels, statusLabels } from '../model/labels.ts';
import type { Bilingual, Claim, Figure } from '../model/publication.ts';
import type { CsvValue } from './csv.ts';

/** A field of Table Schema (Data Package v2); `unit` is a property of ours. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'date';
  readonly title: string;
  readonly unit?: string;
  readonly categories?: readonly string[];
  readonly required?: true;
}

export interface Resource {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly {
    readonly fields: string;
    readonly resource: string;
    readonly field: string;
  }[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** All tables; `compared` is the comparison in English, texts stand in both languages beside each other. */
export function resourcesOf(dataset: BuiltDataset, compared: Compared): readonly Resource[] {
  return [parks(compared), comparison(compared), facts(compared), metrics(dataset), sources(compared)];
}

const text = (name: string, title: string): Field => ({ name, type: 'string', title });
const needed = (name: string, title: string): Field => ({ ...text(name, title), required: true });
const both = (name: string, title: string): readonly Field[] => [
  text(`${name}_en`, `${title}, in English`),
  text(`${name}_zh`, `${title}, in Chinese`),
];
const said = (pair: Bilingual | null): readonly CsvValue[] => [pair?.en ?? null, pair?.zh ?? null];

function parks({ parks }: Compared): Resource {
  return {
    name: 'parks',
    title: 'The parks',
    fields: [
      needed('id', 'Id'),
      ...both('name', 'Name'),
      ...both('province', 'Province'),
      ...both('city', 'City'),
      ...both('district', 'District'),
      { name: 'lat', type: 'number', title: 'Latitude of its point', unit: 'degree' },
      { name: 'lon', type: 'number', title: 'Longitude of its point', unit: 'degree' },
      text('crs', 'Coordinate system of the point'),
    ],
    primaryKey: ['id'],
    foreignKeys: [],
    rows: parks.map(({ park: { id, name, place } }) => [
      id,
      ...said(name),
      ...said(place.province),
      ...said(place.city),
      ...said(place.district),
      place.point?.lat ?? null,
      place.point?.lon ?? null,
      place.point?.crs ?? null,
    ]),
  };
}

/** One row for each park: figures that two or more state, converted to one unit, beside what was published. */
function comparison({ parks, root, units }: Compared): Resource {
  const fields = root.compared.flatMap(({ id, label, unit }): readonly Field[] => [
    units.has(id)
      ? { name: id, type: 'number', title: label.en, ...(unit && { unit: unit.en }) }
      : text(id, label.en),
    text(`${id}_published`, `${label.en}, as published`),
    text(`${id}_as_of`, `${label.en}, as of`),
    text(`${id}_source`, `${label.en}, id of its source`),
  ]);
  const rows = parks.map(({ park, figures }) => [
    park.id,
    ...root.compared.flatMap(({ id }): readonly CsvValue[] => {
      const claim = figures.find((figure) => figure.id === id)?.main;
      if (!claim) return [null, null, null, null];
      const unit = units.get(id);
      const value = claim.quantity && unit ? inCommonUnit(claim.quantity, unit) : claim.text;
      return [value, published(claim), claim.as_of.text, claim.source.id];
    }),
  ]);
  return {
    name: 'comparison',
    title: 'Figures of all parks side by side',
    fields: [needed('park', 'Id of the park'), ...fields],
    primaryKey: ['park'],
    foreignKeys: [{ fields: 'park', resource: 'parks', field: 'id' }],
    rows,
  };
}

/** As the data write it, with what the source says of it: more-than 4600. */
function published({ quantity, written }: Claim): string {
  return quantity && quantity.bound !== 'exact' ? `${quantity.bound} ${written}` : written;
}

const STATUSES = Object.keys(statusLabels);
const BOUNDS = Object.keys(boundLabels);

function facts({ parks }: Compared): Resource {
  const rows = parks.flatMap(({ park, figures }) =>
    figures.flatMap((figure) => figure.claims.map((claim) => [park.id, ...claimRow(figure, claim)])),
  );
  return {
    name: 'facts',
    title: 'Every published value of every figure',
    fields: [
      needed('park', 'Id of the park'),
      needed('metric', 'Id of the metric'),
      needed('claim', 'Id of the claim'),
      { name: 'value', type: 'number', title: 'Value in full, in the unit of the row' },
      text('unit', 'Unit'),
      { ...text('bound', 'What the source says of the amount'), categories: BOUNDS },
      text('text', 'Value of codes, years and dates'),
      text('verbatim', 'As printed by the source'),
      text('as_of', 'When it held, as exactly as it was stated'),
      { name: 'as_of_earliest', type: 'date', title: 'The first day it can mean' },
      { name: 'as_of_latest', type: 'date', title: 'The last day it can mean' },
      { ...text('status', 'Whether it has happened'), categories: STATUSES },
      ...both('population', 'What was counted'),
      needed('source', 'Id of the source'),
      ...both('locator', 'Place in the source'),
      text('price_year', 'Year of whose prices it is'),
      ...both('note', 'Remark'),
    ],
    primaryKey: ['park', 'metric', 'claim'],
    foreignKeys: [
      { fields: 'park', resource: 'parks', field: 'id' },
      { fields: 'metric', resource: 'metrics', field: 'id' },
      { fields: 'source', resource: 'sources', field: 'id' },
    ],
    rows,
  };
}

function claimRow({ id }: Figure, claim: Claim): readonly CsvValue[] {
  const { quantity } = claim;
  return [
    id,
    claim.id,
    quantity?.value ?? null,
    quantity?.unit ?? null,
    quantity?.bound ?? null,
    claim.text,
    claim.verbatim,
    claim.as_of.text,
    claim.as_of.earliest,
    claim.as_of.latest,
    claim.status,
    ...said(claim.population),
    claim.source.id,
    ...said(claim.locator),
    claim.price_year,
    ...said(claim.note),
  ];
}

function metrics({ metrics: { metrics, groups } }: BuiltDataset): Resource {
  const labels = new Map(groups.map(({ id, label }) => [id, label]));
  return {
    name: 'metrics',
    title: 'What the figures are',
    fields: [
      needed('id', 'Id'),
      text('group', 'Id of its group'),
      ...both('group_label', 'Name of its group'),
      text('dimension', 'What is measured'),
      ...both('label', 'Name'),
      ...both('basis', 'Basis'),
      ...both('definition', 'Definition'),
    ],
    primaryKey: ['id'],
    foreignKeys: [],
    rows: [...metrics.values()].map(({ id, group, dimension, label, basis, definition }) => [
      id,
      group,
      ...said(labels.get(group) ?? null),
      dimension,
      ...said(label),
      ...said(basis),
      ...said(definition),
    ]),
  };
}

function sources({ root }: Compared): Resource {
  return {
    name: 'sources',
    title: 'Where the figures come from',
    fields: [
      needed('id', 'Id'),
      ...both('title', 'Title'),
      ...both('publisher', 'Publisher'),
      text('published', 'When it was published'),
      text('address', 'Address on the web'),
      ...both('note', 'What else identifies it'),
    ],
    primaryKey: ['id'],
    foreignKeys: [],
    rows: root.sources.map(({ id, title, publisher, published, address, note }) => [
      id,
      ...said(title),
      ...said(publisher),
      published.text,
      address,
      ...said(note),
    ]),
  };
}
