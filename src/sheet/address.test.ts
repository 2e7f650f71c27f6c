import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addressOf,
  columnLetters,
  columnNumber,
  looksLikeAddress,
  parseAddress,
  quoteSheetName,
} from './address.ts';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %i is %s', (number, letters) => {
  expect(columnLetters(number)).toBe(letters);
  expect(columnNumber(letters)).toBe(number);
});

test('every address is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_048_576 }),
      fc.integer({ min: 1, max: 16_384 }),
      (row, column) => {
        expect(parseAddress(addressOf(row, column))).toEqual({ row, column });
      },
    ),
  );
});

test.each(['A0', 'XFE1', 'A1048577', 'a1', '', 'AAAA1'])('%j is no address', (word) => {
  expect(parseAddress(word)).toBeUndefined();
});

test.each([
  ['tax2021', true],
  ['r', true],
  ['R1C1', true],
  ['area_2021', false],
  ['facts', false],
  ['tax20210000', false],
])('%s reads like an address: %s', (word, expected) => {
  expect(looksLikeAddress(word)).toBe(expected);
});

test('apostrophes in sheet names are doubled', () => {
  expect(quoteSheetName("Baotou's")).toBe("'Baotou''s'");
});
