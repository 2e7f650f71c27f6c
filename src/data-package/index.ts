/**
 * The phase `data-package`: the tables of a comparison as CSV files, described by a `datapackage.json` of the
 * Data Package standard (version 2), for people who do not use Excel.
 */
import { createHash } from 'node:crypto';
import type { Compared } from '../model/comparison.ts';
import type { BuiltDataset } from '../model/dataset.ts';
import { writeCsv } from './csv.ts';
import { type Field, type Resource, resourcesOf } from './resources.ts';

export const descriptorName = 'datapackage.json';
/** The files of a package, the descriptor last. */
export const packageFiles = [
  'parks.csv',
  'comparison.csv',
  'facts.csv',
  'metrics.csv',
  'sources.csv',
  descriptorName,
] as const;
export type PackageFile = (typeof packageFiles)[number];

interface PackageContext {
  readonly name: string;
  readonly title: string;
  /** ISO day of the edition. */
  readonly date: string;
}

export function pressPackageFile(
  file: PackageFile,
  dataset: BuiltDataset,
  compared: Compared,
  context: PackageContext,
): Uint8Array {
  const resources = resourcesOf(dataset, compared);
  if (file === descriptorName) return descriptor(resources, compared, context);
  return bytesOf(resources.find(({ name }) => `${name}.csv` === file)!);
}

function bytesOf({ fields, rows }: Resource): Uint8Array {
  return writeCsv(
    fields.map(({ name }) => name),
    rows,
  );
}

function descriptor(
  resources: readonly Resource[],
  { root }: Compared,
  { name, title, date }: PackageContext,
): Uint8Array {
  const value = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title,
    description:
      'Published values with their sources; nothing was corrected. A text that begins with one of = + - @ has an apostrophe before it, so that no spreadsheet takes it for a formula.',
    version: root.edition.name,
    created: `${date}T00:00:00Z`,
    sources: root.sources.map((source) => ({ title: source.title.en, path: source.address })),
    resources: resources.map(described),
  };
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}

function described(resource: Resource) {
  const bytes = bytesOf(resource);
  const { name, title, fields, primaryKey, foreignKeys } = resource;
  return {
    name,
    title,
    type: 'table',
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    dialect: { $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json', lineTerminator: '\r\n' },
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: fields.map(fieldOf),
      primaryKey,
      ...(foreignKeys.length > 0 && {
        foreignKeys: foreignKeys.map((key) => ({
          fields: [key.fields],
          reference: { resource: key.resource, fields: [key.field] },
        })),
      }),
      missingValues: [''],
    },
  };
}

function fieldOf({ name, type, title, unit, categories, required }: Field) {
  return {
    name,
    type,
    title,
    ...(unit !== undefined && { unit }),
    ...(categories && { categories }),
    ...(required && { constraints: { required: true } }),
  };
}
