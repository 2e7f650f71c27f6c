import { expect, test } from 'vitest';
import { counterText, markerText } from './list.ts';

test('counter styles', () => {
  const texts = (style: string, ...values: number[]) =>
    values.map((value) => counterText(style, value)).join(' ');
  expect(texts('lower-alpha', 1, 26, 27, 703, 0)).toBe('a z aa aaa 0');
  expect(texts('upper-roman', 1, 4, 9, 1999, 4000)).toBe('I IV IX MCMXCIX 4000');
  expect(texts('cjk-ideographic', 0, 3, 10, 15, 20, 101, 110, 1001, 2026, 10_000)).toBe(
    '零 三 十 十五 二十 一百零一 一百一十 一千零一 二千零二十六 10000',
  );
});

test('markers carry their suffix', () => {
  expect([
    markerText('decimal', 3),
    markerText('lower-roman', 3),
    markerText('cjk-ideographic', 3),
    markerText('disc', 3),
    markerText('none', 3),
  ]).toEqual(['3.', 'iii.', '三、', '•', '']);
});
