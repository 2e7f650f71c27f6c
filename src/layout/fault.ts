/** Located faults of layout, each reported once however often its place is laid out. */
import type { Diagnostic, Report, Severity } from '../diagnostics/diagnostic.ts';
import { labelsOf } from '../diagnostics/diagnostic.ts';
import type { Origin } from '../diagnostics/span.ts';
import type { LayoutCode } from './codes.ts';
import { layoutCodes } from './codes.ts';

/** A diagnostic at an origin; without `help` the general advice of its code. */
export function faultAt(
  code: LayoutCode,
  origin: Origin | undefined,
  message: string,
  options: { readonly severity?: Severity; readonly help?: string } = {},
): Diagnostic {
  const { severity = 'error', help = layoutCodes[code].help } = options;
  return { code, severity, message, help, ...(origin ? labelsOf(origin) : {}) };
}

/** What is said of text that sticks out: a word wider than its line, a line taller than a page, off the page, clipped. */
const overflowCodes: ReadonlySet<string> = new Set(['F007', 'L001', 'L002', 'L003']);

/**
 * Passes each diagnostic on once: attempts that are thrown away and made again must not repeat themselves. Of
 * text that sticks out, the first message for a place says it: the line that is too wide is then off the page, too.
 */
export function reportOnce(report: Report): Report {
  const seen = new Set<string>();
  return (diagnostic) => {
    const { code, message, primary, labels = [] } = diagnostic;
    const place = [primary, ...labels]
      .map((label) => label && `${label.span.source.path}:${label.span.start}:${label.span.end}`)
      .join('\n');
    const sticksOut = overflowCodes.has(code);
    const isEcho = sticksOut && code !== 'F007' && seen.has(`overflow\n${place}`);
    if (isEcho || seen.has(`${code} ${message}\n${place}`)) return;
    seen.add(`${code} ${message}\n${place}`);
    if (sticksOut) seen.add(`overflow\n${place}`);
    report(diagnostic);
  };
}
