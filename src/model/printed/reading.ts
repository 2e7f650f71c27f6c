/** What is found in a text: amounts, ordinals and dates, each with the place where it stands. */
import { type Decimal, plainText } from '../decimal.ts';
import type { Quantity } from '../publication.ts';

interface Place {
  /** Offsets `[start, end)` in UTF-16 of the text that was read: sign or currency, number, scale word and unit. */
  readonly start: number;
  readonly end: number;
  /** Whether it is printed in digits, or in words and numerals (seven, 七). */
  readonly form: 'digits' | 'words';
}

export interface PrintedNumber extends Place {
  readonly kind: 'number' | 'ordinal';
  /** Exact decimal with the scale word applied, in the printed unit: "140亿元" is `14000000000`. */
  readonly value: string;
  /** A key of the unit table; null where none is printed, or where what is printed is in doubt. */
  readonly unit: string | null;
  /** A unit that the table does not have, as printed ("acres", "yuan/mu"). */
  readonly unknownUnit: string | null;
  /** ISO 4217 codes of all currencies named with the amount; two of them contradict each other. */
  readonly currencies: readonly string[];
  /** The scale word as printed (billion, 亿) with its power of ten, or null. */
  readonly scale: { readonly word: string; readonly exponent: number } | null;
  /** Exponent of the last printed digit: "79.14 billion" has 7. */
  readonly digit: number;
  readonly bound: Quantity['bound'];
  /** The date that the same characters may mean: a bare "2006" is a year, "2011.04" may be a month. */
  readonly asDate: string | null;
}

export interface PrintedDate extends Place {
  readonly kind: 'date';
  /** As `parseAsOf` reads it (2017-12-11, 2017-12, 2017, 2017-H1); without its year `--12-11` or `--12`. */
  readonly date: string;
}

export type Printed = PrintedNumber | PrintedDate;

/** The text being read: full-width forms made plain, character by character, so that offsets stay true. */
export interface Page {
  readonly text: string;
  readonly lower: string;
}

/** One step of the reader: it moves to `end`, perhaps with a reading. */
export interface Step {
  readonly end: number;
  readonly reading?: Printed;
  /** True for a numeral that may be part of a word (统一, "a"): no amount by itself. */
  readonly loose?: boolean;
}

/** An ordinal: no unit, no bound. */
export function ordinalStep(value: Decimal, start: number, end: number, form: PrintedNumber['form']): Step {
  const reading: PrintedNumber = {
    kind: 'ordinal',
    value: plainText(value),
    unit: null,
    unknownUnit: null,
    currencies: [],
    scale: null,
    digit: 0,
    bound: 'exact',
    asDate: null,
    form,
    start,
    end,
  };
  return { end, reading };
}

/** The match of a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
