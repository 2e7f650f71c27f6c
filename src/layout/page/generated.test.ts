import { expect, test } from 'vitest';
import { layoutBody, layoutHtml, printPages, wordsOf } from '../testing/pages.ts';
import { squareText } from '../testing/square-text.ts';

/** The first bytes of a PNG of 40 by 20 pixels. */
const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 40, 0, 0, 0,
  20,
]);

test('pictures stand in generated content, in the flow and in margin boxes, and are no content', () => {
  const css =
    'p::before { content: "a" url(p.png) "b" } @page { margin: 30px; font: 10px/10px x; @top-left { content: url(p.png) " c" } }';
  const { laidOut } = layoutBody('<p>x</p>', css, { 'p.png': png });
  const items = laidOut!.pages[0]!.items.map((item) => {
    if (item.kind === 'image') return `picture ${item.rect.x},${item.rect.y} ${JSON.stringify(item.owner)}`;
    return item.kind === 'text' ? `${item.run.text} ${item.x}` : item.kind;
  });
  expect(items).toEqual([
    'picture 30,4 {"artifact":"layout"}',
    ' c 70',
    'a 30',
    'picture 40,30 {"artifact":"layout"}',
    'b 80',
    'x 90',
  ]);
});

test('a running element can hold blocks, lists and pictures, and prints nothing where it was written', () => {
  const css = `@page { margin: 50px 10px 0; font: 10px/10px x; @top-left { content: element(h); vertical-align: top; text-align: left } }
    header { position: running(h) } ul { padding-left: 20px }`;
  const body =
    '<p>x</p><header><img src="p.png" alt=""/><ul><li>one</li></ul></header><div style="break-before: page">y</div>';
  const printed = printPages(layoutBody(body, css, { 'p.png': png }));
  expect(printed.match(/image .*p\.png/g)).toEqual(['image 10,0 40x20 p.png', 'image 10,0 40x20 p.png']);
  expect(printed.match(/text .*"(?:one|•)"/g)).toEqual([
    'text 16,22 "•"',
    'text 30,22 "one"',
    'text 16,22 "•"',
    'text 30,22 "one"',
  ]);
});

test('a document without references is laid out once', () => {
  expect(
    paragraphsPrepared('<p>one</p><p>two</p>', 'p::before { counter-increment: c; content: counter(c) }'),
  ).toBe(2);
});

test('when a page number changes, only its own paragraph is set again', () => {
  const body = `<p><a href="#z">z</a></p>${'<p>text</p>'.repeat(20)}<p id="z">end</p>`;
  expect(paragraphsPrepared(body, 'a::after { content: target-counter(attr(href), page) }')).toBe(23);
});

/** How many paragraphs the text engine has been asked for. */
function paragraphsPrepared(body: string, css: string): number {
  let count = 0;
  const counting = {
    ...squareText,
    prepare: (...given: Parameters<typeof squareText.prepare>) => {
      count += 1;
      return squareText.prepare(...given);
    },
  };
  layoutHtml(
    `<html lang="en"><head><title>T</title><style>${css}</style></head><body>${body}</body></html>`,
    {},
    () => counting,
  );
  return count;
}

test('numbers of footnotes begin anew on every page when the page says so', () => {
  const note = (text: string) => `<footnote>${text}</footnote>`;
  const css = '@page { counter-reset: footnote } footnote { font-size: 10px }';
  const body = `<p>a${note('n')} b${note('m')}</p><p style="break-before: page">c${note('o')}</p>`;
  const pages = layoutBody(body, css);
  expect(wordsOf(pages).replace(/\s+/g, ' ')).toBe('a 1 b 2 1. n 2. m | c 1 1. o');
  const whole = layoutBody(body, 'footnote { font-size: 10px }');
  expect(wordsOf(whole).replace(/\s+/g, ' ')).toBe('a 1 b 2 1. n 2. m | c 3 3. o');
});

test('an element inside a running element is not a page of its own for references', () => {
  const css =
    '@page { margin-top: 20px; @top-left { content: element(h) } } p.h { position: running(h) } a::after { content: target-counter(attr(href), page) }';
  const { messages } = layoutBody('<p>\n<a href="#in">x</a></p><p class="h" id="in">head</p>', css);
  expect(messages).toEqual([]);
});

test('counters of twenty thousand list items take linear time', () => {
  const body = `<ol>${'<li>x</li>'.repeat(20_000)}</ol>`;
  const started = performance.now();
  const { laidOut } = layoutBody(
    body,
    '@page { size: 200px 15000px } ol { padding-left: 90px } li::after { content: counters(list-item, ".") }',
  );
  expect(laidOut!.pages).toHaveLength(14);
  expect(performance.now() - started).toBeLessThan(8000);
});
