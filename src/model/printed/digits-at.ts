/** What begins with a digit: an amount, a date, an ordinal; or a code, which is passed over. */
import { decimal } from '../decimal.ts';
import { amountAround, amountStep, type BareNumber } from './amount.ts';
import { dateFromDigits } from './dates.ts';
import { currencyBefore } from './measures.ts';
import { matchAt, ordinalStep, type Page, type Step } from './reading.ts';

/** As for stored quantities: longer numbers are codes. */
const mostDigits = 30;

const numberRun = /\d+(?:[.,]\d+)*/y;
const wellFormed = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
const spacedGroups = /\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?(?!\d)/y;
const plainSpacedGroups = /\d{1,3}(?: \d{3})+(?![\d.,]*\d)/y;
/** Phone numbers, times, fractions, dates by slashes, versions: their parts are no amounts. */
const chained = /\d+(?:(?:-\d+){2,}|(?:[/:]\d+)+)|0\d+(?:-\d+)*(?![.\d])/y;
const ordinalSuffix = /(?:st|nd|rd|th)(?![a-z\d])/y;
/** Centuries and decades are no amounts. */
export const ofCentury = /\s?(?:century|centuries|世纪(?:\d{2}年代)?|年代)/y;
const restOfCode = /[A-Za-z0-9_]*(?:[-./_][A-Za-z0-9_]+)*/y;

/** The amount, date or ordinal at an offset where a digit stands, or the end of the code there. */
export function digitsAt(page: Page, at: number): Step {
  const code = codeEnd(page, at);
  if (code !== undefined) return { end: code };
  const dated = dateFromDigits(page, at);
  if (dated) return dated;
  const chain = matchAt(chained, page.text, at);
  if (chain) return { end: at + chain[0].length };
  const grouped = matchAt(spacedGroups, page.text, at);
  if (grouped) return readDigits(page, at, grouped[0], grouped[0].replace(/\s/g, ''));
  const doubtful = matchAt(plainSpacedGroups, page.text, at);
  if (doubtful) return { end: at + doubtful[0].length };
  const run = matchAt(numberRun, page.text, at)![0];
  // 47,17 and 2.886,7 and 2.7.0 may mean anything.
  return wellFormed.test(run) ? readDigits(page, at, run, run.replaceAll(',', '')) : { end: at + run.length };
}

function readDigits(page: Page, at: number, run: string, plain: string): Step {
  const end = at + run.length;
  if (plain.length > mostDigits) return { end };
  if (isDecade(page, run, end)) return { end: end + 1 };
  const century = matchAt(ofCentury, page.lower, end);
  const suffix = matchAt(ordinalSuffix, page.lower, end);
  const tail = end + (suffix ? 2 : 0);
  if (century ?? matchAt(ofCentury, page.lower, tail)) return { end: tail + (century?.[0].length ?? 0) };
  if (suffix) return ordinalStep(decimal(plain), at, tail, 'digits');
  const fraction = page.text.charAt(end);
  const isMixed = isVulgarFraction(fraction);
  const value = isMixed ? decimal(plain).plus(vulgar(fraction).value) : decimal(plain);
  const digit = isMixed ? vulgar(fraction).digit : -(plain.split('.')[1]?.length ?? 0);
  const reading = amountAround(page, {
    start: at,
    end: isMixed ? end + 1 : end,
    value,
    digit,
    form: 'digits',
  });
  const isBare = reading.end === end && reading.start === at;
  // Letters that are no unit make a code of it: 358d79bb, enriched2.csv, 2017a.
  if (reading.end === end && /^(?:[A-Za-z_]|\.[A-Za-z])/.test(page.text.slice(end, end + 2)))
    return { end: end + matchAt(restOfCode, page.text, end)![0].length };
  if (isBare && isStandardNumber(page, at)) return { end };
  const asDate = isBare ? dateOf(run) : null;
  return { end: reading.end, reading: { ...reading, asDate } };
}

/** The 1990s. */
function isDecade({ text }: Page, run: string, end: number): boolean {
  return /^\d{2,3}0$/.test(run) && /^s(?![A-Za-z\d])/.test(text.slice(end, end + 2));
}

/** A bare 2006 may be a year, and 2011.04 a month. */
function dateOf(run: string): string | null {
  const [, year, month] = /^((?:1[89]|2[01])\d\d)(?:\.(0[1-9]|1[0-2]))?$/.exec(run) ?? [];
  if (year === undefined) return null;
  return month === undefined ? year : `${year}-${month}`;
}

/** Where a code ends whose letters stand before these digits: OZM-2023, c_787825. */
function codeEnd(page: Page, at: number): number | undefined {
  if (currencyBefore(page, at)) return undefined;
  const window = page.text.slice(Math.max(0, at - 6), at);
  const isGlued = /[A-Za-z_#]$/.test(window) || /[A-Za-z0-9][/_.]$/.test(window) || /[A-Za-z]-$/.test(window);
  const isWord = /(?:mid|pre|post|late|early)-$/i.test(window);
  return isGlued && !isWord ? at + matchAt(restOfCode, page.text, at)![0].length : undefined;
}

/** GB 50137, ISO 9001, HJ 274: capitals before a bare number. */
function isStandardNumber(page: Page, at: number): boolean {
  return /(?:^|[^A-Za-z])[A-Z]{2,}(?:\/[A-Z]+)?\s$/.test(page.text.slice(Math.max(0, at - 10), at));
}

/** ½, ¼, ¾; the others have no exact decimal or are not met. */
export function isVulgarFraction(character: string): boolean {
  return /[½¼¾]/u.test(character);
}

/** A fraction that stands alone. */
export function vulgarFractionAt(page: Page, at: number): Step {
  return amountStep(page, { start: at, end: at + 1, form: 'digits', ...vulgar(page.text.charAt(at)) });
}

function vulgar(character: string): Pick<BareNumber, 'value' | 'digit'> {
  const value = decimal(character === '½' ? '0.5' : character === '¼' ? '0.25' : '0.75');
  return { value, digit: character === '½' ? -1 : -2 };
}
