/**
 * Places in source texts. Every phase keeps offsets; lines and columns are computed only when printed.
 */

/** A text that people wrote or that was read for them: `path` is relative to the project, with `/`. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** A half-open range of UTF-16 offsets `[start, end)` in one source text. */
export interface Span {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

/**
 * Where a piece of merged text, an element or a box comes from.
 * `place` is the template (or the finished document) that wrote it, `datum` the YAML value it prints,
 * `calls` the template call sites of the partials it was reached through, innermost first.
 */
export interface Origin {
  readonly place: Span;
  readonly datum?: Span;
  readonly calls?: readonly Span[];
}

/** The span of a whole source text. */
export function wholeOf(source: SourceText): Span {
  return { source, start: 0, end: source.text.length };
}
