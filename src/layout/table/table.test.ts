import { expect, test } from 'vitest';
import { layoutBody, printPages, wordsOf } from '../testing/pages.ts';

const first = (body: string, css = '') => layoutBody(body, css).texts[0];
const words = (body: string, css = '') => wordsOf(layoutBody(body, css));
const lines = (letter: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`).join('<br/>');
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `<tr><td>r${i + 1}</td></tr>`).join('');
const printed = (kind: string, body: string, css = '') =>
  printPages(layoutBody(body, css))
    .split('\n')
    .filter((line) => line.startsWith(`  ${kind}`))
    .map((line) => line.trim());

test('an automatic table is as wide as its content, a wider one shares the room by content', () => {
  expect(first('<table><tr><td>a</td><td>bbb</td><td>c</td></tr></table>')).toEqual([
    'a@0,0',
    'bbb@10,0',
    'c@40,0',
  ]);
  expect(first('<table style="width: 100px"><tr><td>a</td><td>bbb</td><td>c</td></tr></table>')).toEqual([
    'a@0,0',
    'bbb@20,0',
    'c@80,0',
  ]);
});

test('a narrow table shrinks columns towards their longest words', () => {
  const body = '<table style="width: 100px"><tr><td>aa aa aa</td><td>bb bb bb bb</td></tr></table>';
  // Longest words 20 + 20, everything 80 + 110: 60 px more are shared 60 : 90.
  expect(first(body)?.at(-1)).toMatch(/^bb bb@44,/);
});

test('lengths and percentages of cells and columns are heeded', () => {
  expect(
    first(
      '<table style="width: 200px"><tr><td style="width: 50px">a</td><td style="width: 50%">b</td><td>c</td></tr></table>',
    ),
  ).toEqual(['a@0,0', 'b@50,0', 'c@150,0']);
  expect(
    first(
      '<table style="width: 200px"><colgroup><col style="width: 30px"/><col/></colgroup><tr><td>a</td><td>b</td></tr></table>',
    ),
  ).toEqual(['a@0,0', 'b@30,0']);
});

test('fixed layout looks at columns and the first row only', () => {
  const css = 'table { table-layout: fixed; width: 120px }';
  expect(
    first(
      '<table><tr><td style="width: 30px">a</td><td>b</td><td>c</td></tr><tr><td>dd</td><td>ee ee ee</td><td>f</td></tr></table>',
      css,
    )?.slice(0, 3),
  ).toEqual(['a@0,0', 'b@30,0', 'c@75,0']);
});

test('cells over several columns and rows', () => {
  const body =
    '<table><tr><td colspan="2">aaaaaa</td><td>b</td></tr><tr><td rowspan="2">c</td><td>d</td><td>e</td></tr><tr><td>f</td><td>g</td></tr></table>';
  expect(first(body)).toEqual(['aaaaaa@0,0', 'b@60,0', 'c@0,15', 'd@30,10', 'e@60,10', 'f@30,20', 'g@60,20']);
});

test('what a cell over rows lacks is shared by its rows, by their heights', () => {
  expect(
    first(
      `<table><tr><td rowspan="2">${lines('a', 4)}</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></table>`,
      'td { vertical-align: top }',
    )?.slice(4),
  ).toEqual(['b@20,0', 'c@20,20', 'd@0,40']);
});

test('cells are aligned in their rows', () => {
  const cell = (align: string) => `<td style="vertical-align: ${align}">x</td>`;
  expect(
    first(
      `<table><tr><td>${lines('a', 3)}</td>${cell('top')}${cell('middle')}${cell('bottom')}</tr></table>`,
    )?.slice(3),
  ).toEqual(['x@20,0', 'x@30,10', 'x@40,20']);
  const css = 'td { vertical-align: baseline } .big { font-size: 20px; line-height: 20px }';
  expect(first('<table><tr><td class="big">a</td><td>b</td></tr></table>', css)).toEqual(['a@0,0', 'b@20,8']);
});

test('separate borders keep their distance', () => {
  const css = 'table { border-spacing: 3px 5px; border: 1px solid } td { border: 1px solid }';
  expect(printed('border', '<table><tr><td>a</td><td>b</td></tr></table>', css)).toEqual([
    'border 0,0 35x24 top 1 solid, right 1 solid, bottom 1 solid, left 1 solid',
    'border 4,6 12x12 top 1 solid, right 1 solid, bottom 1 solid, left 1 solid',
    'border 19,6 12x12 top 1 solid, right 1 solid, bottom 1 solid, left 1 solid',
  ]);
});

test('of collapsed borders the widest is drawn, then the stronger style', () => {
  const css =
    'table { border-collapse: collapse } td { border: 2px solid } .thick { border-bottom: 4px solid } .dashed { border-top: 2px dashed }';
  const body =
    '<table><tr><td class="thick">a</td><td>b</td></tr><tr><td>c</td><td class="dashed">d</td></tr></table>';
  const rules = printed('border', body, css);
  expect(rules.filter((rule) => rule.includes(' top '))).toEqual([
    'border 0,0 26x2 top 2 solid',
    'border 0,12 14x4 top 4 solid',
    'border 12,13 14x2 top 2 solid',
    'border 0,26 26x2 top 2 solid',
  ]);
  expect(first(body, css)).toEqual(['a@2,2', 'b@14,2.5', 'c@2,16', 'd@14,15.5']);
});

test('header and footer are repeated on every page, as artifacts', () => {
  const body = `<table><thead><tr><th>H</th></tr></thead><tfoot><tr><td>F</td></tr></tfoot><tbody>${rows(10)}</tbody></table>`;
  expect(words(body)).toBe('H r1 r2 r3 r4 r5 r6 r7 r8 F | H r9 r10 F');
  const artifacts = printed('text', body).filter((line) => line.includes('pagination'));
  expect(artifacts).toEqual(['text 0,90 "F" (pagination)', 'text 0,0 "H" (pagination)']);
});

test('a header goes with its first row, and a caption with its table', () => {
  const table = (caption: string) => `<table>${caption}<thead><tr><th>H</th></tr></thead>${rows(3)}</table>`;
  expect(words(`<p>${lines('a', 9)}</p>${table('')}`)).toBe(
    `${lines('a', 9).replaceAll('<br/>', ' ')} | H r1 r2 r3`,
  );
  expect(words(`<p>${lines('a', 8)}</p>${table('<caption>C</caption>')}`)).toBe(
    `${lines('a', 8).replaceAll('<br/>', ' ')} | C H r1 r2 r3`,
  );
});

test('a row that does not fit moves to the next page, one taller than a page is split in its cells', () => {
  expect(words(`<table><tr><td>a</td></tr><tr><td>${lines('b', 10)}</td></tr></table>`)).toBe(
    'a | b1 b2 b3 b4 b5 b6 b7 b8 b9 b10',
  );
  expect(
    words(
      `<table><tr><td>a</td></tr><tr><td>${lines('b', 12)}</td><td>${lines('c', 2)}</td></tr></table>`,
      'td { vertical-align: top }',
    ),
  ).toBe('a b1 b2 b3 b4 b5 b6 b7 b8 b9 c1 c2 | b10 b11 b12');
});

test('a cell over rows goes on over the page with its rows', () => {
  const row = (name: string, extra = '') => `<tr>${extra}<td>${lines(name, 4)}</td></tr>`;
  const body = `<table>${row('b', `<td rowspan="3">${lines('a', 11)}</td>`)}${row('c')}${row('d')}</table>`;
  expect(words(body, 'td { vertical-align: top }')).toBe(
    'a1 a2 a3 a4 a5 a6 a7 a8 b1 b2 b3 b4 c1 c2 c3 c4 | a9 a10 a11 d1 d2 d3 d4',
  );
});

test('rows can force and avoid breaks', () => {
  expect(words('<table><tr><td>a</td></tr><tr style="break-before: page"><td>b</td></tr></table>')).toBe(
    'a | b',
  );
  expect(
    words(`<table>${rows(9)}<tr style="break-after: avoid"><td>k</td></tr><tr><td>l</td></tr></table>`),
  ).toBe('r1 r2 r3 r4 r5 r6 r7 r8 r9 | k l');
});

test('missing groups, rows and cells are added around what is there', () => {
  const css = '.t { display: table } .c { display: table-cell }';
  expect(first('<div class="t"><span class="c">a</span><span class="c">b</span></div>', css)).toEqual([
    'a@0,0',
    'b@10,0',
  ]);
});

test('a table wider than its place is an error at the table', () => {
  const { messages } = layoutBody(
    '\n<div style="width: 50px"><table><tr><td>aaaaaaaaaa</td></tr></table></div>',
  );
  expect(messages).toEqual([
    '4:26 L004 `<table>` is 13 mm wider than the room it has (page 1); its widest word is “aaaaaaaaaa”.',
  ]);
});

test('a cell of a split row whose first line does not fit begins on the next page', () => {
  const big = '<td style="font-size: 40px; line-height: 40px">B</td>';
  const body = `<p>${lines('p', 7)}</p><table><tr><td>${lines('a', 12)}</td>${big}</tr></table>`;
  expect(words(body, 'td { vertical-align: top }')).toBe(
    'p1 p2 p3 p4 p5 p6 p7 a1 a2 a3 | a4 a5 a6 a7 a8 a9 a10 a11 a12 B',
  );
});

test('rows cannot be collapsed, and the message says what to do', () => {
  const layOut = () => layoutBody('<table><tr><td>a</td></tr></table>', 'tr { visibility: collapse }');
  expect(layOut).toThrow(/"collapse" is no value of visibility/);
});

test('columns that exist only through spans do not change the table', () => {
  expect(
    first(
      '<table><tr><td colspan="900">aaa</td></tr><tr><td colspan="900">b</td></tr></table>',
      'table { border-spacing: 5px }',
    ),
  ).toEqual(['aaa@5,5', 'b@5,20']);
});
