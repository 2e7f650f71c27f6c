import { expect, test } from 'vitest';
import { boundLabels } from '../model/labels.ts';
import { coerce } from './coerce.ts';

const amount = (typed: string | number, current: string, dimension: 'money' | 'area' | 'count' = 'money') => {
  const held =
    typeof typed === 'number'
      ? ({ kind: 'number', value: typed } as const)
      : ({ kind: 'text', text: typed } as const);
  const coerced = coerce(held, { kind: 'amount', dimension }, current);
  return 'written' in coerced ? coerced.written : `! ${coerced.why}`;
};

test.each<[string | number, string, string]>([
  [80_000_000_000, '79.14 billion CNY', '80 billion CNY'],
  [79_141_000_000, '79.14 billion CNY', '79.141 billion CNY'],
  [79_140_000_001, '79.14 billion CNY', '79.140000001 billion CNY'],
  [1e21, '79.14 billion CNY', '1000000000000 billion CNY'],
  ['80,000,000,000', '79.14 billion CNY', '80 billion CNY'],
  ['８０，０００，０００，０００', '79.14 billion CNY', '80 billion CNY'],
  ['80 000 000 000', '791.4亿元', '800亿元'],
  ['5 million USD', '79.14 billion CNY', '5 million USD'],
  ['-3', '79.14 billion CNY', '-0.000000003 billion CNY'],
  ['1.234,5', '79.14 billion CNY', '! `1.234,5` has a comma where none can stand'],
  ['12 km2', '79.14 billion CNY', '! `km2` measures area, but money is expected'],
])('%s typed over %s: %s', (typed, current, written) => {
  expect(amount(typed, current)).toBe(written);
});

test('counts stay whole, groups stay where there were groups', () => {
  expect(amount(13_000, '12,500', 'count')).toBe('13,000');
  expect(amount(13_000, '12500', 'count')).toBe('13000');
  expect(amount(1.5, '12500', 'count')).toBe('! `1.5` is no whole number');
  expect(amount('８', '8 km2', 'area')).toBe('8 km2');
});

test('words of lists are taken in both languages and as codes', () => {
  const bound = (text: string) =>
    coerce({ kind: 'text', text }, { kind: 'choice', labels: boundLabels }, 'about');
  expect(bound('more than')).toEqual({ written: 'more-than' });
  expect(bound('至多')).toEqual({ written: 'up-to' });
  expect(bound('nearly ')).toEqual({ written: 'nearly' });
  expect(bound('roughly')).toMatchObject({ why: '"roughly" is none of its words' });
});

test('dates come as days, texts or numbers; a date is no amount', () => {
  const asOf = { kind: 'as-of' } as const;
  expect(coerce({ kind: 'date', text: '2017-12-11' }, asOf, '2016')).toEqual({ written: '2017-12-11' });
  expect(coerce({ kind: 'number', value: 2017 }, asOf, '2016')).toEqual({ written: '2017' });
  expect(coerce({ kind: 'text', text: ' 2017-H1 ' }, asOf, '2016')).toEqual({ written: '2017-H1' });
  expect(coerce({ kind: 'text', text: '11.12.2017' }, asOf, '2016')).toHaveProperty('why');
  expect(
    coerce({ kind: 'date', text: '2017-12-11' }, { kind: 'amount', dimension: 'area' }, '8 km2'),
  ).toHaveProperty('why');
});
