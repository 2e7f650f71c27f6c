/**
 * Break lines: first fit (css-text-3 §5). A breaker is a function from a prepared paragraph and the widths of
 * its lines to line ends, so that another one can take its place.
 */
import { breakAt } from './breaks.ts';
import { cluster } from './clusters.ts';
import type { Glyph } from './face.ts';
import type { Prepared } from './prepared.ts';
import { wraps } from './scope.ts';
import { trims } from './spacing.ts';

/** One line as a range of clusters. */
export interface LineRange {
  readonly start: number;
  /** After the last cluster, hanging spaces included. */
  readonly end: number;
  /** After the last cluster that is not a hanging space. */
  readonly contentEnd: number;
  /** After the last cluster that draws something: `width` ends there. */
  readonly visibleEnd: number;
  readonly ending: 'soft' | 'forced' | 'last';
  /** Broken at a soft hyphen, which is drawn. */
  readonly hyphen: boolean;
  /** px taken off the blank half of the first and the last mark. */
  readonly trimStart: number;
  readonly trimEnd: number;
  /** px, of the content */
  readonly width: number;
}

export interface LineWidths {
  /** px available to the text of the line with this index, the indent of the first one already taken off. */
  readonly available: (line: number) => number;
  /** Which styles let a word be broken anywhere, should it not fit (css-text-3 §5.4). */
  readonly emergency: readonly string[];
}

/** A word that fits no line. */
export type OnOverflow = (line: LineRange, available: number) => void;

export type LineBreakerFunction = (
  paragraph: Prepared,
  widths: LineWidths,
  onOverflow: OnOverflow,
) => readonly LineRange[];

/** Sums of fractions differ in their last digits; a thousandth of a px never matters. */
const tolerance = 0.001;

/** As much on each line as fits. Visits no cluster more than twice, but for emergency breaks. */
export const firstFit: LineBreakerFunction = (paragraph, widths, onOverflow) => {
  const lines: LineRange[] = [];
  for (let start = 0; start < paragraph.count; ) {
    const available = widths.available(lines.length);
    const line = nextLine(paragraph, start, available + tolerance, widths.emergency);
    if (line.width > available + tolerance) onOverflow(line, available);
    lines.push(line);
    start = line.end;
  }
  return lines;
};

function nextLine(
  paragraph: Prepared,
  start: number,
  available: number,
  emergency: readonly string[],
): LineRange {
  const { breaks, count, clusters } = paragraph;
  let best = -1;
  let isOverfull = false;
  for (let i = start; i < count; i++) {
    const kind = breaks[i]!;
    if (kind === breakAt.none && isOverfull && i + 1 < count) continue;
    const flags = clusters.flags[i]!;
    if (kind === breakAt.allowed && flags & cluster.softHyphen) {
      // The word may fit whole where its first part with a hyphen does not.
      if (isOverfull || lineTo(paragraph, start, i + 1, available).width <= available) best = i + 1;
    } else {
      if (!isOverfull && !(flags & hanging) && !fits(paragraph, start, i, available)) {
        if (best >= 0) return lineTo(paragraph, start, best, available);
        const cut = emergencyCut(paragraph, start, i, available, emergency);
        if (cut !== undefined) return cut;
        isOverfull = true;
      }
      if (kind === breakAt.forced) return lineTo(paragraph, start, i + 1, available);
      if (kind === breakAt.allowed) best = i + 1;
    }
    if (isOverfull && best >= 0) return lineTo(paragraph, start, best, available);
  }
  return lineTo(paragraph, start, count, available);
}

const hanging = cluster.space | cluster.lineFeed | cluster.invisible;

/** Does a line from `start` through cluster `i` fit? Most do by their plain sum, which is looked at first. */
function fits(paragraph: Prepared, start: number, i: number, available: number): boolean {
  const { total, gaps } = paragraph;
  return (
    total[i + 1]! - gaps[i]! - total[start]! <= available ||
    lineTo(paragraph, start, i + 1, available).width <= available
  );
}

/** The line of clusters `start..end`, its hanging spaces and squeezed marks taken off. */
function lineTo(paragraph: Prepared, start: number, end: number, available: number): LineRange {
  const { clusters, count, gaps, total, breaks } = paragraph;
  const hangs = cluster.space | cluster.lineFeed;
  let contentEnd = end;
  while (contentEnd > start && clusters.flags[contentEnd - 1]! & hangs) contentEnd--;
  const last = end - 1;
  const hyphen = (clusters.flags[last]! & cluster.softHyphen) !== 0 && end < count;
  const trimStart = trimOf(paragraph, start, cluster.opening);
  let width = 0;
  let trimEnd = 0;
  // Spaces hang before what draws nothing, too.
  let visibleEnd = contentEnd;
  while (!hyphen && visibleEnd > start && clusters.flags[visibleEnd - 1]! & hanging) visibleEnd--;
  if (visibleEnd > start) {
    width = total[visibleEnd]! - total[start]! - gaps[visibleEnd - 1]! - trimStart;
    if (hyphen) width += hyphenWidth(paragraph, last);
    if (width > available) trimEnd = trimOf(paragraph, visibleEnd - 1, cluster.closing);
    width -= trimEnd;
  }
  const ending = breaks[last] === breakAt.forced ? 'forced' : end === count ? 'last' : 'soft';
  return { start, end, contentEnd, visibleEnd, ending, hyphen, trimStart, trimEnd, width };
}

function trimOf({ clusters }: Prepared, i: number, flag: number): number {
  if ((clusters.flags[i]! & flag) === 0) return 0;
  const { segment, font } = clusters.runs[clusters.run[i]!]!;
  return trims(segment.scope.style) ? font.size / 2 : 0;
}

/** The hyphen drawn after the cluster of a soft hyphen, in the face of the text around it. */
export function hyphenGlyphs({ clusters }: Prepared, i: number): readonly Glyph[] {
  const { face, font } = clusters.runs[clusters.run[i]!]!;
  if (!face.has(0x2d)) return [];
  // The glyph stands for the soft hyphen that was written, so that extracted words stay whole.
  return face.shape('-', font.features).map((glyph) => ({ ...glyph, codePoints: [0xad] }));
}

function hyphenWidth(paragraph: Prepared, i: number): number {
  const { face, font } = paragraph.clusters.runs[paragraph.clusters.run[i]!]!;
  return (
    (hyphenGlyphs(paragraph, i).reduce((sum, glyph) => sum + glyph.advance, 0) * font.size) / face.unitsPerEm
  );
}

/** css-text-3 §5.4: a word without opportunities is broken before the cluster that no longer fits. */
function emergencyCut(
  paragraph: Prepared,
  start: number,
  last: number,
  available: number,
  emergency: readonly string[],
): LineRange | undefined {
  if (emergency.length === 0) return undefined;
  const { clusters } = paragraph;
  for (let end = Math.max(last, start + 1); end > start; end--) {
    const { style } = clusters.runs[clusters.run[end - 1]!]!.segment.scope;
    if (!emergency.includes(style.overflowWrap) || !wraps(style)) continue;
    const line = lineTo(paragraph, start, end, available);
    if (line.width <= available || end === start + 1) return line;
  }
  return undefined;
}
