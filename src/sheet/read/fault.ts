/** How the sheet phase tells of faults: offsets of the merged text become places in the template. */
import { type Label, labelsOf, type Report } from '../../diagnostics/diagnostic.ts';
import type { Merged } from '../../template/merged.ts';
import type { SheetCode } from '../codes.ts';

/** A half-open range of UTF-16 offsets in the merged text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A value with the range that wrote it. */
export interface Located<T> {
  readonly value: T;
  readonly at: TextRange;
}

/** Reports an error at a range of the merged text. */
export type Fault = (code: SheetCode, at: TextRange, message: string, help?: string) => void;

/** Makes a `Fault` that names the template's place, and the datum's where data took part. */
export function faultsOf(merged: Merged, report: Report): Fault {
  return (code, at, message, help) => {
    const { primary, labels } = placesOf(merged, at);
    report({ code, severity: 'error', message, primary, labels, ...(help === undefined ? {} : { help }) });
  };
}

/** Underlines the whole range where the template wrote all of it in one piece, else its first character. */
function placesOf(merged: Merged, at: TextRange): { primary: Label; labels: readonly Label[] } {
  const first = merged.originAt(at.start);
  const last = merged.originAt(Math.max(at.start, at.end - 1));
  const found = labelsOf(first);
  const { place } = first;
  const inOnePiece = last.place.source === place.source && last.place.end > place.end && !first.datum;
  if (!inOnePiece) return found;
  return {
    primary: { span: { source: place.source, start: place.start, end: last.place.end } },
    labels: found.labels,
  };
}
