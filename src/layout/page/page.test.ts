import { expect, test } from 'vitest';
import { layoutBody, printPages, wordsOf } from '../testing/pages.ts';

const marginTexts = (body: string, css: string) => {
  const { laidOut } = layoutBody(body, css);
  return laidOut!.pages.map(({ items }) =>
    items
      .flatMap((item) =>
        item.kind === 'text' && 'artifact' in item.owner
          ? [`${item.run.text}@${item.x},${item.baseline - 8}`]
          : [],
      )
      .join(' '),
  );
};
const font = 'font: 10px/10px x';

test('margin boxes print the page number and the number of pages', () => {
  const css = `@page { margin: 20px; @bottom-right { content: counter(page) "/" counter(pages); ${font} } @top-center { content: counter(page, upper-roman); ${font} } }`;
  expect(marginTexts('<p>a</p><p style="break-before: page">b</p>', css)).toEqual([
    'I@95,5 1/2@150,85',
    'II@90,5 2/2@150,85',
  ]);
});

test('boxes of the sides are aligned up and down', () => {
  const css = `@page { margin: 20px; @left-top { content: "a"; ${font} } @left-middle { content: "b"; ${font} } @right-bottom { content: "c"; ${font} } }`;
  expect(marginTexts('<p>x</p>', css)).toEqual(['a@5,20 b@5,45 c@185,70']);
});

test('named strings: the first and the last of a page, or what was carried over', () => {
  const css = `h2 { string-set: title content() } @page { margin: 20px; @top-left { content: string(title); ${font} } @top-right { content: string(title, last); ${font} }
    @bottom-left { content: string(title, start); ${font} } @bottom-right { content: string(title, first-except); ${font} } }`;
  const body =
    '<p>x</p><h2>a</h2><h2>b</h2><p style="break-before: page">y</p><h2 style="break-before: page">c</h2>';
  expect(marginTexts(body, css)).toEqual([
    'a@20,5 b@170,5',
    'b@20,5 b@170,5 b@20,85 b@170,85',
    'c@20,5 c@170,5 c@20,85',
  ]);
});

test('the first page, left and right pages have styles of their own', () => {
  const css =
    '@page :first { margin-left: 50px } @page :left { margin-left: 30px } @page :right { margin-left: 10px }';
  const body = '<p>a</p><p style="break-before: page">b</p><p style="break-before: page">c</p>';
  expect(layoutBody(body, css).texts).toEqual([['a@50,0'], ['b@30,0'], ['c@10,0']]);
});

test('the backgrounds of page and body cover the sheet', () => {
  const printed = printPages(
    layoutBody(
      '<p>a</p>',
      '@page { margin: 10px; background-color: red } body { background: rgb(0 0 255 / 50%) }',
    ),
  );
  expect(printed).toBe(
    'page 1 200x100\n  background 0,0 200x100 #ff0000\n  background 0,0 200x100 #0000ff/0.5\n  text 10,10 "a"\n',
  );
});

test('page numbers of other places are found in rounds', () => {
  const css =
    'a::after { content: " p" target-counter(attr(href), page) } .end::after { content: counter(page) "of" counter(pages) }';
  const body = '<p><a href="#z">z</a></p><p class="end">e</p><h2 id="z" style="break-before: page">Z</h2>';
  const pages = layoutBody(body, css);
  expect(wordsOf(pages)).toBe('z  p2 e 1of2 | Z');
  expect(pages.messages).toEqual([]);
  expect([...pages.laidOut!.generated.values()]).toEqual([' p2', '1of2']);
});

test('a page number that moves its own target is named in a warning', () => {
  // "x VIII" takes two lines and moves the target to page 9, "x IX" takes one and moves it back.
  const css =
    'a { width: 40px; display: block } a::after { content: " " target-counter(attr(href), page, upper-roman) }';
  const filler = Array(78).fill('f').join('<br/>');
  const body = `\n<a href="#z">x</a><p>${filler}</p><p id="z">Z</p>`;
  expect(layoutBody(body, css).messages).toEqual([
    '4:1 L022 The page number of `#z` printed here changes with every try to print it.',
  ]);
});

test('a page number of nothing is an error', () => {
  const { messages } = layoutBody('\n<p>x</p>', 'p::after { content: target-counter("#no", page) }');
  expect(messages).toEqual([
    '4:1 L023 There is no element with the id of `#no`, whose page or text is asked for here.',
  ]);
});

test('anchors and bookmarks tell where elements begin', () => {
  const { laidOut } = layoutBody(
    '<h1>One</h1><p>a <i id="i">b</i></p><span id="empty"></span><h2 id="two" style="break-before: page">Two  <b>x</b></h2>',
  );
  expect([...laidOut!.anchors]).toEqual([
    ['i', { page: 1, x: 20, y: 10 }],
    ['empty', { page: 1, x: 0, y: 20 }],
    ['two', { page: 2, x: 0, y: 0 }],
  ]);
  expect(laidOut!.bookmarks.map(({ level, text, at }) => [level, text, at.page])).toEqual([
    [1, 'One', 1],
    [2, 'Two x', 2],
  ]);
});

test('margins as large as the page are an error', () => {
  expect(layoutBody('<p>a</p>', '@page { margin: 120px }').messages).toEqual([
    expect.stringContaining('L021 Page 1 has no room for content'),
  ]);
});
