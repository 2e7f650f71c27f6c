import Big from 'big.js';
import { array, assert, constantFrom, double, integer, oneof, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { exactProduct, exactSum } from './exact-sum.ts';

const decimal = tuple(integer({ min: -1e9, max: 1e9 }), constantFrom(0, 1, 2, 4, 9, 12, 15)).map(
  ([whole, places]) => Number(`${whole}e-${places}`),
);
const number = oneof(
  decimal,
  double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
  integer({ min: -9e15, max: 9e15 }),
);

test('sums of any numbers are those of unlimited decimals', () => {
  assert(
    property(array(number), (numbers) => {
      const sum = exactSum();
      for (const each of numbers) sum.add(each);
      const exact = numbers.reduce((all, each) => all.plus(each), new Big(0));
      expect(sum.value()).toBe(Number(exact.toString()));
    }),
  );
});

test('a sum that outgrows whole doubles stays exact', () => {
  const sum = exactSum();
  for (let index = 0; index < 100; index++) sum.add(999_999_999_999.999);
  sum.add(0.001);
  expect(sum.value()).toBe(99_999_999_999_999.9);
});

test('products are exact or left to unlimited decimals', () => {
  assert(
    property(number, number, (left, right) => {
      const exact = exactProduct(left, right);
      if (exact !== undefined) expect(exact).toBe(Number(new Big(left).times(right).toString()));
    }),
  );
  expect(exactProduct(1.1, 1.1)).toBe(1.21);
  expect(exactProduct(0, -5)).toBe(0);
  expect(exactProduct(1 / 3, 3)).toBeUndefined();
});
