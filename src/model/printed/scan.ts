/** Reads a text from left to right, once, and finds every amount, ordinal and date. */
import { beginsHanNumeral } from './chinese-numerals.ts';
import { digitsAt, isVulgarFraction, vulgarFractionAt } from './digits-at.ts';
import { hanAt } from './han-at.ts';
import { pageOf } from './page.ts';
import { linkRanges } from './ranges.ts';
import type { Page, Printed, Step } from './reading.ts';
import { wordAt } from './word-at.ts';

/** Longer texts are no statement about an amount, and are not read at all. */
export const longestText = 10_000;

export interface Scanned {
  readonly reading: Printed;
  /** True for a numeral that may be part of a word. */
  readonly loose: boolean;
}

/** Everything that can be read, in the order of the text. */
export function scan(text: string): readonly Scanned[] {
  if (text.length > longestText) return [];
  const page = pageOf(text);
  const found: Scanned[] = [];
  for (let at = 0; at < text.length; ) {
    const { end, reading, loose = false } = stepAt(page, at);
    if (reading) found.push({ reading, loose });
    at = Math.max(end, at + 1);
  }
  return linkRanges(page, found);
}

function stepAt(page: Page, at: number): Step {
  const character = page.text.charAt(at);
  if (/\d/.test(character)) return digitsAt(page, at);
  if (/[A-Za-z]/.test(character)) return wordAt(page, at);
  if (isVulgarFraction(character)) return vulgarFractionAt(page, at);
  if (character === '第' || character === '百' || character === '半' || beginsHanNumeral(character))
    return hanAt(page, at);
  return { end: at + 1 };
}
