import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test('finds a word with letters missing, added, changed or swapped', () => {
  const known = ['figures', 'sources', 'timeline', 'sub_parks'];
  expect(nearest('figure', known)).toBe('figures');
  expect(nearest('figuers', known)).toBe('figures');
  expect(nearest('Timelime', known)).toBe('timeline');
  expect(nearest('subparks', known)).toBe('sub_parks');
});

test('does not guess when nothing is near', () => {
  expect(nearest('x', ['figures'])).toBeUndefined();
  expect(nearest('C', ['A', 'B'])).toBeUndefined();
  expect(nearest('weather', ['figures', 'sources'])).toBeUndefined();
  expect(nearest('', ['a'])).toBeUndefined();
  expect(nearest('a'.repeat(10_000), ['a'.repeat(9_999)])).toBeUndefined();
});

test('the first of equally near words wins', () => {
  expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
});
