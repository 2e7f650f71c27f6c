/** From `grid-row-start` and its kind to lines of the grid (css-grid-2 §8.3). Lines are zero-based; implicit ones before the explicit grid are negative. */
import type { GridLine } from '../../markup/style.ts';
import type { ExplicitAxis } from './explicit.ts';

/** What an item asks for in one axis; without `start` the placement algorithm decides. */
export interface Range {
  readonly start: number | undefined;
  readonly span: number;
}

type Axis = Pick<ExplicitAxis, 'count' | 'lines'>;
type Side = 'start' | 'end';

/** Lines beyond this are taken as this: nobody means them. */
const farthestLine = 1000;

/** The range that a pair of lines asks for. */
export function rangeOf(start: GridLine, end: GridLine, axis: Axis): Range {
  const from = lineOf(start, 'start', axis);
  const to = lineOf(end, 'end', axis);
  if (from !== undefined && to !== undefined) {
    if (from === to) return { start: from, span: 1 };
    return { start: Math.min(from, to), span: Math.abs(to - from) };
  }
  if (from !== undefined) {
    const last = spanFrom(end, from, 1, axis);
    return { start: from, span: Math.max(last - from, 1) };
  }
  if (to !== undefined) {
    const first = spanFrom(start, to, -1, axis);
    return { start: first, span: Math.max(to - first, 1) };
  }
  return { start: undefined, span: plainSpan(start) ?? plainSpan(end) ?? 1 };
}

/** A definite line; undefined for `auto` and spans. */
function lineOf(line: GridLine, side: Side, axis: Axis): number | undefined {
  if (line === 'auto' || 'span' in line) return undefined;
  if (!('name' in line)) return clamped(line.line > 0 ? line.line - 1 : axis.count + 1 + line.line);
  if (line.line !== undefined) return clamped(namedLine(line.name, line.line, axis));
  const ofArea = axis.lines.get(`${line.name}-${side}`);
  return clamped(ofArea?.[0] ?? namedLine(line.name, 1, axis));
}

/** The nth line of a name; all lines outside the explicit grid are taken to have every name. */
function namedLine(name: string, nth: number, { lines, count }: Axis): number {
  const found = lines.get(name) ?? [];
  if (nth > 0) return found[nth - 1] ?? count + (nth - found.length);
  return found[found.length + nth] ?? -(-nth - found.length);
}

/** The other end of a span that begins (or, backwards, ends) at `from`. */
function spanFrom(line: GridLine, from: number, direction: 1 | -1, { lines, count }: Axis): number {
  if (line === 'auto' || !('span' in line)) return from + direction;
  if (line.name === undefined) return clamped(from + direction * line.span);
  const found = lines.get(line.name) ?? [];
  const ahead = direction > 0 ? found.filter((at) => at > from) : found.filter((at) => at < from).reverse();
  const hit = ahead[line.span - 1];
  if (hit !== undefined) return hit;
  const missing = line.span - ahead.length;
  return clamped(direction > 0 ? Math.max(count, from) + missing : Math.min(0, from) - missing);
}

/** A span that counts tracks; one that looks for a name needs a line to start from and is 1 without. */
function plainSpan(line: GridLine): number | undefined {
  if (line === 'auto' || !('span' in line)) return undefined;
  return line.name === undefined ? Math.min(line.span, farthestLine) : 1;
}

function clamped(line: number): number {
  return Math.min(Math.max(line, -farthestLine), farthestLine);
}
