/** Path construction operators (ISO 32000-1, 8.5.2) for boxes. Lengths in px, y down. */
import type { Radii, Rect } from '../../layout/display.ts';
import { num } from './content.ts';

/** The distance of control points that makes a cubic Bézier curve a quarter of a circle. */
const KAPPA = 0.5523;

export const SQUARE: Radii = [0, 0, 0, 0];

/** A rectangle with rounded corners; radii that do not fit are scaled down (css-backgrounds-3, 4.5). */
export function boxPath(rect: Rect, radii: Radii): string {
  if (radii.every((radius) => radius <= 0)) return rectPath(rect);
  const [tl, tr, br, bl] = fitted(rect, radii);
  const { x, y } = rect;
  const right = x + rect.width;
  const bottom = y + rect.height;
  return [
    `${point(x + tl, y)} m`,
    `${point(right - tr, y)} l`,
    corner(right - tr, y, right, y + tr, right - tr * (1 - KAPPA), y, right, y + tr * (1 - KAPPA)),
    `${point(right, bottom - br)} l`,
    corner(
      right,
      bottom - br,
      right - br,
      bottom,
      right,
      bottom - br * (1 - KAPPA),
      right - br * (1 - KAPPA),
      bottom,
    ),
    `${point(x + bl, bottom)} l`,
    corner(x + bl, bottom, x, bottom - bl, x + bl * (1 - KAPPA), bottom, x, bottom - bl * (1 - KAPPA)),
    `${point(x, y + tl)} l`,
    corner(x, y + tl, x + tl, y, x, y + tl * (1 - KAPPA), x + tl * (1 - KAPPA), y),
    'h',
  ]
    .filter((operators) => operators !== '')
    .join('\n');
}

export function rectPath({ x, y, width, height }: Rect): string {
  return `${num(x)} ${num(y)} ${num(width)} ${num(height)} re`;
}

export function polygonPath(points: readonly (readonly [number, number])[]): string {
  return `${points.map(([x, y], i) => `${point(x, y)} ${i === 0 ? 'm' : 'l'}`).join('\n')}\nh`;
}

/** The rectangle within the given distances from the edges: top, right, bottom, left. */
export function inset(rect: Rect, by: Radii): Rect {
  const [top, right, bottom, left] = by;
  return {
    x: rect.x + left,
    y: rect.y + top,
    width: Math.max(0, rect.width - left - right),
    height: Math.max(0, rect.height - top - bottom),
  };
}

/** Radii of the curve `by` px inside (css-backgrounds-3, 4.2); of unequal edges the wider counts. */
export function insetRadii(radii: Radii, by: Radii): Radii {
  const [top, right, bottom, left] = by;
  return [
    Math.max(0, radii[0] - Math.max(top, left)),
    Math.max(0, radii[1] - Math.max(top, right)),
    Math.max(0, radii[2] - Math.max(bottom, right)),
    Math.max(0, radii[3] - Math.max(bottom, left)),
  ];
}

function fitted({ width, height }: Rect, radii: Radii): Radii {
  const [tl, tr, br, bl] = radii;
  const factor = Math.min(
    1,
    ...[width / (tl + tr), width / (bl + br), height / (tl + bl), height / (tr + br)].filter(Number.isFinite),
  );
  return [tl * factor, tr * factor, br * factor, bl * factor];
}

function corner(
  x0: number,
  y0: number,
  x: number,
  y: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): string {
  return x0 === x && y0 === y ? '' : `${point(x1, y1)} ${point(x2, y2)} ${point(x, y)} c`;
}

function point(x: number, y: number): string {
  return `${num(x)} ${num(y)}`;
}
