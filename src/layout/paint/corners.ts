/** Rounded corners (css-backgrounds-3 §4): used radii of a border box and of the edges inside it. */
import type { ComputedStyle, Radius } from '../../markup/style.ts';
import type { Corner, Radii, Rect } from '../display.ts';
import { type Insets, type Sides, shrunk } from './edges.ts';

const sharp: Corner = { x: 0, y: 0 };
export const square: Radii = [sharp, sharp, sharp, sharp];

/** Whether any corner is round. */
export function isRound(radii: Radii): boolean {
  return radii.some(({ x, y }) => x > 0 && y > 0);
}

/** Radii in px, scaled down together where they would overlap (§4.5). Corners at sides that a fragment has not are sharp. */
export function radiiOf(style: ComputedStyle, rect: Rect, sides: Sides): Radii {
  const { top, right, bottom, left } = sides;
  const radii: Radii = [
    cornerOf(style.borderTopLeftRadius, rect, top && left),
    cornerOf(style.borderTopRightRadius, rect, top && right),
    cornerOf(style.borderBottomRightRadius, rect, bottom && right),
    cornerOf(style.borderBottomLeftRadius, rect, bottom && left),
  ];
  return isRound(radii) ? fitted(radii, rect) : square;
}

function cornerOf({ horizontal, vertical }: Radius, { width, height }: Rect, isThere: boolean): Corner {
  if (!isThere) return sharp;
  const x = horizontal.px + (horizontal.percent * width) / 100;
  const y = vertical.px + (vertical.percent * height) / 100;
  return x > 0 && y > 0 ? { x, y } : sharp;
}

function fitted(radii: Radii, { width, height }: Rect): Radii {
  const [a, b, c, d] = radii;
  const room = (length: number, used: number): number => (used > length ? length / used : 1);
  const factor = Math.min(
    room(width, a.x + b.x),
    room(width, c.x + d.x),
    room(height, a.y + d.y),
    room(height, b.y + c.y),
  );
  return factor === 1 ? radii : mapped(radii, ({ x, y }) => ({ x: x * factor, y: y * factor }));
}

/** A rectangle with the radii of its corners. */
export interface RoundedRect {
  readonly rect: Rect;
  readonly radii: Radii;
}

/** The edge that lies within a rounded one by these distances: its corners are rounder or sharp (§4.2). */
export function inner({ rect, radii }: RoundedRect, by: Insets): RoundedRect {
  const shrink = ({ x, y }: Corner, across: number, along: number): Corner =>
    x > across && y > along ? { x: x - across, y: y - along } : sharp;
  const [a, b, c, d] = radii;
  return {
    rect: shrunk(rect, by),
    radii: [
      shrink(a, by.left, by.top),
      shrink(b, by.right, by.top),
      shrink(c, by.right, by.bottom),
      shrink(d, by.left, by.bottom),
    ],
  };
}

function mapped([a, b, c, d]: Radii, change: (corner: Corner) => Corner): Radii {
  return [change(a), change(b), change(c), change(d)];
}
