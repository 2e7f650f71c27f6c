/**
 * The functions that formulas can use: one table with their arguments, their value and their documentation.
 * Functions later than Excel 2007 carry `prefix` in the file.
 */
import {
  average,
  countFilled,
  countIfs,
  greatest,
  least,
  overNumbers,
  rounding,
  subtotal,
  sumProduct,
  valuesFirst,
  valuesLast,
  whereMeeting,
} from './aggregate.ts';
import { type Compute, numberArgument } from './argument.ts';
import { addNumbers } from './arithmetic.ts';
import { ifElse, ifError, truths } from './logic.ts';
import { index, lookUp, match } from './look-up.ts';
import { concat, textLength } from './text.ts';
import { isProblem, toTruth } from './value.ts';

export interface FormulaFunction {
  readonly usage: string;
  readonly meaning: string;
  readonly least: number;
  readonly most: number;
  readonly prefix?: '_xlfn.';
  readonly compute: Compute;
}

const MANY = 254;

function define(
  usage: string,
  meaning: string,
  counts: readonly [number, number],
  compute: Compute,
  prefix?: '_xlfn.',
): FormulaFunction {
  const [fewest, most] = counts;
  return { usage, meaning, least: fewest, most, compute, ...(prefix ? { prefix } : {}) };
}

export const formulaFunctions: Readonly<Record<string, FormulaFunction>> = {
  SUM: define('values, …', 'the sum', [1, MANY], overNumbers(addNumbers)),
  COUNT: define(
    'values, …',
    'how many numbers',
    [1, MANY],
    (args) => args.flatMap((each) => each.cells()).filter((cell) => typeof cell === 'number').length,
  ),
  COUNTA: define('values, …', 'how many cells that are not empty', [1, MANY], countFilled),
  COUNTBLANK: define(
    'column',
    'how many empty cells',
    [1, 1],
    ([column]) => column!.cells().filter((cell) => cell === null || cell === '').length,
  ),
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
  AVERAGE: define('values, …', 'the mean', [1, MANY], overNumbers(average)),
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
  MIN: define('values, …', 'the least number', [1, MANY], overNumbers(least)),
  MAX: define('values, …', 'the greatest number', [1, MANY], overNumbers(greatest)),
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
  SUMPRODUCT: define('column, column, …', 'the sum of the products, row by row', [1, MANY], sumProduct),
  SUBTOTAL: define(
    'kind, column',
    'as in the totals of tables: 101 mean, 103 count, 104 greatest, 105 least, 109 sum',
    [2, MANY],
    subtotal,
  ),
  ROUND: define('number, decimals', 'rounded, half away from zero', [2, 2], rounding('half')),
  ROUNDUP: define('number, decimals', 'rounded away from zero', [2, 2], rounding('up')),
  ROUNDDOWN: define('number, decimals', 'rounded towards zero', [2, 2], rounding('down')),
  ABS: define('number', 'without its sign', [1, 1], ([number]) => {
    const value = numberArgument(number!);
    return typeof value === 'number' ? Math.abs(value) : value;
  }),
  IF: define('condition, then, else', 'one of two values', [2, 3], ifElse),
  IFERROR: define('value, otherwise', 'the value, or another where it has none', [2, 2], ifError),
  AND: define(
    'condition, …',
    'whether all are true',
    [1, MANY],
    truths((all) => all.every(Boolean)),
  ),
  OR: define(
    'condition, …',
    'whether one is true',
    [1, MANY],
    truths((all) => all.some(Boolean)),
  ),
  NOT: define('condition', 'the opposite', [1, 1], ([condition]) => {
    const value = condition!.scalar();
    const truth = isProblem(value) ? value : toTruth(value);
    return typeof truth === 'boolean' ? !truth : truth;
  }),
  INDEX: define('column, row', 'the cell in that row of the column, from 1', [2, 2], index),
  MATCH: define('key, column, 0', 'the row of the column that holds the key, from 1', [3, 3], match),
  LOOKUP: define(
    'values, keys, key',
    'the value in the row where keys holds the key; written as INDEX and MATCH',
    [3, 3],
    lookUp,
  ),
  CONCAT: define('text, …', 'the texts joined', [1, MANY], concat, '_xlfn.'),
  LEN: define('text', 'how many characters', [1, 1], textLength),
};

/** Functions that exist elsewhere and are refused here, with the reason. */
export const refusedFunctions: Readonly<Record<string, string>> = {
  ...reasons(
    'it changes without a change of the data',
    'TODAY NOW RAND RANDBETWEEN RANDARRAY OFFSET INDIRECT CELL INFO',
  ),
  ...reasons(
    'its result spills over cells, which not every program understands',
    'FILTER SORT SORTBY UNIQUE SEQUENCE VSTACK HSTACK TOCOL TOROW TEXTSPLIT CHOOSECOLS CHOOSEROWS TRANSPOSE MMULT',
  ),
  ...reasons('it reaches outside the workbook', 'WEBSERVICE FILTERXML RTD DDE CALL REGISTER'),
  ...reasons('links are written with link=, where they are checked', 'HYPERLINK'),
};

function reasons(reason: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, reason]));
}
