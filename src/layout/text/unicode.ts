/** What inline layout asks about characters. Ranges follow Unicode 15 blocks and CLREQ's classes. */

/** Characters set one by one on the em square: Han, kana, bopomofo, CJK symbols and full-width forms. */
export function isHan(codePoint: number): boolean {
  if (codePoint < 0x2e80) return false;
  if (codePoint <= 0x9fff) return codePoint < 0x4dc0 || codePoint >= 0x4e00;
  if (codePoint >= 0xf900 && codePoint <= 0xfaff) return true;
  if (codePoint >= 0xfe30 && codePoint <= 0xfe4f) return true;
  if (codePoint >= 0xff00 && codePoint <= 0xffef) return true;
  return codePoint >= 0x20000 && codePoint <= 0x3ffff;
}

/** css-text-4 §8.1 "ideographs": the side of a Han–Latin gap that Han stands on. */
export function isIdeograph(codePoint: number): boolean {
  if (codePoint < 0x2e80) return false;
  if (codePoint >= 0x3041 && codePoint <= 0x30ff) return codePoint !== 0x30fb;
  if (codePoint >= 0x3000 && codePoint <= 0x303f) return codePoint === 0x3005 || codePoint === 0x3007;
  return (
    isHan(codePoint) &&
    !(codePoint >= 0xfe30 && codePoint <= 0xfe4f) &&
    !(codePoint >= 0xff00 && codePoint <= 0xffef)
  );
}

const letterOrDigit = /[\p{L}\p{M}\p{Nd}]/u;

/** The other side of the gap: letters and digits that are not full-width (css-text-4 §8.1). */
export function isAlphanumeric(codePoint: number): boolean {
  if (codePoint < 0x80) {
    return (
      (codePoint >= 0x30 && codePoint <= 0x39) || ((codePoint | 0x20) >= 0x61 && (codePoint | 0x20) <= 0x7a)
    );
  }
  return codePoint < 0x2e80 && letterOrDigit.test(String.fromCodePoint(codePoint));
}

export function isDigit(codePoint: number): boolean {
  return codePoint >= 0x30 && codePoint <= 0x39;
}

const combiningMark = /\p{M}/u;

/** Marks stay with the character before them. */
export function isCombiningMark(codePoint: number): boolean {
  return codePoint >= 0x300 && combiningMark.test(String.fromCodePoint(codePoint));
}

/** css-text-4 §8.2: full-width opening punctuation, blank on its left half. */
export function isOpening(codePoint: number): boolean {
  return openings.has(codePoint);
}

/** css-text-4 §8.2: full-width closing, stop and (as Simplified Chinese draws them) colon punctuation. */
export function isClosing(codePoint: number): boolean {
  return closings.has(codePoint);
}

const codePointsOf = (text: string) => new Set(Array.from(text, (character) => character.codePointAt(0)!));
const openings = codePointsOf('（［｛｟《〈「『【〔〖〘〚〝“‘');
const closings = codePointsOf('）］｝｠》〉」』】〕〗〙〛〞〟”’、。，．：；');

/** Marks that Latin and Chinese share, drawn narrow by Latin faces and a full em wide by Chinese ones. */
export const sharedPunctuation = /[\u2018\u2019\u201c\u201d\u2014\u2025\u2026\u00b7]/;

/** Characters that are never drawn: joiners, word joiner, variation selectors, zero-width space. */
export function isIgnorable(codePoint: number): boolean {
  if (codePoint < 0x200b) return codePoint === 0x34f || codePoint === 0x61c;
  return (
    codePoint <= 0x200f ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xe0000 && codePoint <= 0xe0fff)
  );
}

/** Spaces of fixed width, as fractions of an em: drawn as adjusted spaces where no face has them. */
export const fixedSpaces: ReadonlyMap<number, number> = new Map([
  [0x2000, 1 / 2],
  [0x2001, 1],
  [0x2002, 1 / 2],
  [0x2003, 1],
  [0x2004, 1 / 3],
  [0x2005, 1 / 4],
  [0x2006, 1 / 6],
  [0x2007, 1 / 2],
  [0x2008, 1 / 4],
  [0x2009, 1 / 5],
  [0x200a, 1 / 10],
  [0x202f, 1 / 5],
  [0x205f, 4 / 18],
  [0x3000, 1],
]);

/** Characters that may be drawn by another one where no face has them. */
export const standIns: ReadonlyMap<number, number> = new Map([
  [0x2010, 0x2d],
  [0x2011, 0x2d],
  [0x2212, 0x2013],
]);

/** East Asian text in the sense of css-text-3 §4.1.3: a line break of the source between two of it is no space. */
export function isEastAsian(codePoint: number, lang: string): boolean {
  if (isHan(codePoint)) return true;
  return isChinese(lang) && sharedPunctuation.test(String.fromCodePoint(codePoint));
}

export function isChinese(lang: string): boolean {
  return lang === 'zh' || lang.startsWith('zh-');
}

/** `U+2603`, as Unicode writes code points. */
export function unicodeName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
