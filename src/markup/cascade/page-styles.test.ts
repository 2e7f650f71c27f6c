import { expect, test } from 'vitest';
import { styled } from '../testing.ts';
import type { PageQuery } from '../tree.ts';

const mm = 96 / 25.4;
const plain: PageQuery = { number: 1, name: '', first: false, side: 'right', blank: false };

function pageOf(css: string, query: Partial<PageQuery> = {}) {
  const { document, messages } = styled('<p>x</p>', css);
  expect(messages).toEqual([]);
  return document!.pageStyle({ ...plain, ...query });
}

test('without any rule a page is A4 with margins and no boxes', () => {
  const page = pageOf('');
  expect([page.width, page.height, page.marginLeft, page.boxes.size]).toEqual([
    210 * mm,
    297 * mm,
    20 * mm,
    0,
  ]);
});

test.each([
  ['A5', 148, 210],
  ['A5 landscape', 210, 148],
  ['landscape', 297, 210],
  ['letter', 215.9, 279.4],
  ['100mm 50mm', 100, 50],
  ['10cm', 100, 100],
  ['auto', 210, 297],
  ['A0', 841, 1189],
  ['a10 landscape', 37, 26],
  ['b5', 176, 250],
  ['JIS-B5', 182, 257],
  ['portrait ledger', 279.4, 431.8],
])('size: %s', (size, width, height) => {
  const page = pageOf(`@page { size: ${size} }`);
  expect(page.width).toBeCloseTo(width * mm);
  expect(page.height).toBeCloseTo(height * mm);
});

test.each([
  ['@page { margin: 1px } @page :left { margin: 2px }', { side: 'left' }, 2],
  ['@page :first { margin: 3px } @page :right { margin: 2px }', { first: true }, 3],
  ['@page cover { margin: 4px } @page :first { margin: 3px }', { first: true, name: 'cover' }, 4],
  ['@page cover:first { margin: 5px } @page cover { margin: 4px }', { first: true, name: 'cover' }, 5],
  ['@page cover { margin: 4px } @page { margin: 1px }', { name: 'other' }, 1],
  ['@page :blank { margin: 6px } @page :left { margin: 2px }', { side: 'left', blank: true }, 6],
  ['@page { margin: 1px } @page { margin: 2px }', {}, 2],
  ['@page :nth(3n+1) { margin: 8px } @page :right { margin: 2px }', { number: 7 }, 8],
  ['@page :nth(3n+1) { margin: 8px } @page :right { margin: 2px }', { number: 8 }, 2],
  ['@page :nth(2) { margin: 8px } @page { margin: 1px }', { number: 2 }, 8],
  ['@page :nth(even) { margin: 8px } @page n { margin: 1px }', { number: 2, name: 'n' }, 1],
  ['@page a, b:left { margin: 7px } @page { margin: 1px }', { name: 'b', side: 'left' }, 7],
] as const)('%s', (css, query, margin) => {
  expect(pageOf(css, query).marginTop).toBe(margin);
});

test('margins in percent are those of the page', () => {
  const page = pageOf('@page { size: 100mm 200mm; margin: 10% }');
  expect([page.marginTop, page.marginLeft].map((margin) => margin / mm)).toEqual([
    expect.closeTo(20),
    expect.closeTo(10),
  ]);
});

test('margin boxes inherit from their page and that from the root', () => {
  const css = `:root { --ink: blue; font-size: 10px }
    @page { color: red; @bottom-center { content: "p. " counter(page) "/" counter(pages); font-size: 2em } @top-left { content: string(t, last); color: var(--ink) } }`;
  const { boxes } = pageOf(css);
  expect([...boxes.keys()]).toEqual(['top-left', 'bottom-center']);
  const bottom = boxes.get('bottom-center')!;
  expect(
    bottom.content.map((item) =>
      item.kind === 'text' ? item.text : item.kind === 'counter' ? item.name : '',
    ),
  ).toEqual(['p. ', 'page', '/', 'pages']);
  expect([
    bottom.style.fontSize,
    bottom.style.color.r,
    bottom.style.textAlign,
    bottom.style.verticalAlign,
  ]).toEqual([20, 255, 'center', 'middle']);
  expect(boxes.get('top-left')!.style.color.b).toBe(255);
  expect(boxes.get('top-left')!.content).toEqual([{ kind: 'string', name: 't', which: 'last' }]);
});

test('a named page can take a box away, and the place of a box is told', () => {
  const css = '@page { @top-left { content: "x" } }\n@page cover { @top-left { content: none } }';
  expect(pageOf(css, { name: 'cover' }).boxes.size).toBe(0);
  expect(pageOf(css).boxes.get('top-left')!.origin.place).toMatchObject({ start: 8, end: 17 });
});

test('bleed and marks, and what they are by themselves', () => {
  const of = (css: string) => {
    const { bleed, marks } = pageOf(`@page { ${css} }`);
    return [bleed, marks.crop, marks.cross];
  };
  expect(of('')).toEqual([0, false, false]);
  expect(of('bleed: 3mm; marks: cross')).toEqual([3 * mm, false, true]);
  expect(of('marks: cross crop')).toEqual([8, true, true]);
  expect(of('marks: crop; bleed: 0')).toEqual([0, true, false]);
});

test('footnotes have an area whose style inherits from the page', () => {
  const css =
    '@page { color: red; @footnote { border-top: 2px solid } } @page :left { @footnote { padding-top: 4px; border-top-width: 3px } }';
  const { notes } = pageOf(css, { side: 'left' });
  expect([notes.borderTopWidth, notes.paddingTop.px, notes.color.r, notes.maxHeight]).toEqual([
    3,
    4,
    255,
    { px: 0, percent: 80 },
  ]);
});
