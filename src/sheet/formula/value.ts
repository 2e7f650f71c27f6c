/** Values of formulas, and how spreadsheets convert them into one another. */
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
  return { problem: '#VALUE!', why: `the text "${value.slice(0, 40)}" is used as a number` };
}

/** The text that `&` takes a value for. */
export function toText(value: Scalar): string | Problem {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const rounded = Number(value.toPrecision(15));
  const written = String(rounded);
  if (!/e/i.test(written)) return written;
  return { problem: 'unknown', why: `the number ${written} has no agreed form as text; use ROUND` };
}

/** The truth that IF takes a value for. */
export function toTruth(value: Scalar): boolean | Problem {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  return { problem: '#VALUE!', why: `the text "${value.slice(0, 40)}" is used as a condition` };
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
