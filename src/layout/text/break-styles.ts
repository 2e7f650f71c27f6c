/** `line-break` and `word-break` (css-text-4 §6.1, §6.2): opportunities given and taken by the style of the text. */
import { breakAt } from './breaks.ts';
import type { Segment } from './collect.ts';
import { isChinese, isClosing, isCombiningMark, isIdeograph } from './unicode.ts';

/** Before these a line of Chinese or Japanese may end unless `line-break` is strict. */
const beforeUnlessStrict =
  /[\u2010\u2013\u301c\u30a0\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30fc]/;
/** Further ones when it is loose: iteration marks, inseparable and centred marks, units after a figure. */
const beforeIfLoose = /[々〻ゝゞヽヾ‥…・：；！？‼⁇⁈⁉％℃°‰′″￠]/;
const afterIfLoose = /[￥＄€№＃]/;
const letter = /[\p{L}\p{N}]/u;

/** Changes `breaks`, which has an entry for each offset of the text. Does nothing where both are normal. */
export function applyBreakStyles(text: string, segments: readonly Segment[], breaks: Uint8Array): void {
  for (const segment of segments) {
    const { lineBreak, wordBreak } = segment.scope.style;
    if (segment.content.kind !== 'text') continue;
    if (wordBreak !== 'normal') applyWordBreak(text, segment, breaks, wordBreak);
    if (lineBreak === 'anywhere') allowAnywhere(text, segment, breaks);
    else if (lineBreak === 'loose' || lineBreak === 'normal')
      loosen(text, segment, breaks, lineBreak === 'loose');
  }
}

/** True at an offset between two characters that are set one after the other. */
function isBetween(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (at === 0 || (unit >= 0xdc00 && unit <= 0xdfff)) return false;
  return unit !== 0x20 && unit !== 0x0a && unit !== 0x09 && !isCombiningMark(text.codePointAt(at)!);
}

/** §6.1 `anywhere`: around every character, also before marks that may not begin a line. */
function allowAnywhere(text: string, { start, end }: Segment, breaks: Uint8Array): void {
  for (let at = start; at < end; at++) {
    if (isBetween(text, at)) breaks[at] ||= breakAt.allowed;
  }
}

function loosen(text: string, { start, end, scope }: Segment, breaks: Uint8Array, isLoose: boolean): void {
  const { lang } = scope.element;
  if (!isChinese(lang) && lang !== 'ja' && !lang.startsWith('ja-')) return;
  for (let at = Math.max(1, start); at < end; at++) {
    if (breaks[at] !== breakAt.none || !isBetween(text, at)) continue;
    const before = text.charCodeAt(at - 1);
    const isAfterHan = isIdeograph(before) || isClosing(before) || (before >= 0x3041 && before <= 0x30ff);
    const character = text[at]!;
    if (isAfterHan && (beforeUnlessStrict.test(character) || (isLoose && beforeIfLoose.test(character))))
      breaks[at] = breakAt.allowed;
    else if (
      isLoose &&
      (afterIfLoose.test(text[at - 1]!) || (character === text[at - 1] && /[…‥]/.test(character)))
    )
      breaks[at] = breakAt.allowed;
  }
}

/** §6.2: between letters, figures and ideographs, `break-all` lets lines end and `keep-all` does not. */
function applyWordBreak(
  text: string,
  { start, end }: Segment,
  breaks: Uint8Array,
  wordBreak: 'keep-all' | 'break-all',
): void {
  let before = start > 0 && letter.test(text[start - 1]!);
  for (let at = start; at < end; ) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const isLetter = letter.test(character);
    if (before && isLetter) {
      if (wordBreak === 'break-all') breaks[at] ||= breakAt.allowed;
      else if (breaks[at] === breakAt.allowed) breaks[at] = breakAt.none;
    }
    // UAX #14 lets lines end between a hyphen and an ideograph, which is what letters and figures are taken for.
    if (isLetter || !isCombiningMark(character.codePointAt(0)!))
      before = isLetter || (wordBreak === 'break-all' && character === '-');
    at += character.length;
  }
}
