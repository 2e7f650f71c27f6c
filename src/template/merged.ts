/** Merged text: what a template gave with data, each piece of it knowing where it came from. */
import type { Origin, SourceText } from '../diagnostics/span.ts';
import { wholeOf } from '../diagnostics/span.ts';

/**
 * `text` is well-formed only if the template was; `originAt` finds the origin of the character at a UTF-16
 * offset (any offset in `0..text.length`). `base` is the path that relative references are resolved against.
 */
export interface Merged {
  readonly base: string;
  readonly text: string;
  readonly originAt: (offset: number) => Origin;
}

/** A finished document, written by hand: every character is its own origin. */
export function finishedDocument(source: SourceText): Merged {
  return {
    base: source.path,
    text: source.text,
    originAt: (offset) => {
      const start = Math.min(offset, wholeOf(source).end);
      return { place: { source, start, end: Math.min(start + 1, source.text.length) } };
    },
  };
}
