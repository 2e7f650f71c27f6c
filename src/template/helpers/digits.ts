/** Exact decimals as people read them: grouped digits, and scale words. Nothing is rounded. */
import { decimal, plainText, scale } from '../../model/decimal.ts';
import type { Lang, Quantity } from '../../model/publication.ts';
import { units } from '../../model/units.ts';

/**
 * Groups the integer digits by three. English from four digits on, Chinese from five on (GB/T 15835-2011, 5.1.1:
 * integers within four digits are not divided). Decimals are never divided.
 */
export function grouped(value: string, lang: Lang): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(value) ?? [];
  const divided = whole.length >= (lang === 'en' ? 4 : 5) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${sign === '' ? '' : '−'}${divided}${fraction}`;
}

export type Style = 'long' | 'short';

interface ScaleWord {
  readonly exponent: number;
  readonly word: Readonly<Record<Style, string>>;
}

const englishScales: readonly ScaleWord[] = [
  { exponent: 12, word: { long: ' trillion', short: ' tn' } },
  { exponent: 9, word: { long: ' billion', short: ' bn' } },
  { exponent: 6, word: { long: ' million', short: ' m' } },
];

const chineseScales: readonly ScaleWord[] = [
  { exponent: 12, word: { long: '万亿', short: '万亿' } },
  { exponent: 8, word: { long: '亿', short: '亿' } },
  { exponent: 4, word: { long: '万', short: '万' } },
];

/** A scale is used only if what stands before it stays this short. */
const mostDecimals = 3;

/** The number of a quantity with its scale word: "79.14 billion", "791.4亿", "27.96". */
export function scaledNumber(quantity: Quantity, lang: Lang, style: Style): string {
  for (const { exponent, word } of scalesOf(quantity, lang)) {
    const value = scale(decimal(quantity.value), -exponent);
    if (value.abs().lt(1)) continue;
    const plain = plainText(value);
    // Whole millions and billions state no decimals: in 亿, the zeros of "1.00亿" would claim what nobody said.
    const isRound = quantity.digit % 3 === 0 && decimalsOf(plain) === 0;
    const shown = isRound ? plain : withDigits(plain, exponent - quantity.digit);
    if (decimalsOf(plain) <= mostDecimals) return `${grouped(shown, lang)}${word[style]}`;
  }
  return grouped(withDigits(quantity.value, -quantity.digit), lang);
}

function scalesOf({ unit }: Quantity, lang: Lang): readonly ScaleWord[] {
  const dimension = units[unit]?.dimension;
  if (dimension === 'money') return lang === 'en' ? englishScales : chineseScales;
  return lang === 'zh' && (dimension === 'count' || dimension === 'people') ? chineseScales : [];
}

/** Keeps the last printed digit: 79.10 billion stays 79.10, since its 0 was stated. */
function withDigits(value: string, stated: number): string {
  const decimals = decimalsOf(value);
  if (stated <= decimals || stated > mostDecimals + 1) return value;
  return `${value}${decimals === 0 ? '.' : ''}${'0'.repeat(stated - decimals)}`;
}

function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}
