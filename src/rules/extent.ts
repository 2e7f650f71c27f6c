/**
 * What a value may really be, once its unprinted digits, its bound and its unit are taken into account.
 * Rules compare extents, never the bare numbers, and exactly.
 */
import { compareRatios, decimal, divide, multiply, type Ratio, ratio } from '../model/decimal.ts';
import type { AsOf, Claim, Quantity } from '../model/publication.ts';
import { rangeOf } from '../model/quantity.ts';
import { units } from '../model/units.ts';

/** In the first unit of the family; `undefined` means without limit on that side. */
export interface Extent {
  readonly least: Ratio | undefined;
  readonly most: Ratio | undefined;
}

/** The extent of an amount. A count that is printed to the last one is that number and nothing beside it. */
export function extentOf(quantity: Quantity): Extent {
  const { dimension, numerator, denominator } = units[quantity.unit]!;
  const isCounted = dimension === 'count' || dimension === 'people';
  const { value, digit, bound } = quantity;
  const { least, most } =
    isCounted && bound === 'exact' && digit <= 0
      ? { least: decimal(value), most: decimal(value) }
      : rangeOf(quantity);
  const factor = ratio(numerator, denominator);
  return {
    least: least && multiply(ratio(least), factor),
    most: most && multiply(ratio(most), factor),
  };
}

/** A date as a number that grows with it (20171211), from its earliest day to its latest. */
export function extentOfDate({ earliest, latest }: AsOf): Extent {
  const number = (day: string | null) => (day === null ? undefined : ratio(day.replaceAll('-', '')));
  return { least: number(earliest), most: number(latest) };
}

/** The extent of a claim's amount or date; undefined for texts. */
export function extentOfClaim({ quantity, date }: Claim): Extent | undefined {
  if (quantity) return extentOf(quantity);
  return date ? extentOfDate(date) : undefined;
}

/** True when no number lies in both. Two rounded amounts that only touch are apart: 122.5 is rounded one way. */
export function areApart(a: Extent, b: Extent): boolean {
  return isAbove(a, b) || isAbove(b, a);
}

/** True when all of the first lies above all of the second. */
export function isAbove(a: Extent, b: Extent): boolean {
  if (!a.least || !b.most) return false;
  const order = compareRatios(a.least, b.most);
  return order > 0 || (order === 0 && !isPoint(a) && !isPoint(b));
}

function isPoint({ least, most }: Extent): boolean {
  return least !== undefined && most !== undefined && compareRatios(least, most) === 0;
}

/** What `a / b` may be when neither is below zero. */
export function quotientOf(a: Extent, b: Extent): Extent {
  const isPositive = (value: Ratio | undefined): value is Ratio => value?.numerator.gt(0) ?? false;
  return {
    least: a.least && isPositive(b.most) ? divide(a.least, b.most) : undefined,
    most: a.most && isPositive(b.least) ? divide(a.most, b.least) : undefined,
  };
}

/** What `a × b` may be when neither is below zero. */
export function productOf(a: Extent, b: Extent): Extent {
  return {
    least: a.least && b.least && multiply(a.least, b.least),
    most: a.most && b.most && multiply(a.most, b.most),
  };
}

/** What `a - b` may be. */
export function differenceOf(a: Extent, b: Extent): Extent {
  return {
    least: a.least && b.most && minus(a.least, b.most),
    most: a.most && b.least && minus(a.most, b.least),
  };
}

/** Both limits times a factor above zero. */
export function scaled({ least, most }: Extent, factor: Ratio): Extent {
  return { least: least && multiply(least, factor), most: most && multiply(most, factor) };
}

function minus(a: Ratio, b: Ratio): Ratio {
  return {
    numerator: a.numerator.times(b.denominator).minus(b.numerator.times(a.denominator)),
    denominator: a.denominator.times(b.denominator),
  };
}
