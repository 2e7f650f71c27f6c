/** Functions that find a row. */
import { type Argument, type Compute, numberArgument, unsettled } from './argument.ts';
import { hasWildcards, wildcards } from './criteria.ts';
import { define, type Family, type Signature } from './define.ts';
import { compareScalars, isProblem, NUMERAL, type Problem, type Result, type Scalar } from './value.ts';

const NOT_FOUND: Problem = { problem: '#N/A', why: 'what it looks for is not there' };

const match: Compute = ([key, keys, kind]) => {
  const wanted = key!.scalar();
  if (isProblem(wanted)) return wanted;
  if (wanted === null) return unsettled('programs disagree about what an empty cell is found in');
  if (kind?.scalar() !== 0)
    return unsettled('MATCH is computed for exact matches only; its third argument is 0');
  const cells = keys!.cells();
  if (cells.some(doubtful(wanted)))
    return unsettled(`programs disagree whether ${JSON.stringify(wanted)} is in the column`);
  const index = cells.findIndex(sameAs(wanted));
  return index < 0 ? NOT_FOUND : index + 1;
};

/** Only some programs find texts and truths in numbers, or match the digits of a number with `*` and `?`. */
function doubtful(wanted: Exclude<Scalar, null>): (cell: Result) => boolean {
  if (typeof wanted === 'number') return (cell) => typeof cell === 'boolean' && Number(cell) === wanted;
  if (typeof wanted === 'string' && hasWildcards(wanted)) return (cell) => typeof cell === 'number';
  if (typeof wanted === 'string' && !NUMERAL.test(wanted)) return () => false;
  return (cell) => typeof cell === 'number' && cell === Number(wanted);
}

function sameAs(wanted: Exclude<Scalar, null>): (cell: Result) => boolean {
  if (typeof wanted !== 'string') {
    return (cell) =>
      !isProblem(cell) &&
      cell !== null &&
      typeof cell === typeof wanted &&
      compareScalars(cell, wanted) === 0;
  }
  const matches = wildcards(wanted);
  return (cell) => typeof cell === 'string' && matches(cell.toLowerCase());
}

const index: Compute = ([values, row]) => {
  const at = numberArgument(row!);
  if (typeof at !== 'number') return at;
  const cells = values!.cells();
  const found = cells[Math.trunc(at) - 1];
  if (at < 1 || found === undefined)
    return { problem: '#REF!', why: `there is no row ${at} among ${cells.length}` };
  return found;
};

/** An empty cell is not taken for 0: what is not stated is no number. */
const lookUp: Compute = ([values, keys, key]) => {
  const row = match([key!, keys!, constant(0)]);
  if (typeof row !== 'number') return row;
  return index([values!, constant(row)]) ?? unsettled('the cell that it finds is empty');
};

function constant(value: Scalar): Argument {
  return { value: () => value, scalar: () => value, cells: () => [value], origin: 'value' };
}

export const lookUpFunctions: Family = {
  INDEX: {
    ...define('column, row', 'the cell in that row of the column, from 1', [2, 2], index),
    gives: 'cells',
  },
  MATCH: define('key, column, 0', 'the row of the column that holds the key, from 1', [3, 3], match),
  LOOKUP: {
    ...define(
      'values, keys, key',
      'the value in the row where keys holds the key; written as INDEX and MATCH',
      [3, 3],
      lookUp,
    ),
    gives: 'cells',
  },
};

/** Functions that the binder replaces by others, so that neither the file nor the evaluator ever sees them. */
export const replacedFunctions = {
  XLOOKUP: {
    usage: 'key, keys, values, otherwise',
    meaning:
      'the value in the row where keys holds exactly the key, or another value where none does; written as INDEX and MATCH, so that programs without XLOOKUP compute it',
    least: 3,
    most: 4,
  },
} as const satisfies Readonly<Record<string, Signature>>;
