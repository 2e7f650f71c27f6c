import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { finishedDocument } from '../template/merged.ts';
import { pressWorkbook } from './index.ts';
import { childOf, childrenOf, descendantsOf, type Element, parseXml, textOf } from './package/xml.ts';
import { openPackage, partText } from './package/zip.ts';
import { press, pressSheet, sheetIndent } from './testing/press.ts';

const facts = [
  { key: 'a', status: 'actual', value: '3', day: '2017-12-11', note: 'said so' },
  { key: 'b', status: 'planned', value: '9', day: null, note: null },
];
const codes = [{ label: 'actual' }, { label: 'planned' }];
const sheet1 = 'xl/worksheets/sheet1.xml';

function pressColumns(columns: string, more = '') {
  return press(
    `<workbook title="T"><sheet id="s" name="S"${more}><table id="t" of="facts" key="key"><col id="key" heading="K"/>${columns}</table></sheet><sheet id="c" name="Code's" state="hidden"><table id="codes" of="codes"><col id="label" heading="L"/></table></sheet></workbook>`,
    { facts, codes },
  );
}

const rulesOf = (part: string): Element[] => descendantsOf(parseXml(part)!, 'dataValidation');

test('cells with edit take what fits their column: a list, numbers within limits, days', async () => {
  const { messages, part } = await pressColumns(
    '<col id="status" heading="S" edit="yes" list="codes.label"/><col id="value" heading="V" type="number" edit="yes" least="0" most="10.5" hint="in full"/><col id="day" heading="D" type="date" edit="yes" least="2000-01-01"/>',
  );
  expect(messages).toEqual([]);
  const rules = rulesOf(part(sheet1)).map((rule) => [
    rule.attributes.sqref,
    rule.attributes.type,
    rule.attributes.operator,
    rule.children.map((child) => textOf(child as Element)),
    rule.attributes.error,
    rule.attributes.prompt,
  ]);
  expect(rules).toEqual([
    ['B2:B3', 'list', undefined, ["'Code''s'!$A$2:$A$3"], 'Choose a value from the list.', undefined],
    ['C2:C3', 'decimal', undefined, ['0', '10.5'], 'Type a number from 0 to 10.5.', 'in full'],
    ['D2:D3', 'date', 'greaterThanOrEqual', ['36526'], 'Type a date, at least 2000-01-01.', undefined],
  ]);
});

test('a protected sheet leaves cells with edit open, which are tinted', async () => {
  const { part, cell } = await pressColumns('<col id="value" heading="V" edit="yes"/>', ' protect="yes"');
  expect(childOf(parseXml(part(sheet1))!, 'sheetProtection')?.attributes.sheet).toBe('1');
  const formats = descendantsOf(descendantsOf(parseXml(part('xl/styles.xml'))!, 'cellXfs')[0]!, 'xf');
  const locks = ['A2', 'B2'].map(
    (address) =>
      descendantsOf(formats[cell('S', address)!.style]!, 'protection')[0]?.attributes.locked ?? 'locked',
  );
  expect(locks).toEqual(['locked', '0']);
  expect(part('xl/styles.xml')).toContain('FFFDF8E3');
});

test('what an editable table held is kept on a sheet that nobody sees', async () => {
  const { cell, part } = await pressColumns('<col id="value" heading="V" type="number" edit="yes"/>');
  const row = (number: number) =>
    ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((column) => cell('_src', `${column}${number}`)?.value ?? '');
  expect(row(2).slice(0, 5)).toEqual(['table', 't', 'S', 'facts', 'key']);
  expect(row(4)).toEqual(['column', 't', 'value', 'value', 'number', 'edit', 'V']);
  expect(row(5).slice(0, 5)).toEqual(['row', 't', 'a', 'a', '3']);
  const states = descendantsOf(parseXml(part('xl/workbook.xml'))!, 'sheet').map(
    ({ attributes }) => `${attributes.name} ${attributes.state ?? 'visible'}`,
  );
  expect(states).toEqual(['S visible', "Code's hidden", '_src veryHidden']);
});

test('columns are folded and hidden, remarks stand beside cells', async () => {
  const { part, messages } = await pressColumns(
    '<col id="value" heading="V" note="note"/><col id="status" heading="S" group="1" hidden="yes"/>',
    ' tab-color="accent"',
  );
  expect(messages).toEqual([]);
  const [properties] = descendantsOf(parseXml(part(sheet1))!, 'sheetPr');
  expect(childrenOf(properties!).map(({ name }) => name)).toEqual(['tabColor', 'outlinePr', 'pageSetUpPr']);
  const column = descendantsOf(parseXml(part(sheet1))!, 'col').find(
    ({ attributes }) => attributes.min === '3',
  );
  expect(column?.attributes).toMatchObject({ hidden: '1', outlineLevel: '1' });
  expect(descendantsOf(parseXml(part('xl/comments1.xml'))!, 't').map(textOf)).toEqual(['said so']);
});

test('a sparkline draws the rows of another table that belong to its row', async () => {
  const points = [
    { of: 'a', n: '1' },
    { of: 'a', n: '2' },
    { of: 'b', n: '5' },
  ];
  const book = (rows: typeof points) =>
    press(
      '<workbook title="T"><sheet id="s" name="S"><table id="t" of="facts"><col id="key" heading="K"/><col id="line" field="key" heading="Line" sparkline="p.n" by="p.of"/></table></sheet><sheet id="p" name="P"><table id="p" of="points"><col id="of" heading="Of"/><col id="n" heading="N" type="number"/></table></sheet></workbook>',
      { facts, points: rows },
    );
  const { part, messages } = await book(points);
  expect(messages).toEqual([]);
  const lines = descendantsOf(parseXml(part(sheet1))!, 'x14:sparkline').map((line) => textOf(line));
  expect(lines).toEqual(["'P'!$B$2:$B$3B2", "'P'!$B$4:$B$4B3"]);
  const broken = await book([points[0]!, points[2]!, points[1]!]);
  expect(broken.messages[0]).toMatch(/the rows of "a" in p do not stand together$/);
});

test('a picture is placed by its own proportions', async () => {
  const bytes = new Uint8Array(PNG.sync.write(new PNG({ width: 20, height: 10 })));
  const text =
    '<workbook title="T"><sheet id="s" name="S"><image src="logo.png" alt="Logo" width="50"/><row><cell>x</cell></row></sheet></workbook>';
  const files = { read: (path: string) => (path === 'templates/w/logo.png' ? bytes : undefined) };
  const merged = finishedDocument({ path: 'templates/w/book.xml', text });
  const properties = { title: 'T', creator: 'P', date: '2026-11-23', custom: {} };
  const { value, diagnostics } = await pressWorkbook(merged, { tables: {}, lang: 'en', properties, files });
  expect(diagnostics).toEqual([]);
  const parts = openPackage(value!)!;
  const drawing = parseXml(partText(parts, 'xl/drawings/drawing1.xml')!)!;
  expect(descendantsOf(drawing, 'xdr:ext')[0]!.attributes).toEqual({ cx: '1800000', cy: '900000' });
  expect(descendantsOf(drawing, 'xdr:cNvPr')[0]!.attributes.descr).toBe('Logo');
  expect(parts.get('xl/media/sheet1-1.png')).toEqual(bytes);
});

/** `^` marks the column of the message. */
test.each<[string, string]>([
  [
    '<table id="t" of="facts"><col id="key" heading="K" edit="^yes"/></table>',
    'a table with edit needs a key',
  ],
  [
    '<table id="t" of="facts" key="key"><col id="key" heading="K"/><col id="x" formula="1" heading="X" edit="^yes"/></table>',
    'a computed column cannot be edited',
  ],
  [
    '<table id="t" of="facts" key="^key"><col id="value" heading="V"/></table>',
    'the key "key" is not among the columns of the table',
  ],
  [
    '<table id="t" of="facts" key="^note"><col id="note" heading="N"/><col id="value" heading="V" edit="yes"/></table>',
    'row 2 of the data table has no value in "note"',
  ],
  [
    '<table id="t" of="facts"><col id="key" heading="K" least="^1"/></table>',
    'least belongs to cells with edit',
  ],
  [
    '<table id="t" of="facts" key="key"><col id="key" heading="K"/><col id="value" heading="V" type="number" edit="yes" least="5" most="^1"/></table>',
    'the greatest value is less than the least',
  ],
  ['<row><cell edit="yes" list="^t.x">x</cell></row>', 'there is no table "t"'],
  [
    '<table id="t" of="facts"><col id="key" heading="K" sparkline="^t.key"/></table>',
    'a sparkline needs the column that it draws and the one that chooses its rows',
  ],
  ['<image src="^logo.png" alt="x"/><row><cell>x</cell></row>', 'there is no file logo.png'],
])('%s', async (marked, message) => {
  const column = sheetIndent + marked.indexOf('^') + 1;
  const { messages, bytes } = await pressSheet(marked.replace('^', ''), { facts });
  expect(messages).toEqual([`1:${column} ${message}`]);
  expect(bytes).toBeUndefined();
});

test('the first sheet is one that can be seen, and no sheet takes the name of the hidden one', async () => {
  const hidden = await press(
    '<workbook title="T"><sheet id="s" name="S" state="hidden"><row><cell>x</cell></row></sheet></workbook>',
  );
  expect(hidden.messages).toEqual(['1:32 the first sheet is hidden']);
  const taken = await press(
    '<workbook title="T"><sheet id="s" name="_src"><row><cell>x</cell></row></sheet></workbook>',
  );
  expect(taken.messages).toEqual(['1:41 "_src" is the sheet that Parkpress keeps for itself']);
});

test('colours come from the style sheet of the brochures, and built-in styles take them', async () => {
  const css = '/* --steel: #000001; */ :root { --steel: #123456; --gap: 3mm; --extra: #ABCDEF }';
  const files = {
    read: (path: string) =>
      path === 'templates/shared/tokens.css' ? new TextEncoder().encode(css) : undefined,
  };
  const book = (src: string) =>
    pressWorkbook(
      finishedDocument({
        path: 'templates/w/book.xml',
        text: `<workbook title="T"><tokens src="${src}"/><style id="own" color="extra"/><sheet id="s" name="S"><row><cell style="title">x</cell><cell style="own">y</cell></row></sheet></workbook>`,
      }),
      {
        tables: {},
        lang: 'en',
        properties: { title: 'T', creator: 'P', date: '2026-11-23', custom: {} },
        files,
      },
    );
  const { value, diagnostics } = await book('../shared/tokens.css');
  expect(diagnostics).toEqual([]);
  const parts = openPackage(value!)!;
  const fonts = descendantsOf(parseXml(partText(parts, 'xl/styles.xml')!)!, 'font');
  const colors = fonts.flatMap((font) =>
    descendantsOf(font, 'color').map(({ attributes }) => attributes.rgb),
  );
  expect(colors).toEqual(expect.arrayContaining(['FF123456', 'FFABCDEF']));
  expect(partText(parts, 'xl/theme/theme1.xml')).toContain('123456');
  const missing = await book('../shared/other.css');
  expect(missing.diagnostics.map(({ message }) => message)).toContain(
    'there is no file templates/shared/other.css',
  );
});
