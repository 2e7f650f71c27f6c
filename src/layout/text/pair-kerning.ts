/**
 * Words of plain letters and figures, kerned pair by pair. A pair of neighbours is shaped once and remembered, which is
 * many times faster than shaping each new word whole: a language has some hundred pairs, but endless words.
 * Words with a pair that does more than move its second letter (a ligature) are left to the full shaper.
 */
import type { Glyph } from './face.ts';

export const letterWord = /^[A-Za-z\u00c0-\u024f.,'-]+$/;
/** Tables are full of these, and hardly two are alike. */
const figures = /^[0-9.,]+$/;

/** True for words that can be kerned pair by pair. */
export function isPaired(text: string): boolean {
  return letterWord.test(text) || figures.test(text);
}

/** Glyph and advance of a character by the character map alone, and any text by the full shaper. */
export interface PairSource {
  readonly plain: (codePoint: number) => Glyph;
  readonly shape: (text: string) => readonly Glyph[] | undefined;
}

export type ShapeLetters = (text: string) => readonly Glyph[] | undefined;

/** A shaper for words that are `isPaired`; it gives undefined for those that need the full one. */
export function createPairShaper(source: PairSource): ShapeLetters {
  const adjustments = new Map<number, number>();
  const adjustmentOf = (first: number, second: number): number => {
    // letterWord ends at U+024F.
    const key = first * 0x1000 + second;
    const known = adjustments.get(key);
    if (known !== undefined) return known;
    const adjustment = measurePair(source, first, second);
    adjustments.set(key, adjustment);
    return adjustment;
  };
  return (text) => {
    const glyphs: Glyph[] = [];
    for (let i = 0; i < text.length; i++) {
      const glyph = source.plain(text.charCodeAt(i));
      const adjustment = i + 1 < text.length ? adjustmentOf(text.charCodeAt(i), text.charCodeAt(i + 1)) : 0;
      if (Number.isNaN(adjustment)) return undefined;
      glyphs.push(adjustment === 0 ? glyph : { ...glyph, advance: glyph.advance + adjustment });
    }
    return glyphs;
  };
}

/** What kerning adds to the advance of the first letter, or NaN where the pair is not a matter of kerning alone. */
function measurePair({ plain, shape }: PairSource, first: number, second: number): number {
  const pair = shape(String.fromCharCode(first, second));
  if (pair?.length !== 2) return Number.NaN;
  const [a, b] = pair as readonly [Glyph, Glyph];
  const isMoved = a.dx !== 0 || a.dy !== 0 || b.dx !== 0 || b.dy !== 0;
  const isOther =
    a.id !== plain(first).id || b.id !== plain(second).id || b.advance !== plain(second).advance;
  return isMoved || isOther ? Number.NaN : a.advance - plain(first).advance;
}
