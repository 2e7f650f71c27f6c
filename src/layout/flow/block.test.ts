import { expect, test } from 'vitest';
import { layoutBody, printPages } from '../testing/pages.ts';

/** Texts of the first page as `text@x,y`. */
const first = (body: string, css = '') => layoutBody(body, css).texts[0];

/** Printed items of the first page that begin with a word. */
const items = (kind: string, body: string, css = '') =>
  printPages(layoutBody(body, css))
    .split('\n')
    .filter((line) => line.startsWith(`  ${kind} `))
    .map((line) => line.trim());

test('margins of siblings collapse to the largest, negative ones are taken off', () => {
  const css = 'p { margin: 10px 0 20px } .up { margin-top: -5px }';
  expect(first('<p>a</p><p>b</p><p class="up">c</p>', css)).toEqual(['a@0,10', 'b@0,40', 'c@0,65']);
});

test('margins of first and last children go through their parents, unless an edge is between', () => {
  const css = '.m { margin: 20px 0 } .pad { padding: 1px 0 }';
  expect(first('<div><div><p class="m">a</p></div></div><p>b</p>', css)).toEqual(['a@0,20', 'b@0,50']);
  expect(first('<div class="pad"><p class="m">a</p></div><p>b</p>', css)).toEqual(['a@0,21', 'b@0,52']);
});

test('margins collapse through empty blocks', () => {
  const css = 'p { margin: 10px 0 } div { margin: 30px 0 }';
  expect(first('<p>a</p><div></div><p>b</p>', css)).toEqual(['a@0,10', 'b@0,50']);
});

test('a block formatting context keeps its margins inside', () => {
  expect(first('<div style="overflow: hidden"><p style="margin: 20px 0">a</p></div><p>b</p>')).toEqual([
    'a@0,20',
    'b@0,50',
  ]);
});

test('widths: auto fills, auto margins centre, box-sizing and maximum count', () => {
  const box = (css: string) =>
    items('background', `<div style="background: red; height: 5px; ${css}"></div>`)[0];
  expect(box('margin: 0 10px')).toBe('background 10,0 180x5 #ff0000');
  expect(box('width: 100px; margin: 0 auto')).toBe('background 50,0 100x5 #ff0000');
  expect(box('width: 50%; padding: 5px')).toBe('background 0,0 110x15 #ff0000');
  expect(box('width: 50%; padding: 2px; box-sizing: border-box')).toBe('background 0,0 100x5 #ff0000');
  expect(box('max-width: 30px; margin-left: auto')).toBe('background 170,0 30x5 #ff0000');
});

test('heights: a percentage of an unknown height is auto, of a known one is used', () => {
  const inner = '<div style="background: red; height: 50%">x</div>';
  expect(items('background', `<div>${inner}</div>`)).toEqual(['background 0,0 200x10 #ff0000']);
  expect(items('background', `<div style="height: 60px">${inner}</div>`)).toEqual([
    'background 0,0 200x30 #ff0000',
  ]);
  expect(items('background', '<div style="background: red; min-height: 40px">x</div>')).toEqual([
    'background 0,0 200x40 #ff0000',
  ]);
});

test('absolute boxes lie in the padding box of the nearest positioned ancestor', () => {
  const css =
    '.c { position: relative; margin: 10px; border: 1px solid; padding: 4px; height: 40px } .c p { position: absolute }';
  const at = (style: string) => first(`<div class="c"><p style="${style}">ab</p></div>`, css);
  expect(at('left: 0; top: 0')).toEqual(['ab@11,11']);
  expect(at('right: 0; bottom: 0')).toEqual(['ab@169,49']);
  expect(at('')).toEqual(['ab@15,15']);
  expect(at('left: 0; right: 0; text-align: right')).toEqual(['ab@169,15']);
  expect(at('left: 10%; top: 50%')).toEqual(['ab@28.8,35']);
  expect(first('<p style="position: absolute; right: 5px; bottom: 5px">ab</p>')).toEqual(['ab@175,85']);
});

test('relative boxes are shifted, and nothing else is', () => {
  expect(first('<p>a</p><p style="position: relative; left: 5px; top: -3px">b</p><p>c</p>')).toEqual([
    'a@0,0',
    'c@0,20',
    'b@5,7',
  ]);
});

test('loose text between blocks gets boxes of its own, white space alone does not', () => {
  expect(first('<div>a <p>b</p> c</div>  <p>d</p>')).toEqual(['a@0,0', 'b@0,10', 'c@0,20', 'd@0,30']);
});

test('a block inside an inline element splits it, and a link covers both', () => {
  const body = '<div>x <a href="http://e.de/">in <span style="display: block">block</span> out</a></div>';
  expect(first(body)).toEqual(['x @0,0', 'in@20,0', 'block@0,10', 'out@0,20']);
  expect(items('link', body)).toEqual([
    'link 0,10 200x10 http://e.de/',
    'link 20,0 20x10 http://e.de/',
    'link 0,20 30x10 http://e.de/',
  ]);
});

test('inline blocks shrink to fit and stand on the baseline', () => {
  expect(first('<p>a<span style="display: inline-block; padding: 5px">bc</span>d</p>')).toEqual([
    'a@0,5',
    'bc@15,5',
    'd@40,5',
  ]);
});

test('markers stand left of the first line, inside ones in it', () => {
  const css = 'ul, ol { padding-left: 40px }';
  expect(first('<ol start="9"><li>a</li><li value="20">b</li><li>c</li></ol>', css)).toEqual([
    '9.\u00a0@10,0',
    'a@40,0',
    '20.\u00a0@0,10',
    'b@40,10',
    '21.\u00a0@0,20',
    'c@40,20',
  ]);
  expect(first('<ul style="list-style-position: inside"><li>a</li></ul>', css)).toEqual([
    '• @40,0',
    'a@60,0',
  ]);
  expect(first('<ul><li><p style="margin: 5px 0">a</p></li><li></li><li>c</li></ul>', css)).toEqual([
    '•@26,5',
    'a@40,5',
    '•@26,20',
    '•@26,30',
    'c@40,30',
  ]);
});

test('text cut by a clip is an error at the text, other overflow of a fixed height a warning', () => {
  const { messages } = layoutBody(
    '\n<div style="overflow: hidden; height: 15px"><p>a</p><p>b</p></div>\n<div style="height: 15px"><p>c</p><p>d</p></div>',
  );
  expect(messages).toContain('4:56 L003 “b” is cut off by a box with `overflow: hidden` on page 1.');
  expect(messages).toContain('5:1 L005 `<div>` holds 1.3 mm more than its fixed height (page 1).');
});

test('what lies off the paper is an error', () => {
  expect(layoutBody('\n<p style="margin-left: 195px">ab</p>').messages).toEqual([
    '4:31 L002 “ab” lies off page 1.',
  ]);
  expect(layoutBody('\n<p style="position: absolute; top: -20px">ab</p>').messages).toEqual([
    '4:43 L002 “ab” lies off page 1.',
  ]);
});

test('clips and opacity are pushed and popped around what they hold', () => {
  const printed = printPages(
    layoutBody(
      '<div style="opacity: .5; background: red"><p>a</p></div><div style="overflow: hidden; border: 1px solid; border-radius: 4px">b</div>',
    ),
  );
  expect(printed).toBe(`page 1 200x100
  push opacity 0.5
  background 0,0 200x10 #ff0000
  text 0,0 "a"
  pop
  border 0,10 200x12 round 4 top 1 solid, right 1 solid, bottom 1 solid, left 1 solid
  push clip 1,11 198x10 round 3
  text 1,11 "b"
  pop
`);
});

test('inline elements can be shifted and translucent, with all that is in them', () => {
  const printed = printPages(
    layoutBody('<p>a<b style="position: relative; top: 3px">b<i>c</i></b><b style="opacity: .5">d</b>e</p>'),
  );
  expect(printed).toBe(`page 1 200x100
  text 0,0 "a"
  text 10,3 "b"
  text 20,3 "c"
  push opacity 0.5
  text 30,0 "d"
  pop
  text 40,0 "e"
`);
});
