/** Where an image XObject is painted: it fills the unit square, its first row at the top (ISO 32000-1, 8.9.4). */
import type { Orientation } from '../../graphics/picture/exif.ts';
import type { Rect } from '../../layout/display.ts';
import { num } from '../paint/content.ts';

/**
 * Where the corners of the stored picture come to lie (0 or 1 of the box, y down): its first pixel, the end of its
 * first row, and the end of its first column (Exif 2.32 §4.6.4).
 */
const corners: Readonly<
  Record<Orientation, readonly [readonly number[], readonly number[], readonly number[]]>
> = {
  1: [
    [0, 0],
    [1, 0],
    [0, 1],
  ],
  2: [
    [1, 0],
    [0, 0],
    [1, 1],
  ],
  3: [
    [1, 1],
    [0, 1],
    [1, 0],
  ],
  4: [
    [0, 1],
    [1, 1],
    [0, 0],
  ],
  5: [
    [0, 0],
    [0, 1],
    [1, 0],
  ],
  6: [
    [1, 0],
    [1, 1],
    [0, 0],
  ],
  7: [
    [1, 1],
    [1, 0],
    [0, 1],
  ],
  8: [
    [0, 1],
    [0, 0],
    [1, 1],
  ],
};

/** The operands of `cm` that place a picture, turned upright, in `rect` (px, y down). */
export function imagePlace({ x, y, width, height }: Rect, orientation: Orientation): string {
  const [first, row, column] = corners[orientation].map(([u = 0, v = 0]) => [x + u * width, y + v * height]);
  const [ox, oy] = column as [number, number];
  const [fx, fy] = first as [number, number];
  const [rx, ry] = row as [number, number];
  // The unit square has its origin at the end of the first column.
  return [rx - fx, ry - fy, fx - ox, fy - oy, ox, oy].map((value) => num(value)).join(' ');
}
