/** IF, IFERROR, AND, OR. */
import type { Compute } from './argument.ts';
import { isProblem, toTruth } from './value.ts';

/** AND and OR over scalars and columns; empty and text cells of columns are passed over. */
export function truths(combine: (truths: readonly boolean[]) => boolean): Compute {
  return (args) => {
    const found: boolean[] = [];
    for (const argument of args) {
      for (const cell of argument.cells()) {
        if (argument.isReference() && (cell === null || typeof cell === 'string')) continue;
        const truth = isProblem(cell) ? cell : toTruth(cell);
        if (isProblem(truth)) return truth;
        found.push(truth);
      }
    }
    return found.length === 0
      ? { problem: '#VALUE!', why: 'none of its arguments is a condition' }
      : combine(found);
  };
}

export const ifElse: Compute = ([condition, yes, no]) => {
  const value = condition!.scalar();
  const truth = isProblem(value) ? value : toTruth(value);
  if (isProblem(truth)) return truth;
  return truth ? yes!.scalar() : no ? no.scalar() : false;
};

export const ifError: Compute = ([value, otherwise]) => {
  const found = value!.scalar();
  return isProblem(found) && found.problem !== 'unknown' ? otherwise!.scalar() : found;
};
