import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPackage, partText, sealPackage, setPart } from '../sheet/package/zip.ts';
import { type Bench, openBench } from './testing.ts';

let bench: Bench;
beforeEach(async () => {
  bench = openBench();
  bench.write(
    'templates/book/book.hbs',
    '<workbook title="{{text park.name}}">\n<sheet id="facts" name="Facts">\n<table id="facts" of="facts" key="key">\n<col id="key" heading="Key"/>\n<col id="value" field="value" heading="Value" type="number" edit="yes"/>\n</table>\n</sheet>\n</workbook>\n',
  );
  await bench.run('build');
});
afterEach(() => bench.clear());

const book = 'output/north/book.en.xlsx';
const park = 'data/parks/north.yaml';

/** The workbook with another value in its only cell. */
function saveEdited(value: number): void {
  const parts = openPackage(bench.read(book))!;
  const sheet = partText(parts, 'xl/worksheets/sheet1.xml')!;
  setPart(parts, 'xl/worksheets/sheet1.xml', sheet.replace(/<v>8<\/v>/, `<v>${value}</v>`));
  writeFileSync(join(bench.folder, 'edited.xlsx'), sealPackage(parts));
}

test('without --write the changes are shown, and nothing is touched', async () => {
  saveEdited(8.5);
  const before = bench.tree('data');
  const { exit, out } = await bench.run('pull', 'edited.xlsx');
  expect(out).toContain('Facts!B2 (area_built/c1, Value): 8 → 8.5');
  expect(out).toContain('becomes `8.5 km2`');
  expect(exit).toBe(0);
  expect(bench.tree('data')).toEqual(before);
});

test('with --write the scalar is replaced, unless the rules would not have it', async () => {
  saveEdited(9);
  expect((await bench.run('pull', 'edited.xlsx', '--write')).out).toContain('nothing is written until');
  bench.edit(park, 'verbatim: "8 sq km", ', '');
  const { exit, out } = await bench.run('pull', 'edited.xlsx', '--write');
  expect(out).toMatch(/^edited\.xlsx: 1 change, 0 other remarks; written into data\/parks\/north\.yaml$/m);
  expect(exit).toBe(0);
  expect(bench.read(park).toString()).toContain('{ value: 9 km2, as_of: "2024-12-11"');
  const again = await bench.run('pull', 'edited.xlsx');
  expect(again.out).toContain('which the data say already');
  expect(Object.keys(bench.tree('data')).filter((path) => path.includes('tmp'))).toEqual([]);
});

test('an unedited workbook tells nothing; a missing file is wrong usage', async () => {
  const { exit, out } = await bench.run('pull', book);
  expect([exit, out]).toEqual([0, `${book}: nothing was changed\n`]);
  expect(await bench.run('pull', 'nowhere.xlsx')).toMatchObject({ exit: 2 });
  expect(await bench.run('pull')).toMatchObject({ exit: 2 });
  // It has no options that would do nothing.
  expect(await bench.run('pull', book, '--only', 'x')).toMatchObject({ exit: 2 });
});
