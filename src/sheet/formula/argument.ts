/** What functions get and give. */
import { isProblem, type Problem, type Result, toNumber, toText, type Value } from './value.ts';

/**
 * Where values come from: functions over columns pass over the texts, truths and empty cells of `cells`, but not
 * those of a `value`. `either` are those of IF and its like, which hand on cells in some programs only.
 */
export type Origin = 'cells' | 'either' | 'value';

/** An argument, computed when it is asked for: IF asks for one branch only. */
export interface Argument {
  readonly value: () => Value;
  /** One value; a whole column is a problem here. */
  readonly scalar: () => Result;
  /** All cells of a reference, or the one value. */
  readonly cells: () => readonly Result[];
  readonly origin: Origin;
}

/** The value of a function. */
export type Compute = (args: readonly Argument[]) => Value;

export function numberArgument(argument: Argument): number | Problem {
  const value = argument.scalar();
  return isProblem(value) ? value : toNumber(value);
}

export function textArgument(argument: Argument): string | Problem {
  const value = argument.scalar();
  return isProblem(value) ? value : toText(value);
}

type Kind = 'number' | 'text';
type Taken<K extends readonly Kind[]> = { [I in keyof K]: K[I] extends 'number' ? number : string };

/** A function whose arguments are single numbers and texts; those at the end may be left out. */
export function taking<const K extends readonly Kind[]>(
  kinds: K,
  compute: (...values: Taken<K>) => Result,
): Compute {
  return (args) => {
    const values: (number | string)[] = [];
    for (const [index, argument] of args.entries()) {
      const value = kinds[index] === 'number' ? numberArgument(argument) : textArgument(argument);
      if (isProblem(value)) return value;
      values.push(value);
    }
    return compute(...(values as Taken<K>));
  };
}

export const SIZES: Problem = { problem: '#VALUE!', why: 'its columns differ in their number of rows' };

/** Why it is not known whether functions over columns take a value or pass over it; undefined when it is. */
export function unsettledOrigin(origin: Origin, cell: Result): Problem | undefined {
  return origin === 'either' && typeof cell !== 'number' && !isProblem(cell)
    ? unsettled('programs disagree whether what IF and its like give is a cell or a value here')
    : undefined;
}

/** No value, because programs would not show the same one. */
export function unsettled(why: string): Problem {
  return { problem: 'unknown', why };
}
