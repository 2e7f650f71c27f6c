import { expect, test } from 'vitest';
import { checkWorkbook } from './index.ts';
import { lintPackage } from './lint.ts';
import { openPackage, partText, sealPackage, setPart } from './package/zip.ts';
import { press } from './testing/press.ts';
import { plantWrongValue } from './verify/index.ts';
import { compareWorkbooks } from './verify/libreoffice.ts';

const sound = await press(
  `<workbook title="T"><sheet id="a" name="A"><row><cell note="n" formula="sum(t.x)"/></row>
  <table id="t" of="t"><col id="x" heading="X" type="number"/></table><row><cell link="https://example.org/">y</cell></row></sheet>
  <name id="n" ref="t.x"/></workbook>`,
  { t: [{ x: '1' }, { x: '2' }] },
);

/** The sound workbook with one part edited. */
function damaged(part: string, from: string, to: string): Uint8Array {
  const parts = openPackage(sound.bytes!)!;
  const text = partText(parts, part)!;
  expect(text).toContain(from);
  setPart(parts, part, text.replace(from, to));
  return sealPackage(parts);
}

test('a sound workbook passes', () => {
  expect(lintPackage(sound.bytes!)).toEqual([]);
  expect(checkWorkbook(sound.bytes!).value).toBe(true);
});

test.each([
  ['xl/worksheets/sheet1.xml', '<v>3</v>', '', 'the formula in A!A1 has no value'],
  ['xl/worksheets/sheet1.xml', 'SUM(', 'OFFSET(', 'the formula in A!A1 uses OFFSET'],
  [
    'xl/worksheets/sheet1.xml',
    '</sheetData>',
    '</sheetdata>',
    'the part xl/worksheets/sheet1.xml is not well-formed XML',
  ],
  ['xl/tables/table1.xml', 'name="X"', 'name="Y"', 'the heading "Y" of t is not what A2 holds'],
  ['xl/tables/table1.xml', 'ref="A2:A4"', 'ref="A2:B4"', 'the table t has 1 columns in A2:B4'],
  ['xl/tables/table1.xml', 'displayName="t"', 'displayName="B2"', '"B2" cannot name a table'],
  ['xl/workbook.xml', 'name="A"', 'name="A?"', 'the sheet name "A?" holds "?", which sheet names cannot'],
  ['xl/workbook.xml', 'definedName name="n"', 'definedName name="1n"', '"1n" cannot be a defined name'],
  [
    'xl/worksheets/_rels/sheet1.xml.rels',
    'https://example.org/',
    'http://example.org/',
    'xl/worksheets/_rels/sheet1.xml.rels leads to http://example.org/, which is neither https nor mailto',
  ],
  [
    'xl/worksheets/_rels/sheet1.xml.rels',
    '../tables/table1.xml',
    '../tables/table9.xml',
    'xl/worksheets/_rels/sheet1.xml.rels leads to xl/tables/table9.xml, which is not there',
  ],
])('%s: %s -> %s', (part, from, to, message) => {
  expect(lintPackage(damaged(part, from, to))).toContain(message);
});

test('bytes that are no package are told so', () => {
  expect(lintPackage(new Uint8Array([1, 2, 3]))).toEqual(['the file is no readable package']);
});

test('a falsified value is found by comparison', () => {
  const planted = plantWrongValue(sound.bytes!)!;
  expect(planted.cell).toBe('A!A1');
  expect(compareWorkbooks(planted.bytes, sound.bytes!)).toEqual({
    kind: 'failed',
    findings: ['A!A1: SUM(t[X]) is 4, recalculated 3'],
  });
  expect(compareWorkbooks(sound.bytes!, sound.bytes!).kind).toBe('passed');
});
