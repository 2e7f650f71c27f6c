/** Functions that round, and what is left over. All are exact: 0.285 * 100 is rounded as 28.5. */
import Big from 'big.js';
import { type Compute, taking, unsettled } from './argument.ts';
import { roundNumber } from './arithmetic.ts';
import { define, type Family } from './define.ts';
import type { Problem, Result } from './value.ts';

const half: Compute = taking(['number', 'number'], (value, decimals) => roundNumber(value, decimals, 'half'));

/** Some programs see no more than 12 digits of a number when they round it up or down. */
function directed(mode: 'up' | 'down'): Compute {
  return taking(['number', 'number'], (value, decimals = 0) => {
    const rounded = roundNumber(value, decimals, mode);
    const coarse = roundNumber(Number(value.toPrecision(12)), decimals, mode);
    return rounded === coarse ? rounded : unsettled(`programs round the last digits of ${value} differently`);
  });
}

/** Beyond it Excel gives no remainder. */
const MOST_TIMES = 1e12;

/** What is left of a positive number; `each` is positive too. */
function leftOver(number: number, each: number): Big | Problem {
  if (number / each >= MOST_TIMES) return unsettled(`programs disagree about multiples as many as these`);
  return new Big(number).mod(each);
}

/** The remainder has the sign of the divisor. */
function remainder(number: number, divisor: number): Result {
  if (divisor === 0) return { problem: '#DIV/0!', why: 'it divides by zero' };
  const left = leftOver(Math.abs(number), Math.abs(divisor));
  if ('problem' in left) return left;
  const away = left.eq(0) || number < 0 === divisor < 0 ? left : new Big(Math.abs(divisor)).minus(left);
  const exact = away.eq(0) ? 0 : Math.sign(divisor) * Number(away.toString());
  const binary = number - divisor * Math.floor(number / divisor);
  return Math.abs(exact - binary) <= 1e-12 * Math.max(1, Math.abs(exact))
    ? exact
    : unsettled('the remainder is lost in the last digits, where programs disagree');
}

/** Halves go away from zero. Programs reach halves of broken multiples by different ways. */
function toMultiple(number: number, multiple: number): Result {
  if (number === 0 || multiple === 0) return 0;
  if (number < 0 !== multiple < 0)
    return unsettled('the number and the multiple differ in their signs, where programs disagree');
  const [size, step] = [Math.abs(number), Math.abs(multiple)];
  const left = leftOver(size, step);
  if ('problem' in left) return left;
  const side = left.times(2).cmp(step);
  if (side === 0 && !Number.isInteger(multiple))
    return unsettled(`${number} is half-way between multiples of ${multiple}, where programs disagree`);
  const rounded = new Big(size).minus(left).plus(side < 0 ? 0 : step);
  return rounded.eq(0) ? 0 : Math.sign(number) * Number(rounded.toString());
}

export const roundingFunctions: Family = {
  ROUND: define('number, decimals', 'rounded, half away from zero', [2, 2], half),
  ROUNDUP: define('number, decimals', 'rounded away from zero', [2, 2], directed('up')),
  ROUNDDOWN: define('number, decimals', 'rounded towards zero', [2, 2], directed('down')),
  TRUNC: define('number, decimals', 'cut off after the decimals, default 0', [1, 2], directed('down')),
  INT: define('number', 'the whole number below', [1, 1], taking(['number'], Math.floor)),
  MROUND: define(
    'number, multiple',
    'rounded to a multiple',
    [2, 2],
    taking(['number', 'number'], toMultiple),
  ),
  MOD: define(
    'number, divisor',
    'the remainder, with the sign of the divisor',
    [2, 2],
    taking(['number', 'number'], remainder),
  ),
  ABS: define('number', 'without its sign', [1, 1], taking(['number'], Math.abs)),
  SIGN: define('number', '1, 0 or -1', [1, 1], taking(['number'], Math.sign)),
};
