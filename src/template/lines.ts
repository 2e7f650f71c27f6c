/** Turns the line and column of a Handlebars node into an offset of its source. */
import type { SourceText, Span } from '../diagnostics/span.ts';
import type { Location, Position } from './ast.ts';

/** Spans of syntax nodes in one source. */
export interface Locator {
  readonly source: SourceText;
  readonly offset: (position: Position) => number;
  readonly span: (loc: Location) => Span;
}

/** Handlebars counts `\r\n`, `\r` and `\n` as one line break each. */
export function locatorOf(source: SourceText): Locator {
  const starts = [0];
  for (const match of source.text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  const offset = ({ line, column }: Position): number =>
    Math.min((starts[line - 1] ?? source.text.length) + column, source.text.length);
  return {
    source,
    offset,
    span: (loc) => {
      const start = offset(loc.start);
      return { source, start, end: Math.max(start, offset(loc.end)) };
    },
  };
}
