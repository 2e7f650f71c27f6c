import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { globMatcher } from './glob.ts';

const matches = (glob: string, path: string): boolean | undefined => globMatcher(glob)?.(path);

test.each([
  ['baotou-*/**', 'baotou-equipment/brochure.en.pdf', true],
  ['baotou-*/**', 'other/brochure.en.pdf', false],
  ['*/brochure.*.pdf', 'a/brochure.en.pdf', true],
  ['*/brochure.*.pdf', 'a/b/brochure.en.pdf', false],
  ['**/*.{pdf,xlsx}', 'a/w.xlsx', true],
  ['**/*.{pdf,xlsx}', 'a/w.txt', false],
  ['**', 'a/b/c', true],
  ['a/?.pdf', 'a/x.pdf', true],
  ['a/[x].pdf', 'a/x.pdf', false],
  ['a/brochure.en.pdf', 'a/brochure.en.pdf', true],
])('%s on %s: %s', (glob, path, expected) => {
  expect(matches(glob, path)).toBe(expected);
});

test('malformed and hostile globs are refused or answered at once', () => {
  expect(globMatcher('a{b')).toBeUndefined();
  expect(globMatcher('a}b')).toBeUndefined();
  expect(globMatcher('{a,{b,c}}')).toBeUndefined();
  expect(globMatcher('{a,b}'.repeat(12))).toBeUndefined();
  expect(globMatcher('*a'.repeat(101))).toBeUndefined();
  expect(matches('*a'.repeat(99), 'a'.repeat(5000))).toBe(true);
  expect(matches(`${'*a'.repeat(99)}b`, 'a'.repeat(5000))).toBe(false);
});

test('a path without wildcards matches itself and nothing longer', () => {
  const path = fc
    .array(fc.stringMatching(/^[a-z.-]{1,8}$/), { minLength: 1, maxLength: 4 })
    .map((names) => names.join('/'));
  fc.assert(
    fc.property(path, (one) => {
      expect(matches(one, one)).toBe(true);
      expect(matches(one, `${one}x`)).toBe(false);
      expect(matches('**', one)).toBe(true);
    }),
  );
});
