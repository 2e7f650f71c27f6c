/** Functions that find a row: MATCH, INDEX and LOOKUP. */
import { type Argument, type Compute, numberArgument } from './argument.ts';
import { wildcards } from './criteria.ts';
import { compareScalars, isProblem, type Problem, type Result, type Scalar } from './value.ts';

const NOT_FOUND: Problem = { problem: '#N/A', why: 'what it looks for is not there' };

export const match: Compute = ([key, keys, kind]) => {
  const wanted = key!.scalar();
  if (isProblem(wanted)) return wanted;
  if (kind?.scalar() !== 0) {
    return { problem: 'unknown', why: 'MATCH is computed for exact matches only; its third argument is 0' };
  }
  const cells = keys!.cells();
  const index = cells.findIndex(sameAs(wanted));
  return index < 0 ? NOT_FOUND : index + 1;
};

function sameAs(wanted: Scalar): (cell: Result) => boolean {
  if (typeof wanted !== 'string') {
    return (cell) =>
      !isProblem(cell) &&
      cell !== null &&
      typeof cell === typeof (wanted ?? 0) &&
      compareScalars(cell, wanted) === 0;
  }
  const matches = wildcards(wanted);
  return (cell) => typeof cell === 'string' && matches(cell.toLowerCase());
}

export const index: Compute = ([values, row]) => {
  const at = numberArgument(row!);
  if (typeof at !== 'number') return at;
  const cells = values!.cells();
  const found = cells[Math.trunc(at) - 1];
  if (at < 1 || found === undefined)
    return { problem: '#REF!', why: `there is no row ${at} among ${cells.length}` };
  return found;
};

/** An empty cell is not taken for 0: what is not stated is no number. */
export const lookUp: Compute = ([values, keys, key]) => {
  const row = match([key!, keys!, constant(0)]);
  if (typeof row !== 'number') return row;
  const found = index([values!, constant(row)]);
  return found ?? { problem: 'unknown', why: 'the cell that it finds is empty' };
};

function constant(value: Scalar): Argument {
  return { value: () => value, scalar: () => value, cells: () => [value], isReference: () => false };
}
