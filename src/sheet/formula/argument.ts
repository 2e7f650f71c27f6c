/** What functions get and give. */
import { isProblem, type Problem, type Result, toNumber, type Value } from './value.ts';

/** An argument, computed when it is asked for: IF asks for one branch only. */
export interface Argument {
  readonly value: () => Value;
  /** One value; a whole column is a problem here. */
  readonly scalar: () => Result;
  /** All cells of a reference, or the one value. */
  readonly cells: () => readonly Result[];
  readonly isReference: () => boolean;
}

/** The value of a function. */
export type Compute = (args: readonly Argument[]) => Value;

export function numberArgument(argument: Argument): number | Problem {
  const value = argument.scalar();
  return isProblem(value) ? value : toNumber(value);
}

export const SIZES: Problem = { problem: '#VALUE!', why: 'its columns differ in their number of rows' };
