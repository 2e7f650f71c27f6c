/** Lengths and percentages, `calc()` included (css-values-4 §6, §10). */
import type { Length } from '../style.ts';
import { type Computation, type ComputeContext, type Grammar, single } from './grammar.ts';
import { type CssValue, isDelim } from './values.ts';

/** px per absolute unit. */
const absolute: Readonly<Record<string, number>> = {
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  pt: 96 / 72,
  pc: 16,
};

/** Units that have no meaning on paper or are not supported, each with what to write instead. */
const refusedUnits: Readonly<Record<string, string>> = {
  ex: 'em',
  ch: 'em',
  cap: 'em',
  ic: 'em',
  lh: 'em',
  rlh: 'rem',
  vw: '% or mm',
  vh: '% or mm',
  vmin: 'mm',
  vmax: 'mm',
};

export const knownUnits: readonly string[] = [
  'px',
  'pt',
  'mm',
  'cm',
  'in',
  'Q',
  'pc',
  'em',
  'rem',
  '%',
  'fr',
  'deg',
];

/** A sum of multiples: every length is one, and so is everything `calc()` can do with lengths. */
interface Sum {
  readonly number: number;
  readonly px: number;
  readonly em: number;
  readonly rem: number;
  readonly percent: number;
  /** A pure number, not a length of zero. */
  readonly isNumber: boolean;
}

const zero: Sum = { number: 0, px: 0, em: 0, rem: 0, percent: 0, isNumber: false };

/** What a unit is refused for, as a help text; undefined for units that are known. */
export function unitHelp(unit: string): string | undefined {
  if (Object.hasOwn(absolute, unit) || ['em', 'rem', 'fr', 'deg', 'turn', 'rad', 'grad'].includes(unit))
    return undefined;
  const instead = Object.hasOwn(refusedUnits, unit) ? refusedUnits[unit] : undefined;
  return instead === undefined
    ? `known units are ${knownUnits.join(' ')}`
    : `the unit ${unit} is not supported; use ${instead}`;
}

/** A length or a percentage; `negative: false` refuses values below zero that can be seen to be so. */
export function lengthPercentage(options: { readonly negative: boolean }): Grammar<Length> {
  return lengthGrammar('a length, a percentage', { ...options, percent: true }, resolve);
}

/** A length in px. */
export function length(options: { readonly negative: boolean }): Grammar<number> {
  return lengthGrammar(
    'a length',
    { ...options, percent: false },
    (sum, context) => resolve(sum, context).px,
  );
}

interface LengthOptions {
  readonly negative: boolean;
  readonly percent: boolean;
}

function lengthGrammar<T>(
  expects: string,
  options: LengthOptions,
  compute: (sum: Sum, context: ComputeContext) => T,
): Grammar<T> {
  return single(expects, (value): Computation<T> | undefined => {
    const sum = readSum(value);
    if (sum === undefined || (sum.isNumber && sum.number !== 0)) return undefined;
    if (!options.percent && sum.percent !== 0) return undefined;
    const calculated = value.kind === 'function';
    if (!options.negative && !calculated && [sum.px, sum.em, sum.rem, sum.percent].some((part) => part < 0))
      return undefined;
    if (sum.em === 0 && sum.rem === 0) {
      const constant = compute(sum, constantContext);
      return () => constant;
    }
    return (context) => compute(sum, context);
  });
}

/** For sums that depend on nothing. */
const constantContext = { fontSize: 0, rootFontSize: 0 } as ComputeContext;

function resolve(sum: Sum, context: ComputeContext): Length {
  const px = sum.px + sum.em * context.fontSize + sum.rem * context.rootFontSize;
  return { px: bounded(px), percent: bounded(sum.percent) };
}

/** Longer than any paper: about as far as browsers go, so that sums stay exact enough (css-values-4 §5.1). */
const longest = 3e7;

function bounded(value: number): number {
  return Math.max(-longest, Math.min(longest, value));
}

/** A number, dimension, percentage or `calc()` as a sum; undefined for anything else and for wrong arithmetic. */
function readSum(value: CssValue): Sum | undefined {
  switch (value.kind) {
    case 'number':
      return { ...zero, number: value.value, isNumber: true };
    case 'percentage':
      return { ...zero, percent: value.value };
    case 'dimension': {
      const { unit } = value;
      if (unit === 'em') return { ...zero, em: value.value };
      if (unit === 'rem') return { ...zero, rem: value.value };
      const factor = Object.hasOwn(absolute, unit) ? absolute[unit] : undefined;
      return factor === undefined ? undefined : { ...zero, px: value.value * factor };
    }
    case 'function':
      return value.name === 'calc' ? calculate(value.args) : undefined;
    case 'group':
      return value.open === '(' ? calculate(value.args) : undefined;
    default:
      return undefined;
  }
}

/** `product (+|- product)*`, with `product = value (*|/ value)*` (css-values-4 §10.8). */
function calculate(values: readonly CssValue[]): Sum | undefined {
  let at = 0;
  let total = product();
  while (total !== undefined && at < values.length) {
    const sign = isDelim(values[at], '+') ? 1 : isDelim(values[at], '-') ? -1 : 0;
    at += 1;
    const next = sign === 0 ? undefined : product();
    total = next === undefined ? undefined : added(total, next, sign);
  }
  return total;

  function product(): Sum | undefined {
    let left = factor();
    while (left !== undefined && (isDelim(values[at], '*') || isDelim(values[at], '/'))) {
      const divides = isDelim(values[at], '/');
      at += 1;
      const right = factor();
      left = right === undefined ? undefined : divides ? divided(left, right) : multiplied(left, right);
    }
    return left;
  }

  function factor(): Sum | undefined {
    const value = values[at];
    at += 1;
    return value === undefined ? undefined : readSum(value);
  }
}

function added(a: Sum, b: Sum, sign: number): Sum | undefined {
  if (a.isNumber !== b.isNumber) return undefined;
  return {
    number: a.number + sign * b.number,
    px: a.px + sign * b.px,
    em: a.em + sign * b.em,
    rem: a.rem + sign * b.rem,
    percent: a.percent + sign * b.percent,
    isNumber: a.isNumber,
  };
}

function multiplied(a: Sum, b: Sum): Sum | undefined {
  if (a.isNumber) return scaled(b, a.number);
  return b.isNumber ? scaled(a, b.number) : undefined;
}

function divided(a: Sum, b: Sum): Sum | undefined {
  return b.isNumber && b.number !== 0 ? scaled(a, 1 / b.number) : undefined;
}

function scaled(sum: Sum, by: number): Sum {
  const { isNumber } = sum;
  return {
    number: sum.number * by,
    px: sum.px * by,
    em: sum.em * by,
    rem: sum.rem * by,
    percent: sum.percent * by,
    isNumber,
  };
}
