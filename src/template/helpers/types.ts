/** The types of helper arguments; `words` complete the sentence "number needs …". */
import type { AsOf, Bilingual, CitedSource, Claim, Quantity } from '../../model/publication.ts';
import type { Type } from '../helper.ts';

const plainDecimal = /^-?(0|[1-9]\d*)(\.\d+)?$/;

function has(value: unknown, ...keys: readonly string[]): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && keys.every((key) => Object.hasOwn(value, key));
}

const isBilingual = (value: unknown): value is Bilingual =>
  has(value, 'en', 'zh') && typeof value.en === 'string' && typeof value.zh === 'string';

const isDecimal = (value: unknown): value is string | number =>
  typeof value === 'number'
    ? Number.isSafeInteger(value) || plainDecimal.test(String(value))
    : typeof value === 'string' && value.length <= 60 && plainDecimal.test(value);

const isQuantity = (value: unknown): value is Quantity =>
  has(value, 'value', 'unit', 'digit', 'bound') && isDecimal(value.value);

const isAsOf = (value: unknown): value is AsOf => has(value, 'precision', 'text', 'earliest', 'latest');

const isSource = (value: unknown): value is CitedSource =>
  has(value, 'id', 'number', 'title') && isBilingual(value.title);

export const anything: Type<unknown> = {
  words: 'a value',
  is: (value): value is unknown => value !== undefined,
};

export const text: Type<string> = { words: 'a text', is: (value) => typeof value === 'string' };

/** Text, or a number to stand in a text. */
export const printable: Type<string | number> = {
  words: 'a text or number',
  is: (value): value is string | number => typeof value === 'string' || typeof value === 'number',
};

export const flag: Type<boolean> = { words: 'true or false', is: (value) => typeof value === 'boolean' };

/** Exact: a plain decimal as text, or an integer. */
export const decimalNumber: Type<string | number> = { words: 'a plain number', is: isDecimal };

export const wholeNumber: Type<number> = {
  words: 'a whole number',
  is: (value): value is number => typeof value === 'number' && Number.isSafeInteger(value),
};

export const bilingual: Type<Bilingual> = { words: 'a text in both languages', is: isBilingual };

export const quantity: Type<Quantity> = { words: 'a quantity', is: isQuantity };

export const measure: Type<Quantity | string | number> = {
  words: 'a quantity or a plain number',
  is: (value): value is Quantity | string | number => isQuantity(value) || isDecimal(value),
};

export const claim: Type<Claim> = {
  words: 'a claim',
  is: (value): value is Claim => has(value, 'quantity', 'text', 'verbatim'),
};

/** An as-of of the data, or a date as people write it: `2017-12-11`, `2017-12`, `2017`, `2007-H1`, `1999/2013`. */
export const date: Type<AsOf | string> = {
  words: 'a date',
  is: (value): value is AsOf | string => typeof value === 'string' || isAsOf(value),
};

export const list: Type<readonly unknown[]> = {
  words: 'a list',
  is: (value): value is readonly unknown[] => Array.isArray(value),
};

export const numbers: Type<readonly number[]> = {
  words: 'a list of note numbers',
  is: (value): value is readonly number[] =>
    Array.isArray(value) && value.every((each) => Number.isSafeInteger(each) && each > 0),
};

export const group: Type<object> = {
  words: 'a group of values or a list',
  is: (value): value is object => typeof value === 'object' && value !== null,
};

export const source: Type<CitedSource> = { words: 'a source', is: isSource };

/** One of a few words. */
export function oneOf<const W extends string>(...words: readonly W[]): Type<W> {
  return {
    words: words.map((word) => `"${word}"`).join(' or '),
    is: (value): value is W => words.some((word) => word === value),
  };
}
