/** Exact decimal sums and products, rounded to a double once: 0.1 + 0.2 is 0.3, as spreadsheets show it. */
import Big from 'big.js';
import { exactProduct, exactSum, toDouble } from './exact-sum.ts';
import type { Problem } from './value.ts';

export function addNumbers(numbers: readonly number[]): number | Problem {
  const sum = exactSum();
  for (const number of numbers) sum.add(number);
  return sum.value();
}

export function multiplyNumbers(left: number, right: number): number | Problem {
  return exactProduct(left, right) ?? toDouble(new Big(left).times(right));
}

/** The decimal quotient where there is one of 15 digits: 0.7 / 7 is 0.1, which in doubles is a little less. */
export function divideNumbers(left: number, right: number): number | Problem {
  if (right === 0) return { problem: '#DIV/0!', why: 'it divides by zero' };
  const quotient = left / right;
  if (!Number.isFinite(quotient))
    return { problem: '#NUM!', why: 'the result is too large for a spreadsheet' };
  const short = Number(quotient.toPrecision(15));
  return new Big(short).times(right).eq(left) ? short : quotient;
}

export function raiseNumber(base: number, exponent: number): number | Problem {
  if (base === 0 && exponent === 0)
    return { problem: 'unknown', why: '0^0 is 1 in some programs and has no value in others' };
  if (base < 0 && !Number.isInteger(exponent))
    return { problem: 'unknown', why: 'programs disagree about roots of numbers below 0' };
  if (base === 0 && exponent < 0) return { problem: '#DIV/0!', why: 'it divides by zero' };
  const value = base ** exponent;
  return Number.isFinite(value) ? value : { problem: '#NUM!', why: `${base}^${exponent} has no value` };
}

/** Rounds to decimals (negative: tens, hundreds …): half away from zero, up (away from zero) or down. */
export function roundNumber(value: number, decimals: number, mode: 'half' | 'up' | 'down'): number {
  const places = Math.max(-300, Math.min(300, Math.trunc(decimals)));
  const modes = { half: Big.roundHalfUp, up: Big.roundUp, down: Big.roundDown };
  const scaled = new Big(value).times(new Big(10).pow(places)).round(0, modes[mode]);
  return Number(scaled.times(new Big(10).pow(-places)).toString());
}
