import { expect, test } from 'vitest';
import type { ContentItem } from '../style.ts';
import { faultsInCss, find, styled, styleOf } from '../testing.ts';

/** The items of `content` of a link's `::after`. */
function itemsOf(content: string): readonly ContentItem[] {
  const { document, messages } = styled(
    '<p><a href="#x" data-c="C">x</a> <b id="x">y</b></p>',
    `a::after { content: ${content} }`,
  );
  expect(messages).toEqual([]);
  return find(document, '::after').content;
}

test('counters have a style, and counters() what stands between', () => {
  expect(
    itemsOf('counter(a) counter(b, upper-roman) counter(c, none) counters(n, ".", lower-greek)'),
  ).toEqual([
    { kind: 'counter', name: 'a', style: 'decimal' },
    { kind: 'counter', name: 'b', style: 'upper-roman' },
    { kind: 'counter', name: 'c', style: 'none' },
    { kind: 'counters', name: 'n', separator: '.', style: 'lower-greek' },
  ]);
});

test('the target of a reference is written in four ways', () => {
  const written = ['attr(href)', 'attr(href url)', 'url(#x)', '"#x"'];
  for (const url of written)
    expect(itemsOf(`target-counter(${url}, page)`)).toEqual([
      { kind: 'target-counter', url: '#x', name: 'page', style: 'decimal' },
    ]);
  expect(
    itemsOf('target-counters(attr(href), n, "-", decimal) target-text("#x") target-text("#x", first-letter)'),
  ).toEqual([
    { kind: 'target-counters', url: '#x', name: 'n', separator: '-', style: 'decimal' },
    { kind: 'target-text', url: '#x', part: 'text' },
    { kind: 'target-text', url: '#x', part: 'first-letter' },
  ]);
});

test('attributes have a text to stand in for them', () => {
  expect(itemsOf('attr(data-c) attr(data-c string) attr(data-d, "none") attr(data-d)')).toEqual(
    ['C', 'C', 'none', ''].map((text) => ({ kind: 'text', text })),
  );
});

test('leaders, quotation marks and pictures', () => {
  expect(
    itemsOf('leader(dotted) leader(solid) leader(space) leader("-- ") open-quote no-close-quote'),
  ).toEqual([
    { kind: 'leader', pattern: '. ' },
    { kind: 'leader', pattern: '_' },
    { kind: 'leader', pattern: ' ' },
    { kind: 'leader', pattern: '-- ' },
    { kind: 'quote', side: 'open', isPrinted: true },
    { kind: 'quote', side: 'close', isPrinted: false },
  ]);
  expect(faultsInCss('p::before { content: url(no.png) }')).toEqual([
    expect.stringContaining('C007 there is no file no.png'),
  ]);
});

test('counters are reset, increased and set', () => {
  const css = (declaration: string) => styleOf('<p>x</p>', `p { ${declaration} }`, 'p');
  expect(css('counter-reset: a b 3 reversed(c) reversed(d) 9').counterReset).toEqual([
    { name: 'a', value: 0, reversed: false },
    { name: 'b', value: 3, reversed: false },
    { name: 'c', reversed: true },
    { name: 'd', value: 9, reversed: true },
  ]);
  expect(css('counter-increment: a b -2').counterIncrement).toEqual([
    { name: 'a', value: 1 },
    { name: 'b', value: -2 },
  ]);
  expect(css('counter-set: a').counterSet).toEqual([{ name: 'a', value: 0 }]);
  expect(css('counter-set: none').counterSet).toEqual([]);
});

test('a running element is a block with a name', () => {
  const style = styleOf('<p><b>x</b></p>', 'b { position: running(head) }', 'b');
  expect(style.position).toEqual({ running: 'head' });
  expect(style.display).toBe('block');
});

test('bookmarks have a level, a label and a state', () => {
  const style = styleOf(
    '<p>x</p>',
    'p { bookmark-level: 9; bookmark-label: counter(c) content(); bookmark-state: closed }',
    'p',
  );
  expect([style.bookmarkLevel, style.bookmarkState, style.bookmarkLabel]).toEqual([
    9,
    'closed',
    [
      { kind: 'counter', name: 'c', style: 'decimal' },
      { kind: 'content', part: 'text' },
    ],
  ]);
});

const refused: readonly (readonly [css: string, message: string])[] = [
  ['p { content: "x" }', '1:5 C004 content has no effect on elements'],
  ['p, p::before { content: "x" }', '1:16 C004 content has no effect on elements'],
  ['p::after { content: string(x) }', '1:12 C004 string() has no effect in a pseudo-element'],
  ['p::after { content: element(x) }', '1:12 C004 element() has no effect in a pseudo-element'],
  ['@page { @top-left { content: "a" leader(dotted) } }', '1:21 C004 leader() has no effect in a margin box'],
  ['p { string-set: x leader(dotted) }', 'C004 "x" is no value of string-set'],
  ['p::after { content: content() }', 'C004 "content()" is no value of content'],
  ['p::after { content: counter(a, romanic) }', 'C004 "counter(a, romanic)" is no value of content'],
  ['p::after { content: leader("") }', 'C004 "leader("")" is no value of content'],
  ['p { counter-reset: pages 3 }', 'C004 "pages" is no value of counter-reset'],
  ['p { counter-increment: a 1.5 }', 'C004 "1.5" is no value of counter-increment'],
  ['p { position: running() }', 'C004 "running()" is no value of position'],
];

test.each(refused)('refused: %s', (css, message) => {
  const [first, ...more] = faultsInCss(css);
  expect(first).toContain(message);
  expect(more).toEqual([]);
});
