/** Readings in words, for messages. */
import { decimal, plainText, scale } from '../decimal.ts';
import type { PrintedNumber } from './reading.ts';

const scales: readonly (readonly [number, string])[] = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
];
const mostDecimals = 3;

/** An exact amount with a scale word and the key of its unit: "14 billion CNY". */
export function amountWords(value: string, unit: string | null): string {
  const suffix =
    unit === null || unit === 'count' || unit === 'people' ? '' : ` ${unit === 'percent' ? '%' : unit}`;
  for (const [exponent, word] of scales) {
    const scaled = scale(decimal(value), -exponent);
    const plain = plainText(scaled);
    if (scaled.abs().gte(1) && (plain.split('.')[1]?.length ?? 0) <= mostDecimals)
      return `${plain} ${word}${suffix}`;
  }
  return `${value}${suffix}`;
}

/** What a reading says: its amount with the unit as far as it is known, and its bound. */
export function readingWords({ value, unit, unknownUnit, currencies, bound }: PrintedNumber): string {
  const named = unit ?? unknownUnit ?? (currencies.length > 0 ? currencies.join(' or ') : null);
  const words = bound === 'exact' ? '' : `${bound.replace('-', ' ')} `;
  return `${words}${amountWords(value, named)}`;
}
