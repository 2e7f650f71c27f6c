/** Content distribution (css-align-3 §5): what to do with the room that tracks or flex lines leave. */
import type { Alignment, ComputedStyle } from '../../markup/style.ts';
import { resolve } from './sizes.ts';

/** `offset` is the room before the first, `gap` what lies between any two, px. */
export interface Distribution {
  readonly offset: number;
  readonly gap: number;
}

/** Shares `free` px by `justify-content` or `align-content`. Too little room begins at the start, or is centred or pushed when that is asked for. */
export function distribute(free: number, count: number, gap: number, alignment: Alignment): Distribution {
  const shared = Math.max(free, 0);
  switch (alignment) {
    case 'center':
      return { offset: free / 2, gap };
    case 'end':
    case 'flex-end':
      return { offset: free, gap };
    case 'space-between':
      return { offset: 0, gap: gap + (count > 1 ? shared / (count - 1) : 0) };
    case 'space-around':
      return { offset: shared / count / 2, gap: gap + shared / count };
    case 'space-evenly':
      return { offset: shared / (count + 1), gap: gap + shared / (count + 1) };
    default:
      return { offset: 0, gap };
  }
}

/** Tracks or lines one after the other. */
export function positionsOf(sizes: readonly number[], { offset, gap }: Distribution): readonly number[] {
  let at = offset;
  return sizes.map((size) => {
    const position = at;
    at += size + gap;
    return position;
  });
}

/** The gap between tracks, lines or items; `normal` is none (css-align-3 §8). */
export function gapOf(gap: ComputedStyle['columnGap'], base: number): number {
  return gap === 'normal' ? 0 : resolve(gap, base);
}

/** Sum of sizes and the gaps between them. */
export function extentOf(sizes: readonly number[], gap: number): number {
  return sizes.reduce((sum, size) => sum + size, gap * Math.max(sizes.length - 1, 0));
}

/** Whether tracks or lines grow to fill what is left. */
export function fills(alignment: Alignment): boolean {
  return alignment === 'normal' || alignment === 'stretch';
}

/** The share of free room that goes before an item: 0, a half, or all. */
export function shareBefore(alignment: Alignment): number {
  if (alignment === 'center') return 0.5;
  return alignment === 'end' || alignment === 'flex-end' ? 1 : 0;
}

/** `align-self` and `justify-self`, which fall back on what the container says. */
export function selfAlignment(self: Alignment | 'auto', items: Alignment): Alignment {
  return self === 'auto' ? items : self;
}
