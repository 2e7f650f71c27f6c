/** Faults of documents and style sheets: located once, reported once. */
import { type Label, labelsOf, type Report } from '../diagnostics/diagnostic.ts';
import type { Origin, Span } from '../diagnostics/span.ts';
import type { Merged } from '../template/merged.ts';
import { lenientCodes, type MarkupCode } from './codes.ts';

/** What a fault says besides its message: what to do, and the other places that take part. */
interface FaultDetails {
  readonly help?: string | undefined;
  readonly labels?: readonly Label[];
}

/** Tells of a fault at `origin`. */
export type Fault = (code: MarkupCode, origin: Origin, message: string, details?: FaultDetails) => void;

/**
 * A `Fault` that reports to `report`. The same message for the same place is reported once, however often a
 * template repeats the place. With `lenient`, what leaves the document printable is a warning.
 */
export function faultsTo(report: Report, lenient: boolean): Fault {
  const seen = new Set<string>();
  return (code, origin, message, details = {}) => {
    const key = `${code} ${origin.place.source.path}:${origin.place.start} ${message}`;
    if (seen.has(key)) return;
    seen.add(key);
    const { primary, labels } = labelsOf(origin);
    report({
      code,
      severity: lenient && lenientCodes.has(code) ? 'warning' : 'error',
      message,
      primary,
      labels: [...(details.labels ?? []), ...labels],
      ...(details.help === undefined ? {} : { help: details.help }),
    });
  };
}

/** The origin of the merged text from `start` up to `end`: one span where both ends have the same source. */
export function originBetween(merged: Merged, start: number, end: number): Origin {
  const first = merged.originAt(start);
  if (end <= start + 1) return first;
  const last = merged.originAt(end - 1).place;
  if (last.source !== first.place.source || last.end <= first.place.start) return first;
  const place: Span = { source: first.place.source, start: first.place.start, end: last.end };
  return { ...first, place };
}

/** "did you mean …?" as a help text, or the other help where there is no near word. */
export function didYouMean(word: string | undefined, otherwise: string): string {
  return word === undefined ? otherwise : `did you mean ${word}?`;
}
