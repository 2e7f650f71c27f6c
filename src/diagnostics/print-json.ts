/** Messages for programs: one JSON document, in the same order as every other format. */
import { arrange, countBySeverity } from './arrange.ts';
import type { Diagnostic, Label } from './diagnostic.ts';
import { positionOf } from './position.ts';

/** `{counts, diagnostics: [{code, severity, message, help, place, labels}]}`; lines and columns from 1, offsets in UTF-16. */
export function printJson(diagnostics: readonly Diagnostic[]): string {
  const arranged = arrange(diagnostics);
  const items = arranged.map(({ code, severity, message, help, primary, labels }) => ({
    code,
    severity,
    message,
    help: help ?? null,
    place: primary ? placeOf(primary) : null,
    labels: (labels ?? []).map(placeOf),
  }));
  return `${JSON.stringify({ counts: countBySeverity(arranged), diagnostics: items }, undefined, 2)}\n`;
}

function placeOf({ span, text }: Label) {
  const start = positionOf(span.source, span.start);
  const end = positionOf(span.source, span.end);
  return {
    path: span.source.path,
    line: start.line,
    column: start.column,
    end_line: end.line,
    end_column: end.column,
    start: span.start,
    end: span.end,
    text: text ?? null,
  };
}
