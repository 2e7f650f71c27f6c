/** The value of a claim: an amount, or a text where the metric's dimension is none (codes, years). */
import { parseAsOf } from './as-of.ts';
import type { Parsed } from './codes.ts';
import type { AsOf, Quantity } from './publication.ts';
import { parseQuantity } from './quantity.ts';
import { type Dimension, dimensionWords } from './units.ts';

export interface Value {
  readonly quantity: Quantity | null;
  readonly text: string | null;
  /** For years and dates, as exact as they were written. */
  readonly date: AsOf | null;
}

/** Reads a value as its dimension asks. */
export function parseValue(written: string, dimension: Dimension): Parsed<Value> {
  const text = written.trim();
  switch (dimension) {
    case 'year':
      return dated(text, /^\d{4}$/, dimension);
    case 'date':
      return dated(text, /^\d{4}(-\d{2}){0,2}$/, dimension);
    case 'code':
      return shaped(text, /^[\p{L}\p{N}][\p{L}\p{N} ./-]*$/u, dimension);
    case 'phone':
      return shaped(text, /^\+?[\d() -]{5,}$/, dimension);
    default: {
      const { value, fault } = parseQuantity(text, dimension);
      if (value && isCounted(dimension) && value.value.includes('.')) return notWhole(text);
      return fault ? { fault } : { value: { quantity: value, text: null, date: null } };
    }
  }
}

function isCounted(dimension: Dimension): boolean {
  return dimension === 'count' || dimension === 'people';
}

/** `12.500` is what half of Europe writes for 12,500. */
function notWhole(text: string): Parsed<Value> {
  return {
    fault: {
      code: 'D010',
      message: `\`${text}\` is no whole number`,
      help: 'Things and people are counted whole; a point is a decimal point, so write thousands as 12500 or 12,500.',
    },
  };
}

function dated(text: string, pattern: RegExp, dimension: Dimension): Parsed<Value> {
  const parsed = pattern.test(text) ? parseAsOf(text) : undefined;
  if (parsed?.fault) return { fault: parsed.fault };
  return parsed ? { value: { quantity: null, text, date: parsed.value } } : notOf(text, dimension);
}

function shaped(text: string, pattern: RegExp, dimension: Dimension): Parsed<Value> {
  return pattern.test(text) ? { value: { quantity: null, text, date: null } } : notOf(text, dimension);
}

function notOf(text: string, dimension: Dimension): Parsed<Value> {
  const { noun, example } = dimensionWords[dimension];
  const shown = text.length > 40 ? `${text.slice(0, 38)}…` : text;
  return {
    fault: { code: 'D010', message: `\`${shown}\` is not ${noun}`, help: `Write for example ${example}.` },
  };
}
