/** Where each part of a path stands: Handlebars gives the place of the whole only. */
import type { Span } from '../../diagnostics/span.ts';
import type { Path } from '../ast.ts';
import type { Locator } from '../lines.ts';

/** Names, names in square brackets, and what leads to no part: `@`, `.`, `..`, `this`, separators. */
const piece = /\[([^\]]*)\]|\.\.|[./@]|[^\s./@[\]]+/g;

/**
 * The spans of `path.parts`, in order. Of a path without parts (`this`, `..`) there are none.
 */
export function partSpans(path: Path, { source, span }: Locator): readonly Span[] {
  const { start, end } = span(path.loc);
  const spans: Span[] = [];
  for (const match of source.text.slice(start, end).matchAll(piece)) {
    const [written, bracketed] = match;
    if ((bracketed ?? written) !== path.parts[spans.length]) continue;
    const at = start + match.index;
    spans.push({ source, start: at, end: at + written.length });
  }
  return spans;
}
