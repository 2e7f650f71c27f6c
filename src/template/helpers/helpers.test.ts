/** The examples in the declarations of helpers are what the documentation shows; here they run. */
import { expect, test } from 'vitest';
import type { Lang } from '../../model/publication.ts';
import { computeOver } from '../../sheet/formula/over-tables.ts';
import { lineOf, mergeTexts } from '../testing.ts';
import { helperDocs } from './docs.ts';

const strings = {
  'strings.en.yaml': 'facts: { count: "{count} facts" }\n',
  'strings.zh.yaml': 'facts: { count: "{count}条事实" }\n',
};

const cases = helperDocs().flatMap(({ name, examples }) =>
  examples.flatMap((example) =>
    (['en', 'zh'] as const).map((lang) => ({ name, lang, example, expected: example[lang] })),
  ),
);

test.each(cases)('$name ($lang): $example.call', ({ lang, example, expected }) => {
  const { merged, diagnostics } = mergeTexts({ 'main.hbs': example.call, ...strings }, example.data, {
    lang,
    compute: computeOver({}),
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(lineOf)).toEqual([]);
  // xlstr stands in an attribute, where its quotes are escaped like any others.
  expect(merged?.text).toBe(expected);
});

function print(call: string, data: Record<string, unknown>, lang: Lang = 'en'): string {
  const { merged, diagnostics } = mergeTexts(call, data, { lang });
  return merged?.text ?? diagnostics.map(lineOf).join('\n');
}

const money = (value: string, digit: number) => ({ q: { value, unit: 'CNY', digit, bound: 'exact' } });

test.each([
  ['100000000', 8, '100 million CNY', '1亿元'],
  ['16580000000', 7, '16.58 billion CNY', '165.8亿元'],
  ['67000000000', 9, '67 billion CNY', '670亿元'],
  ['140000000000', 9, '140 billion CNY', '1400亿元'],
  ['79100000000', 7, '79.10 billion CNY', '791.0亿元'],
  ['1200000000000', 11, '1.2 trillion CNY', '1.2万亿元'],
  ['123456789', 0, '123,456,789 CNY', '123,456,789元'],
  ['456000', 3, '456,000 CNY', '45.6万元'],
  ['999', 0, '999 CNY', '999元'],
  ['-1500000', 5, '−1.5 million CNY', '−150万元'],
])('money %s known to 10^%s is %s and %s', (value, digit, en, zh) => {
  expect(print('{{quantity q}}', money(value, digit))).toBe(en);
  expect(print('{{quantity q}}', money(value, digit), 'zh')).toBe(zh);
});

test('digits beyond what a float holds are kept', () => {
  expect(print('{{number n}}', { n: '12345678901234567890.12345678901' })).toBe(
    '12,345,678,901,234,567,890.12345678901',
  );
});

test('a four-digit integer is grouped in English only', () => {
  expect(print('{{number 2796}}', {})).toBe('2,796');
  expect(print('{{number 2796}}', {}, 'zh')).toBe('2796');
});

test('bounds stand before the number in both languages', () => {
  const q = { value: '50', unit: 'percent', digit: 0, bound: 'up-to' };
  expect(print('{{quantity q}}', { q })).toBe('up to 50%');
  expect(print('{{quantity q}}', { q }, 'zh')).toBe('至多50%');
});

test('intervals of days and of months keep their precision', () => {
  expect(print('{{date "2011-04-03/2013-05-06"}}', {})).toBe('3 April 2011 – 6 May 2013');
  expect(print('{{date "2011-04/2013-05"}}', {}, 'zh')).toBe('2011年4月—2013年5月');
});

test('a list of one is the item, a list of none nothing', () => {
  expect(print('{{list a}}|{{list b}}', { a: ['x'], b: [] })).toBe('x|');
});

test('notes of an empty list print nothing, note 27 is aa', () => {
  expect(print('{{notes none}}{{letter 27}}', { none: [] })).toBe('aa');
});

test.each([
  ['{{url "http://example.org"}}', 'T014 a/main.hbs:1:1 url: `http://example.org` is no https:// address'],
  ['{{url "javascript:alert(1)"}}', 'T014 a/main.hbs:1:1 url: `javascript:alert(1)` is no https:// address'],
  ['{{ratio 3 2}}', 'T014 a/main.hbs:1:1 ratio: the part is not between 0 and the whole'],
  ['{{ratio 3 0}}', 'T014 a/main.hbs:1:1 ratio: the whole is not above 0'],
  ['{{date "yesterday"}}', 'T014 a/main.hbs:1:1 date: `yesterday` is not a date'],
  ['{{number "1e3"}}', 'T010 a/main.hbs:1:10 `number` needs a plain number (number), but "1e3" is given'],
])('%s is refused at its place', (call, expected) => {
  expect(print(call, {})).toContain(expected);
});

const ranged = (unit: string, digit: number, ...values: string[]) => {
  const printed = values.map((value) => ({
    quantity: { value, unit, digit, bound: 'exact' },
    text: null,
    verbatim: null,
  }));
  return { f: { claims: printed, main: printed[0], printed, decision: { kind: 'range' } } };
};

test.each([
  [ranged('CNY', 9, '17000000000', '13000000000'), '13–17 billion CNY', '130亿～170亿元'],
  [ranged('CNY', 8, '900000000', '1200000000'), '900 million–1.2 billion CNY', '9亿～12亿元'],
  [ranged('percent', 0, '63', '68', '65'), '63–68%', '63%～68%'],
  [ranged('min', 0, '20', '20'), '20 min', '20分钟'],
])('a range stands from the least to the greatest', (data, en, zh) => {
  expect(print('{{decided f}}', data)).toBe(en);
  expect(print('{{decided f}}', data, 'zh')).toBe(zh);
});

test('amounts that no range can span are printed one by one', () => {
  const { f } = ranged('count', 0, '170', '166');
  const [first, second] = f.printed;
  const vague = { ...second, quantity: { ...second?.quantity, bound: 'more-than' } };
  expect(print('{{decided f}}', { f: { ...f, printed: [first, vague] } })).toBe('170 / more than 166');
});
