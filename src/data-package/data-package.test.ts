import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNodeFiles } from '../build/node-files.ts';
import { foldersFor, mountsOf, packagesFolder, projectFolder } from '../build/world.ts';
import { comparisonTableDocs } from '../guide/workbook-tables.ts';
import { comparisonOf } from '../model/comparison.ts';
import { comparisonTables } from '../model/comparison-tables.ts';
import { loadDataset } from '../model/load.ts';
import { runRules } from '../rules/index.ts';
import { checkCsv, checkDescriptor, parseCsv } from './check.ts';
import { writeCsv } from './csv.ts';
import { descriptorName, packageFiles, pressPackageFile } from './index.ts';

const files = createNodeFiles(mountsOf(foldersFor({}, projectFolder)), packagesFolder(projectFolder));
const dataset = loadDataset(files, 'data').value!;
const compared = comparisonOf(dataset, new Map(), 'en');
const context = { name: 'comparison', title: 'Parks', date: '2026-11-23' };
const bytesOf = (file: (typeof packageFiles)[number]) => pressPackageFile(file, dataset, compared, context);

interface Descriptor {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly bytes: number;
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly type: string; readonly unit?: string }[];
      readonly primaryKey: readonly string[];
      readonly foreignKeys?: readonly {
        readonly fields: readonly string[];
        readonly reference: { readonly resource: string; readonly fields: readonly string[] };
      }[];
    };
  }[];
}

const descriptor = JSON.parse(new TextDecoder().decode(bytesOf(descriptorName))) as Descriptor;

/** The rows of a file as objects, and its header. */
function tableOf(name: string) {
  const file = packageFiles.find((each) => each === `${name}.csv`)!;
  const [header = [], ...rows] = parseCsv(new TextDecoder().decode(bytesOf(file)))!;
  return { header, rows: rows.map((row) => new Map(row.map((value, index) => [header[index]!, value]))) };
}

test('every file is as the descriptor says: fields, size, types, keys', () => {
  expect(checkDescriptor(bytesOf(descriptorName))).toEqual([]);
  expect(descriptor.resources.map(({ path }) => path)).toEqual(packageFiles.slice(0, -1));
  for (const { name, bytes, schema } of descriptor.resources) {
    const file = packageFiles.find((each) => each === `${name}.csv`)!;
    expect(checkCsv(bytesOf(file)), name).toEqual([]);
    expect(bytesOf(file).length).toBe(bytes);
    const { header, rows } = tableOf(name);
    expect(schema.fields.map((field) => field.name)).toEqual(header);
    const keys = rows.map((row) => schema.primaryKey.map((key) => row.get(key)).join('/'));
    expect(new Set(keys).size, name).toBe(rows.length);
    for (const { name: field, type } of schema.fields) {
      const values = rows.map((row) => row.get(field)!).filter((value) => value !== '');
      if (type === 'number') for (const value of values) expect(value, field).toMatch(/^-?\d+(\.\d+)?$/);
      if (type === 'date') for (const value of values) expect(value, field).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const known = new Set(tableOf(reference.resource).rows.map((row) => row.get(reference.fields[0]!)));
      for (const row of rows) expect(known).toContain(row.get(fields[0]!));
    }
  }
});

test('areas stand in one unit beside what was published, amounts in millions of their currency', () => {
  const { rows } = tableOf('comparison');
  const seed = rows.find((row) => row.get('park') === 'baotou-equipment')!;
  expect([
    seed.get('area_approved'),
    seed.get('area_approved_published'),
    seed.get('area_approved_source'),
  ]).toEqual(['27.9611', '2796.11 ha', 'CAT-2018']);
  expect([seed.get('output_value'), seed.get('output_value_published')]).toEqual([
    '79140',
    '79.14 billion CNY',
  ]);
  const rare = rows.find((row) => row.get('park') === 'baotou-rare-earth')!;
  expect(rare.get('enterprises_registered_published')).toBe('more-than 4600');
  const unit = descriptor.resources[1]!.schema.fields.find(({ name }) => name === 'output_value')!.unit;
  expect(unit).toBe('million CNY');
});

test('the workbook says the same as the files, and every value says where it is from', () => {
  const { parks, facts } = comparisonTables(compared);
  const { rows } = tableOf('comparison');
  for (const [index, row] of parks!.entries())
    for (const { id } of compared.root.compared) {
      expect(row[id] ?? '').toBe(rows[index]!.get(id));
      if (row[id]) expect(row[`${id}_note`]).toMatch(/as of .*\nSource \d+: \S/);
    }
  expect(facts!.length).toBe(tableOf('facts').rows.length);
});

test('the tables of all parks have the fields that the guide names', () => {
  const tables = comparisonTables(comparisonOf(dataset, runRules(dataset, undefined).value!, 'zh'));
  for (const [name, { fields }] of Object.entries(comparisonTableDocs)) {
    const known = Object.keys(tables[name]![0]!);
    const own = name === 'parks' ? known.slice(0, fields.split(' ').length) : known;
    expect(new Set(own), name).toEqual(new Set(fields.split(' ')));
  }
  expect(Object.keys(tables)).toEqual(Object.keys(comparisonTableDocs));
});

test('a text that a spreadsheet would compute has an apostrophe before it; numbers keep their sign', () => {
  const bytes = writeCsv(
    ['a', 'b'],
    [
      ['=HYPERLINK("x")', '-3.5'],
      ['@sum', '+1'],
      ['-x', null],
      ['a "b", c\nd', '1'],
    ],
  );
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  expect(text).toBe(
    '\ufeffa,b\r\n"\'=HYPERLINK(""x"")",-3.5\r\n\'@sum,\'+1\r\n\'-x,\r\n"a ""b"", c\nd",1\r\n',
  );
  expect(checkCsv(bytes)).toEqual([]);
  expect(checkCsv(new TextEncoder().encode('a,b\r\n=1,2\r\n3\r\n'))).toEqual([
    'row 3 has 1 fields, the header 2',
    '"=1" would be taken for a formula',
  ]);
});

test('what is written is read back', () => {
  const field = fc.oneof(fc.constantFrom('', ',', '"', '\r\n', '中'), fc.string());
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field, field), { minLength: 1 }), (rows) => {
      const read = parseCsv(new TextDecoder().decode(writeCsv(['x', 'y', 'z'], rows)))!;
      const plain = (value: string) =>
        /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
      expect(read.slice(1)).toEqual(rows.map((row) => row.map(plain)));
    }),
  );
});
