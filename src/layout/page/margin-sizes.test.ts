import { expect, test } from 'vitest';
import { shareEdge } from './margin-sizes.ts';

const auto = (min: number, max: number) => ({ min, max });

test('one box takes the whole edge', () => {
  expect(shareEdge(100, undefined, undefined, auto(10, 20))).toEqual([
    undefined,
    undefined,
    { start: 0, size: 100 },
  ]);
});

test('two boxes share what is left by their largest sizes', () => {
  expect(shareEdge(120, auto(5, 20), undefined, auto(5, 40))).toEqual([
    { start: 0, size: 40 },
    undefined,
    { start: 40, size: 80 },
  ]);
});

test('too little room is shared by what content can give up', () => {
  expect(shareEdge(100, auto(20, 60), undefined, auto(20, 140))).toEqual([
    { start: 0, size: 35 },
    undefined,
    { start: 35, size: 65 },
  ]);
});

test('the middle box stays in the middle whatever is beside it', () => {
  const [a, b, c] = shareEdge(200, auto(10, 10), auto(20, 20), auto(10, 40));
  expect(b).toEqual({ start: 80, size: 40 });
  expect(a).toEqual({ start: 0, size: 80 });
  expect(c).toEqual({ start: 120, size: 80 });
});

test('given sizes are kept', () => {
  expect(shareEdge(100, { min: 0, max: 0, size: 30 }, undefined, auto(10, 10))).toEqual([
    { start: 0, size: 30 },
    undefined,
    { start: 30, size: 70 },
  ]);
});
