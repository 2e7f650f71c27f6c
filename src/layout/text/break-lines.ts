/**
 * Break lines: first fit (css-text-3 §5). A breaker is a function from a prepared paragraph and the widths of
 * its lines to line ends, so that another one can take its place.
 */
import { breakAt } from './breaks.ts';
import { cluster } from './clusters.ts';
import { hanging, type LineRange, lineTo, tolerance } from './line-range.ts';
import type { Prepared } from './prepared.ts';
import { wraps } from './scope.ts';

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

/** The line that begins at cluster `start`. */
export function nextLine(
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
    const isSoftHyphen = (flags & cluster.softHyphen) !== 0;
    if (!isSoftHyphen) {
      if (!isOverfull && !(flags & hanging) && !fits(paragraph, start, i, available)) {
        if (best >= 0) return lineTo(paragraph, start, best, available);
        const cut = emergencyCut(paragraph, start, i, available, emergency);
        if (cut !== undefined) return cut;
        isOverfull = true;
      }
      if (kind === breakAt.forced) return lineTo(paragraph, start, i + 1, available);
      if (kind === breakAt.allowed) best = i + 1;
    }
    if (kind === breakAt.hyphen || (kind === breakAt.allowed && isSoftHyphen)) {
      // The word may fit whole where its first part with a hyphen does not.
      if (isOverfull || lineTo(paragraph, start, i + 1, available).width <= available) best = i + 1;
    }
    if (isOverfull && best >= 0) return lineTo(paragraph, start, best, available);
  }
  return lineTo(paragraph, start, count, available);
}

/** Does a line from `start` through cluster `i` fit? Most do by their plain sum, which is looked at first. */
function fits(paragraph: Prepared, start: number, i: number, available: number): boolean {
  const { total, gaps } = paragraph;
  return (
    total[i + 1]! - gaps[i]! - total[start]! <= available ||
    lineTo(paragraph, start, i + 1, available).width <= available
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
    if (line.width <= available || end === start + 1)
      return lineTo(paragraph, start, pastSpaces(paragraph, end), available);
  }
  return undefined;
}

/** Spaces hang at the end of the line before them, and a forced break ends that line: they begin none. */
function pastSpaces({ clusters, count }: Prepared, end: number): number {
  let past = end;
  while (past < count && clusters.flags[past]! & cluster.space) past++;
  return past < count && clusters.flags[past]! & cluster.lineFeed ? past + 1 : past;
}
