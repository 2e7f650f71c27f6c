/** Functions over the order and the spread of numbers. */
import Big from 'big.js';
import { average } from './aggregate.ts';
import { type Compute, numberArgument, unsettled } from './argument.ts';
import { define, type Family, MANY } from './define.ts';
import { isNumbers, numbersOf, overNumbers } from './numbers-of.ts';
import type { Result } from './value.ts';

const NO_NUMBERS: Result = { problem: '#NUM!', why: 'there are no numbers' };

const ascending = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b);

function median(numbers: readonly number[]): Result {
  if (numbers.length === 0) return NO_NUMBERS;
  const half = (numbers.length - 1) / 2;
  return average(ascending(numbers).slice(Math.floor(half), Math.ceil(half) + 1));
}

/** The k-th number of a column, from 1. */
function inOrder(order: (numbers: readonly number[]) => readonly number[]): Compute {
  return ([column, place]) => {
    const numbers = numbersOf([column!]);
    if (!isNumbers(numbers)) return numbers;
    const k = numberArgument(place!);
    if (typeof k !== 'number') return k;
    if (!Number.isInteger(k)) return unsettled(`programs take the place ${k} differently`);
    return (
      order(numbers)[k - 1] ?? { problem: '#NUM!', why: `there is no place ${k} among ${numbers.length}` }
    );
  };
}

/** Equal numbers share the better place. */
const rank: Compute = ([number, column, order]) => {
  const wanted = numberArgument(number!);
  if (typeof wanted !== 'number') return wanted;
  if (column!.origin !== 'cells') return unsettled('RANK is computed for a column only');
  const numbers = numbersOf([column!]);
  if (!isNumbers(numbers)) return numbers;
  const rising = order ? numberArgument(order) : 0;
  if (typeof rising !== 'number') return rising;
  if (!numbers.includes(wanted))
    return unsettled(`${wanted} is not in the column, where programs disagree about its place`);
  return 1 + numbers.filter((each) => (rising === 0 ? each > wanted : each < wanted)).length;
};

/** Of a sample, from exact sums: equal numbers have no spread at all. */
function deviation(numbers: readonly number[]): Result {
  const count = numbers.length;
  if (count < 2) return { problem: '#DIV/0!', why: 'a spread needs two numbers' };
  const sum = numbers.reduce((total, number) => total.plus(number), new Big(0));
  const squares = numbers.reduce((total, number) => total.plus(new Big(number).pow(2)), new Big(0));
  const spread = Number(squares.times(count).minus(sum.pow(2)).toString());
  return Math.sqrt(spread / count / (count - 1));
}

export const rankingFunctions: Family = {
  MEDIAN: define('values, …', 'the number in the middle', [1, MANY], overNumbers(median)),
  LARGE: define(
    'column, k',
    'the k-th greatest number',
    [2, 2],
    inOrder((numbers) => [...ascending(numbers)].reverse()),
  ),
  SMALL: define('column, k', 'the k-th least number', [2, 2], inOrder(ascending)),
  RANK: define(
    'number, column, order',
    'the place of a number in its column, 1 for the greatest; with 1 as order for the least',
    [2, 3],
    rank,
  ),
  STDEV: define('values, …', 'the standard deviation of a sample', [1, MANY], overNumbers(deviation)),
};
