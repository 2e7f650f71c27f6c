/** How findings put sums and products into words; only here are numbers rounded. */
import {
  type Decimal,
  decimal,
  divide,
  multiply,
  type Ratio,
  ratio,
  roundRatio,
} from '../../model/decimal.ts';
import type { Bilingual, Quantity } from '../../model/publication.ts';
import { units } from '../../model/units.ts';
import { sum, zero } from '../interval.ts';
import { grouped, listed, said } from '../words.ts';
import { factorOf, type Term } from './term.ts';

/** “A (3) and B (4) add up to 7”, in the unit of a quantity. */
export function addedWords(parts: readonly Term[], unit: Quantity): Bilingual {
  const total = parts.map(amountOf).reduce(sum, zero);
  const finest = Math.min(unit.digit, ...parts.map(({ quantity }) => quantity.digit));
  const value = numberWords(divide(total, factorOf(unit)), unit, finest);
  const names = listed(parts.map(({ figure, claim }) => said(figure, claim)));
  return { en: `${names.en} add up to ${value.en}`, zh: `${names.zh}合计${value.zh}` };
}

/** The printed amount in the first unit of its family. */
export function amountOf({ quantity }: Term): Ratio {
  return multiply(ratio(quantity.value), factorOf(quantity));
}

/** `a / b` with the unit of a quantity; nothing can be divided by zero. */
export function quotientWords(a: Ratio, b: Ratio, unit: Pick<Quantity, 'unit'>, digit: number): Bilingual {
  return b.numerator.eq(0) ? { en: 'undefined', zh: '无意义' } : numberWords(divide(a, b), unit, digit);
}

/** A number with the unit of a quantity, as fine as a digit: -2 gives hundredths. Never coarser than whole numbers. */
export function numberWords(value: Ratio, { unit }: Pick<Quantity, 'unit'>, digit: number): Bilingual {
  const { label } = units[unit]!;
  const rounded: Decimal = decimal(roundRatio(value, Math.max(0, -digit)));
  const number = grouped(rounded.toFixed());
  return { en: `${number} ${label.en}`.trim(), zh: `${number}${label.zh}` };
}
