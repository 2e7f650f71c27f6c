import { expect, test } from 'vitest';
import { baseStyle } from '../style/defaults.ts';
import { contentWidth, countLines } from './width.ts';

const style = baseStyle('Calibri', '#000000');
const text = (words: string) => ({ kind: 'text', text: words }) as const;

test('Chinese characters take two units, Latin ones one, accents none', () => {
  expect(contentWidth(text('包头'), style)).toBe(4);
  expect(contentWidth(text('Baotou'), style)).toBe(6);
  expect(contentWidth(text('e\u0301'), style)).toBe(1);
  expect(contentWidth(text('包头\nBaotou'), style)).toBe(6);
});

test('numbers are measured as they are shown', () => {
  const number = (value: number, format: string) =>
    contentWidth({ kind: 'number', value }, { ...style, format });
  expect(number(79_140_000_000, '#,##0')).toBe('79,140,000,000'.length);
  expect(number(27.96, '#,##0.000')).toBe('27.960'.length);
  expect(number(0.3146, '0.0%')).toBe('31.5%'.length);
  expect(number(43_080, 'yyyy-mm-dd')).toBe('2017-12-11'.length);
});

test('lines are broken between words and between Chinese characters', () => {
  expect(countLines('one two three', style, 7)).toBe(2);
  expect(countLines('包头装备制造', style, 6)).toBe(2);
  expect(countLines('a\nb', style, 20)).toBe(2);
  expect(countLines('x'.repeat(25), style, 10)).toBe(3);
  expect(countLines('', style, 10)).toBe(1);
});
