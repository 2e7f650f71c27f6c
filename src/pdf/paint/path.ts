/** Path construction operators (ISO 32000-1, 8.5.2) for boxes. Lengths in px, y down. */
import type { Corner, Radii, Rect } from '../../layout/display.ts';
import { num } from './content.ts';

/** The distance of control points that makes a cubic Bézier curve a quarter of an ellipse. */
const KAPPA = 0.5523;

const SHARP: Corner = { x: 0, y: 0 };
export const SQUARE: Radii = [SHARP, SHARP, SHARP, SHARP];

/** A rectangle with rounded corners, which do not overlap. */
export function boxPath(rect: Rect, radii: Radii): string {
  if (!isRounded(radii)) return rectPath(rect);
  const [tl, tr, br, bl] = radii;
  const { x, y } = rect;
  const right = x + rect.width;
  const bottom = y + rect.height;
  const far = 1 - KAPPA;
  const steps = [
    `${point(x + tl.x, y)} m`,
    `${point(right - tr.x, y)} l`,
    curve(tr, [right - tr.x * far, y], [right, y + tr.y * far], [right, y + tr.y]),
    `${point(right, bottom - br.y)} l`,
    curve(br, [right, bottom - br.y * far], [right - br.x * far, bottom], [right - br.x, bottom]),
    `${point(x + bl.x, bottom)} l`,
    curve(bl, [x + bl.x * far, bottom], [x, bottom - bl.y * far], [x, bottom - bl.y]),
    `${point(x, y + tl.y)} l`,
    curve(tl, [x, y + tl.y * far], [x + tl.x * far, y], [x + tl.x, y]),
    'h',
  ];
  return steps.filter((operators) => operators !== '').join('\n');
}

export function isRounded(radii: Radii): boolean {
  return radii.some(({ x, y }) => x > 0 && y > 0);
}

export function rectPath({ x, y, width, height }: Rect): string {
  return `${num(x)} ${num(y)} ${num(width)} ${num(height)} re`;
}

/** A point: x, y. */
export type Point = readonly [number, number];

export function polygonPath(points: readonly Point[]): string {
  return `${points.map(([x, y], i) => `${point(x, y)} ${i === 0 ? 'm' : 'l'}`).join('\n')}\nh`;
}

/** Distances from the edges of a box: top, right, bottom, left. */
export type Widths = readonly [number, number, number, number];

/** The rectangle within the given distances. */
export function inset(rect: Rect, [top, right, bottom, left]: Widths): Rect {
  return {
    x: rect.x + left,
    y: rect.y + top,
    width: Math.max(0, rect.width - left - right),
    height: Math.max(0, rect.height - top - bottom),
  };
}

/** Radii of the curve inside (css-backgrounds-3, 4.2); a corner is sharp where its radius is used up. */
export function insetRadii([tl, tr, br, bl]: Radii, [top, right, bottom, left]: Widths): Radii {
  const shrink = ({ x, y }: Corner, across: number, along: number): Corner =>
    x > across && y > along ? { x: x - across, y: y - along } : SHARP;
  return [shrink(tl, left, top), shrink(tr, right, top), shrink(br, right, bottom), shrink(bl, left, bottom)];
}

/** The box that lies by `widths` inside another. */
export function innerPath(rect: Rect, radii: Radii, widths: Widths): string {
  return boxPath(inset(rect, widths), insetRadii(radii, widths));
}

function curve({ x, y }: Corner, first: Point, second: Point, end: Point): string {
  return x === 0 && y === 0 ? '' : `${point(...first)} ${point(...second)} ${point(...end)} c`;
}

function point(x: number, y: number): string {
  return `${num(x)} ${num(y)}`;
}
