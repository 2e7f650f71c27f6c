import { expect, test } from 'vitest';
import { layoutBody, wordsOf } from '../testing/pages.ts';
import { flexedSizes, type MainSizes } from './flexible.ts';
import { loadFlexEngine } from './yoga.ts';

const engine = await loadFlexEngine();
const none = { before: 0, after: 0 };
const sizes = (base: number, more: Partial<MainSizes> = {}): MainSizes => ({
  base,
  least: 0,
  most: Infinity,
  grow: 1,
  shrink: 1,
  inset: 0,
  margins: none,
  ...more,
});
const flexed = (available: number, ...items: MainSizes[]) =>
  flexedSizes(engine, items, available, 0).map((size) => Math.round(size * 100) / 100);
const flex = (css: string, ...items: string[]) =>
  layoutBody(
    `<div style="display: flex; ${css}">${items.map((item) => (item.startsWith('<') ? item : `<div>${item}</div>`)).join('')}</div>`,
  );
const lines = (letter: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`).join('<br/>');

test('what one item cannot take the others share, however many rounds it needs', () => {
  expect(flexed(300, sizes(0, { most: 20 }), sizes(0, { most: 110 }), sizes(0))).toEqual([20, 110, 170]);
  expect(
    flexed(300, sizes(0, { most: 20 }), sizes(0, { most: 130 }), sizes(0, { most: 140 }), sizes(0)),
  ).toEqual([20, 93.33, 93.33, 93.33]);
  expect(flexed(100, sizes(0, { least: 60 }), sizes(0, { most: 10 }), sizes(0))).toEqual([60, 10, 30]);
  expect(flexed(100, sizes(100, { least: 90 }), sizes(100, { least: 20 }))).toEqual([90, 20]);
});

test('factors that add up to less than one share that part of the room', () => {
  expect(flexed(100, sizes(20, { grow: 0.25 }), sizes(20, { grow: 0.25 }))).toEqual([35, 35]);
  expect(flexed(50, sizes(100, { shrink: 0.5 }))).toEqual([75]);
});

test('shrinking is weighed by the content box', () => {
  expect(flexed(200, sizes(200, { inset: 50 }), sizes(100, { inset: 50 }))).toEqual([125, 75]);
});

test('the answers are those of 64-bit floats where nothing is shared', () => {
  const base = 100 / 3;
  expect(flexedSizes(engine, [sizes(base, { grow: 0 }), sizes(base, { grow: 0 })], 200, 0)).toEqual([
    base,
    base,
  ]);
  expect(
    engine.breakLines(
      [base, base, base].map((size) => ({ size, margins: none })),
      100,
      0,
    ),
  ).toEqual([0, 0, 0]);
});

test('`flex: 1` in a column of no height is as tall as its content', () => {
  const item = '<div style="flex: 1; min-height: 0">a<br/>b</div>';
  expect(flex('flex-direction: column', item, 'c').texts[0]).toEqual(['a@0,0', 'b@0,10', 'c@0,20']);
});

test('white space between items is none', () => {
  expect(layoutBody('<div style="display: flex"> a <b>b</b> <i>c</i> </div>').texts[0]).toEqual([
    'a@0,0',
    'b@10,0',
    'c@20,0',
  ]);
});

test('a page ends between lines and between the items of a column', () => {
  const item = '<div style="width: 100px; height: 30px">x</div>';
  expect(wordsOf(flex('flex-wrap: wrap', ...Array(8).fill(item)))).toBe('x x x x x x | x x');
  expect(wordsOf(flex('flex-direction: column', ...Array(5).fill(item)))).toBe('x x x | x x');
});

test('a line that is taller than a page goes on in all its items', () => {
  expect(wordsOf(flex('', lines('a', 12), lines('b', 11), 'c'))).toBe(
    'a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 c | a11 a12 b11',
  );
});

test('free room between the items of a column does not come along to the next page', () => {
  expect(
    flex('flex-direction: column; height: 170px; justify-content: space-between', 'a', 'b', 'c').texts,
  ).toEqual([['a@0,0', 'b@0,80'], ['c@0,0']]);
});

test('a column that fills pages keeps the height it is given', () => {
  const pages = layoutBody(
    '<div style="display: flex; flex-direction: column; height: 150px"><div style="flex: 1">a</div><div>b</div></div><p>c</p>',
  );
  expect(pages.texts).toEqual([['a@0,0'], ['b@0,40', 'c@0,50']]);
});

test('a clipped or overfull item is told', () => {
  expect(flex('height: 15px', 'a<br/>b<br/>c').messages).toEqual([expect.stringContaining('L005')]);
  expect(flex('', '<div style="flex: none; width: 300px">a</div>').messages).toEqual([
    expect.stringContaining('L004'),
  ]);
});

test('flex boxes in flex boxes cost what they hold', () => {
  const nest = (depth: number): string =>
    depth === 0
      ? 'x'
      : `<div style="display: flex; ${depth % 2 ? '' : 'flex-direction: column'}"><div style="flex: 1">${nest(depth - 1)}</div></div>`;
  expect(wordsOf(layoutBody(nest(40)))).toBe('x');
});
