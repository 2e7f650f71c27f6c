/** The bounding box of a path (SVG 2 §8.10), without its stroke. */
import type { PathCommand } from '../shapes.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest box around a path; undefined for an empty one. */
export function boundsOf(commands: readonly PathCommand[]): Bounds | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let [x, y] = [0, 0];
  const add = (px: number, py: number): void => {
    left = Math.min(left, px);
    right = Math.max(right, px);
    top = Math.min(top, py);
    bottom = Math.max(bottom, py);
  };
  for (const command of commands) {
    if (command.op === 'Z') continue;
    if (command.op === 'C') {
      const { x1, y1, x2, y2 } = command;
      for (const t of [...turns(x, x1, x2, command.x), ...turns(y, y1, y2, command.y)])
        add(cubicAt(t, x, x1, x2, command.x), cubicAt(t, y, y1, y2, command.y));
    }
    ({ x, y } = command);
    add(x, y);
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

/** The parameters at which a cubic curve turns back: the zeros of its derivative between 0 and 1. */
function turns(p0: number, p1: number, p2: number, p3: number): number[] {
  const a = p3 - 3 * p2 + 3 * p1 - p0;
  const b = 2 * (p2 - 2 * p1 + p0);
  const c = p1 - p0;
  if (Math.abs(a) < 1e-12) return b === 0 ? [] : inside([-c / b]);
  const root = Math.sqrt(b * b - 4 * a * c);
  return Number.isNaN(root) ? [] : inside([(-b + root) / (2 * a), (-b - root) / (2 * a)]);
}

function inside(parameters: readonly number[]): number[] {
  return parameters.filter((t) => t > 0 && t < 1);
}

function cubicAt(t: number, p0: number, p1: number, p2: number, p3: number): number {
  const u = 1 - t;
  return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
}
