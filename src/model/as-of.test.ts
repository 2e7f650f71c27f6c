import { expect, test } from 'vitest';
import { asOfWords, newerFirst, parseAsOf } from './as-of.ts';

test.each([
  ['2017-12-11', 'day', '2017-12-11', '2017-12-11'],
  ['2017-12', 'month', '2017-12-01', '2017-12-31'],
  ['2016-02', 'month', '2016-02-01', '2016-02-29'],
  ['2017', 'year', '2017-01-01', '2017-12-31'],
  ['2007-H1', 'half-year', '2007-01-01', '2007-06-30'],
  ['2007-H2', 'half-year', '2007-07-01', '2007-12-31'],
  ['1999/2013', 'interval', '1999-01-01', '2013-12-31'],
] as const)('%s', (text, precision, earliest, latest) => {
  expect(parseAsOf(text).value).toEqual({ precision, text, earliest, latest });
});

test.each([
  '2017-13',
  '2017-02-29',
  '1900-02-29',
  '2017-00',
  '2017-1-1',
  '11.12.2017',
  '2013/1999',
  'so far',
  '2007-H3',
  '',
  '1/2/3',
])('%j is no date', (text) => {
  expect(parseAsOf(text).fault?.message).toBe(`\`${text}\` is not a date`);
});

test('words keep the last day they can mean', () => {
  expect(asOfWords('so far', undefined, '2017-12-11').value).toEqual({
    precision: 'unknown',
    text: 'so far',
    earliest: null,
    latest: '2017-12-11',
  });
});

test('sorts the newest first', () => {
  const dates = ['2007-10', '2021', '2021-06', '1999/2013', '2007-H1'].map((text) => parseAsOf(text).value!);
  expect([...dates].sort(newerFirst).map(({ text }) => text)).toEqual([
    '2021',
    '2021-06',
    '1999/2013',
    '2007-10',
    '2007-H1',
  ]);
});
