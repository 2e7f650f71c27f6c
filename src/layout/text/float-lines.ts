/**
 * Lines one at a time, for text beside floats (CSS 2.1 §9.5): each has another room, which is known only when
 * the lines above it and the floats in it are placed. They are broken by first fit.
 */
import { nextLine, type OnOverflow } from './break-lines.ts';
import { breakAt } from './breaks.ts';
import { lineSetter, type SetLine } from './finalize.ts';
import { lineTo, tolerance } from './line-range.ts';
import type { OneLine } from './lines.ts';
import type { PlacedAnchor, Prepared } from './prepared.ts';

/**
 * What is anchored on the line of clusters `start..end`. An anchor at a place where a line ends belongs to that
 * line, not to the next, unless it was ended by a forced break.
 */
export function anchorsOn(
  { anchors, breaks, count }: Prepared,
  start: number,
  end: number,
): readonly PlacedAnchor[] {
  if (anchors.length === 0) return anchors;
  // Without a cluster before it an anchor has nowhere else to go; behind the last one neither.
  const isOpen = (cluster: number): boolean =>
    cluster === 0 || (cluster < count && breaks[cluster - 1] === breakAt.forced);
  const upTo = (cluster: number): number => firstAfter(anchors, isOpen(cluster) ? cluster - 1 : cluster);
  return anchors.slice(upTo(start), upTo(end));
}

/** Index of the first anchor behind a cluster, by binary search. */
function firstAfter(anchors: readonly PlacedAnchor[], cluster: number): number {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (anchors[middle]!.owner <= cluster) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Breaks the lines of a paragraph one by one; `emergency` as in `LineWidths`. */
export function lineByLine(
  paragraph: Prepared,
  emergency: readonly string[],
  onOverflow: OnOverflow,
): OneLine {
  let setLine: SetLine | undefined;
  return (start, available, tentative) => {
    const range = nextLine(paragraph, start, available + tolerance, emergency);
    if (!tentative && range.width > available + tolerance) onOverflow(range, available);
    return {
      end: range.end,
      width: range.width,
      isLast: range.end >= paragraph.count,
      anchors: anchorsOn(paragraph, start, range.end).map(({ owner, item }) => ({
        item,
        before: owner > start ? lineTo(paragraph, start, owner, Number.POSITIVE_INFINITY).width : 0,
      })),
      set: (space) => {
        setLine ??= lineSetter(paragraph);
        return setLine(range, space);
      },
    };
  };
}
