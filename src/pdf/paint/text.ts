/**
 * Painting glyph runs as shaped: codes of the subset, with adjustments where the run departs from the natural
 * advances (ISO 32000-1, 9.4.3). Text that the glyphs alone would not give back is told by ActualText (14.9.4).
 */
import type { Glyph, GlyphRun } from '../../layout/text/face.ts';
import type { UsedFont } from '../font/font-book.ts';
import { type Content, num } from './content.ts';

/** Glyphs that stand for one piece of text; `meaning` is given to ToUnicode or ActualText. */
interface Cluster {
  readonly start: number;
  readonly end: number;
  readonly meaning: string;
}

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
  const writer = createShowWriter(content, font, run, charSpacing);
  for (const cluster of clustersOf(run.glyphs)) {
    if (standsFor(font, run, cluster)) {
      writer.glyphs(cluster.start, cluster.end);
      continue;
    }
    writer.flush();
    content.show(`/Span <</ActualText ${utf16(cluster.meaning)}>> BDC`);
    writer.glyphs(cluster.start, cluster.end);
    writer.flush();
    content.show('EMC');
  }
  if (spaceAfter && font.space !== undefined) {
    const { code } = font.use(font.space);
    if (font.mean(code, ' ')) writer.code(code);
  }
  writer.flush();
}

/** Whether a reader gets the meaning of a cluster from ToUnicode. */
function standsFor(font: UsedFont, run: GlyphRun, cluster: Cluster): boolean {
  const code = font.use(run.glyphs[cluster.start]!.id).code;
  const plain = PLAIN.get(cluster.meaning);
  if (cluster.end - cluster.start === 1) {
    if (plain !== undefined) return font.mean(code, plain) && plain === ' ';
    return font.mean(code, cluster.meaning);
  }
  // Several glyphs for one piece of text: every code needs some meaning (ISO 19005-3, 6.2.11.7.2).
  for (let i = cluster.start; i < cluster.end; i += 1)
    font.mean(font.use(run.glyphs[i]!.id).code, cluster.meaning);
  return false;
}

/** A cluster begins at every glyph with code points; glyphs without any belong to the one before, or the first. */
function clustersOf(glyphs: readonly Glyph[]): readonly Cluster[] {
  const clusters: Cluster[] = [];
  let start = 0;
  let meaning = '';
  glyphs.forEach((glyph, i) => {
    if (glyph.codePoints.length === 0) return;
    if (meaning !== '') {
      clusters.push({ start, end: i, meaning });
      start = i;
    }
    meaning = String.fromCodePoint(...glyph.codePoints);
  });
  if (start < glyphs.length) clusters.push({ start, end: glyphs.length, meaning: meaning || ' ' });
  return clusters;
}

/** The spacing after every glyph but the last when it is the same, else 0: it is cheaper as character spacing. */
function uniformSpacing(run: GlyphRun): number {
  const first = run.spacing[0] ?? 0;
  if (first === 0) return 0;
  for (let i = 1; i < run.glyphs.length - 1; i += 1) if ((run.spacing[i] ?? 0) !== first) return 0;
  return first;
}

/** Collects codes and adjustments of one TJ operator; keeps track of where the pen is and where it should be. */
function createShowWriter(content: Content, font: UsedFont, run: GlyphRun, charSpacing: number) {
  const perUnit = 1000 / run.face.unitsPerEm;
  const perPx = 1000 / run.size;
  let wanted = 0;
  let pen = 0;
  let rise = 0;
  let codes = '';
  let parts: string[] = [];

  const endString = (): void => {
    if (codes !== '') parts.push(`(${escapeString(codes)})`);
    codes = '';
  };
  const flush = (): void => {
    endString();
    if (parts.length === 0) return;
    content.show(
      parts.length === 1 && parts[0]!.startsWith('(') ? `${parts[0]} Tj` : `[${parts.join('')}] TJ`,
    );
    parts = [];
  };
  const put = (code: number): void => {
    codes += String.fromCharCode(code >> 8, code & 0xff);
  };
  const moveTo = (target: number): void => {
    const adjustment = Math.round(pen - target);
    if (Math.abs(target - pen) < TOLERANCE || adjustment === 0) return;
    endString();
    parts.push(num(adjustment));
    pen -= adjustment;
  };
  const raise = (units: number): void => {
    if (units === rise) return;
    flush();
    rise = units;
    content.show(`${num((units / run.face.unitsPerEm) * run.size)} Ts`);
  };
  return {
    glyphs: (start: number, end: number): void => {
      for (let i = start; i < end; i += 1) {
        const glyph = run.glyphs[i]!;
        const used = font.use(glyph.id);
        raise(glyph.dy);
        moveTo(wanted + glyph.dx * perUnit);
        put(used.code);
        pen += used.advance + charSpacing * perPx;
        wanted += glyph.advance * perUnit + (run.spacing[i] ?? 0) * perPx;
      }
    },
    code: put,
    flush: (): void => {
      flush();
      raise(0);
    },
  };
}

/** Bytes of a literal string (7.3.4.2). */
function escapeString(codes: string): string {
  return codes.replace(/[()\\\r]/g, (char) => (char === '\r' ? '\\r' : `\\${char}`));
}

/** A text string in UTF-16BE with byte order mark, in hexadecimal. */
function utf16(value: string): string {
  let hex = 'feff';
  for (let i = 0; i < value.length; i += 1) hex += value.charCodeAt(i).toString(16).padStart(4, '0');
  return `<${hex}>`;
}
