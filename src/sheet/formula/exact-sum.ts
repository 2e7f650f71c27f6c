/**
 * Exact decimal sums. As long as they are whole numbers of the smallest decimal place that doubles hold exactly,
 * they are added as such; what does not fit is added by decimals of any length. The result is the same.
 */
import Big from 'big.js';
import type { Problem } from './value.ts';

/** Powers of ten that doubles hold exactly. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const MAX_PLACES = 10;
/** Below this, no two decimals have the same double, so the whole number found is the decimal itself. */
const MAX_WHOLE = 1e15;

/** `number` × 10^`places` when that is a whole number, else NaN. */
function wholeAt(number: number, places: number): number {
  const power = POWERS[places]!;
  const whole = Math.round(number * power);
  return whole / power === number && Math.abs(whole) < MAX_WHOLE ? whole : Number.NaN;
}

/** The fewest decimals that write a number; undefined for too many. */
function placesOf(number: number): number | undefined {
  for (let places = 0; places <= MAX_PLACES; places++)
    if (!Number.isNaN(wholeAt(number, places))) return places;
  return undefined;
}

/** Collects numbers; `value` is their sum, rounded to a double once. */
export interface ExactSum {
  readonly add: (number: number) => void;
  readonly value: () => number | Problem;
}

export function exactSum(): ExactSum {
  let whole = 0;
  let places = 0;
  let rest: Big | undefined;
  const keep = (number: Big): void => {
    rest = rest ? rest.plus(number) : number;
  };
  const empty = (): void => {
    if (whole !== 0) keep(new Big(`${whole}e-${places}`));
    whole = 0;
  };
  const widen = (wanted: number): void => {
    const grown = whole * POWERS[wanted - places]!;
    if (Math.abs(grown) <= Number.MAX_SAFE_INTEGER) whole = grown;
    else empty();
    places = wanted;
  };
  const add = (number: number): void => {
    let part = wholeAt(number, places);
    if (Number.isNaN(part)) {
      const wanted = placesOf(number);
      if (wanted === undefined || wanted <= places) {
        keep(new Big(number));
        return;
      }
      widen(wanted);
      part = wholeAt(number, places);
    }
    if (Math.abs(whole + part) > Number.MAX_SAFE_INTEGER) empty();
    whole += part;
  };
  const value = (): number | Problem => {
    // Adding 0 makes -0 the 0 that decimals know.
    if (!rest) return whole / POWERS[places]! + 0;
    return toDouble(rest.plus(new Big(`${whole}e-${places}`)));
  };
  return { add, value };
}

/** The product of short decimals; undefined where doubles cannot hold it exactly. */
export function exactProduct(left: number, right: number): number | undefined {
  const [a, b] = [placesOf(left), placesOf(right)];
  if (a === undefined || b === undefined) return undefined;
  const whole = wholeAt(left, a) * wholeAt(right, b);
  return Math.abs(whole) <= Number.MAX_SAFE_INTEGER ? whole / POWERS[a + b]! + 0 : undefined;
}

export function toDouble(exact: Big): number | Problem {
  const value = Number(exact.toString());
  return Number.isFinite(value)
    ? value
    : { problem: '#NUM!', why: 'the result is too large for a spreadsheet' };
}
