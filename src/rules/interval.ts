/**
 * Exact intervals: what an amount may be. Limits are fractions, so nothing is rounded on the way.
 * A side without a limit is `undefined`; an open limit does not belong to the interval.
 */
import { compareRatios, divide, multiply, type Ratio, ratio, roundRatio } from '../model/decimal.ts';

export interface Limit {
  readonly value: Ratio;
  readonly isOpen: boolean;
}

export interface Interval {
  readonly least: Limit | undefined;
  readonly most: Limit | undefined;
}

export const zero = ratio('0');

export const unlimited: Interval = { least: undefined, most: undefined };

export const notNegative: Interval = { least: { value: zero, isOpen: false }, most: undefined };

/** No number at all. */
export const nothing: Interval = {
  least: { value: zero, isOpen: true },
  most: { value: zero, isOpen: true },
};

/** All from `least` to `most`, both included. */
export function closed(least: Ratio | undefined, most: Ratio | undefined): Interval {
  return {
    least: least && { value: least, isOpen: false },
    most: most && { value: most, isOpen: false },
  };
}

/** One number. */
export function point(value: Ratio): Interval {
  return closed(value, value);
}

/** True when no number is left between the limits. */
export function isEmpty({ least, most }: Interval): boolean {
  if (!least || !most) return false;
  const order = compareRatios(least.value, most.value);
  return order > 0 || (order === 0 && (least.isOpen || most.isOpen));
}

/** What is in both. */
export function intersect(a: Interval, b: Interval): Interval {
  return { least: higher(a.least, b.least), most: lower(a.most, b.most) };
}

/** The stronger of two lower limits. */
export function higher(a: Limit | undefined, b: Limit | undefined): Limit | undefined {
  if (!a || !b) return a ?? b;
  const order = compareRatios(a.value, b.value);
  return order > 0 || (order === 0 && a.isOpen) ? a : b;
}

/** The stronger of two upper limits. */
export function lower(a: Limit | undefined, b: Limit | undefined): Limit | undefined {
  if (!a || !b) return a ?? b;
  const order = compareRatios(a.value, b.value);
  return order < 0 || (order === 0 && a.isOpen) ? a : b;
}

export function contains(interval: Interval, value: Ratio): boolean {
  return !isEmpty(intersect(interval, point(value)));
}

/** What `a + b` may be. */
export function plus(a: Interval, b: Interval): Interval {
  return {
    least: a.least && b.least && added(a.least, b.least),
    most: a.most && b.most && added(a.most, b.most),
  };
}

/** What `a - b` may be. */
export function minus(a: Interval, b: Interval): Interval {
  return plus(a, { least: negated(b.most), most: negated(b.least) });
}

/** What `a × b` may be. Where one of them may be negative and has no end, nothing is excluded. */
export function times(a: Interval, b: Interval): Interval {
  if (isNotNegative(a) && isNotNegative(b)) {
    const least = multiply(a.least.value, b.least.value);
    if (a.most && b.most) return closed(least, multiply(a.most.value, b.most.value));
    const isZero = [a.most, b.most].some((most) => most?.value.numerator.eq(0));
    return closed(least, isZero ? zero : undefined);
  }
  return spanned(a, b, multiply);
}

/** The numbers that times something in `b` are something in `a`. */
export function over(a: Interval, b: Interval): Interval {
  if (isNotNegative(a) && isNotNegative(b)) {
    if (b.most?.value.numerator.eq(0)) return a.least.value.numerator.gt(0) ? nothing : notNegative;
    const least = b.most ? divide(a.least.value, b.most.value) : zero;
    const isLimited = a.most && b.least.value.numerator.gt(0);
    return closed(least, isLimited ? divide(a.most.value, b.least.value) : undefined);
  }
  return contains(b, zero) ? unlimited : spanned(a, b, quotient);
}

/** Every number of the interval times a factor above zero. */
export function scaled({ least, most }: Interval, factor: Ratio): Interval {
  const times = (limit: Limit | undefined) => limit && { ...limit, value: multiply(limit.value, factor) };
  return { least: times(least), most: times(most) };
}

/** The whole numbers of the interval, from the first to the last. */
export function wholeNumbers({ least, most }: Interval): Interval {
  return closed(least && ceiling(least), most && negative(ceiling({ ...most, value: negative(most.value) })));
}

/** Halfway between the limits. */
export function middle(least: Ratio, most: Ratio): Ratio {
  return multiply(sum(least, most), ratio('1', '2'));
}

export function isNotNegative(interval: Interval): interval is Interval & { readonly least: Limit } {
  return interval.least?.value.numerator.gte(0) ?? false;
}

export function sum(a: Ratio, b: Ratio): Ratio {
  if (a.denominator.eq(b.denominator))
    return { numerator: a.numerator.plus(b.numerator), denominator: a.denominator };
  return {
    numerator: a.numerator.times(b.denominator).plus(b.numerator.times(a.denominator)),
    denominator: a.denominator.times(b.denominator),
  };
}

/** The least whole number that the lower limit lets in. */
function ceiling({ value, isOpen }: Limit): Ratio {
  // Rounding is half up: the ceiling is minus the rounded `-value - 1/2`, one half below the floor of `-value`.
  const whole = negative(ratio(roundRatio(sum(negative(value), ratio('-1', '2')), 0)));
  return isOpen && compareRatios(whole, value) === 0 ? sum(whole, ratio('1')) : whole;
}

function added(a: Limit, b: Limit): Limit {
  return { value: sum(a.value, b.value), isOpen: a.isOpen || b.isOpen };
}

function negated(limit: Limit | undefined): Limit | undefined {
  return limit && { ...limit, value: negative(limit.value) };
}

function negative({ numerator, denominator }: Ratio): Ratio {
  return { numerator: numerator.times(-1), denominator };
}

/** A fraction whose denominator is above zero, as everything that compares them relies on. */
function quotient(a: Ratio, b: Ratio): Ratio {
  return b.numerator.lt(0) ? divide(negative(a), negative(b)) : divide(a, b);
}

/** From the least to the greatest result at the ends of two limited intervals. */
function spanned(a: Interval, b: Interval, operation: (a: Ratio, b: Ratio) => Ratio): Interval {
  const [left, right] = [endsOf(a), endsOf(b)];
  if (!left || !right) return unlimited;
  const results = left.flatMap((x) => right.map((y) => operation(x, y)));
  return closed(
    results.reduce((x, y) => (compareRatios(x, y) <= 0 ? x : y)),
    results.reduce((x, y) => (compareRatios(x, y) >= 0 ? x : y)),
  );
}

function endsOf({ least, most }: Interval): readonly Ratio[] | undefined {
  return least && most && [least.value, most.value];
}
