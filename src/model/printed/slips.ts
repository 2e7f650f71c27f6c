/** The usual slips between a printed amount and a stored one, told from their ratio. */
import {
  compareRatios,
  type Decimal,
  decimal,
  divide,
  multiply,
  type Ratio,
  ratio,
  scale,
} from '../decimal.ts';
import type { Quantity } from '../publication.ts';
import { convert } from '../quantity.ts';
import { type Dimension, units } from '../units.ts';
import type { PrintedNumber } from './reading.ts';
import { amountWords } from './words.ts';

interface Difference {
  readonly printed: PrintedNumber;
  readonly stored: Quantity;
  readonly dimension: Dimension | undefined;
  /** Printed ÷ stored, both in the stored unit. */
  readonly factor: Ratio;
}

/** What may explain the difference, as a sentence; null when nothing usual does. */
export function slipOf(printed: PrintedNumber, stored: Quantity): string | null {
  const dimension = units[stored.unit]?.dimension;
  if (printed.currencies.length > 0 && printed.currencies[0] !== stored.unit)
    return otherUnit(printed, stored, dimension);
  const read = convert({ value: printed.value, unit: printed.unit ?? stored.unit }, stored.unit);
  if (!read) return otherUnit(printed, stored, dimension);
  const amount = ratio(stored.value);
  if (read.numerator.eq(0) || amount.numerator.eq(0)) return null;
  const difference: Difference = { printed, stored, dimension, factor: divide(read, amount) };
  return (
    chineseScale(difference) ??
    missingScale(difference) ??
    areaUnit(difference) ??
    share(difference) ??
    swapped(difference)
  );
}

function otherUnit(
  { unit, currencies }: PrintedNumber,
  stored: Quantity,
  dimension: Dimension | undefined,
): string {
  const named = unit ?? currencies[0] ?? 'another unit';
  if (dimension === 'money' && currencies.length > 0)
    return `The text is in ${named}, the value in ${stored.unit}; amounts are stored in the currency in which they are printed.`;
  return `The text is in ${named}, the value in ${stored.unit}, and they measure different things.`;
}

function isFactor(factor: Ratio, ...wanted: readonly (string | Ratio)[]): boolean {
  const one = ratio('1');
  return wanted
    .map((each) => (typeof each === 'string' ? ratio(each) : each))
    .some((each) => compareRatios(factor, each) === 0 || compareRatios(multiply(factor, each), one) === 0);
}

const power = (exponent: number): string => scale(decimal(1), exponent).toFixed();

/** Ten times too much or too little, where 亿 was taken for a billion or 万 for a thousand. */
function chineseScale({ printed, stored, factor }: Difference): string | undefined {
  if (!isFactor(factor, '10')) return undefined;
  const exponent = printed.scale?.exponent ?? 0;
  const example = amountWords(printed.value, printed.unit ?? stored.unit);
  if (exponent >= 8)
    return `The two differ by a factor of ten: 亿 is a hundred million, not a billion. The text says ${example}.`;
  if (exponent === 4 || exponent === 3)
    return `The two differ by a factor of ten: 万 is ten thousand, not a thousand. The text says ${example}.`;
  return undefined;
}

const scaleWords: readonly (readonly [number, string])[] = [
  [3, 'thousand'],
  [4, '万'],
  [6, 'million'],
  [8, '亿'],
  [9, 'billion'],
  [12, 'trillion'],
];

function missingScale({ printed, dimension, factor }: Difference): string | undefined {
  if (printed.scale !== null || !['money', 'count', 'people'].includes(dimension ?? '')) return undefined;
  const word = scaleWords.find(
    ([exponent]) => compareRatios(multiply(factor, ratio(power(exponent))), ratio('1')) === 0,
  );
  return word && `The text lacks the word “${word[1]}”: quote it with its scale word, as it is printed.`;
}

function areaUnit({ printed, stored, dimension, factor }: Difference): string | undefined {
  if (dimension !== 'area') return undefined;
  const pairs = [
    ['m2', 'km2', 'a square kilometre is a million square metres'],
    ['mu', 'ha', '15 mu are a hectare'],
    ['ha', 'km2', 'a square kilometre is 100 hectares'],
    ['m2', 'ha', 'a hectare is 10,000 square metres'],
    ['mu', 'km2', '1,500 mu are a square kilometre'],
  ] as const;
  const own = printed.unit ?? stored.unit;
  const meant = pairs.find(([small, large]) => {
    const between = convert({ value: '1', unit: large }, small);
    return between !== undefined && [small, large].some((unit) => unit === own) && isFactor(factor, between);
  });
  if (!meant) return undefined;
  const [small, large, fact] = meant;
  return `The number is the same in ${own === small ? large : small} (${fact}); look which unit is printed.`;
}

function share({ dimension, factor }: Difference): string | undefined {
  return dimension === 'share' && isFactor(factor, '100')
    ? 'The two differ by a factor of 100: a share of 0.4 is 40 %.'
    : undefined;
}

/** 16.58 and 16.85; other powers of ten are told as such. */
function swapped({ printed, stored, factor }: Difference): string | null {
  const a = significant(decimal(printed.value));
  const b = significant(decimal(stored.value));
  const first = [...a].findIndex((digit, index) => digit !== b[index]);
  const isSwapped =
    a.length === b.length &&
    first >= 0 &&
    a[first] === b[first + 1] &&
    a[first + 1] === b[first] &&
    a.slice(first + 2) === b.slice(first + 2);
  if (isSwapped)
    return `The digits ${a.slice(first, first + 2)} and ${b.slice(first, first + 2)} are swapped.`;
  const exponent = Array.from({ length: 12 }, (_, index) => index + 1).find((each) =>
    isFactor(factor, power(each)),
  );
  return exponent === undefined ? null : `The two differ by a factor of ${power(exponent)}.`;
}

function significant(value: Decimal): string {
  return value.c.join('');
}
