import { expect, test } from 'vitest';
import { criterionOf, wildcards } from './criteria.ts';

test.each([
  ['park*', 'Park of Baotou', true],
  ['*baotou', 'Park of Baotou', true],
  ['p?rk', 'perk', true],
  ['p?rk', 'prk', false],
  ['*a*b*', 'xxaxxbxx', true],
  ['2~*3', '2*3', true],
  ['2~*3', '2xx3', false],
  ['包?', '包头', true],
])('%s matches %s: %s', (pattern, text, expected) => {
  expect(wildcards(pattern)(text.toLowerCase())).toBe(expected);
});

test('a hostile pattern takes no exponential time', () => {
  expect(wildcards(`${'*a'.repeat(200)}b`)('a'.repeat(5000))).toBe(false);
});

test('a criterion of a number finds numbers and their texts, and no empty cells', () => {
  const isZero = criterionOf('0');
  expect([0, '0', null, '', 'x'].map(isZero)).toEqual([true, true, false, false, false]);
});

test('"<>" finds what is not empty', () => {
  expect([0, 'a', null].map(criterionOf('<>'))).toEqual([true, true, false]);
});
