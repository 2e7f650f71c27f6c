import { expect, test } from 'vitest';
import { vocabularyDocs } from './index.ts';
import { childOf, childrenOf, descendantsOf, parseXml } from './package/xml.ts';
import { openPackage } from './package/zip.ts';
import { press, pressSheet } from './testing/press.ts';

const facts = [
  {
    id: 'built',
    group: 'land',
    value: '8',
    as_of: '2017-12-11',
    note: null,
    url: 'https://example.org/a?b=1&c=2',
  },
  { id: 'approved', group: 'land', value: '27.960', as_of: '2018', note: 'x'.repeat(200), url: null },
  { id: 'output', group: 'economy', value: '79140000000', as_of: null, note: '+166', url: null },
];

const book = `<workbook title="Park &amp; co">
  <sheet id="readme" name="READ'ME"><row><cell link="#facts" note="a note">Facts</cell></row></sheet>
  <sheet id="facts" name="Facts">
    <row><cell style="title" note="another">Facts</cell></row>
    <table id="facts" of="facts">
      <col id="id" heading="Id"/>
      <col id="value" heading="Value" unit="[km²]" type="number" total="sum"/>
      <col id="twice" heading="Twice" type="number" formula="[value] * 2"/>
      <col id="as_of" heading="As of" type="date"/>
      <col id="note" heading="Note"/>
      <col id="url" heading="Address" type="url"/>
    </table>
    <row><cell>Sum</cell><cell id="total" type="number" formula='sumif(facts.group_of_id, "built", facts.value)'/></row>
  </sheet>
  <name id="values" ref="facts.value"/>
</workbook>`.replace('facts.group_of_id', 'facts.id');

test('values, formulas and their values stand where they were asked for', async () => {
  const { cell, messages } = await press(book, { facts });
  expect(messages).toEqual([]);
  expect(cell('Facts', 'B2')).toMatchObject({ value: 'Value ([km²])', formula: null });
  expect(cell('Facts', 'B4')?.value).toBe(27.96);
  expect(cell('Facts', 'C4')).toMatchObject({
    value: 55.92,
    formula: "facts[[#This Row],[Value ('[km²'])]]*2",
  });
  expect(cell('Facts', 'B6')).toMatchObject({
    value: 79_140_000_035.96,
    formula: "SUBTOTAL(109,facts[Value ('[km²'])])",
  });
  expect(cell('Facts', 'A6')?.value).toBe('Total');
  expect(cell('Facts', 'D3')?.value).toBe(43_080);
  expect(cell('Facts', 'D4')?.value).toBe('2018');
  expect(cell('Facts', 'D5')?.value).toBeNull();
  expect(cell('Facts', 'B7')).toMatchObject({
    value: 8,
    formula: `SUMIF(facts[Id],"built",facts[Value ('[km²'])])`,
  });
});

test('a column may use its own row and the whole of a column, and be used whole itself', async () => {
  const { cell, messages } = await pressSheet(
    `<row><cell id="top" formula="max(t.share)"/></row><table id="t" of="t"><col id="x" heading="X" type="number"/>
    <col id="share" heading="Share" type="percent" formula="[x] / sum(t.x)" total="sum"/>
    <col id="rest" heading="Rest" type="percent" formula="top - [share]"/></table>`,
    { t: [{ x: '1' }, { x: '3' }] },
  );
  expect(messages).toEqual([]);
  expect(cell('S', 'A1')?.value).toBe(0.75);
  expect(['B3', 'B4', 'B5'].map((address) => cell('S', address)?.value)).toEqual([0.25, 0.75, 1]);
  expect(['C3', 'C4'].map((address) => cell('S', address)?.value)).toEqual([0.5, 0]);
});

test('a formula that fails in many rows of a column is told once', async () => {
  const { messages } = await pressSheet(
    '<table id="t" of="t"><col id="x" heading="X" type="number"/><col id="y" heading="Y" formula="1 / [x]"/></table>',
    { t: [{ x: '0' }, { x: '1' }, { x: '0' }] },
  );
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('it divides by zero');
});

test('rows may be made each time they are asked for, but not fewer than were promised', async () => {
  const rows = (length: number) => ({
    length,
    *[Symbol.iterator]() {
      for (let index = 0; index < 3; index++) yield { x: String(index) };
    },
  });
  const table = '<table id="t" of="t"><col id="x" heading="X" type="number" total="sum"/></table>';
  expect((await pressSheet(table, { t: rows(3) })).cell('S', 'A5')?.value).toBe(3);
  await expect(pressSheet(table, { t: rows(4) })).rejects.toThrow('4 rows were promised, 3 came');
});

test('the table part knows its totals and its computed column', async () => {
  const { part } = await press(book, { facts });
  const table = parseXml(part('xl/tables/table1.xml'))!;
  expect(table.attributes).toMatchObject({ displayName: 'facts', ref: 'A2:F6', totalsRowCount: '1' });
  expect(childOf(table, 'autoFilter')?.attributes.ref).toBe('A2:F5');
  const columns = descendantsOf(table, 'tableColumn');
  expect(columns[1]?.attributes).toMatchObject({ name: 'Value ([km²])', totalsRowFunction: 'sum' });
  expect(childOf(columns[2]!, 'calculatedColumnFormula')?.children).toEqual([
    "facts[[#This Row],[Value ('[km²'])]]*2",
  ]);
});

test('the workbook part holds names, repeated rows and forced calculation', async () => {
  const { part } = await press(book, { facts });
  const names = descendantsOf(parseXml(part('xl/workbook.xml'))!, 'definedName');
  expect(names.map((name) => [name.attributes.name, name.children[0]])).toEqual([
    ['_xlnm.Print_Titles', "'Facts'!$2:$2"],
    ['values', "facts[Value ('[km²'])]"],
  ]);
  expect(part('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
});

test('parts are in the order of their schema, notes have ids of their own', async () => {
  const { part } = await press(book, { facts });
  const sheet = childrenOf(parseXml(part('xl/worksheets/sheet2.xml'))!).map((child) => child.name);
  expect(sheet.indexOf('legacyDrawing')).toBeLessThan(sheet.indexOf('tableParts'));
  expect(sheet.indexOf('hyperlinks')).toBeLessThan(sheet.indexOf('pageMargins'));
  const font = childrenOf(descendantsOf(parseXml(part('xl/styles.xml'))!, 'font').at(-1)!).map(
    (child) => child.name,
  );
  expect(font.indexOf('sz')).toBeLessThan(font.indexOf('name'));
  expect(part('xl/drawings/vmlDrawing1.vml')).toContain('"_x0000_s1025"');
  expect(part('xl/drawings/vmlDrawing2.vml')).toContain('"_x0000_s2049"');
});

test('links lead to sheets by location and outside by relationship', async () => {
  const { part } = await press(book, { facts });
  expect(part('xl/worksheets/sheet1.xml')).toContain(`<hyperlink ref="A1" location="'Facts'!A1"/>`);
  expect(part('xl/worksheets/_rels/sheet2.xml.rels')).toContain(
    'Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"',
  );
});

test('properties come from the publication, with one date', async () => {
  const { part } = await press(book, { facts });
  expect(part('docProps/core.xml').match(/2026-11-23T00:00:00Z/g)).toHaveLength(2);
  expect(part('docProps/core.xml')).toContain('<cp:lastModifiedBy>Parkpress<');
  expect(part('docProps/custom.xml')).toContain('name="Edition"><vt:lpwstr>2026<');
  expect(part('[Content_Types].xml')).toContain('/docProps/custom.xml');
});

test('the same input gives the same bytes, content types first, no folders', async () => {
  const [first, second] = [await press(book, { facts }), await press(book, { facts })];
  expect(Buffer.from(first.bytes!).equals(Buffer.from(second.bytes!))).toBe(true);
  const names = [...openPackage(first.bytes!)!.keys()];
  expect(names[0]).toBe('[Content_Types].xml');
  expect(names.slice(1)).toEqual(names.slice(1).sort());
  expect(Buffer.from(first.bytes!).includes('xl/_rels/\u0000')).toBe(false);
});

test.each([
  '=HYPERLINK("http://x","y")',
  '+166',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '<A&B> "q" \'a\'',
  '_x0041_ and _x000D_',
  'a\rb',
  ']]>',
  '😀',
])('hostile text %j stays text', async (name) => {
  const { cell, part, messages } = await pressSheet(
    '<table id="t" of="t"><col id="name" heading="N"/></table>',
    { t: [{ name }] },
  );
  expect(messages).toEqual([]);
  expect(cell('S', 'A2')).toMatchObject({ value: name, formula: null });
  const styles = descendantsOf(parseXml(part('xl/styles.xml'))!, 'cellXfs').flatMap((formats) =>
    childrenOf(formats, 'xf'),
  );
  const isQuoted = styles[cell('S', 'A2')!.style]?.attributes.quotePrefix === '1';
  expect(isQuoted).toBe(/^[=+\-@\t\r]/.test(name));
});

test.each([
  ['\u0000', 'U+0000'],
  ['\u001b[0m', 'U+001B'],
  ['\uffff', 'U+FFFF'],
  ['\ud800', 'U+D800'],
])('text with %j is refused with its row', async (name, code) => {
  const { messages, bytes } = await pressSheet('<table id="t" of="t"><col id="name" heading="N"/></table>', {
    t: [{ name }],
  });
  expect(messages).toEqual([
    expect.stringMatching(/^1:\d+ row 1 of the data table "t": the text ".*" holds the control character /),
  ]);
  expect(messages[0]).toContain(code);
  expect(bytes).toBeUndefined();
});

test('a text of 32,768 characters is refused', async () => {
  const table = '<table id="t" of="t"><col id="name" heading="N"/></table>';
  expect((await pressSheet(table, { t: [{ name: 'x'.repeat(32_767) }] })).messages).toEqual([]);
  expect((await pressSheet(table, { t: [{ name: 'x'.repeat(32_768) }] })).messages[0]).toContain(
    'does not fit a cell',
  );
});

test('a table without rows keeps a blank row and says so; its formulas count nothing', async () => {
  const inner =
    '<table id="t" of="t"><col id="x" heading="X" total="sum" type="number"/></table><row><cell formula="counta(t.x)"/></row>';
  const { cell, part, messages } = await pressSheet(inner, { t: [] });
  expect(messages).toEqual([]);
  expect(cell('S', 'A3')?.value).toBe('Not stated in the sources.');
  expect(cell('S', 'A4')?.value).toBe(0);
  expect(parseXml(part('xl/tables/table1.xml'))?.attributes.ref).toBe('A1:A2');
});

test('a sheet whose only table is empty can be left out, and links to it become plain text', async () => {
  const text = `<workbook title="T"><sheet id="a" name="A"><row><cell link="#b">B</cell></row></sheet>
    <sheet id="b" name="B"><row><cell>head</cell></row><table id="t" of="t" when-empty="omit"><col id="x" heading="X"/></table></sheet></workbook>`;
  const { messages, part, cell } = await press(text, { t: [] });
  expect(messages).toEqual([]);
  expect(part('xl/workbook.xml')).not.toContain('name="B"');
  expect(part('xl/worksheets/sheet1.xml')).not.toContain('hyperlink');
  expect(cell('A', 'A1')?.value).toBe('B');
});

test('widths fit Chinese headings and texts, and long texts are broken into lines', async () => {
  const t = [{ name: '包头装备制造产业园区管理委员会', note: 'word '.repeat(60) }];
  const { part } = await pressSheet(
    '<table id="t" of="t"><col id="name" heading="名称"/><col id="note" heading="Note"/></table>',
    { t },
  );
  const sheet = parseXml(part('xl/worksheets/sheet1.xml'))!;
  const [name, note] = descendantsOf(sheet, 'col').map((column) => Number(column.attributes.width));
  expect(name).toBeGreaterThanOrEqual(32);
  expect(note).toBe(44);
  const rows = descendantsOf(sheet, 'row');
  expect(Number(rows[1]?.attributes.ht)).toBeGreaterThan(100);
  expect(rows[1]?.attributes.customHeight).toBeUndefined();
});

test('sheets too wide for one page are printed on several, the first column repeated', async () => {
  const columns = Array.from(
    { length: 8 },
    (_, index) => `<col id="c${index}_" field="a" heading="H${index}" width="40"/>`,
  );
  const { part } = await pressSheet(`<table id="t" of="t">${columns.join('')}</table>`, { t: [{ a: 'x' }] });
  expect(part('xl/worksheets/sheet1.xml')).toContain('fitToWidth="2" fitToHeight="0"');
  expect(part('xl/workbook.xml')).toContain("'S'!$A:$A,'S'!$1:$1");
});

test('an address without encryption is printed but is no link', async () => {
  const { cell, part } = await pressSheet(
    '<table id="t" of="t"><col id="a" heading="A" type="url"/></table>',
    {
      t: [{ a: 'http://example.org/' }],
    },
  );
  expect(cell('S', 'A2')?.value).toBe('http://example.org/');
  expect(part('xl/worksheets/sheet1.xml')).not.toContain('hyperlink');
});

test('numbers are shown with the decimals they were given with', async () => {
  const { cell, part } = await press(book, { facts });
  const styles = parseXml(part('xl/styles.xml'))!;
  const formats = new Map(
    descendantsOf(styles, 'numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode]),
  );
  const ids = descendantsOf(styles, 'cellXfs')
    .flatMap((all) => childrenOf(all, 'xf'))
    .map((xf) => xf.attributes.numFmtId);
  const formatOf = (address: string) => ids[cell('Facts', address)!.style];
  expect(formatOf('B3')).toBe('3');
  expect(formats.get(formatOf('B4')!)).toBe('#,##0.000');
});

test('Chinese workbooks have Chinese fonts, words and footers', async () => {
  const text =
    '<workbook title="园区" lang="zh"><sheet id="a" name="数据"><table id="t" of="t"><col id="x" heading="列"/></table></sheet></workbook>';
  const { part, cell } = await press(text, { t: [] }, 'zh');
  expect(cell('数据', 'A3')?.value).toBe('资料来源未载明。');
  expect(part('xl/styles.xml')).toContain('Microsoft YaHei');
  expect(part('xl/worksheets/sheet1.xml')).toContain('第 &amp;P 页');
});

test('a percent sign of page codes in a title is no code', async () => {
  const { part } = await press(
    '<workbook title="R&amp;D"><sheet id="a" name="A"><row><cell>x</cell></row></sheet></workbook>',
  );
  expect(part('xl/worksheets/sheet1.xml')).toContain('R&amp;&amp;D');
});

test('the documentation names every element, function and style', () => {
  const docs = vocabularyDocs();
  expect(docs.elements.map((element) => element.name)).toContain('table');
  expect(docs.elements.find((element) => element.name === 'col')?.attributes).toContainEqual({
    name: 'heading',
    values: 'text',
    required: true,
    meaning: 'what stands above it',
  });
  expect(docs.functions.map((each) => each.name)).toContain('LOOKUP(values, keys, key)');
});
