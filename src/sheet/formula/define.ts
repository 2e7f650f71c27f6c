/** What a function of formulas is: its arguments, its value and its documentation. */
import type { Compute, Origin } from './argument.ts';

/** How a function is called. */
export interface Signature {
  readonly usage: string;
  readonly meaning: string;
  readonly least: number;
  readonly most: number;
}

export interface FormulaFunction extends Signature {
  /** Functions later than Excel 2007 carry it in the file. */
  readonly prefix?: '_xlfn.';
  /** Absent: a value. */
  readonly gives?: Exclude<Origin, 'value'>;
  readonly compute: Compute;
}

/** The functions of one subject, by name. */
export type Family = Readonly<Record<string, FormulaFunction>>;

export const MANY = 254;

export function define(
  usage: string,
  meaning: string,
  [least, most]: readonly [number, number],
  compute: Compute,
  prefix?: '_xlfn.',
): FormulaFunction {
  return { usage, meaning, least, most, compute, ...(prefix ? { prefix } : {}) };
}
