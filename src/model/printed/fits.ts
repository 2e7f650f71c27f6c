/** Whether the printed text of a claim says what the claim stores. */
import { parseAsOf } from '../as-of.ts';
import { compareRatios, decimal, ratio, scale } from '../decimal.ts';
import type { AsOf, Quantity } from '../publication.ts';
import { convert } from '../quantity.ts';
import { type Dimension, units } from '../units.ts';
import type { Value } from '../value.ts';
import type { Printed, PrintedNumber } from './reading.ts';
import { type Scanned, scan } from './scan.ts';
import { slipOf } from './slips.ts';
import { readingWords } from './words.ts';

export type Fit =
  | { readonly outcome: 'fits' }
  /** The text holds nothing that can be read as a value of this kind. */
  | { readonly outcome: 'unreadable' }
  | {
      readonly outcome: 'differs';
      /** What the text says, in words for a message: "14 billion CNY". */
      readonly says: string;
      /** The same exactly: a plain decimal, or an ISO date; null for codes. */
      readonly value: string | null;
      readonly unit: string | null;
      /** What may have gone wrong and what to look at; null where no usual slip explains it. */
      readonly hint: string | null;
    };

const fits: Fit = { outcome: 'fits' };

/**
 * Reads a verbatim text again and compares it with the stored value.
 * A unit that the text does not print fits any unit, a scale word that it does not print does not: "140" is not
 * 140 billion. A text with fewer digits fits when the value rounds to it. A text with several amounts fits when one of
 * them does.
 */
export function verbatimFits(verbatim: string, value: Value, dimension: Dimension): Fit {
  if (value.quantity) return quantityFits(verbatim, value.quantity);
  if (value.date) return dateFits(verbatim, value.date, dimension);
  return textFits(verbatim, value.text ?? '', dimension);
}

function quantityFits(verbatim: string, stored: Quantity): Fit {
  const numbers = amountsIn(scan(verbatim));
  if (numbers.some((number) => faultOf(number, stored, verbatim) === undefined)) return fits;
  const dimension = units[stored.unit]?.dimension;
  const nearest =
    numbers.find(({ unit }) => unit !== null && units[unit]?.dimension === dimension) ?? numbers[0];
  if (!nearest) return { outcome: 'unreadable' };
  return {
    outcome: 'differs',
    says: readingWords(nearest),
    value: nearest.value,
    unit: nearest.unit,
    hint: hintOf(faultOf(nearest, stored, verbatim) ?? 'value', nearest, stored),
  };
}

/** Years printed as 2006年 are no amounts; numerals inside words neither. */
function amountsIn(found: readonly Scanned[]): readonly PrintedNumber[] {
  return found.flatMap(({ reading, loose }) => (loose || reading.kind === 'date' ? [] : [reading]));
}

type Mismatch = 'currencies' | 'unknown unit' | 'unit' | 'value' | 'sign' | 'bound';

function faultOf(printed: PrintedNumber, stored: Quantity, verbatim: string): Mismatch | undefined {
  if (printed.currencies.length > 1) return 'currencies';
  if (printed.unknownUnit !== null) return 'unknown unit';
  if (printed.currencies.length === 1 && printed.currencies[0] !== stored.unit) return 'unit';
  const unit = unitFor(printed, stored);
  if (!convert({ value: '1', unit }, stored.unit)) return 'unit';
  if (!roundsTo(printed, unit, stored, false)) {
    const isOpposite = roundsTo(printed, unit, stored, true);
    return isOpposite ? (declines.test(verbatim) ? undefined : 'sign') : 'value';
  }
  return printed.bound === 'exact' || side[printed.bound] === side[stored.bound] ? undefined : 'bound';
}

/** Words that make a printed amount negative. */
const declines =
  /\b(?:down|fell|fall|drop(?:ped)?|declin\w+|decreas\w+|lower|loss)\b|下降|减少|下滑|降低|亏损/i;

/** "More than" and "at least" are said for each other; the rest is not. */
const side: Readonly<Record<Quantity['bound'], string>> = {
  exact: 'exact',
  'more-than': 'above',
  'at-least': 'above',
  about: 'about',
  nearly: 'nearly',
  'up-to': 'up to',
};

/** The unit to read the number in: the printed one, or the stored one where none is printed or both only count. */
function unitFor({ unit, value, form }: PrintedNumber, stored: Quantity): string {
  const counts = (key: string) => ['count', 'people'].includes(units[key]?.dimension ?? '');
  if (unit === null) return form === 'words' && isPart(value, stored) ? partUnit : stored.unit;
  return counts(unit) && counts(stored.unit) ? stored.unit : unit;
}

/** "half" beside a percentage. */
const partUnit = 'percent';

function isPart(value: string, stored: Quantity): boolean {
  return stored.unit === partUnit && decimal(value).lt(1);
}

function roundsTo(printed: PrintedNumber, unit: string, stored: Quantity, opposite: boolean): boolean {
  const isHundredth = printed.unit === null && printed.form === 'words' && isPart(printed.value, stored);
  const shift = isHundredth ? 2 : 0;
  const read = scale(decimal(printed.value), shift).times(opposite ? -1 : 1);
  const half = scale(decimal(5), printed.digit + shift - 1);
  const least = convert({ value: read.minus(half).toFixed(), unit }, stored.unit);
  const most = convert({ value: read.plus(half).toFixed(), unit }, stored.unit);
  const amount = ratio(stored.value);
  return (
    least !== undefined &&
    most !== undefined &&
    compareRatios(least, amount) <= 0 &&
    compareRatios(amount, most) <= 0
  );
}

function hintOf(fault: Mismatch, printed: PrintedNumber, stored: Quantity): string | null {
  switch (fault) {
    case 'currencies':
      return `The text names two currencies, ${printed.currencies.join(' and ')}; say in a note which one is meant.`;
    case 'unknown unit':
      return `The text is in ${printed.unknownUnit}, which is not a unit of the table.`;
    case 'bound':
      return `Write \`bound: ${printed.bound}\` beside the value.`;
    case 'sign':
      return 'The sign differs.';
    case 'unit':
    case 'value':
      return slipOf(printed, stored);
  }
}

function dateFits(verbatim: string, stored: AsOf, dimension: Dimension): Fit {
  const dates = scan(verbatim).flatMap(({ reading }) => dateOf(reading) ?? []);
  if (dates.some((date) => dateAgrees(date, stored, dimension))) return fits;
  const first = dates[0];
  if (!first) return { outcome: 'unreadable' };
  const isExacter = isWithin(first, stored);
  const hint = isExacter ? 'The text is more exact than the value: store the whole date.' : null;
  return { outcome: 'differs', says: first.text, value: first.text, unit: null, hint };
}

function dateOf(reading: Printed): AsOf | undefined {
  const written = reading.kind === 'date' ? reading.date : reading.asDate;
  return written === null || written.startsWith('--') ? undefined : parseAsOf(written).value;
}

/** A year is stored as a year however exactly it is printed; other dates may be printed less exactly, not more. */
function dateAgrees(printed: AsOf, stored: AsOf, dimension: Dimension): boolean {
  return isWithin(stored, printed) || (dimension === 'year' && isWithin(printed, stored));
}

function isWithin(inner: AsOf, outer: AsOf): boolean {
  const { earliest, latest } = outer;
  return (
    earliest !== null &&
    latest !== null &&
    inner.earliest !== null &&
    inner.latest !== null &&
    earliest <= inner.earliest &&
    inner.latest <= latest
  );
}

/** Codes and phone numbers are compared character by character, but for spaces, hyphens and brackets. */
function textFits(verbatim: string, text: string, dimension: Dimension): Fit {
  const said = compact(verbatim);
  const wanted = compact(text);
  if (said === '' || wanted === '') return { outcome: 'unreadable' };
  const isSame = dimension === 'phone' ? local(said) === local(wanted) : said === wanted;
  if (isSame || holdsWord(verbatim.normalize('NFKC'), text)) return fits;
  return { outcome: 'differs', says: verbatim.trim(), value: null, unit: null, hint: null };
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/[\s()-]/g, '');
}

/** A phone number without the country code of China and without the zero before the area code. */
function local(number: string): string {
  return number.replace(/^(?:\+?86|0086)/, '').replace(/^0/, '');
}

function holdsWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  const isLetter = (character: string) =>
    /[\p{L}\p{N}]/u.test(character) && !/\p{Script=Han}/u.test(character);
  return at >= 0 && !isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + word.length));
}
