import { expect, test } from 'vitest';
import { layoutBody, printPages, wordsOf } from '../testing/pages.ts';

/** Lines `a1` to `an`; a page holds ten. */
const lines = (letter: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`).join('<br/>');
const p = (letter: string, count: number, style = '') => `<p style="${style}">${lines(letter, count)}</p>`;
const words = (body: string, css = '') => wordsOf(layoutBody(body, css));
/** The first word of each page. */
const firsts = (body: string, css = '') =>
  words(body, css)
    .split('|')
    .map((page) => page.trim().split(' ')[0]);

test('a paragraph leaves at least `orphans` lines before a break and `widows` after it', () => {
  expect(firsts(p('a', 8) + p('b', 4, 'orphans: 2; widows: 2'))).toEqual(['a1', 'b3']);
  expect(firsts(p('a', 9) + p('b', 4, 'orphans: 2; widows: 2'))).toEqual(['a1', 'b1']);
  expect(firsts(p('a', 7) + p('b', 4, 'orphans: 2; widows: 2'))).toEqual(['a1', 'b3']);
  expect(firsts(p('a', 8) + p('b', 3, 'orphans: 2; widows: 2'))).toEqual(['a1', 'b1']);
});

test('orphans and widows give way when a page would stay empty', () => {
  expect(firsts(p('a', 12, 'orphans: 11; widows: 11'))).toEqual(['a1', 'a11']);
});

test('a heading stays with what follows, and so does a chain of headings', () => {
  expect(firsts(`${p('a', 9)}<h2>H</h2>${p('b', 3)}`)).toEqual(['a1', 'H']);
  expect(firsts(`${p('a', 8)}<h2>H</h2><h3>I</h3>${p('b', 3)}`)).toEqual(['a1', 'H']);
  expect(firsts(`${p('a', 8)}<div><h2>H</h2></div><div>${p('b', 3, 'orphans: 2')}</div>`)).toEqual([
    'a1',
    'H',
  ]);
});

test('to keep a heading, a break goes back into the paragraph before it', () => {
  expect(firsts(`${p('a', 9, 'break-after: avoid; widows: 3')}<h2>H</h2>${p('b', 3)}`)).toEqual(['a1', 'a7']);
});

test('keeps that fill more than a page are broken at the last place', () => {
  expect(
    firsts(`${p('a', 6, 'break-after: avoid; break-inside: avoid')}${p('b', 6, 'break-inside: avoid')}`),
  ).toEqual(['a1', 'b5']);
});

test('break-inside: avoid moves a box as a whole, and splits it when it is taller than a page', () => {
  expect(firsts(p('a', 5) + p('b', 6, 'break-inside: avoid'))).toEqual(['a1', 'b1']);
  expect(firsts(p('b', 14, 'break-inside: avoid'))).toEqual(['b1', 'b11']);
});

test('forced breaks, also from a first or last child; the first box of all forces nothing', () => {
  expect(
    words(
      '<div><p style="break-before: page">a</p></div><div><div><p style="break-before: page">b</p></div></div><p style="break-after: page">c</p><p>d</p>',
    ),
  ).toBe('a | b c | d');
  expect(words('<div><p style="break-after: page">a</p></div><p>b</p>')).toBe('a | b');
});

test('left and right leave a page blank where they must', () => {
  const { laidOut } = layoutBody(
    '<p>a</p><p style="break-before: right">b</p><p style="break-before: left">c</p>',
    '@page :blank { @top-left { content: "blank"; font: 10px/10px x } } @page { margin: 20px }',
  );
  expect(
    laidOut!.pages.map(({ items }) =>
      items.map((item) => (item.kind === 'text' ? item.run.text : '')).join(),
    ),
  ).toEqual(['a', 'blank', 'b', 'c']);
});

test('margins at the top of a page vanish after an unforced break and stay after a forced one', () => {
  expect(layoutBody(p('a', 10) + p('b', 1, 'margin-top: 30px')).texts[1]).toEqual(['b1@0,0']);
  expect(layoutBody(p('a', 1) + p('b', 1, 'margin-top: 30px; break-before: page')).texts[1]).toEqual([
    'b1@0,30',
  ]);
  expect(layoutBody(p('a', 9) + p('b', 1, 'margin-bottom: 90px') + p('c', 1)).texts[1]).toEqual(['c1@0,0']);
});

test('a broken box is sliced, or has all its edges in each part', () => {
  const body = (style: string) =>
    `<div style="border: 1px solid; padding: 4px; ${style}">${p('b', 12)}</div>`;
  const borders = (style: string) =>
    printPages(layoutBody(body(style)))
      .split('\n')
      .filter((line) => line.includes('border'));
  expect(borders('')).toEqual([
    '  border 0,0 200x100 top 1 solid, right 1 solid, left 1 solid',
    '  border 0,0 200x35 right 1 solid, bottom 1 solid, left 1 solid',
  ]);
  expect(borders('box-decoration-break: clone')).toEqual([
    '  border 0,0 200x100 top 1 solid, right 1 solid, bottom 1 solid, left 1 solid',
    '  border 0,0 200x40 top 1 solid, right 1 solid, bottom 1 solid, left 1 solid',
  ]);
});

test('a bottom edge that does not fit takes the last lines with it', () => {
  expect(firsts(`<div style="padding-bottom: 5px">${p('b', 10)}</div>`)).toEqual(['b1', 'b10']);
  expect(firsts(`${p('a', 8)}<div style="padding-bottom: 5px">${p('b', 2, 'orphans: 2')}</div>`)).toEqual([
    'a1',
    'b1',
  ]);
});

test('an empty box taller than a page goes on over pages', () => {
  const { laidOut, messages } = layoutBody('<div style="height: 230px; background: red"></div><p>a</p>');
  expect(
    laidOut!.pages.map(({ items }) =>
      items.map((item) => (item.kind === 'background' ? item.rect.height : 'a')).join(),
    ),
  ).toEqual(['100', '100', '30,a']);
  expect(messages).toEqual([]);
});

test('a change of page name forces a break and chooses the page style', () => {
  const css = '@page wide { size: 300px 50px } .w { page: wide }';
  const { laidOut } = layoutBody('<p>a</p><div class="w"><p>b</p></div><p class="w">c</p><p>d</p>', css);
  expect(laidOut!.pages.map(({ name, width }) => `${name} ${width}`)).toEqual([' 200', 'wide 300', ' 200']);
});

test('what no page can hold is printed over the page end, and is an error with its place', () => {
  const { messages, laidOut } = layoutBody(
    '\n<p>a</p>\n<p style="font-size: 120px; line-height: 120px">B</p>\n<p>c</p>',
  );
  expect(laidOut!.pages).toHaveLength(3);
  expect(messages[0]).toMatch(/^5:49 L001 A line of `<p>` is taller than page 2 has room for\.$/);
});

test('content that only a larger next page can hold waits for it', () => {
  const css = '@page :first { margin-top: 60px } p { font-size: 60px; line-height: 60px }';
  const { laidOut, messages } = layoutBody('<p>A</p>', css);
  expect(laidOut!.pages).toHaveLength(2);
  expect(messages).toEqual([]);
});

test('a document that grows without end is stopped', () => {
  expect(layoutBody('<div style="height: 1200000px"></div>').messages).toEqual([
    expect.stringContaining('L020 The document is longer than 10000 pages.'),
  ]);
});
