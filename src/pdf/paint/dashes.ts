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
  const isDotted = edge.style === 'dotted';
  // A dot has its centre half its width from the end.
  const cut = isDotted ? Math.min(edge.width, length) / 2 : 0;
  const pattern = patternOf(edge, length - 2 * cut, false);
  // The last dot would be lost if its centre were no part of the line by a rounding.
  const beyond = isDotted ? pattern.gap / 4 : 0;
  const at = (distance: number): string => {
    const share = distance / length;
    return `${num(from[0] + (to[0] - from[0]) * share)} ${num(from[1] + (to[1] - from[1]) * share)}`;
  };
  stroke(canvas, `${at(cut)} m\n${at(length - cut + beyond)} l`, edge, pattern, opacity);
}

/** Strokes a closed path of this length. */
export function strokeRound(
  canvas: Canvas,
  path: string,
  edge: BorderEdge,
  length: number,
  opacity: number,
): void {
  stroke(canvas, path, edge, patternOf(edge, length, true), opacity);
}

interface Pattern {
  readonly dash: number;
  readonly gap: number;
}

function patternOf({ style, width }: BorderEdge, length: number, isClosed: boolean): Pattern {
  const isDotted = style === 'dotted';
  const isThin = width < 3;
  const dash = isDotted ? 0 : width * (isThin ? 3 : 2);
  const wanted = isDotted ? 2 * width : width * (isThin ? 2 : 1);
  return { dash, gap: evenGap(length, dash, wanted, isClosed) };
}

function stroke(
  canvas: Canvas,
  path: string,
  { style, width, color }: BorderEdge,
  { dash, gap }: Pattern,
  opacity: number,
): void {
  const alpha = color.alpha * opacity;
  canvas.alpha(alpha, alpha);
  canvas.content.strokeColor(color);
  canvas.content.pen({ width, dash: [dash, gap], cap: style === 'dotted' ? 1 : 0, join: 0 });
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
