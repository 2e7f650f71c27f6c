/** Basic shapes as path commands (SVG 2 §10). */
import type { PathCommand } from '../shapes.ts';

/** The control distance that makes a cubic curve a quarter circle. */
const quarter = (4 / 3) * Math.tan(Math.PI / 8);

/** A rectangle; `rx` and `ry` are already limited to half its sides. */
export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  rx = 0,
  ry = 0,
): PathCommand[] {
  const right = x + width;
  const bottom = y + height;
  if (rx <= 0 || ry <= 0) {
    return [
      { op: 'M', x, y },
      { op: 'L', x: right, y },
      { op: 'L', x: right, y: bottom },
      { op: 'L', x, y: bottom },
      { op: 'Z' },
    ];
  }
  const kx = rx * (1 - quarter);
  const ky = ry * (1 - quarter);
  return [
    { op: 'M', x: x + rx, y },
    { op: 'L', x: right - rx, y },
    { op: 'C', x1: right - kx, y1: y, x2: right, y2: y + ky, x: right, y: y + ry },
    { op: 'L', x: right, y: bottom - ry },
    { op: 'C', x1: right, y1: bottom - ky, x2: right - kx, y2: bottom, x: right - rx, y: bottom },
    { op: 'L', x: x + rx, y: bottom },
    { op: 'C', x1: x + kx, y1: bottom, x2: x, y2: bottom - ky, x, y: bottom - ry },
    { op: 'L', x, y: y + ry },
    { op: 'C', x1: x, y1: y + ky, x2: x + kx, y2: y, x: x + rx, y },
    { op: 'Z' },
  ];
}

/** An ellipse, from its rightmost point clockwise. */
export function ellipse(cx: number, cy: number, rx: number, ry: number): PathCommand[] {
  const kx = rx * quarter;
  const ky = ry * quarter;
  return [
    { op: 'M', x: cx + rx, y: cy },
    { op: 'C', x1: cx + rx, y1: cy + ky, x2: cx + kx, y2: cy + ry, x: cx, y: cy + ry },
    { op: 'C', x1: cx - kx, y1: cy + ry, x2: cx - rx, y2: cy + ky, x: cx - rx, y: cy },
    { op: 'C', x1: cx - rx, y1: cy - ky, x2: cx - kx, y2: cy - ry, x: cx, y: cy - ry },
    { op: 'C', x1: cx + kx, y1: cy - ry, x2: cx + rx, y2: cy - ky, x: cx + rx, y: cy },
    { op: 'Z' },
  ];
}

/** A line through points, closed for polygons. */
export function polyline(points: readonly number[], closed: boolean): PathCommand[] {
  const commands: PathCommand[] = [];
  for (let index = 0; index + 1 < points.length; index += 2) {
    commands.push({ op: index === 0 ? 'M' : 'L', x: points[index]!, y: points[index + 1]! });
  }
  if (closed && commands.length > 0) commands.push({ op: 'Z' });
  return commands;
}
