/** Where a line begins and how far its gaps are stretched (css-text-3 §6). */
import type { ComputedStyle } from '../../markup/style.ts';
import type { LineRange } from './break-lines.ts';
import { cluster } from './clusters.ts';
import type { Prepared } from './prepared.ts';

export interface LineAlignment {
  /** px from the left edge of the line's space */
  readonly x: number;
  /** px added at every opportunity of justification */
  readonly stretch: number;
}

/** All lines are justified but the last and those that end in a forced break (`text-align-last: auto`). */
export function alignLine(
  paragraph: Prepared,
  line: LineRange,
  available: number,
  style: ComputedStyle,
): LineAlignment {
  const free = available - line.width;
  if (free <= 0) return { x: 0, stretch: 0 };
  switch (style.textAlign) {
    case 'start':
    case 'left':
      return { x: 0, stretch: 0 };
    case 'end':
    case 'right':
      return { x: free, stretch: 0 };
    case 'center':
      return { x: free / 2, stretch: 0 };
    case 'justify': {
      const opportunities =
        line.ending === 'soft' && style.whiteSpace !== 'pre' ? countStretches(paragraph, line) : 0;
      return { x: 0, stretch: opportunities === 0 ? 0 : free / opportunities };
    }
  }
}

function countStretches(paragraph: Prepared, line: LineRange): number {
  let count = 0;
  for (let i = line.start; i + 1 < line.visibleEnd; i++) if (stretchesAfter(paragraph, i)) count++;
  return count;
}

/** Between words, between Han characters and between Han and Latin; not inside brackets and before stops. */
export function stretchesAfter({ clusters }: Prepared, i: number): boolean {
  const flags = clusters.flags[i]!;
  if (flags & cluster.wordSeparator) return true;
  const next = clusters.flags[i + 1]!;
  if (flags & cluster.opening || next & cluster.closing) return false;
  if (flags & cluster.wide) return (next & (cluster.wide | cluster.alphanumeric)) !== 0;
  return (flags & cluster.alphanumeric) !== 0 && (next & cluster.wide) !== 0;
}
