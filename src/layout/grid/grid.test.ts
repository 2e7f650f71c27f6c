import { expect, test } from 'vitest';
import { layoutBody, printPages, wordsOf } from '../testing/pages.ts';

const grid = (css: string, ...items: string[]) =>
  layoutBody(
    `<div style="display: grid; ${css}">${items.map((item) => (item.startsWith('<') ? item : `<div>${item}</div>`)).join('')}</div>`,
  );
const first = (css: string, ...items: string[]) => grid(css, ...items).texts[0];
const lines = (letter: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`).join('<br/>');

test('lengths, percentages and fractions', () => {
  expect(first('grid-template-columns: 30px 25% 1fr 2fr', 'a', 'b', 'c', 'd')).toEqual([
    'a@0,0',
    'b@30,0',
    'c@80,0',
    'd@120,0',
  ]);
  expect(first('grid-template-columns: 1fr 1fr; gap: 5px 20px', 'a', 'b', 'c', 'd')).toEqual([
    'a@0,0',
    'b@110,0',
    'c@0,15',
    'd@110,15',
  ]);
});

test('a fraction never gets smaller than its content', () => {
  expect(first('grid-template-columns: 1fr 1fr', 'aaaaaaaaaaaaaaa', 'b')).toEqual([
    'aaaaaaaaaaaaaaa@0,0',
    'b@150,0',
  ]);
});

test('content sizes and minmax', () => {
  expect(first('grid-template-columns: min-content max-content auto', 'aa a', 'bb b', 'c')).toEqual([
    'aa@0,0',
    'a@0,10',
    'bb b@20,0',
    'c@60,0',
  ]);
  expect(first('grid-template-columns: minmax(50px, max-content) 1fr', 'a', 'b')).toEqual([
    'a@0,0',
    'b@50,0',
  ]);
  expect(first('grid-template-columns: auto auto', 'a', 'bbb')).toEqual(['a@0,0', 'bbb@90,0']);
});

test('items go where their lines say, the others fill the grid row by row without going back', () => {
  const at = (style: string, text: string) => `<div style="${style}">${text}</div>`;
  expect(
    first(
      'grid-template-columns: repeat(3, 50px)',
      at('grid-column: 2', 'a'),
      'b',
      at('grid-column: 1 / 3', 'c'),
      at('grid-column: span 2', 'd'),
      'e',
    ),
  ).toEqual(['a@50,0', 'b@100,0', 'c@0,10', 'd@0,20', 'e@100,20']);
  expect(
    first('grid-template-columns: repeat(2, 50px)', at('grid-row: 2; grid-column: -2', 'a'), 'b', 'c', 'd'),
  ).toEqual(['a@50,10', 'b@0,0', 'c@50,0', 'd@0,10']);
});

test('rows have the height asked for, else that of their tallest item', () => {
  expect(
    first(
      'grid-template-columns: 50px 50px; grid-template-rows: 30px; grid-auto-rows: 15px',
      'a',
      'b',
      'c',
      'd',
      'e',
    ),
  ).toEqual(['a@0,0', 'b@50,0', 'c@0,30', 'd@50,30', 'e@0,45']);
  expect(first('grid-template-columns: 50px 50px', lines('a', 3), 'b', 'c')?.slice(3)).toEqual([
    'b@50,0',
    'c@0,30',
  ]);
});

test('items stretch, or are aligned in their areas', () => {
  const boxes = (css: string) =>
    printPages(
      grid(`grid-template-columns: 50px 50px; ${css}`, lines('a', 3), '<div style="background: red">b</div>'),
    )
      .split('\n')
      .filter((line) => line.includes('background'))
      .map((line) => line.trim());
  expect(boxes('')).toEqual(['background 50,0 50x30 #ff0000']);
  expect(boxes('align-items: center')).toEqual(['background 50,10 50x10 #ff0000']);
  expect(boxes('align-items: end; justify-items: end')).toEqual(['background 90,20 10x10 #ff0000']);
});

test('a grid of definite height stretches its rows, or aligns them', () => {
  expect(first('height: 60px; grid-template-columns: 1fr', 'a', 'b')).toEqual(['a@0,0', 'b@0,30']);
  expect(first('height: 60px; align-content: end; grid-template-columns: 1fr', 'a', 'b')).toEqual([
    'a@0,40',
    'b@0,50',
  ]);
  expect(first('min-height: 60px; align-content: center', 'a', 'b')).toEqual(['a@0,20', 'b@0,30']);
});

test('loose text is an item', () => {
  expect(
    layoutBody('<div style="display: grid; grid-template-columns: 50px 50px">a <b>b</b> c</div>').texts[0],
  ).toEqual(['a@0,0', 'b@50,0', 'c@0,10']);
});

test('pages end between rows, and inside a row only when it is taller than a page', () => {
  const columns = 'grid-template-columns: 50px 1fr; row-gap: 5px';
  expect(wordsOf(grid(columns, lines('a', 6), 'b', lines('c', 4), 'd'))).toBe(
    'a1 a2 a3 a4 a5 a6 b | c1 c2 c3 c4 d',
  );
  expect(wordsOf(grid(columns, lines('a', 12), lines('b', 11)))).toBe(
    'a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 | a11 a12 b11',
  );
});

test('an item over two rows is cut where the page ends between them', () => {
  const tall = `<div style="grid-row: 1 / span 2">${lines('a', 12)}</div>`;
  expect(wordsOf(grid('grid-template-columns: 50px 1fr', tall, lines('b', 6), lines('c', 6)))).toBe(
    'a1 a2 a3 a4 a5 a6 b1 b2 b3 b4 b5 b6 | a7 a8 a9 a10 a11 a12 c1 c2 c3 c4 c5 c6',
  );
});

test('nested grids are laid out in proportion to their size', () => {
  const nest = (depth: number): string =>
    depth === 0
      ? 'x'
      : `<div style="display: grid; grid-template-columns: 1fr auto"><div>${nest(depth - 1)}</div></div>`;
  expect(wordsOf(layoutBody(nest(25)))).toBe('x');
});
