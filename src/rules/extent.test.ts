import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from '../model/decimal.ts';
import { parseQuantity } from '../model/quantity.ts';
import { areApart, extentOf, quotientOf } from './extent.ts';
import { decimalText } from './words.ts';

const extent = (text: string) =>
  extentOf(parseQuantity(text, /^\d+$/.test(text) ? 'count' : undefined).value!);

test.each([
  ['2796.11 ha', '2796 ha', false],
  ['27.96 km2', '41942 mu', false],
  ['122 km2', '120 km2', true],
  // Both are rounded: 122.5 itself is written one way only.
  ['122 km2', '123 km2', true],
  ['122 km2', '122.5 km2', false],
  // Counts are counted.
  ['166', '167', true],
  ['166', '166', false],
  ['1.2万人', '12,400 people', false],
  ['1.2万人', '13,000 people', true],
])('%s and %s are apart: %s', (a, b, apart) => {
  expect(areApart(extent(a), extent(b))).toBe(apart);
  expect(areApart(extent(b), extent(a))).toBe(apart);
});

test('the quotient of 4.6 and 3.5 is from 1.282 to 1.348', () => {
  const { least, most } = quotientOf(extent('4.6 billion CNY'), extent('3.5 billion CNY'));
  expect([decimalText(least!, 3), decimalText(most!, 3)]).toEqual(['1.282', '1.348']);
});

test('an amount is never apart from what it is rounded to', () => {
  const amount = fc.tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(amount, ([thousandths, places]) => {
      const exact = decimal(thousandths).div(1000);
      const written = (digits: number) => `${exact.toFixed(digits)} km2`;
      expect(areApart(extent(written(3)), extent(written(Math.min(places, 3))))).toBe(false);
    }),
  );
});
