/** The types of helper arguments; `words` complete the sentence "number needs …". */
import type { AsOf, Bilingual, CitedSource, Claim, Figure, Quantity } from '../../model/publication.ts';
import type { Type } from '../helper.ts';
import { hasFields, isKind, type Shape } from '../static/shape.ts';

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

/** Exact numbers of the data are texts. */
const acceptsDecimal = (shape: Shape): boolean =>
  isKind(shape, 'number', 'text') && (shape.kind !== 'text' || !shape.words || shape.words.some(isDecimal));

const acceptsQuantity = (shape: Shape): boolean => hasFields(shape, 'value', 'unit', 'digit', 'bound');

export const anything: Type<unknown> = {
  words: 'a value',
  is: (value): value is unknown => value !== undefined,
  accepts: () => true,
};

export const text: Type<string> = {
  words: 'a text',
  is: (value) => typeof value === 'string',
  accepts: (shape) => isKind(shape, 'text'),
};

/** The name of a field of each item of a list. */
export const itemField: Type<string> = { ...text, ofItems: true };

/** Text, or a number to stand in a text. */
export const printable: Type<string | number> = {
  words: 'a text or number',
  is: (value): value is string | number => typeof value === 'string' || typeof value === 'number',
  accepts: (shape) => isKind(shape, 'text', 'number'),
};

export const flag: Type<boolean> = {
  words: 'true or false',
  is: (value) => typeof value === 'boolean',
  accepts: (shape) => isKind(shape, 'flag'),
};

/** Exact: a plain decimal as text, or an integer. */
export const decimalNumber: Type<string | number> = {
  words: 'a plain number',
  is: isDecimal,
  accepts: acceptsDecimal,
};

export const wholeNumber: Type<number> = {
  words: 'a whole number',
  is: (value): value is number => typeof value === 'number' && Number.isSafeInteger(value),
  accepts: (shape) => isKind(shape, 'number'),
};

export const bilingual: Type<Bilingual> = {
  words: 'a text in both languages',
  is: isBilingual,
  accepts: (shape) => hasFields(shape, 'en', 'zh'),
};

export const quantity: Type<Quantity> = {
  words: 'a quantity',
  is: isQuantity,
  accepts: acceptsQuantity,
};

export const measure: Type<Quantity | string | number> = {
  words: 'a quantity or a plain number',
  is: (value): value is Quantity | string | number => isQuantity(value) || isDecimal(value),
  accepts: (shape) => acceptsQuantity(shape) || acceptsDecimal(shape),
};

export const claim: Type<Claim> = {
  words: 'a claim',
  is: (value): value is Claim => has(value, 'quantity', 'text', 'verbatim'),
  accepts: (shape) => hasFields(shape, 'quantity', 'text', 'verbatim'),
  reads: ['quantity', 'text'],
};

export const figure: Type<Figure> = {
  words: 'a figure',
  is: (value): value is Figure => has(value, 'claims', 'main', 'decision', 'printed'),
  accepts: (shape) => hasFields(shape, 'claims', 'main', 'decision', 'printed'),
  reads: ['decision.kind', 'printed.quantity', 'printed.text'],
};

/** An as-of of the data, or a date as people write it: `2017-12-11`, `2017-12`, `2017`, `2007-H1`, `1999/2013`. */
export const date: Type<AsOf | string> = {
  words: 'a date',
  is: (value): value is AsOf | string => typeof value === 'string' || isAsOf(value),
  accepts: (shape) => isKind(shape, 'text') || hasFields(shape, 'precision', 'text', 'earliest', 'latest'),
};

export const list: Type<readonly unknown[]> = {
  words: 'a list',
  is: (value): value is readonly unknown[] => Array.isArray(value),
  accepts: (shape) => isKind(shape, 'list'),
};

export const numbers: Type<readonly number[]> = {
  words: 'a list of note numbers',
  is: (value): value is readonly number[] =>
    Array.isArray(value) && value.every((each) => Number.isSafeInteger(each) && each > 0),
  accepts: (shape) => isKind(shape, 'any') || (shape.kind === 'list' && isKind(shape.item.shape, 'number')),
};

export const group: Type<object> = {
  words: 'a group of values or a list',
  is: (value): value is object => typeof value === 'object' && value !== null,
  accepts: (shape) => isKind(shape, 'group', 'list', 'record'),
};

export const source: Type<CitedSource> = {
  words: 'a source',
  is: isSource,
  accepts: (shape) => hasFields(shape, 'id', 'number', 'title'),
  reads: ['number'],
};

/** One of a few words. */
export function oneOf<const W extends string>(...words: readonly W[]): Type<W> {
  return {
    words: words.map((word) => `"${word}"`).join(' or '),
    is: (value): value is W => words.some((word) => word === value),
    accepts: (shape) =>
      isKind(shape, 'text') &&
      (shape.kind !== 'text' || !shape.words || words.some((word) => shape.words?.includes(word))),
  };
}
