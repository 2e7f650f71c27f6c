import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratio } from '../../model/decimal.ts';
import { closed } from '../interval.ts';
import { amountWords, intervalWords } from './amount.ts';

test.each([
  ['67500000000', 'CNY', '67.5 billion CNY', '675亿元'],
  ['46000', 'CNY', '46,000 CNY', '4.6万元'],
  ['-1200000', 'CNY', '-1.2 million CNY', '-120万元'],
  ['31.46', 'percent', '31.46%', '31.46%'],
  ['166', 'count', '166', '166'],
])('%s %s', (value, unit, en, zh) => {
  expect(amountWords(value, unit)).toEqual({ en, zh });
});

const shown = (least: string | undefined, most: string | undefined, digit = 0) => {
  const limit = (text: string | undefined) =>
    text === undefined ? undefined : ratio(...(text.split('/') as [string, string?]));
  return intervalWords(closed(limit(least), limit(most)), { unit: 'ha', digit }).en;
};

test('limits are written in the unit of the amount', () => {
  expect(shown('145000', undefined)).toBe('at least 14.5 ha');
  expect(shown('0', '55000')).toBe('at most 5.5 ha');
  expect(shown('145000', '145000')).toBe('14.5 ha');
});

test('what is no short decimal moves inwards, as finely as needed', () => {
  expect(shown('10000/3', '20000/3')).toBe('between 0.34 ha and 0.66 ha');
  expect(shown('10000/3', '10010/3')).toBe('between 0.3334 ha and 0.3336 ha');
  expect(shown('10000/3', '10000/3')).toBe('about 0.33 ha');
});

test('any amount within the words lies within the interval', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 1e9 }),
      fc.nat({ max: 1e6 }),
      fc.integer({ min: 1, max: 999 }),
      (from, width, divisor) => {
        const words = shown(`${from}0000/${divisor}`, `${from + width + 1}0000/${divisor}`);
        const numbers = [...words.matchAll(/[\d,.]+(?: million| billion)?/g)].map(([text]) => {
          const size = text.endsWith('billion') ? 1e9 : text.endsWith('million') ? 1e6 : 1;
          return Number(text.replace(/[^\d.]/g, '')) * size;
        });
        const slack = words.startsWith('about') ? 0.01 : 1e-6;
        for (const number of numbers) {
          expect(number * divisor).toBeGreaterThanOrEqual(from - slack * divisor);
          expect(number * divisor).toBeLessThanOrEqual(from + width + 1 + slack * divisor);
        }
        expect(numbers.length).toBeGreaterThan(0);
      },
    ),
  );
});
