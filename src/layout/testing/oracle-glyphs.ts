/** Glyphs with their places on a page, from any engine, and the words they make. */
import { canonicalText } from './oracle-characters.ts';
import type { Word } from './oracle-words.ts';

/** One drawn glyph: its characters (none for the further glyphs of a cluster), origin and the end of its advance; px. */
export interface PlacedGlyph {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly baseline: number;
  /** px of an em */
  readonly size: number;
}

/** So many dots in a row are a leader; how many they are is each engine's own. */
const leaderDots = 4;
const leader = '┈';

/** Texts with those that are nothing but dots joined: WeasyPrint paints every repetition of a leader by itself. */
export function joinDots(texts: readonly (readonly PlacedGlyph[])[]): readonly (readonly PlacedGlyph[])[] {
  const joined: PlacedGlyph[][] = [];
  let isRow = false;
  for (const text of texts) {
    const isDots = text.every((glyph) => glyph.text === '.' || glyph.text.trim() === '');
    if (isDots && isRow) joined.at(-1)!.push(...text);
    else joined.push([...text]);
    isRow = isDots;
  }
  return joined;
}

/** Rows of dots on one baseline, with spaces between them or not, in any order, as one glyph from the first to the last. */
export function joinLeaders(glyphs: readonly PlacedGlyph[]): PlacedGlyph[] {
  const joined: PlacedGlyph[] = [];
  for (let i = 0; i < glyphs.length; ) {
    const first = glyphs[i]!;
    let end = i;
    let { x, end: right } = first;
    let dots = 0;
    for (; end < glyphs.length; end++) {
      const glyph = glyphs[end]!;
      const text = glyph.text.trim();
      if ((text !== '.' && text !== '') || Math.abs(glyph.baseline - first.baseline) > 0.02) break;
      if (text === '.') {
        x = Math.min(x, glyph.x);
        right = Math.max(right, glyph.end);
        dots++;
      }
    }
    if (first.text === '.' && dots >= leaderDots) {
      joined.push({ ...first, x, text: leader, end: right });
      i = end;
    } else {
      joined.push(first);
      i++;
    }
  }
  return joined;
}

/** Pieces that are words of their own: leaders, Han, kana, and the full-width punctuation between them. */
function standsAlone(text: string): boolean {
  return /^[┈\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u.test(text);
}

/** A step of the pen this many em beyond the last glyph begins a new word even without a space. */
const jump = 0.3;

/** Splits glyphs in the order of painting into words: at spaces, jumps, new baselines, and around Han characters. */
export function wordsOfGlyphs(painted: readonly PlacedGlyph[]): Word[] {
  const glyphs = joinLeaders(painted);
  const words: Word[] = [];
  let word: { text: string; x: number; end: number; baseline: number } | undefined;
  const close = (): void => {
    if (word) words.push({ text: word.text, x: word.x, width: word.end - word.x, baseline: word.baseline });
    word = undefined;
  };
  glyphs.forEach((glyph, i) => {
    const text = canonicalText(glyph.text);
    if (text.trim() === '') {
      // A glyph without ink and without advance is a soft hyphen or a joiner that did not act.
      const next = glyphs[i + 1];
      const acts = next === undefined || next.x - glyph.x > 0.02 || next.x < glyph.x;
      if (text !== '' && acts) close();
      return;
    }
    const continues =
      word !== undefined &&
      Math.abs(glyph.baseline - word.baseline) < 0.02 &&
      glyph.x - word.end < jump * glyph.size &&
      glyph.x >= word.x - 0.02 &&
      !standsAlone(text) &&
      !standsAlone(word.text);
    if (word !== undefined && continues) {
      word.text += text;
      word.end = Math.max(word.end, glyph.end);
    } else {
      close();
      word = { text, x: glyph.x, end: glyph.end, baseline: glyph.baseline };
    }
  });
  close();
  return words;
}
