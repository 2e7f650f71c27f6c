/**
 * What a value may really be, once its unprinted digits, its bound and its unit are taken into account.
 * Rules compare extents, never the bare numbers, and exactly.
 */
import { compareRatios, decimal, multiply, type Ratio, ratio } from '../model/decimal.ts';
import type { AsOf, Claim, Quantity } from '../model/publication.ts';
import { rangeOf } from '../model/quantity.ts';
import { units } from '../model/units.ts';
import {
  closed,
  type Interval,
  intersect,
  isEmpty,
  minus,
  notNegative,
  over,
  scaled as scaledInterval,
  times,
} from './interval.ts';

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

/** What `a / b` may be when neither is below zero; anything at all when `b` is nothing. */
export function quotientOf(a: Extent, b: Extent): Extent {
  const quotient = over(amounts(a), amounts(b));
  return isEmpty(quotient) ? { least: undefined, most: undefined } : limitsOf(quotient);
}

/** What `a × b` may be when neither is below zero. */
export function productOf(a: Extent, b: Extent): Extent {
  return limitsOf(times(amounts(a), amounts(b)));
}

/** What `a - b` may be. */
export function differenceOf(a: Extent, b: Extent): Extent {
  return limitsOf(minus(closed(a.least, a.most), closed(b.least, b.most)));
}

/** Both limits times a factor above zero. */
export function scaled({ least, most }: Extent, factor: Ratio): Extent {
  return limitsOf(scaledInterval(closed(least, most), factor));
}

function amounts({ least, most }: Extent): Interval {
  return intersect(closed(least, most), notNegative);
}

function limitsOf({ least, most }: Interval): Extent {
  return { least: least?.value, most: most?.value };
}
