/** Values of formulas, and how spreadsheets convert them into one another. */
import Big from 'big.js';
import type { TextRange } from '../read/fault.ts';

/** null is an empty cell. Dates are numbers of days. */
export type Scalar = number | string | boolean | null;

/**
 * Why there is no value. `#…` are the errors of spreadsheets, which IFERROR catches; `unknown` is what
 * is not computed here, because programs disagree about it.
 */
export interface Problem {
  readonly problem: '#DIV/0!' | '#VALUE!' | '#N/A' | '#NUM!' | '#REF!' | 'unknown';
  readonly why: string;
  readonly at?: TextRange;
}

export type Result = Scalar | Problem;

/** How many characters a cell holds at most. */
export const MAX_TEXT = 32_767;

/** A text of that length, unless no cell could hold it. */
export function boundedText(length: number, text: () => string): string | Problem {
  return length <= MAX_TEXT ? text() : TOO_LONG;
}

export const TOO_LONG: Problem = {
  problem: 'unknown',
  why: `the text is longer than the ${MAX_TEXT} characters that a cell holds`,
};

/** A number that every program in English reads alike. */
export const NUMERAL = /^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$/;

/** The cells that a reference stands for. */
export interface Cells {
  readonly cells: readonly Result[];
  /** A single cell may stand where one value is wanted, a column may not. */
  readonly single: boolean;
}

export type Value = Result | Cells;

export function isProblem(value: Value): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value;
}

export function isCells(value: Value): value is Cells {
  return typeof value === 'object' && value !== null && 'cells' in value;
}

/** The number that arithmetic takes a value for. */
export function toNumber(value: Scalar): number | Problem {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null) return 0;
  const why = `the text "${value.slice(0, 40)}" is used as a number`;
  // Programs read digits in a text by their language and settings: "1.5" may be a number, a day or nothing.
  return { problem: /[0-9]/.test(value) ? 'unknown' : '#VALUE!', why };
}

/** The text that `&` takes a value for. */
export function toText(value: Scalar): string | Problem {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean')
    return { problem: 'unknown', why: 'TRUE and FALSE have no agreed form as text; use IF' };
  const rounded = Number(value.toPrecision(15));
  const written = String(rounded);
  if (Number(new Big(value).prec(15, Big.roundHalfUp).toString()) !== rounded)
    return { problem: 'unknown', why: `programs round the last digit of ${value} differently; use ROUND` };
  if (!/e/i.test(written) && Math.abs(rounded) < 1e15) return written;
  return { problem: 'unknown', why: `the number ${written} has no agreed form as text; use ROUND` };
}

/** The truth that IF takes a value for. */
export function toTruth(value: Scalar): boolean | Problem {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  const why = `the text "${value.slice(0, 40)}" is used as a condition`;
  return { problem: /[0-9]|^(true|false)$/i.test(value) ? 'unknown' : '#VALUE!', why };
}

/** Where the order of two texts is the same in every language: no marks, no signs, no other scripts. */
const PLAIN = /^[A-Za-z0-9 ]*$/;

/** Why programs disagree about the order of two values, or undefined. Equal texts are equal everywhere. */
export function unsettledOrder(left: Scalar, right: Scalar, isEquality: boolean): Problem | undefined {
  const kinds = [typeof left, typeof right];
  if (kinds.includes('boolean') && kinds.includes('number'))
    return { problem: 'unknown', why: 'programs disagree whether TRUE and FALSE are numbers' };
  const texts = [left, right].filter((each) => typeof each === 'string');
  if (isEquality || texts.length < 2 || texts.every((text) => PLAIN.test(text))) return undefined;
  return { problem: 'unknown', why: 'the order of texts with signs or accents depends on the program' };
}

const order = (value: Exclude<Scalar, null>): number =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;

/** Order of two values: numbers before texts before truths; texts without regard to case. */
export function compareScalars(left: Scalar, right: Scalar): number {
  const a = left ?? emptyLike(right);
  const b = right ?? emptyLike(left);
  if (order(a) !== order(b)) return order(a) - order(b);
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}

/** An empty cell compares as the empty value of the other side. */
function emptyLike(other: Scalar): number | string | boolean {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}
