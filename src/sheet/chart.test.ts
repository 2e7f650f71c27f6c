import { expect, test } from 'vitest';
import { childOf, descendantsOf, type Element, parseXml, textOf } from './package/xml.ts';
import { press } from './testing/press.ts';

const years = [
  { year: '2016', kind: 'Heavy', output: '40.5', firms: '100' },
  { year: '2017', kind: 'Light', output: null, firms: '120' },
  { year: '2018', kind: 'Mining', output: '60', firms: '150' },
];

const table = `<table id="t" of="years"><col id="year" heading="Year"/><col id="kind" heading="Kind"/>
<col id="output" heading="Output" unit="bn" type="number" total="sum"/><col id="firms" heading="Firms" type="integer"/>
<col id="per" heading="Per firm" type="number" formula="[firms] * 2"/></table>`;

/** A workbook whose sheet `It's` has the table in its rows 2 to 6 and then these blocks. */
function pressWith(blocks: string, more = '') {
  return press(
    `<workbook title="T"><sheet id="s" name="It's"><row><cell>Top</cell></row>${table}${blocks}</sheet>${more}</workbook>`,
    { years, none: [] },
  );
}

const attributesOf = (root: Element, name: string) =>
  descendantsOf(root, name).map(({ attributes }) => attributes.val);
const textsOf = (root: Element, name: string) => descendantsOf(root, name).map(textOf);

test('a chart refers to the cells of its columns and holds their values', async () => {
  const { messages, part } = await pressWith(
    '<chart kind="column" alt="Output by kind" title="Output &amp; firms" of="t.kind" y-title="bn CNY"><series values="t.output"/></chart>',
  );
  expect(messages).toEqual([]);
  const chart = parseXml(part('xl/charts/chart1.xml'))!;
  expect(textsOf(chart, 'c:f')).toEqual(["'It''s'!$C$2", "'It''s'!$B$3:$B$5", "'It''s'!$C$3:$C$5"]);
  expect(
    descendantsOf(chart, 'c:pt').map(({ attributes, ...pt }) => [
      attributes.idx,
      textOf({ attributes, ...pt }),
    ]),
  ).toEqual([
    ['0', 'Output (bn)'],
    ...[
      ['0', 'Heavy'],
      ['1', 'Light'],
      ['2', 'Mining'],
    ],
    // The empty cell has no point.
    ...[
      ['0', '40.5'],
      ['2', '60'],
    ],
  ]);
  expect(textsOf(chart, 'a:t')).toEqual(['Output & firms', 'bn CNY']);
  expect(childOf(childOf(chart, 'c:chart')!, 'c:legend')).toBeUndefined();
});

test('the drawing tells what the chart shows, below what stands before it', async () => {
  const { part, cell } = await pressWith(
    '<chart kind="bar" alt="Heavy leads" of="t.kind" width="120" height="50"><series values="t.firms"/></chart><row><cell>After</cell></row>',
  );
  const drawing = parseXml(part('xl/drawings/drawing1.xml'))!;
  expect(descendantsOf(drawing, 'xdr:cNvPr')[0]!.attributes.descr).toBe('Heavy leads');
  expect(descendantsOf(drawing, 'xdr:ext')[0]!.attributes).toEqual({ cx: '4320000', cy: '1800000' });
  // Row 1, heading, three rows and the total stand above; 50 mm are 142 pt and cover ten rows of 15 pt, and one is left free.
  expect(textsOf(drawing, 'xdr:row')).toEqual(['6']);
  expect(cell("It's", 'A18')?.value).toBe('After');
});

test('bars are read from the top in the order of the table', async () => {
  const { part } = await pressWith(
    '<chart kind="stacked-bar" alt="A" of="t.kind"><series values="t.output"/><series values="t.firms"/></chart>',
  );
  const chart = parseXml(part('xl/charts/chart1.xml'))!;
  expect(attributesOf(chart, 'c:barDir')).toEqual(['bar']);
  expect(attributesOf(chart, 'c:grouping')).toEqual(['stacked']);
  expect(attributesOf(chart, 'c:orientation')).toEqual(['maxMin', 'minMax']);
  expect(attributesOf(chart, 'c:legendPos')).toEqual(['b']);
});

test('columns and a line of a computed column on a second axis', async () => {
  const { messages, part } = await pressWith(
    '<chart kind="column" alt="A" of="t.kind" second-title="each"><series values="t.output" name="All"/><series values="t.per" kind="line" axis="second" color="accent"/></chart>',
  );
  expect(messages).toEqual([]);
  const chart = parseXml(part('xl/charts/chart1.xml'))!;
  const plot = descendantsOf(chart, 'c:plotArea')[0]!;
  expect(plot.children.map((child) => (child as Element).name)).toEqual([
    ...['c:layout', 'c:barChart', 'c:lineChart'],
    ...['c:catAx', 'c:valAx', 'c:catAx', 'c:valAx'],
  ]);
  const line = descendantsOf(chart, 'c:lineChart')[0]!;
  expect(attributesOf(line, 'c:axId')).toEqual(['3', '4']);
  expect(textsOf(descendantsOf(line, 'c:val')[0]!, 'c:v')).toEqual(['200', '240', '300']);
  expect(attributesOf(descendantsOf(line, 'c:spPr')[0]!, 'a:srgbClr')).toEqual(['B4552D']);
  expect(textsOf(descendantsOf(plot, 'c:barChart')[0]!, 'c:v')[0]).toBe('All');
});

test('a scatter has numbers on both axes, a pie shares and none', async () => {
  const { messages, part } = await pressWith(
    '<chart kind="scatter" alt="A" of="t.output"><series values="t.firms"/></chart><chart kind="pie" alt="B" of="t.kind"><series values="t.firms"/></chart>',
  );
  expect(messages).toEqual([]);
  const scatter = parseXml(part('xl/charts/chart1.xml'))!;
  expect(textsOf(descendantsOf(scatter, 'c:xVal')[0]!, 'c:v')).toEqual(['40.5', '60']);
  expect(descendantsOf(scatter, 'c:valAx')).toHaveLength(2);
  const pie = parseXml(part('xl/charts/chart2.xml'))!;
  expect(attributesOf(pie, 'c:showPercent')).toEqual(['1']);
  expect(descendantsOf(pie, 'c:valAx')).toHaveLength(0);
});

test('colours come from the theme, which has those of the workbook', async () => {
  const { part } = await pressWith(
    '<chart kind="line" alt="A" of="t.kind"><series values="t.output"/><series values="t.firms"/></chart>',
    '<color id="steel" value="#102030"/>',
  );
  const chart = parseXml(part('xl/charts/chart1.xml'))!;
  const marks = descendantsOf(chart, 'c:marker').flatMap((marker) => attributesOf(marker, 'a:schemeClr'));
  expect(marks).toEqual(['accent1', 'accent2']);
  const theme = parseXml(part('xl/theme/theme1.xml'))!;
  expect(attributesOf(descendantsOf(theme, 'a:accent1')[0]!, 'a:srgbClr')).toEqual(['102030']);
});

test('a chart of a table that is left out is left out, and nothing is said', async () => {
  const { messages, part } = await pressWith(
    '<table id="n" of="none" when-empty="omit"><col id="a" heading="A"/><col id="b" heading="B" type="number"/></table><chart kind="line" alt="A" of="n.a"><series values="n.b"/></chart>',
  );
  expect(messages).toEqual([]);
  expect(part('xl/charts/chart1.xml')).toBe('');
});

test.each([
  [
    'a column of texts',
    '<chart kind="line" alt="A" of="t.year"><series values="t.kind"/></chart>',
    'the column t.kind holds texts, which no chart can draw',
  ],
  [
    'an unknown column',
    '<chart kind="line" alt="A" of="t.year"><series values="t.ouput"/></chart>',
    'the table "t" has no column "ouput"',
  ],
  [
    'an unknown table',
    '<chart kind="line" alt="A" of="x.year"><series values="t.output"/></chart>',
    'there is no table "x"',
  ],
  [
    'an address',
    '<chart kind="line" alt="A" of="A1:A9"><series values="t.output"/></chart>',
    'of="A1:A9" is not a column',
  ],
  ['no series', '<chart kind="line" alt="A" of="t.year"/>', 'a chart needs at least one <series>'],
  [
    'no alternative text',
    '<chart kind="line" of="t.year"><series values="t.output"/></chart>',
    '<chart> needs the attribute "alt"',
  ],
  [
    'an empty alternative text',
    '<chart kind="line" alt=" " of="t.year"><series values="t.output"/></chart>',
    'the alternative text is empty',
  ],
  [
    'two series in a pie',
    '<chart kind="pie" alt="A" of="t.year"><series values="t.output"/><series values="t.firms"/></chart>',
    'a pie shows one series',
  ],
  [
    'a line over bars',
    '<chart kind="bar" alt="A" of="t.year"><series values="t.output"/><series kind="line" values="t.firms"/></chart>',
    'a chart of the kind "bar" has one kind of series and one axis',
  ],
  [
    'a misspelt kind',
    '<chart kind="colum" alt="A" of="t.year"><series values="t.output"/></chart>',
    'kind="colum" is none of',
  ],
])('%s is told', async (_, blocks, message) => {
  const { messages } = await pressWith(blocks);
  expect(
    messages.some((each) => each.startsWith('3:') && each.includes(message)),
    messages.join('\n'),
  ).toBe(true);
});

test('a chart draws the rows that have one value, and columns begin at zero', async () => {
  const points = [
    { of: 'a', year: '2001', n: '119' },
    { of: 'a', year: '2002', n: '122' },
    { of: 'b', year: '2001', n: '-3' },
  ];
  const book = (chart: string, rows = points) =>
    press(
      `<workbook title="T"><sheet id="s" name="S"><table id="p" of="points"><col id="of" heading="Of"/><col id="year" heading="Y"/><col id="n" heading="N" type="number"/></table>${chart}</sheet></workbook>`,
      { points: rows },
    );
  const drawn = await book(
    '<chart kind="column" alt="x" of="p.year" by="p.of" is="a"><series values="p.n"/></chart>',
  );
  expect(drawn.messages).toEqual([]);
  const chart = parseXml(drawn.part('xl/charts/chart1.xml'))!;
  expect(descendantsOf(chart, 'c:f').map(textOf)).toEqual(["'S'!$C$1", "'S'!$B$2:$B$3", "'S'!$C$2:$C$3"]);
  expect(descendantsOf(chart, 'c:min').map(({ attributes }) => attributes.val)).toEqual(['0']);
  const all = await book('<chart kind="column" alt="x" of="p.year"><series values="p.n"/></chart>');
  expect(descendantsOf(parseXml(all.part('xl/charts/chart1.xml'))!, 'c:min')).toEqual([]);
  const none = await book(
    '<chart kind="column" alt="x" of="p.year" by="p.of" is="c"><series values="p.n"/></chart>',
  );
  expect(none.messages[0]).toMatch(/the rows with "c" in p\.of are not there$/);
});

test('a sheet and a row go with a sheet that is left out', async () => {
  const book = (rows: readonly { readonly n: string }[]) =>
    press(
      '<workbook title="T"><sheet id="s" name="S"><row><cell>one</cell></row><row with="p"><cell>two</cell></row><row><cell>three</cell></row></sheet><sheet id="p" name="P"><table id="p" of="points" when-empty="omit"><col id="n" heading="N"/></table></sheet><sheet id="c" name="C" with="p"><row><cell>more</cell></row></sheet></workbook>',
      { points: rows },
    );
  const full = await book([{ n: '1' }]);
  expect(full.cell('S', 'A2')?.value).toBe('two');
  expect(full.cell('C', 'A1')?.value).toBe('more');
  const empty = await book([]);
  expect(empty.messages).toEqual([]);
  expect(empty.cell('S', 'A2')?.value).toBe('three');
  expect(empty.part('xl/workbook.xml')).not.toContain('name="C"');
  const wrong = await press(
    '<workbook title="T"><sheet id="s" name="S"><row with="x"><cell>one</cell></row></sheet></workbook>',
  );
  expect(wrong.messages).toEqual(['1:55 there is no sheet "x"']);
});
