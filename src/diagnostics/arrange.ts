/** The order in which messages are told, the same in every format. */
import type { Diagnostic, Severity } from './diagnostic.ts';
import { positionOf } from './position.ts';
import type { Span } from './span.ts';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Sorted by file, offset, severity, code; those without a place come last. Told once when span and message are equal. */
export function arrange(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return [...diagnostics]
    .sort(compare)
    .map(shortened)
    .filter((diagnostic) => {
      const span = diagnostic.primary?.span;
      const identity = JSON.stringify([span?.source.path, span?.start, span?.end, diagnostic.message]);
      if (seen.has(identity)) return false;
      seen.add(identity);
      return true;
    });
}

/** Messages quote what stands in the files, and nothing there is too long to be written. */
const longestText = 600;

function shortened(diagnostic: Diagnostic): Diagnostic {
  const { message, help, acknowledged } = diagnostic;
  const texts = [message, help, acknowledged];
  if (texts.every((text) => text === undefined || text.length <= longestText)) return diagnostic;
  return {
    ...diagnostic,
    message: cut(message),
    ...(help === undefined ? {} : { help: cut(help) }),
    ...(acknowledged === undefined ? {} : { acknowledged: cut(acknowledged) }),
  };
}

function cut(text: string): string {
  // Not between the halves of a surrogate pair.
  return text.length <= longestText ? text : `${text.slice(0, longestText).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The same messages with the worst first: for formats with room for some of them only. */
export function rankBySeverity(arranged: readonly Diagnostic[]): readonly Diagnostic[] {
  return arranged.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

function compare(a: Diagnostic, b: Diagnostic): number {
  const left = a.primary?.span;
  const right = b.primary?.span;
  if (!left || !right) return left ? -1 : right ? 1 : compareRest(a, b);
  return byCodeUnit(left.source.path, right.source.path) || left.start - right.start || compareRest(a, b);
}

function compareRest(a: Diagnostic, b: Diagnostic): number {
  return (
    rank[a.severity] - rank[b.severity] || byCodeUnit(a.code, b.code) || byCodeUnit(a.message, b.message)
  );
}

/** Compares by UTF-16 code units, which no locale changes. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export type Counts = Readonly<Record<Severity, number>>;

/** How many messages there are of each severity. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** `path:line:column` of a place, as editors and terminals make links of it. */
export function placeWords({ source, start }: Span): string {
  const { line, column } = positionOf(source, start);
  return `${source.path}:${line}:${column}`;
}

/** "2 errors and 1 warning". */
export function countWords(counts: Counts): string {
  const words = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${noun(severity, counts[severity])}`);
  return words.length > 1
    ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
    : (words[0] ?? 'no findings');
}

function noun(severity: Severity, count: number): string {
  const word = severity === 'info' ? 'note' : severity;
  return count === 1 ? word : `${word}s`;
}
