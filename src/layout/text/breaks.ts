/**
 * Break opportunities of a whole paragraph: UAX #14 by `linebreak`, tailored for Chinese (CLREQ 3.1.2) and
 * for units, ranges and addresses. Offsets are UTF-16, an opportunity lies before the character at its offset.
 */
import LineBreaker from 'linebreak';
import { objectCharacter } from './collect.ts';
import type { IsHanMark } from './quotes.ts';
import { isChinese, isDigit } from './unicode.ts';

/** What is known of an offset: no entry, a place where a line may end, one where it must, one inside a word. */
export const breakAt = { none: 0, allowed: 1, forced: 2, hyphen: 3 } as const;

/** Marks that may not begin a line though UAX #14 lets them: a line may only end after them. */
const neverFirst = /[～〜·‧•／－％]/g;
const needsTailoring = /[\ufffc\u2018\u2019\u201c\u201d～〜·‧•／－％/–—]/;

/** One entry for each offset `0..text.length`. `langAt` tells the language of the character at an offset. */
export function findBreaks(
  text: string,
  isHanMark: IsHanMark,
  langAt: (offset: number) => string,
): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  if (text === '') return breaks;
  const isTailored = needsTailoring.test(text);
  const breaker = new LineBreaker(isTailored ? disguised(text, isHanMark, langAt) : text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    breaks[next.position] = next.required ? breakAt.forced : breakAt.allowed;
  }
  breaks[text.length] = breakAt.forced;
  if (isTailored) tailor(text, breaks);
  return breaks;
}

/**
 * The same text with some characters replaced by ones that behave as these should: Chinese quotation marks
 * as brackets, marks that never begin a line as a comma, atomics as an ideograph.
 */
function disguised(text: string, isHanMark: IsHanMark, langAt: (offset: number) => string): string {
  return text
    .replace(/[\u2018\u2019\u201c\u201d]/g, (mark, offset: number) => {
      if (!isHanMark(offset, langAt(offset))) return mark;
      return mark === '\u2018' || mark === '\u201c' ? '「' : '」';
    })
    .replace(neverFirst, (mark, offset: number) =>
      mark > '\u3000' || isChinese(langAt(offset)) ? '、' : mark,
    )
    .replaceAll(objectCharacter, '一');
}

/** Takes opportunities away, and gives addresses some. */
function tailor(text: string, breaks: Uint8Array): void {
  const web = webAddresses(text);
  let address = 0;
  for (let at = 1; at < text.length; at++) {
    while (address < web.length && web[address]!.end <= at) address++;
    const isInAddress = address < web.length && web[address]!.start < at;
    const before = text.charCodeAt(at - 1);
    if (isInAddress) {
      if (/[/?&=#]/.test(text[at - 1]!) && text[at] !== '/') breaks[at] ||= breakAt.allowed;
    } else if (breaks[at] === breakAt.allowed) {
      if (isInRange(text, at) || (before === 0x2f && !isLongOnBothSides(text, at - 1)))
        breaks[at] = breakAt.none;
    }
  }
}

/** `2010–2013` and `63%～68%` stay whole; UAX #14 would break them after the sign. */
function isInRange(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at))) return false;
  const sign = text.charCodeAt(at - 1);
  return sign === 0xff5e || ((sign === 0x2013 || sign === 0x2014) && isDigit(text.charCodeAt(at - 2)));
}

/** `km/h` and `t/a` stay whole, `supporting/production` need not. */
function isLongOnBothSides(text: string, slash: number): boolean {
  return (
    /\p{L}{3}$/u.test(text.slice(Math.max(0, slash - 3), slash)) &&
    /^\p{L}{3}/u.test(text.slice(slash + 1, slash + 4))
  );
}

function webAddresses(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (!/:\/\/|www\./.test(text)) return [];
  return [...text.matchAll(/(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[!-~]+/gi)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
