/** COUNTIF, SUMIF and their family: functions over the rows that meet criteria. */
import { average, greatest, least } from './aggregate.ts';
import { type Argument, type Compute, SIZES } from './argument.ts';
import { addNumbers } from './arithmetic.ts';
import { type Criterion, criterionOf, unsettledCriterion } from './criteria.ts';
import { define, type Family, MANY } from './define.ts';
import { isProblem, type Problem, type Result } from './value.ts';

/** Pairs of column and criterion: for every row, whether it meets all of them. */
function rowsMeeting(args: readonly Argument[]): readonly boolean[] | Problem {
  let meets: boolean[] | undefined;
  for (let index = 0; index + 1 < args.length; index += 2) {
    const cells = args[index]!.cells();
    const written = args[index + 1]!.scalar();
    if (isProblem(written)) return written;
    const problem = unsettledCriterion(written, cells);
    if (problem) return problem;
    const criterion: Criterion = criterionOf(written);
    meets ??= cells.map(() => true);
    if (cells.length !== meets.length) return SIZES;
    for (const [row, cell] of cells.entries()) meets[row] &&= criterion(cell);
  }
  if (args.length % 2 === 1) return { problem: '#VALUE!', why: 'a column is given without its criterion' };
  return meets ?? [];
}

function isRows(value: readonly boolean[] | Problem): value is readonly boolean[] {
  return Array.isArray(value);
}

/** `compute` over the numbers of the rows that meet the criteria. */
function whereMeeting(
  split: (args: readonly Argument[]) => { values: Argument; criteria: readonly Argument[] },
  compute: (numbers: readonly number[]) => Result,
): Compute {
  return (args) => {
    const { values, criteria } = split(args);
    const meets = rowsMeeting(criteria);
    if (!isRows(meets)) return meets;
    const cells = values.cells();
    if (cells.length !== meets.length) return SIZES;
    const chosen = cells.filter((_, row) => meets[row]);
    const problem = chosen.find((cell) => isProblem(cell));
    return problem ?? compute(chosen.filter((cell) => typeof cell === 'number'));
  };
}

const valuesFirst = (args: readonly Argument[]) => ({ values: args[0]!, criteria: args.slice(1) });
const valuesLast = (args: readonly Argument[]) => ({
  values: args[2] ?? args[0]!,
  criteria: args.slice(0, 2),
});

const countIfs: Compute = (args) => {
  const meets = rowsMeeting(args);
  return isRows(meets) ? meets.filter(Boolean).length : meets;
};

export const conditionalFunctions: Family = {
  COUNTIF: define(
    'column, criterion',
    'how many cells meet a criterion: "land", ">=5", "park*"',
    [2, 2],
    countIfs,
  ),
  COUNTIFS: define('column, criterion, …', 'how many rows meet all criteria', [2, MANY], countIfs),
  SUMIF: define(
    'column, criterion, values',
    'the sum of the rows that meet a criterion',
    [2, 3],
    whereMeeting(valuesLast, addNumbers),
  ),
  SUMIFS: define(
    'values, column, criterion, …',
    'the sum of the rows that meet all criteria',
    [3, MANY],
    whereMeeting(valuesFirst, addNumbers),
  ),
  AVERAGEIF: define(
    'column, criterion, values',
    'the mean of the rows that meet a criterion',
    [2, 3],
    whereMeeting(valuesLast, average),
  ),
  AVERAGEIFS: define(
    'values, column, criterion, …',
    'the mean of the rows that meet all criteria',
    [3, MANY],
    whereMeeting(valuesFirst, average),
  ),
  MINIFS: define(
    'values, column, criterion, …',
    'the least number of the rows that meet all criteria',
    [3, MANY],
    whereMeeting(valuesFirst, least),
    '_xlfn.',
  ),
  MAXIFS: define(
    'values, column, criterion, …',
    'the greatest number of the rows that meet all criteria',
    [3, MANY],
    whereMeeting(valuesFirst, greatest),
    '_xlfn.',
  ),
};
