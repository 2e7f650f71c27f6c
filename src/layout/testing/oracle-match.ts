/**
 * Finds every recorded word in our layout and says how far off it is. Engines paint in different orders and cut
 * text into different pieces, so a word is looked for among the characters of its page, wherever pieces end; of
 * equal words the nearest counts, and long words choose before short ones.
 */
import { canonicalText } from './oracle-characters.ts';
import { joinLeaders, type PlacedGlyph } from './oracle-glyphs.ts';
import type { Recording, Word } from './oracle-words.ts';

/** px by which a word may be off in either direction. */
export const tolerance = 1;

/** A word that is not where it was recorded. Lengths are ours minus theirs, px. */
export type Difference =
  | {
      readonly kind: 'moved';
      readonly page: number;
      readonly word: Word;
      /** Of the start or of the end, whichever is farther off. */
      readonly dx: number;
      readonly dy: number;
    }
  | { readonly kind: 'page'; readonly page: number; readonly word: Word; readonly ours: number }
  | { readonly kind: 'missing'; readonly page: number; readonly word: Word }
  | { readonly kind: 'extra'; readonly page: number; readonly word: Word };

/** One character of our page; `used` once a recorded word has claimed it. */
interface Mark {
  readonly character: string;
  readonly x: number;
  readonly end: number;
  readonly baseline: number;
  used: boolean;
}

interface PageMarks {
  readonly marks: readonly Mark[];
  /** Indexes of the marks by character. */
  readonly by: ReadonlyMap<string, readonly number[]>;
}

/** Glyphs that other engines draw as shapes: list markers. */
const drawnMarkers: ReadonlySet<string> = new Set(['·', '◦', '▪']);

/**
 * All words, the recorded ones in the order of pages with their distance (0 for those in place), then what we
 * have and the recording has not. Pages count from 1.
 */
export function compareWords(
  recording: Recording,
  ours: readonly (readonly (readonly PlacedGlyph[])[])[],
): Difference[] {
  const pages = ours.map(marksOf);
  const differences: Difference[] = [];
  const lost: { readonly page: number; readonly word: Word }[] = [];
  recording.pages.forEach((words, index) => {
    const page = index + 1;
    for (const word of longestFirst(words)) {
      const place = claimNearest(pages[index], word);
      if (place) differences.push({ kind: 'moved', page, word, ...place });
      else lost.push({ page, word });
    }
  });
  for (const { page, word } of lost) {
    const found = pages.findIndex((marks) => claimNearest(marks, word) !== undefined);
    differences.push(
      found < 0 ? { kind: 'missing', page, word } : { kind: 'page', page, word, ours: found + 1 },
    );
  }
  pages.forEach(({ marks }, index) => {
    for (const word of unclaimed(marks)) differences.push({ kind: 'extra', page: index + 1, word });
  });
  return differences;
}

/** True of a word that is within the tolerance. */
export function isInPlace(difference: Difference): boolean {
  return difference.kind === 'moved' && distanceOf(difference) <= tolerance;
}

/** px; words that are not on their page are infinitely far off. */
export function distanceOf(difference: Difference): number {
  return difference.kind === 'moved'
    ? Math.max(Math.abs(difference.dx), Math.abs(difference.dy))
    : Number.POSITIVE_INFINITY;
}

function longestFirst(words: readonly Word[]): readonly Word[] {
  return [...words].sort((a, b) => b.text.length - a.text.length);
}

function marksOf(texts: readonly (readonly PlacedGlyph[])[]): PageMarks {
  const marks: Mark[] = [];
  for (const glyph of joinLeaders(texts.flat())) {
    [...canonicalText(glyph.text)].forEach((character, i, all) => {
      if (character === ' ') return;
      // The later letters of a ligature have no place of their own.
      const x = i === 0 ? glyph.x : glyph.end;
      const end = i === all.length - 1 ? glyph.end : glyph.x;
      marks.push({ character, x, end, baseline: glyph.baseline, used: false });
    });
  }
  const by = new Map<string, number[]>();
  marks.forEach(({ character }, index) => {
    const known = by.get(character);
    if (known) known.push(index);
    else by.set(character, [index]);
  });
  return { marks, by };
}

/** The nearest unclaimed place of a word on a page, which it claims. */
function claimNearest(page: PageMarks | undefined, word: Word): { dx: number; dy: number } | undefined {
  if (page === undefined) return undefined;
  const characters = [...word.text];
  let best: { readonly at: number; readonly dx: number; readonly dy: number } | undefined;
  for (const at of page.by.get(characters[0] ?? '') ?? []) {
    const marks = page.marks.slice(at, at + characters.length);
    const first = marks[0]!;
    const fits =
      marks.length === characters.length &&
      marks.every(
        (mark, i) =>
          !mark.used &&
          mark.character === characters[i] &&
          Math.abs(mark.baseline - first.baseline) < tolerance / 2,
      );
    if (!fits) continue;
    const dx = first.x - word.x;
    const dEnd = marks.at(-1)!.end - (word.x + word.width);
    const candidate = {
      at,
      dx: Math.abs(dEnd) > Math.abs(dx) ? dEnd : dx,
      dy: first.baseline - word.baseline,
    };
    if (!best || Math.hypot(candidate.dx, candidate.dy) < Math.hypot(best.dx, best.dy)) best = candidate;
  }
  if (!best) return undefined;
  for (const mark of page.marks.slice(best.at, best.at + characters.length)) mark.used = true;
  return { dx: best.dx, dy: best.dy };
}

/** What nothing has claimed, put together to words again as far as it is adjacent. */
function unclaimed(marks: readonly Mark[]): Word[] {
  const words: Word[] = [];
  let before: Mark | undefined;
  for (const mark of marks) {
    if (mark.used || drawnMarkers.has(mark.character)) before = undefined;
    else {
      const last = words.at(-1);
      const isAdjacent =
        before !== undefined && before.baseline === mark.baseline && Math.abs(mark.x - before.end) < 1;
      if (isAdjacent && last) {
        words[words.length - 1] = { ...last, text: last.text + mark.character, width: mark.end - last.x };
      } else
        words.push({ text: mark.character, x: mark.x, width: mark.end - mark.x, baseline: mark.baseline });
      before = mark;
    }
  }
  return words;
}
