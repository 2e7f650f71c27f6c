/** Which edges a fragment of a box has, and how far its padding and content lie inside (css-break-3 §5.4). */
import type { ComputedStyle, Length } from '../../markup/style.ts';
import type { Rect } from '../display.ts';

/** The sides where a fragment ends and its box does not have no border there, unless edges are cloned. */
export interface Sides {
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
}

export const allSides: Sides = { top: true, right: true, bottom: true, left: true };

/** Distances from the four edges of a rectangle, px. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The sides of a block fragment. */
export function blockSides(style: ComputedStyle, isFirst: boolean, isLast: boolean): Sides {
  const isClone = style.boxDecorationBreak === 'clone';
  return { top: isFirst || isClone, right: true, bottom: isLast || isClone, left: true };
}

/** Widths of the borders that a fragment has. */
export function borderInsets(style: ComputedStyle, sides: Sides): Insets {
  return {
    top: sides.top ? style.borderTopWidth : 0,
    right: sides.right ? style.borderRightWidth : 0,
    bottom: sides.bottom ? style.borderBottomWidth : 0,
    left: sides.left ? style.borderLeftWidth : 0,
  };
}

/** Padding of a fragment; `around` is the width that percentages refer to. */
export function paddingInsets(style: ComputedStyle, sides: Sides, around: number): Insets {
  const used = ({ px, percent }: Length, isThere: boolean): number =>
    isThere ? px + (percent * around) / 100 : 0;
  return {
    top: used(style.paddingTop, sides.top),
    right: used(style.paddingRight, sides.right),
    bottom: used(style.paddingBottom, sides.bottom),
    left: used(style.paddingLeft, sides.left),
  };
}

/** The rectangle within the given distances from the edges. */
export function shrunk({ x, y, width, height }: Rect, by: Insets): Rect {
  return {
    x: x + by.left,
    y: y + by.top,
    width: Math.max(0, width - by.left - by.right),
    height: Math.max(0, height - by.top - by.bottom),
  };
}
