/** Powers, roots, logarithms, and the rate of growth. */
import { taking, unsettled } from './argument.ts';
import { raiseNumber } from './arithmetic.ts';
import { define, type Family } from './define.ts';
import type { Result } from './value.ts';

function root(number: number): Result {
  return number < 0 ? { problem: '#NUM!', why: `${number} has no square root` } : Math.sqrt(number);
}

function exponential(number: number): Result {
  const value = Math.exp(number);
  return Number.isFinite(value)
    ? value
    : { problem: '#NUM!', why: 'the result is too large for a spreadsheet' };
}

function logarithm(compute: (number: number) => number): (number: number) => Result {
  return (number) => (number > 0 ? compute(number) : { problem: '#NUM!', why: `${number} has no logarithm` });
}

/** (last / first) ^ (1 / periods) - 1. */
function growthRate(periods: number, first: number, last: number): Result {
  if (periods <= 0) return { problem: '#NUM!', why: 'growth needs a number of periods above 0' };
  if (first === 0) return { problem: '#NUM!', why: 'nothing grows from 0 at a rate' };
  if (last / first < 0) return unsettled('programs disagree about rates from one sign to the other');
  return (last / first) ** (1 / periods) - 1;
}

export const powerFunctions: Family = {
  POWER: define('number, exponent', 'the power', [2, 2], taking(['number', 'number'], raiseNumber)),
  SQRT: define('number', 'the square root', [1, 1], taking(['number'], root)),
  EXP: define('number', 'e to that power', [1, 1], taking(['number'], exponential)),
  LN: define('number', 'the natural logarithm', [1, 1], taking(['number'], logarithm(Math.log))),
  LOG10: define('number', 'the logarithm to base 10', [1, 1], taking(['number'], logarithm(Math.log10))),
  RRI: define(
    'periods, first, last',
    'the rate of growth for each period',
    [3, 3],
    taking(['number', 'number', 'number'], growthRate),
    '_xlfn.',
  ),
};
