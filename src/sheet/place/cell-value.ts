/** Written values to cell contents, by type. Nothing is bent: what does not fit its type is reported. */

import type { SheetCode } from '../codes.ts';
import { MAX_TEXT } from '../formula/value.ts';
import type { CellContent } from '../placed.ts';
import { isSafeLink } from '../read/value-types.ts';
import type { DataType } from '../read/vocabulary.ts';
import { decimalFormat } from '../style/formats.ts';

/** A content that is known before any formula is computed. */
export type FixedContent = Exclude<CellContent, { kind: 'formula' }>;

export interface TypedValue {
  readonly content: FixedContent;
  /** The format that shows the value as it was written; null for that of the type. */
  readonly format: string | null;
  readonly link: string | null;
}

export interface ValueFault {
  readonly code: SheetCode;
  readonly message: string;
  readonly help: string;
}

const BLANK: TypedValue = { content: { kind: 'blank' }, format: null, link: null };

/** Formats of values whose column or cell names none. */
export const typeFormats: Readonly<Record<DataType, string>> = {
  text: 'General',
  number: '#,##0.00',
  integer: '#,##0',
  percent: '0.0%',
  date: 'yyyy-mm-dd',
  year: '0',
  url: 'General',
};

/** True for types whose values stand at the right of their cells. */
export function isQuantity(type: DataType): boolean {
  return type === 'number' || type === 'integer' || type === 'percent';
}

/** The content for a value as written; null and empty texts are blank. */
export function typedValue(written: string | null, type: DataType): TypedValue | ValueFault {
  if (written === null || written === '') return BLANK;
  switch (type) {
    case 'number':
    case 'integer':
    case 'percent':
      return numberValue(written, type);
    case 'year':
      if (/^[0-9]{4}$/.test(written)) return number(Number(written), null);
      return misfit(written, 'a year', 'write four digits, or give it type="text"');
    case 'date':
      return dateValue(written);
    case 'url':
      return urlValue(written);
    case 'text':
      return textValue(written);
  }
}

export function isValueFault(value: TypedValue | ValueFault): value is ValueFault {
  return 'code' in value;
}

function number(value: number, format: string | null): TypedValue {
  return { content: { kind: 'number', value }, format, link: null };
}

function misfit(written: string, what: string, help: string): ValueFault {
  return { code: 'X011', message: `"${written.slice(0, 60)}" is not ${what}`, help };
}

/** Spreadsheets keep 15 significant digits; more would be lost without a word. */
const MAX_DIGITS = 15;

const NUMBER = /^-?[0-9]+(?:\.[0-9]+)?$/;

function numberValue(written: string, type: 'number' | 'integer' | 'percent'): TypedValue | ValueFault {
  if (!NUMBER.test(written))
    return misfit(written, 'a number', 'write digits with a point before decimals, or give it type="text"');
  const point = written.indexOf('.');
  const decimals = point < 0 ? 0 : written.length - point - 1;
  if (type === 'integer' && decimals > 0 && /[1-9]/.test(written.slice(point)))
    return misfit(written, 'a whole number', 'give it type="number"');
  if (written.length > MAX_DIGITS && significantDigits(written) > MAX_DIGITS) {
    return misfit(
      written,
      `a number of at most ${MAX_DIGITS} digits`,
      'spreadsheets keep no more; give it type="text"',
    );
  }
  return number(Number(written), type === 'number' ? decimalFormat(decimals) : null);
}

function significantDigits(written: string): number {
  return written.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
}

/** Day 0 of the date system of spreadsheets; days before 1900-03-01 are counted differently by programs. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** Full days become dates; a month or a year alone stays text, so that no precision is invented. */
function dateValue(written: string): TypedValue | ValueFault {
  if (/^[0-9]{4}(-(0[1-9]|1[0-2]))?$/.test(written)) return textValue(written);
  const day = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(written) ? dayOf(written) : undefined;
  if (day === undefined)
    return misfit(written, 'a date', 'write it as 2017-12-11, 2017-12 or 2017, or give it type="text"');
  return written >= '1900-03-01' ? number(day, null) : textValue(written);
}

/** Days since day 0 of a date written in ten signs; undefined when the calendar has no such day. */
function dayOf(written: string): number | undefined {
  const [year, month, day] = [written.slice(0, 4), written.slice(5, 7), written.slice(8)].map(Number);
  const time = Date.UTC(year!, month! - 1, day);
  const date = new Date(time);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  return exists ? (time - DAY_ZERO) / 86_400_000 : undefined;
}

/** An address without encryption is told, but it is not made a link that opens at a click. */
export function isPlainAddress(written: string): boolean {
  return /^http:\/\/[^\s<>"]+$/.test(written);
}

function urlValue(written: string): TypedValue | ValueFault {
  if (isPlainAddress(written)) return textValue(written);
  if (isSafeLink(written) && !written.startsWith('#')) {
    return { content: { kind: 'text', text: written }, format: null, link: written };
  }
  const message = `"${written.slice(0, 60)}" is not a link that workbooks may hold`;
  return {
    code: 'X018',
    message,
    help: 'write an address that begins with https://, or give it type="text"',
  };
}

function textValue(written: string): TypedValue | ValueFault {
  const text = written.includes('\r') ? written.replaceAll('\r\n', '\n') : written;
  const fault = textFault(text);
  return fault ?? { content: { kind: 'text', text }, format: null, link: null };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
const SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** Why no cell can hold a text; undefined when one can. */
export function textFault(text: string): ValueFault | undefined {
  if (text.length > MAX_TEXT) {
    const message = `a text of ${text.length} characters does not fit a cell; at most ${MAX_TEXT} do`;
    return { code: 'X010', message, help: 'shorten it' };
  }
  // Halves of pairs are told from whole ones by the slower expression only.
  if (!SUSPECT.test(text)) return undefined;
  const sign = UNPRINTABLE.exec(text)?.[0];
  if (sign === undefined) return undefined;
  const code = sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'X010',
    message: `the text "${text.replace(UNPRINTABLE, '�').slice(0, 40)}" holds the control character U+${code}`,
    help: 'remove it from the data',
  };
}
