/**
 * Painting glyph runs as shaped: codes of the subset, with adjustments where the run departs from the natural
 * advances (ISO 32000-1, 9.4.3). Text that the glyphs alone would not give back is told by ActualText (14.9.4).
 */
import type { GlyphRun } from '../../layout/text/face.ts';
import type { UsedFont } from '../font/font-book.ts';
import { type Content, num } from './content.ts';

/** Departures below this many thousandths of an em are carried on, not written. */
const TOLERANCE = 1;

/** What ToUnicode must not say of a glyph it shares with a plain character: soft hyphen and no-break space. */
const PLAIN = new Map([
  ['\u00ad', '-'],
  ['\u00a0', ' '],
]);

/**
 * Paints a run in a mark that is already set. `spaceAfter` adds a space glyph behind the last one, for a space
 * that was taken at a line break: it leaves no ink but keeps the words of two lines apart.
 */
export function paintRun(
  content: Content,
  font: UsedFont,
  run: GlyphRun,
  x: number,
  baseline: number,
  spaceAfter: boolean,
): void {
  if (run.size <= 0 || (run.glyphs.length === 0 && !spaceAfter)) return;
  const charSpacing = uniformSpacing(run);
  content.font(font.name, run.size, charSpacing);
  content.textAt(x, baseline);
  const showing: Showing = {
    content,
    font,
    run,
    charSpacing,
    wanted: 0,
    pen: 0,
    rise: 0,
    codes: '',
    parts: '',
    isPlain: true,
  };
  paintClusters(showing);
  if (spaceAfter && font.space !== undefined) {
    const { code, characters } = font.use(font.space);
    if (font.mean(code, ' ')) showing.codes += characters;
  }
  flush(showing);
  raise(showing, 0);
}

/** A cluster begins at every glyph with code points; glyphs without any belong to the one before, or the first. */
function paintClusters(showing: Showing): void {
  const { glyphs } = showing.run;
  for (let start = 0; start < glyphs.length; ) {
    let end = start;
    while (end < glyphs.length && glyphs[end]!.codePoints.length === 0) end += 1;
    const { codePoints } = glyphs[end] ?? { codePoints: [] };
    do end += 1;
    while (end < glyphs.length && glyphs[end]!.codePoints.length === 0);
    paintCluster(showing, start, Math.min(end, glyphs.length), meaningOf(codePoints));
    start = end;
  }
}

function meaningOf(codePoints: readonly number[]): string {
  if (codePoints.length === 1) return String.fromCodePoint(codePoints[0]!);
  return codePoints.length === 0 ? ' ' : String.fromCodePoint(...codePoints);
}

/** Glyphs that stand for one piece of text; `meaning` is given to ToUnicode or ActualText. */
function paintCluster(showing: Showing, start: number, end: number, meaning: string): void {
  const { content, font, run } = showing;
  if (standsFor(font, run, start, end, meaning)) {
    showGlyphs(showing, start, end);
    return;
  }
  flush(showing);
  content.show(`/Span <</ActualText ${utf16(meaning)}>> BDC`);
  showGlyphs(showing, start, end);
  flush(showing);
  content.show('EMC');
}

/** Whether a reader gets the meaning of a cluster from ToUnicode. */
function standsFor(font: UsedFont, run: GlyphRun, start: number, end: number, meaning: string): boolean {
  const { code } = font.use(run.glyphs[start]!.id);
  if (end - start === 1) {
    const plain = PLAIN.get(meaning);
    if (plain !== undefined) return font.mean(code, plain) && plain === ' ';
    return font.mean(code, meaning);
  }
  // Several glyphs for one piece of text: every code needs some meaning (ISO 19005-3, 6.2.11.7.2).
  for (let i = start; i < end; i += 1) font.mean(font.use(run.glyphs[i]!.id).code, meaning);
  return false;
}

/** The spacing after every glyph but the last when it is the same, else 0: it is cheaper as character spacing. */
function uniformSpacing(run: GlyphRun): number {
  const first = run.spacing[0] ?? 0;
  if (first === 0) return 0;
  for (let i = 1; i < run.glyphs.length - 1; i += 1) if ((run.spacing[i] ?? 0) !== first) return 0;
  return first;
}

/** One TJ operator in the making: where the pen is and where it should be, in thousandths of an em. */
interface Showing {
  readonly content: Content;
  readonly font: UsedFont;
  readonly run: GlyphRun;
  readonly charSpacing: number;
  wanted: number;
  pen: number;
  rise: number;
  codes: string;
  /** Finished strings and adjustments. */
  parts: string;
  isPlain: boolean;
}

function showGlyphs(showing: Showing, start: number, end: number): void {
  const { font, run, charSpacing } = showing;
  const perUnit = 1000 / run.face.unitsPerEm;
  const perPx = 1000 / run.size;
  for (let i = start; i < end; i += 1) {
    const glyph = run.glyphs[i]!;
    const used = font.use(glyph.id);
    if (glyph.dy !== showing.rise) raise(showing, glyph.dy);
    moveTo(showing, showing.wanted + glyph.dx * perUnit);
    showing.codes += used.characters;
    showing.pen += used.advance + charSpacing * perPx;
    showing.wanted += glyph.advance * perUnit + (run.spacing[i] ?? 0) * perPx;
  }
}

function moveTo(showing: Showing, target: number): void {
  const adjustment = Math.round(showing.pen - target);
  if (Math.abs(target - showing.pen) < TOLERANCE || adjustment === 0) return;
  endString(showing);
  showing.parts += num(adjustment);
  showing.isPlain = false;
  showing.pen -= adjustment;
}

function raise(showing: Showing, units: number): void {
  if (units === showing.rise) return;
  flush(showing);
  showing.rise = units;
  const { run, content } = showing;
  content.show(`${num((units / run.face.unitsPerEm) * run.size)} Ts`);
}

function endString(showing: Showing): void {
  if (showing.codes === '') return;
  if (showing.parts !== '') showing.isPlain = false;
  showing.parts += `(${escapeString(showing.codes)})`;
  showing.codes = '';
}

function flush(showing: Showing): void {
  endString(showing);
  if (showing.parts === '') return;
  showing.content.show(showing.isPlain ? `${showing.parts} Tj` : `[${showing.parts}] TJ`);
  showing.parts = '';
  showing.isPlain = true;
}

const special = /[()\\\r]/;

/** Bytes of a literal string (7.3.4.2). */
function escapeString(codes: string): string {
  if (!special.test(codes)) return codes;
  return codes.replace(/[()\\\r]/g, (char) => (char === '\r' ? '\\r' : `\\${char}`));
}

/** A text string in UTF-16BE with byte order mark, in hexadecimal. */
function utf16(value: string): string {
  let hex = 'feff';
  for (let i = 0; i < value.length; i += 1) hex += value.charCodeAt(i).toString(16).padStart(4, '0');
  return `<${hex}>`;
}
