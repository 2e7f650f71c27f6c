/** Messages for programs: one JSON document, in the same order as every other format. */
import { arrange, countBySeverity } from './arrange.ts';
import type { Diagnostic, Label } from './diagnostic.ts';
import { type Extras, pagesById } from './extras.ts';
import { positionOf } from './position.ts';
import { validationReport } from './validation-report.ts';

/**
 * `{counts, diagnostics: [{code, severity, message, why, help, acknowledged, place, labels}], checks}`.
 * Lines and columns count from 1, columns in characters; offsets are UTF-16. `checks` is there when rules were run.
 */
export function printJson(diagnostics: readonly Diagnostic[], extras: Extras = {}): string {
  const arranged = arrange(diagnostics);
  const pages = pagesById(extras);
  const items = arranged.map(({ code, severity, message, help, why, acknowledged, primary, labels }) => ({
    code,
    severity,
    message,
    why: why ?? pages.get(code)?.why ?? null,
    help: help ?? null,
    acknowledged: acknowledged ?? null,
    place: primary ? placeOf(primary) : null,
    labels: (labels ?? []).map(placeOf),
  }));
  const checks = extras.checks ? { checks: validationReport(extras.checks) } : {};
  const report = { counts: countBySeverity(arranged), diagnostics: items, ...checks };
  return `${JSON.stringify(report, undefined, 2)}\n`;
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
