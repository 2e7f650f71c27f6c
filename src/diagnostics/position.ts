/** From offsets to lines and columns, computed only when something is printed. */
import type { SourceText } from './span.ts';

/** Both from 1; the column counts characters (code points), so that an emoji or a rare han character is one. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineTables = new WeakMap<SourceText, readonly number[]>();

/** The offsets at which the lines of a text begin. Lines end with LF or CRLF. */
export function lineStarts(source: SourceText): readonly number[] {
  const known = lineTables.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1))
    starts.push(at + 1);
  lineTables.set(source, starts);
  return starts;
}

/** The line (from 1) that holds a UTF-16 offset; offsets beyond the end belong to the last line. */
export function lineOf(source: SourceText, offset: number): number {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Line and column of a UTF-16 offset. */
export function positionOf(source: SourceText, offset: number): Position {
  const within = Math.max(0, Math.min(offset, source.text.length));
  const line = lineOf(source, within);
  let column = 1;
  for (const _ of source.text.slice(lineStarts(source)[line - 1], within)) column += 1;
  return { line, column };
}

/** The text of a line (from 1) without its line end. */
export function lineText(source: SourceText, line: number): string {
  const starts = lineStarts(source);
  const end = starts[line] ?? source.text.length + 1;
  const text = source.text.slice(starts[line - 1], end - 1);
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
