/** The numbers of one text in two languages must be the same: 67 billion is 670亿, October 2007 is 2007年10月. */
import { decimal, multiply, plainText, ratio, roundRatio } from '../decimal.ts';
import type { Lang } from '../publication.ts';
import { units } from '../units.ts';
import type { Printed, PrintedDate, PrintedNumber } from './reading.ts';
import { type Scanned, scan } from './scan.ts';

/** The readings of a text that its translation must print as well: those in digits. */
export function numbersOf(text: string, lang: Lang): readonly Printed[] {
  return readingsOf(text, lang)
    .map(({ reading }) => reading)
    .filter(({ form }) => form === 'digits');
}

/** The numbers of either text that the other one does not have, with their places. */
export interface Unmatched {
  readonly en: readonly Printed[];
  readonly zh: readonly Printed[];
}

/**
 * Compares the numbers of an English and a Chinese text as sets. Number words and numerals may stand for the digits
 * of the other side and need no partner themselves; a unit that only one side prints says nothing; amounts in two
 * units of one kind are compared exactly (1 h and 60分钟). Dates are compared by year, month and day.
 */
export function sameNumbers(en: string, zh: string): Unmatched {
  if (!/\p{N}/u.test(en) && !/\p{N}/u.test(zh)) return { en: [], zh: [] };
  const english = readingsOf(en, 'en');
  const chinese = readingsOf(zh, 'zh');
  return { en: without(english, chinese), zh: without(chinese, english) };
}

/** A loose word counts in the language of the text only: "a" in a Chinese text is a letter. */
function readingsOf(text: string, lang: Lang): readonly Scanned[] {
  return scan(text).filter(({ reading, loose }) => {
    const isHan = /\p{Script=Han}/u.test(text.slice(reading.start, reading.end));
    return !loose || isHan === (lang === 'zh');
  });
}

function without(own: readonly Scanned[], others: readonly Scanned[]): readonly Printed[] {
  const known = indexOf(others);
  return own
    .map(({ reading }) => reading)
    .filter((reading) => reading.form === 'digits' && !isKnown(reading, known));
}

interface Known {
  /** Values of all numbers, and of those without a unit. */
  readonly values: ReadonlySet<string>;
  readonly bare: ReadonlySet<string>;
  /** Values in the first unit of their family. */
  readonly measured: ReadonlySet<string>;
  /** Parts of dates. */
  readonly dates: ReadonlySet<string>;
}

function indexOf(all: readonly Scanned[]): Known {
  const values = new Set<string>();
  const bare = new Set<string>();
  const measured = new Set<string>();
  const dates = new Set<string>();
  for (const { reading, loose } of all) {
    if (reading.kind === 'date') {
      for (const part of partsOf(reading.date)) dates.add(part);
      continue;
    }
    const key = measuredKey(reading);
    values.add(reading.value);
    // "one page" and "a page" measure nothing.
    const isArticle = loose || (reading.form === 'words' && reading.value === '1');
    if (key !== undefined) measured.add(key);
    else if (!isArticle) bare.add(reading.value);
    if (reading.asDate !== null) for (const part of partsOf(reading.asDate)) dates.add(part);
    // "half" may be 50 % on the other side.
    if (reading.form === 'words' && key === undefined && decimal(reading.value).lt(1))
      measured.add(keyOf('percent', plainText(decimal(reading.value).times(100))));
  }
  return { values, bare, measured, dates };
}

function isKnown(reading: PrintedNumber | PrintedDate, known: Known): boolean {
  if (reading.kind === 'date') return partsOf(reading.date).every((part) => isKnownPart(part, known));
  if (reading.asDate !== null && partsOf(reading.asDate).every((part) => known.dates.has(part))) return true;
  const key = measuredKey(reading);
  if (key === undefined) return known.values.has(reading.value);
  return known.measured.has(key) || known.bare.has(reading.value);
}

/** A half-year may be told in other words ("half of 2018"); where both sides tell it, it is the same one. */
function isKnownPart(part: string, { dates }: Known): boolean {
  return dates.has(part) || (part.startsWith('half') && !dates.has('half H1') && !dates.has('half H2'));
}

/** Things and people are counted with and without a word for the unit. */
function measuredKey({ unit, value }: PrintedNumber): string | undefined {
  const dimension = unit === null ? undefined : units[unit]?.dimension;
  return unit === null || dimension === 'count' || dimension === 'people' ? undefined : keyOf(unit, value);
}

/** Places enough for the thirds of a mu to differ from every decimal that is printed. */
const keyPlaces = 20;

function keyOf(unit: string, value: string): string {
  const { family, numerator, denominator } = units[unit]!;
  // Only the mu has a factor that no decimal holds; for all others the division would cost most of the comparison.
  const amount =
    denominator === '1'
      ? plainText(decimal(value).times(numerator))
      : roundRatio(multiply(ratio(value), ratio(numerator, denominator)), keyPlaces);
  return `${family} ${amount}`;
}

/** `2007-10` as year and month; `--12-11` has no year. */
function partsOf(date: string): readonly string[] {
  const [, year, half, month, day] = /^(\d{4}|-)(?:-(?:(H[12])|(\d{2})(?:-(\d{2}))?))?$/.exec(date) ?? [];
  const parts = [
    ['year', year === '-' ? undefined : year],
    ['half', half],
    ['month', month],
    ['day', day],
  ] as const;
  return parts.flatMap(([name, part]) => (part === undefined ? [] : [`${name} ${part}`]));
}
