/** Exact arithmetic: decimals by big.js, and fractions of them where a unit has no finite decimal factor. */
import Big from 'big.js';

export type Decimal = Big;

/** Reads a plain decimal such as `27.960`; the text must be well-formed. */
export function decimal(text: string | number): Decimal {
  return new Big(text);
}

/** `value × 10^exponent`. */
export function scale(value: Decimal, exponent: number): Decimal {
  return value.times(new Big(`1e${exponent}`));
}

/** Without exponent and without trailing zeros: `79140000000`, `27.96`. */
export function plainText(value: Decimal): string {
  return value.toFixed();
}

/** A fraction; the denominator is positive. Only comparison, product and rounding are needed. */
export interface Ratio {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

export function ratio(numerator: Decimal | string, denominator: Decimal | string = '1'): Ratio {
  return { numerator: new Big(numerator), denominator: new Big(denominator) };
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return { numerator: a.numerator.times(b.numerator), denominator: a.denominator.times(b.denominator) };
}

export function divide(a: Ratio, b: Ratio): Ratio {
  return { numerator: a.numerator.times(b.denominator), denominator: a.denominator.times(b.numerator) };
}

export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  return a.numerator.times(b.denominator).cmp(b.numerator.times(a.denominator));
}

/** The fraction as a decimal rounded half up to a number of places; a power of ten may be negative places. */
export function roundRatio({ numerator, denominator }: Ratio, places: number): string {
  // Quotient and remainder decide exactly; big.js rounds quotients by digits only.
  const shifted = scale(numerator, places).times(2).plus(denominator);
  const doubled = denominator.times(2);
  const whole = floorDivide(shifted, doubled);
  return plainText(scale(whole, -places));
}

/** The fraction as an exact decimal, or undefined when it has none. */
export function exactDecimal(value: Ratio): string | undefined {
  // A denominator with other prime factors than 2 and 5 has no finite decimal: 60 places decide for any unit table.
  const rounded = roundRatio(value, 60);
  return compareRatios(ratio(rounded), value) === 0 ? rounded : undefined;
}

/** The greatest integer that is not above `a / b`, for positive `b`. */
function floorDivide(a: Decimal, b: Decimal): Decimal {
  const remainder = a.mod(b);
  const exact = a.minus(remainder);
  const quotient = integerQuotient(exact, b);
  return remainder.lt(0) ? quotient.minus(1) : quotient;
}

/** `a / b` where b divides a: BigInt is exact at any size, decimals are shifted to integers first. */
function integerQuotient(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(placesOf(a), placesOf(b));
  const quotient = BigInt(scale(a, places).toFixed(0)) / BigInt(scale(b, places).toFixed(0));
  return new Big(quotient.toString());
}

function placesOf(value: Decimal): number {
  return value.toFixed().split('.')[1]?.length ?? 0;
}
