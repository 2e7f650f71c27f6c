/** Dates as sources print them, in both languages; ambiguous ones such as 12/11/2017 are not read. */
import { parseAsOf } from '../as-of.ts';
import { matchAt, type Page, type PrintedDate, type Step } from './reading.ts';

const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const noDigit = '(?![\\d.,]*\\d)';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';

const numeric = /(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![-./]?\d|[A-Za-z])/y;
const yearMonth = /(\d{4})-(\d{2})(?![-./]?\d|[A-Za-z])/y;
const yearHalf = /(\d{4})[-\s]?h([12])(?![a-z\d])/y;
const halfYear = /h([12])\s?(?:of\s)?(\d{4})(?!\d)/y;
const halfWords = /(?:the\s)?(first|second)\shalf\s(?:of\s)?(?:the\syear\s)?(\d{4})(?!\d)/y;
const dayMonthYear = new RegExp(`${day}\\s(?:of\\s)?${month}(?:,?\\s(\\d{4}))?${noDigit}(?![a-z])`, 'y');
const monthDayYear = new RegExp(`${month}\\s?${day},?\\s(\\d{4})${noDigit}`, 'y');
const monthYear = new RegExp(`${month}(?:,|\\sof)?\\s(\\d{4})${noDigit}`, 'y');
const monthDay = new RegExp(`${month}\\s${day}${noDigit}(?![a-z]|[\\s-]?%)`, 'y');
const monthAlone = new RegExp(`${month}(?![a-z])`, 'y');
const preposition = /(?:in|since|by|until|till|from|to|of|early|late|last|this|and)[\s-]$/;
const han =
  /(\d{4})年(?:(上半年|下半年)|(\d{1,2})月(?:份|(\d{1,2})[日号])?)?|(\d{1,2})月(?:份|(\d{1,2})[日号])?/y;
const hanYear = /([〇零一二三四五六七八九]{4})年/y;

function step(
  page: Page,
  at: number,
  written: RegExpExecArray,
  date: string,
  form: PrintedDate['form'] = 'digits',
): Step {
  // A month or day that does not exist is passed over, not read as an amount.
  const end = at + written[0].length;
  const whole = date.startsWith('--') ? `2000-${date.slice(2)}` : date;
  return parseAsOf(whole).fault
    ? { end }
    : { end, reading: { kind: 'date', date, form, start: at, end: trimmed(page, at, end) } };
}

function trimmed(page: Page, start: number, end: number): number {
  return start + page.text.slice(start, end).trimEnd().length;
}

const two = (digits: string) => digits.padStart(2, '0');
const monthNumber = (name: string) => two(String(months.indexOf(name.slice(0, 3)) + 1));

/** A date that begins with a digit. */
export function dateFromDigits(page: Page, at: number): Step | undefined {
  const { text, lower } = page;
  const full = matchAt(numeric, text, at);
  if (full) return step(page, at, full, `${full[1]}-${two(full[3]!)}-${two(full[4]!)}`);
  const half = matchAt(yearHalf, lower, at);
  if (half) return step(page, at, half, `${half[1]}-H${half[2]}`);
  const short = matchAt(yearMonth, text, at);
  if (short) return step(page, at, short, `${short[1]}-${short[2]}`);
  const chinese = matchAt(han, text, at);
  if (chinese) return hanDate(page, at, chinese);
  const english = matchAt(dayMonthYear, lower, at);
  if (!english || !/[A-Z]/.test(text.slice(at, at + english[0].length))) return undefined;
  const [, date = '', name = '', year] = english;
  return step(page, at, english, `${year ?? '-'}-${monthNumber(name)}-${two(date)}`);
}

function hanDate(page: Page, at: number, written: RegExpExecArray): Step | undefined {
  const [, year, half, monthOfYear, dayOfYear, onlyMonth, onlyDay] = written;
  if (year === undefined) {
    const dayPart = onlyDay === undefined ? '' : `-${two(onlyDay)}`;
    return step(page, at, written, `--${two(onlyMonth ?? '')}${dayPart}`);
  }
  if (year < '1000') return undefined;
  if (half !== undefined) return step(page, at, written, `${year}-H${half === '上半年' ? 1 : 2}`);
  const monthPart = monthOfYear === undefined ? '' : `-${two(monthOfYear)}`;
  const dayPart = dayOfYear === undefined ? '' : `-${two(dayOfYear)}`;
  return step(page, at, written, `${year}${monthPart}${dayPart}`);
}

/** A date that begins with an English word: a month, a half-year. */
export function dateFromWord(page: Page, at: number): Step | undefined {
  const { lower, text } = page;
  const half = matchAt(halfYear, lower, at);
  if (half) return step(page, at, half, `${half[2]}-H${half[1]}`);
  const words = matchAt(halfWords, lower, at);
  if (words) return step(page, at, words, `${words[2]}-H${words[1] === 'first' ? 1 : 2}`);
  if (!/[A-Z]/.test(text.charAt(at))) return undefined;
  const full = matchAt(monthDayYear, lower, at);
  if (full) return step(page, at, full, `${full[3]}-${monthNumber(full[1]!)}-${two(full[2]!)}`);
  const short = matchAt(monthYear, lower, at);
  if (short) return step(page, at, short, `${short[2]}-${monthNumber(short[1]!)}`);
  const yearless = matchAt(monthDay, lower, at);
  if (yearless) return step(page, at, yearless, `--${monthNumber(yearless[1]!)}-${two(yearless[2]!)}`);
  const alone = matchAt(monthAlone, lower, at);
  // "May" and "March" are other words as well.
  return alone && preposition.test(lower.slice(Math.max(0, at - 6), at))
    ? step(page, at, alone, `--${monthNumber(alone[1]!)}`, 'words')
    : undefined;
}

/** 二〇一七年, and 二〇〇七年十月 as its year. */
export function dateFromNumerals(page: Page, at: number): Step | undefined {
  const written = matchAt(hanYear, page.text, at);
  if (!written) return undefined;
  const year = [...written[1]!]
    .map((character) => Math.max(0, '〇一二三四五六七八九'.indexOf(character)))
    .join('');
  return year < '1000' ? undefined : step(page, at, written, year, 'words');
}
