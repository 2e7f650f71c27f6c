/** What was typed, as the data would write it: by the kind of the field, in the form the line has now. */

import { parseAsOf } from '../model/as-of.ts';
import type { Parsed } from '../model/codes.ts';
import { type Decimal, decimal, plainText } from '../model/decimal.ts';
import type { EditKind } from '../model/editable.ts';
import { parseQuantity } from '../model/quantity.ts';
import type { Dimension } from '../model/units.ts';
import { parseValue } from '../model/value.ts';
import { textFault } from '../sheet/place/cell-value.ts';
import type { Held } from './held.ts';

/** The text that stands in the data afterwards, or why there is none. */
export type Coerced = { readonly written: string } | { readonly why: string; readonly help: string };

/** `current` is the scalar as it is written now. */
export function coerce(held: Exclude<Held, { kind: 'formula' }>, kind: EditKind, current: string): Coerced {
  if (held.kind === 'error') return { why: `it holds the error ${held.text}`, help: 'Type a value.' };
  if (held.kind === 'boolean') return { why: 'it holds a truth value', help: 'Type a value.' };
  switch (kind.kind) {
    case 'amount':
      return amount(held, kind.dimension, current);
    case 'value':
      return parsedText(tidy(shown(held)), (text) => parseValue(text, kind.dimension));
    case 'as-of':
      return parsedText(tidy(shown(held)), parseAsOf);
    case 'choice':
      return choice(tidy(shown(held)), kind.labels);
    case 'text':
      return plain(shown(held));
  }
}

type Typed = Exclude<Held, { kind: 'formula' | 'error' | 'boolean' }>;

function shown(held: Typed): string {
  return held.kind === 'number' ? numberText(held.value) : held.text;
}

/** Without exponent. */
function numberText(value: number): string {
  return plainText(decimal(String(value)));
}

/** Full-width signs become plain ones, and spaces at the ends go: both come from keyboards, not from sources. */
function tidy(text: string): string {
  return text.normalize('NFKC').trim();
}

function parsedText(text: string, parse: (text: string) => Parsed<unknown>): Coerced {
  const { fault } = parse(text);
  return fault ? { why: fault.message, help: fault.help } : { written: text };
}

function plain(text: string): Coerced {
  const trimmed = text.trim();
  const fault = textFault(trimmed);
  if (fault) return { why: fault.message, help: fault.help };
  return trimmed === '' ? { why: 'it holds spaces only', help: 'Write the text.' } : { written: trimmed };
}

function choice(text: string, labels: Readonly<Record<string, { en: string; zh: string }>>): Coerced {
  const found = Object.entries(labels).find(([code, { en, zh }]) => [code, en, zh].includes(text));
  if (found) return { written: found[0] };
  const known = Object.values(labels).flatMap(({ en, zh }) => (en === '' ? [] : [`${en} (${zh})`]));
  return { why: `"${text.slice(0, 40)}" is none of its words`, help: `The words are ${known.join(', ')}.` };
}

/** A number takes the unit that the line has, and so does a text without one; a text may bring its own. */
function amount(held: Typed, dimension: Dimension | undefined, current: string): Coerced {
  if (held.kind === 'date') return { why: `"${held.text}" is a day, not a number`, help: 'Type a number.' };
  const typed = held.kind === 'number' ? numberText(held.value) : tidy(held.text);
  const bare = BARE.test(typed) ? decimal(typed.replace(/[, ]/g, '')) : undefined;
  const own = bare ? undefined : parseQuantity(typed, dimension);
  if (own?.fault) return { why: own.fault.message, help: own.fault.help };
  const isSameUnit = own?.value && own.value.unit === parseQuantity(current, dimension).value?.unit;
  const value = bare ?? (isSameUnit ? decimal(own.value.value) : undefined);
  const written = value ? inForm(value, current, dimension) : typed;
  // Things and people are counted whole.
  const { fault } = dimension === undefined ? parseQuantity(written) : parseValue(written, dimension);
  return fault ? { why: fault.message, help: fault.help } : { written };
}

/** Digits alone, or in groups of three as English and Chinese keyboards give them. */
const BARE = /^-?(?:\d+|\d{1,3}(?:[, ]\d{3})+)(?:\.\d+)?$/;

/** `80000000000` in the form of `79.14 billion CNY` is `80 billion CNY`; grouped where that was grouped. */
function inForm(value: Decimal, current: string, dimension: Dimension | undefined): string {
  const [, digits = '', rest = ''] = /^([-+]?[\d,]+(?:\.\d+)?)([\s\S]*)$/.exec(current.trim()) ?? [];
  const now = parseQuantity(current, dimension).value;
  if (digits === '' || !now) return plainText(value);
  const printed = decimal(digits.replaceAll(',', ''));
  const factor = printed.eq(0) ? decimal(1) : decimal(now.value).div(printed);
  const scaled = value.div(factor);
  const isExact = scaled.times(factor).eq(value) && plainText(scaled).length <= 18;
  // Without its word of number the amount is written in full, with the unit alone.
  if (!isExact) return `${plainText(value)}${rest.replace(WORDS, ' ').trimEnd()}`;
  const number = plainText(scaled);
  return `${digits.includes(',') ? grouped(number) : number}${rest}`;
}

const WORDS = /\s*(thousand|million|billion|trillion|[千百]?[万亿]亿?)\s*/iu;

function grouped(number: string): string {
  const [whole = '', fraction] = number.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}
