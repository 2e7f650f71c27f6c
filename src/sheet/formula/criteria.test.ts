import { expect, test } from 'vitest';
import { criterionOf, placeOf, unsettledCriterion, wildcards } from './criteria.ts';

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

test('a search with a hostile pattern takes no exponential time', () => {
  expect(placeOf(`${'*a'.repeat(100)}b`, 'a'.repeat(5000), 0)).toBe(-1);
});

test.each([
  ['b?d', 'abad', 1],
  ['b*d', 'abad', 1],
  ['~?', 'a?', 1],
  ['a', 'banana', 1],
  ['z', 'banana', -1],
])('%s is found in %s at %s', (pattern, text, place) => {
  expect(placeOf(pattern, text, 0)).toBe(place);
});

test.each([
  [3, ['3'], true],
  [3, [3, 'x'], false],
  ['2*', [20], true],
  ['2*', ['20'], false],
  ['>é', ['e'], true],
  ['>=5', ['e', 7], false],
])('whether programs disagree about %j in %j: %s', (criterion, cells, disagree) => {
  expect(unsettledCriterion(criterion, cells) !== undefined).toBe(disagree);
});

test('a criterion of a number finds numbers and their texts, and no empty cells', () => {
  const isZero = criterionOf('0');
  expect([0, '0', null, '', 'x'].map(isZero)).toEqual([true, true, false, false, false]);
});

test('"<>" finds what is not empty', () => {
  expect([0, 'a', null].map(criterionOf('<>'))).toEqual([true, true, false]);
});
