/** Dashed and dotted lines: dashes that come out even at the ends of a line. */
import type { BorderEdge } from '../../layout/display.ts';
import type { Canvas } from './canvas.ts';
import { num } from './content.ts';
import type { Point } from './path.ts';

/** Strokes a straight line along the middle of an edge, from corner to corner. */
export function strokeLine(
  canvas: Canvas,
  [from, to]: readonly [Point, Point],
  edge: BorderEdge,
  opacity: number,
): void {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length <= 0) return;
  // A dot has its centre half its width from the end.
  const cut = edge.style === 'dotted' ? Math.min(edge.width, length) / 2 / length : 0;
  const at = (share: number): string =>
    `${num(from[0] + (to[0] - from[0]) * share)} ${num(from[1] + (to[1] - from[1]) * share)}`;
  const path = `${at(cut)} m\n${at(1 - cut)} l`;
  stroke(canvas, path, edge, length * (1 - 2 * cut), false, opacity);
}

/** Strokes a closed path of this length. */
export function strokeRound(
  canvas: Canvas,
  path: string,
  edge: BorderEdge,
  length: number,
  opacity: number,
): void {
  stroke(canvas, path, edge, length, true, opacity);
}

function stroke(
  canvas: Canvas,
  path: string,
  edge: BorderEdge,
  length: number,
  isClosed: boolean,
  opacity: number,
): void {
  const isDotted = edge.style === 'dotted';
  const isThin = edge.width < 3;
  const dash = isDotted ? 0 : edge.width * (isThin ? 3 : 2);
  const wanted = isDotted ? 2 * edge.width : edge.width * (isThin ? 2 : 1);
  const gap = evenGap(length, dash, wanted, isClosed);
  const alpha = edge.color.alpha * opacity;
  canvas.alpha(alpha, alpha);
  canvas.content.strokeColor(edge.color);
  canvas.content.pen({ width: edge.width, dash: [dash, gap], cap: isDotted ? 1 : 0, join: 0 });
  canvas.content.draw(`${path} S`);
}

/** The gap next to the one wanted with which a line ends with a dash, or a closed one with a gap. */
function evenGap(length: number, dash: number, wanted: number, isClosed: boolean): number {
  const count = Math.max(1, Math.floor((length + (isClosed ? 0 : wanted)) / (dash + wanted)));
  const gapWith = (dashes: number): number => {
    const gaps = isClosed ? dashes : dashes - 1;
    return gaps > 0 ? (length - dashes * dash) / gaps : 0;
  };
  const [wide, narrow] = [gapWith(count), gapWith(count + 1)];
  const isWideBetter = narrow <= 0 || Math.abs(wide - wanted) < Math.abs(narrow - wanted);
  return Math.max(0.1, isWideBetter ? wide : narrow);
}
