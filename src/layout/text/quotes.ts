/**
 * Quotation marks, dashes, ellipses and interpuncts are one code point in Latin and in Chinese, but a full em
 * wide in Chinese. In Chinese text they are Chinese, except inside a Latin word (`don’t`) or where the
 * text has no Han at all; in every other language they are Latin.
 */
import { isAlphanumeric, isChinese, isHan, sharedPunctuation } from './unicode.ts';

/** What is asked for each shared mark: is the one at this offset Chinese? */
export type IsHanMark = (offset: number, lang: string) => boolean;

/** Looks at the whole text of a paragraph; costs nothing where no shared mark stands. */
export function resolveSharedMarks(text: string): IsHanMark {
  if (!sharedPunctuation.test(text) || !hasHan(text)) return () => false;
  return (offset, lang) => {
    if (!isChinese(lang)) return false;
    const before = text.charCodeAt(offset - 1);
    const after = text.charCodeAt(offset + 1);
    return !(isAlphanumeric(before) && isAlphanumeric(after));
  };
}

function hasHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff ? isHan(text.codePointAt(i)!) : isHan(unit)) return true;
  }
  return false;
}
