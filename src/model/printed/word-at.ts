/** What begins with a Latin letter: number words, months, numbered names; addresses and codes are passed over. */
import { decimal } from '../decimal.ts';
import { amountStep } from './amount.ts';
import { dateFromWord } from './dates.ts';
import { ofCentury } from './digits-at.ts';
import { englishNumeralAt } from './english-numerals.ts';
import { gluedCodeEnd } from './measures.ts';
import { matchAt, ordinalStep, type Page, type Step } from './reading.ts';

const address = /(?:https?:\/\/|www\.)[^\s，。；、）》”」]+|[a-z0-9.+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+/y;
const wordRun = /[a-z][a-z0-9_]*/y;
const numbered = /no\.?\s?(\d{1,6})(?![\d.,]*\d|[a-z])/y;

/** The reading of the word at an offset, or the end of the word. */
export function wordAt(page: Page, at: number): Step {
  const link = matchAt(address, page.lower, at);
  if (link) return { end: at + link[0].length };
  const currency = gluedCodeEnd(page, at);
  if (currency !== undefined) return { end: currency };
  const dated = dateFromWord(page, at);
  if (dated) return dated;
  const number = matchAt(numbered, page.lower, at);
  if (number && /[A-Z]/.test(page.text.charAt(at)))
    return ordinalStep(decimal(number[1]!), at, at + number[0].length, 'digits');
  const word = matchAt(wordRun, page.lower, at)!;
  const end = at + word[0].length;
  const numeral = englishNumeralAt(page.lower, at);
  if (numeral && 'unread' in numeral) return { end: numeral.unread };
  if (numeral && !/[a-z0-9_]/.test(page.lower.charAt(numeral.end))) {
    const { value, digit, kind } = numeral;
    if (kind === 'ordinal')
      return matchAt(ofCentury, page.lower, numeral.end)
        ? { end: numeral.end }
        : ordinalStep(value, at, numeral.end, 'words');
    return amountStep(page, { start: at, end: numeral.end, value, digit, form: 'words', mayScale: false });
  }
  return looseWord(word[0], at, end);
}

const looseWords: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  single: 1,
  once: 1,
  both: 2,
  double: 2,
  twice: 2,
};

/** Words that may stand for a number which the other language prints, and are none by themselves. */
function looseWord(word: string, start: number, end: number): Step {
  const value = Object.hasOwn(looseWords, word) ? looseWords[word] : undefined;
  return value === undefined ? { end } : { ...ordinalStep(decimal(value), start, end, 'words'), loose: true };
}
