/** Where a line begins, and how far its places give way to fill it (css-text-4 §7). */
import type { ComputedStyle } from '../../markup/style.ts';
import { cluster } from './clusters.ts';
import { sumWithin } from './justify.ts';
import type { LineRange } from './line-range.ts';
import type { Prepared } from './prepared.ts';

export interface LineAlignment {
  /** px from the left edge of the line's space */
  readonly x: number;
  /** Of the elasticity of every place: above 0 it is stretched by so much of its stretch, below 0 shrunk. */
  readonly ratio: number;
  /** px by which each leader on the line is longer than one repetition. */
  readonly leader: number;
}

/** All lines are justified but the last and those that end in a forced break, which `text-align-last` rules. */
export function alignLine(
  paragraph: Prepared,
  line: LineRange,
  available: number,
  style: ComputedStyle,
): LineAlignment {
  const free = available - line.width;
  const leaders = paragraph.leaders.size === 0 ? 0 : countLeaders(paragraph, line);
  if (leaders > 0) return { x: 0, ratio: 0, leader: Math.max(0, free) / leaders };
  const align = alignmentOf(line, style);
  const isJustified = style.textAlign === 'justify' && style.whiteSpace !== 'pre';
  if (free <= 0) return { x: 0, ratio: isJustified ? shrinkRatio(paragraph, line, free) : 0, leader: 0 };
  switch (align) {
    case 'start':
    case 'left':
      return { x: 0, ratio: 0, leader: 0 };
    case 'end':
    case 'right':
      return { x: free, ratio: 0, leader: 0 };
    case 'center':
      return { x: free / 2, ratio: 0, leader: 0 };
    case 'justify': {
      const stretch =
        style.whiteSpace === 'pre'
          ? 0
          : sumWithin(paragraph.elasticity().stretch, line.start, line.visibleEnd);
      return { x: 0, ratio: stretch === 0 ? 0 : free / stretch, leader: 0 };
    }
  }
}

function alignmentOf(
  line: LineRange,
  { textAlign, textAlignLast }: ComputedStyle,
): ComputedStyle['textAlign'] {
  if (line.ending === 'soft') return textAlign;
  if (textAlignLast !== 'auto') return textAlignLast;
  return textAlign === 'justify' ? 'start' : textAlign;
}

/** A line that is a little too long is made shorter by its spaces; one that is much too long stays as it is. */
function shrinkRatio(paragraph: Prepared, line: LineRange, free: number): number {
  const slack = 0.01;
  if (free === 0) return 0;
  const shrink = sumWithin(paragraph.elasticity().shrink, line.start, line.visibleEnd);
  return shrink + slack < -free || shrink === 0 ? 0 : Math.max(-1, free / shrink);
}

function countLeaders({ clusters }: Prepared, line: LineRange): number {
  let count = 0;
  for (let i = line.start; i < line.end; i++) if (clusters.flags[i]! & cluster.leader) count++;
  return count;
}
