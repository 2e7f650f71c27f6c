/** Functions over many numbers: sums, products, means, counts, the totals of tables. */
import { type Argument, type Compute, SIZES } from './argument.ts';
import { addNumbers, divideNumbers, multiplyNumbers } from './arithmetic.ts';
import { define, type Family, MANY } from './define.ts';
import { overNumbers } from './numbers-of.ts';
import { isProblem, type Problem, type Result } from './value.ts';

export function average(numbers: readonly number[]): Result {
  const sum = addNumbers(numbers);
  return typeof sum === 'number' ? divideNumbers(sum, numbers.length) : sum;
}

export const least = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);
export const greatest = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0);

/** Without any number it is 0, as programs have it. */
function product(numbers: readonly number[]): Result {
  if (numbers.length === 0) return 0;
  let value: number | Problem = 1;
  for (const number of numbers) if (typeof value === 'number') value = multiplyNumbers(value, number);
  return value;
}

const sumProduct: Compute = (args) => {
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
  103: countFilled,
  104: overNumbers(greatest),
  105: overNumbers(least),
  109: overNumbers(addNumbers),
};

function countFilled(args: readonly Argument[]): number {
  return args.flatMap((argument) => argument.cells()).filter((cell) => cell !== null).length;
}

const subtotal: Compute = ([kind, ...columns]) => {
  const number = kind!.scalar();
  const compute = typeof number === 'number' ? subtotals[number] : undefined;
  return (
    compute?.(columns) ?? { problem: 'unknown', why: `SUBTOTAL knows ${Object.keys(subtotals).join(', ')}` }
  );
};

export const aggregateFunctions: Family = {
  SUM: define('values, …', 'the sum', [1, MANY], overNumbers(addNumbers)),
  PRODUCT: define('values, …', 'the product', [1, MANY], overNumbers(product)),
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
  AVERAGE: define('values, …', 'the mean', [1, MANY], overNumbers(average)),
  MIN: define('values, …', 'the least number', [1, MANY], overNumbers(least)),
  MAX: define('values, …', 'the greatest number', [1, MANY], overNumbers(greatest)),
  SUMPRODUCT: define('column, column, …', 'the sum of the products, row by row', [1, MANY], sumProduct),
  SUBTOTAL: define(
    'kind, column',
    'as in the totals of tables: 101 mean, 103 count, 104 greatest, 105 least, 109 sum',
    [2, MANY],
    subtotal,
  ),
};
