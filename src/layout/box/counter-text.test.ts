import { expect, test } from 'vitest';
import { counterText } from './counter-text.ts';

const texts = (style: Parameters<typeof counterText>[0], ...values: number[]) =>
  values.map((value) => counterText(style, value)).join(' ');

test('letters count like a spreadsheet, and numbers below one are in figures', () => {
  expect(texts('lower-alpha', 1, 26, 27, 703, 0, -4)).toBe('a z aa aaa 0 -4');
  expect(texts('upper-latin', 1, 26, 27)).toBe('A Z AA');
  expect(texts('lower-greek', 1, 17, 18, 24, 25)).toBe('α ρ σ ω αα');
});

test('Roman numerals end at 3999', () => {
  expect(texts('upper-roman', 1, 4, 9, 1999, 3999, 4000, 0)).toBe('I IV IX MCMXCIX MMMCMXCIX 4000 0');
  expect(texts('lower-roman', 14)).toBe('xiv');
});

test('figures with a leading zero keep their sign', () => {
  expect(texts('decimal-leading-zero', 0, 7, 12, 100, -3)).toBe('00 07 12 100 -03');
});

test('Chinese numbers, as spoken and as on cheques', () => {
  expect(texts('cjk-ideographic', 0, 3, 10, 15, 20, 101, 110, 1001, 2026, 10_000, -5)).toBe(
    '零 三 十 十五 二十 一百零一 一百一十 一千零一 二千零二十六 一〇〇〇〇 负五',
  );
  expect(texts('simp-chinese-formal', 10, 203, 9999)).toBe('壹拾 贰佰零叁 玖仟玖佰玖拾玖');
  expect(texts('cjk-decimal', 0, 26, 305, -1)).toBe('〇 二六 三〇五 -1');
});
