import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { cellParser } from './read-cells.ts';
import { rowScanner, type ScannedCell, withoutRows } from './scan-rows.ts';

function scanned(pieces: readonly string[]): { cells: ScannedCell[]; isSound: boolean } {
  const cells: ScannedCell[] = [];
  const scanner = rowScanner((cell) => cells.push(cell));
  for (const piece of pieces) scanner.write(piece);
  return { isSound: scanner.close(), cells };
}

function parsed(text: string): { cells: ScannedCell[]; isSound: boolean } {
  const cells: ScannedCell[] = [];
  const parser = cellParser(({ address, type, formula, value }) => {
    const [, column = '', row = ''] = /^([A-Z]+)([0-9]+)$/.exec(address) ?? [];
    cells.push({ column, row, type, formula, value });
  });
  parser.write(`<sheetData>${text}`);
  return { isSound: parser.close('</sheetData>'), cells };
}

const ours = [
  '<c r="A1" s="3"/>',
  '<c r="B1"><v>-1.5e-7</v></c>',
  '<c r="AA12" s="1" t="s"><v>0</v></c>',
  '<c r="C1" t="str"><f>&quot;a&quot;&amp;B1</f><v>a&apos;&#10;b</v></c>',
  '<c r="D1" t="inlineStr"><is><t xml:space="preserve"> 包头 &lt;x&gt; </t></is></c>',
  '<c r="E1" t="b"><f>TRUE</f></c>',
];
const others = [
  '<c s="3" r="A1"><v>1</v></c>',
  '<c r="A1"><f t="shared" si="0"/><v>1</v></c>',
  '<c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c>',
  '<c r="A1"><v>1</v><!-- 2 --></c>',
  '<c r="A1"><v>1 & 2</v></c>',
  '<c r="A1"><v>1</v>',
];

test('rows are read as a parser reads them, whatever their form and their pieces', () => {
  const row = array(constantFrom(...ours, ...ours, ...others), { maxLength: 5 }).map(
    (cells) => `<row r="1" spans="1:3">${cells.join('')}</row>`,
  );
  const piece = array(
    constantFrom(row, row, row).chain((each) => each),
    { maxLength: 4 },
  );
  assert(
    property(array(tuple(piece, piece)), (pairs) => {
      const pieces = pairs.flat().map((rows) => rows.join(''));
      const found = scanned(pieces);
      const expected = parsed(pieces.join(''));
      expect(found.isSound).toBe(expected.isSound);
      if (found.isSound) expect(found.cells).toEqual(expected.cells);
    }),
  );
});

test('what cannot stand in XML is not well-formed', () => {
  const cell = (text: string) => [`<row r="1"><c r="A1" t="str"><v>${text}</v></c></row>`];
  expect(scanned(cell('a')).isSound).toBe(true);
  for (const text of ['a & b', '&nbsp;', 'a\u0001', ']]>']) expect(scanned(cell(text)).isSound).toBe(false);
});

test('a worksheet is divided into its rows and the rest, wherever its pieces end', () => {
  const text =
    '<worksheet><cols/><sheetData><row r="1"/><row r="2"><c r="A2"/></row></sheetData><x/></worksheet>';
  for (let size = 1; size <= text.length; size++) {
    const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g'))!;
    const rows: string[] = [];
    expect(withoutRows(pieces, (piece) => rows.push(piece))).toBe(
      '<worksheet><cols/><sheetData></sheetData><x/></worksheet>',
    );
    expect(rows.join('')).toBe('<row r="1"/><row r="2"><c r="A2"/></row>');
    for (const piece of rows) expect(piece).toMatch(/^<row.*(<\/row>|\/>)$/);
  }
});
