/** Elliptical arcs as cubic curves (SVG 2, appendix B.2). */
import type { PathCommand } from '../shapes.ts';

export interface Arc {
  readonly rx: number;
  readonly ry: number;
  /** degrees */
  readonly rotation: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** The curves from (x0, y0) to (x, y), each spanning at most a quarter turn. */
export function arcToCubics(x0: number, y0: number, arc: Arc, x: number, y: number): PathCommand[] {
  if (x0 === x && y0 === y) return [];
  let rx = Math.abs(arc.rx);
  let ry = Math.abs(arc.ry);
  if (rx === 0 || ry === 0) return [{ op: 'L', x, y }];
  const phi = (arc.rotation * Math.PI) / 180;
  const cos = Math.cos(phi);
  const sin = Math.sin(phi);
  // B.2.4, step 1: the half chord in the frame of the ellipse; B.2.5: radii that are too small are scaled up.
  const hx = (cos * (x0 - x) + sin * (y0 - y)) / 2;
  const hy = (-sin * (x0 - x) + cos * (y0 - y)) / 2;
  const lambda = (hx / rx) ** 2 + (hy / ry) ** 2;
  if (lambda > 1) {
    rx *= Math.sqrt(lambda);
    ry *= Math.sqrt(lambda);
  }
  // Step 2: the centre in that frame.
  const square = (rx * ry) ** 2 / ((rx * hy) ** 2 + (ry * hx) ** 2) - 1;
  const factor = (arc.large === arc.sweep ? -1 : 1) * Math.sqrt(Math.max(0, square));
  const cx = (factor * rx * hy) / ry;
  const cy = (-factor * ry * hx) / rx;
  // Step 4: start angle and extent.
  const start = Math.atan2((hy - cy) / ry, (hx - cx) / rx);
  let extent = Math.atan2((-hy - cy) / ry, (-hx - cx) / rx) - start;
  if (arc.sweep && extent < 0) extent += 2 * Math.PI;
  if (!arc.sweep && extent > 0) extent -= 2 * Math.PI;

  const toUser = (u: number, v: number): { x: number; y: number } => ({
    x: cos * (cx + rx * u) - sin * (cy + ry * v) + (x0 + x) / 2,
    y: sin * (cx + rx * u) + cos * (cy + ry * v) + (y0 + y) / 2,
  });
  const pieces = Math.max(1, Math.ceil(Math.abs(extent) / (Math.PI / 2) - 1e-9));
  const commands: PathCommand[] = [];
  for (let piece = 0; piece < pieces; piece++) {
    const from = start + (extent * piece) / pieces;
    const to = start + (extent * (piece + 1)) / pieces;
    const k = (4 / 3) * Math.tan((to - from) / 4);
    const one = toUser(Math.cos(from) - k * Math.sin(from), Math.sin(from) + k * Math.cos(from));
    const two = toUser(Math.cos(to) + k * Math.sin(to), Math.sin(to) - k * Math.cos(to));
    const end = piece === pieces - 1 ? { x, y } : toUser(Math.cos(to), Math.sin(to));
    commands.push({ op: 'C', x1: one.x, y1: one.y, x2: two.x, y2: two.y, x: end.x, y: end.y });
  }
  return commands;
}
