/** Functions over many numbers: sums, means, conditional ones, rounding, the totals of tables. */

import { type Argument, type Compute, numberArgument, SIZES } from './argument.ts';
import { addNumbers, divideNumbers, multiplyNumbers, roundNumber } from './arithmetic.ts';
import { type Criterion, criterionOf } from './criteria.ts';
import { isProblem, type Problem, type Result, toNumber } from './value.ts';

/** Numbers of all arguments: texts and empty cells of references are passed over. */
function numbersOf(args: readonly Argument[]): readonly number[] | Problem {
  const numbers: number[] = [];
  for (const argument of args) {
    const isReference = argument.isReference();
    for (const cell of argument.cells()) {
      if (isProblem(cell)) return cell;
      if (isReference && typeof cell !== 'number') continue;
      const number = toNumber(cell);
      if (isProblem(number)) return number;
      numbers.push(number);
    }
  }
  return numbers;
}

export function overNumbers(compute: (numbers: readonly number[]) => Result): Compute {
  return (args) => {
    const numbers = numbersOf(args);
    return isNumbers(numbers) ? compute(numbers) : numbers;
  };
}

function isNumbers(value: readonly number[] | Problem): value is readonly number[] {
  return Array.isArray(value);
}

export function average(numbers: readonly number[]): Result {
  const sum = addNumbers(numbers);
  return typeof sum === 'number' ? divideNumbers(sum, numbers.length) : sum;
}

export const least = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);
export const greatest = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0);

/** Pairs of column and criterion: for every row, whether it meets all of them. */
function rowsMeeting(args: readonly Argument[]): readonly boolean[] | Problem {
  let meets: boolean[] | undefined;
  for (let index = 0; index + 1 < args.length; index += 2) {
    const cells = args[index]!.cells();
    const written = args[index + 1]!.scalar();
    if (isProblem(written)) return written;
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
export function whereMeeting(
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

export const valuesFirst = (args: readonly Argument[]) => ({ values: args[0]!, criteria: args.slice(1) });
export const valuesLast = (args: readonly Argument[]) => ({
  values: args[2] ?? args[0]!,
  criteria: args.slice(0, 2),
});

export const countIfs: Compute = (args) => {
  const meets = rowsMeeting(args);
  return isRows(meets) ? meets.filter(Boolean).length : meets;
};

export function rounding(mode: 'half' | 'up' | 'down'): Compute {
  return (args) => {
    const value = numberArgument(args[0]!);
    const decimals = numberArgument(args[1]!);
    if (typeof value !== 'number') return value;
    return typeof decimals === 'number' ? roundNumber(value, decimals, mode) : decimals;
  };
}

export const sumProduct: Compute = (args) => {
  const columns = args.map((argument) => argument.cells());
  if (columns.some((column) => column.length !== columns[0]!.length)) return SIZES;
  const products: number[] = [];
  for (let row = 0; row < columns[0]!.length; row++) {
    let product: number | Problem = 1;
    for (const column of columns) {
      const cell: Result = column[row]!;
      if (isProblem(cell)) return cell;
      product = multiplyNumbers(product, typeof cell === 'number' ? cell : 0);
      if (typeof product !== 'number') return product;
    }
    products.push(product);
  }
  return addNumbers(products);
};

/** Functions that tables use for their totals; the numbers skip rows hidden by a filter. */
const subtotals: Readonly<Record<number, Compute>> = {
  101: overNumbers(average),
  103: (args) => countFilled(args),
  104: overNumbers(greatest),
  105: overNumbers(least),
  109: overNumbers(addNumbers),
};

export function countFilled(args: readonly Argument[]): number {
  return args.flatMap((argument) => argument.cells()).filter((cell) => cell !== null).length;
}

export const subtotal: Compute = ([kind, ...columns]) => {
  const number = kind!.scalar();
  const compute = typeof number === 'number' ? subtotals[number] : undefined;
  return (
    compute?.(columns) ?? { problem: 'unknown', why: `SUBTOTAL knows ${Object.keys(subtotals).join(', ')}` }
  );
};
