/** Messages as workflow commands, which GitHub shows beside the changed lines. */
import { arrange, countBySeverity, countWords, rankBySeverity } from './arrange.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { positionOf } from './position.ts';
import type { Span } from './span.ts';

/** GitHub shows ten annotations of each level for a step, and fifty for a job. */
const mostOfLevel = 10;
const mostInAll = 50;

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** The annotations GitHub has room for, errors first; a plain line of the log counts what was withheld. */
export function printGithub(diagnostics: readonly Diagnostic[]): string {
  const ranked = rankBySeverity(arrange(diagnostics));
  const shown = (['error', 'warning', 'info'] as const)
    .flatMap((severity) => ranked.filter((each) => each.severity === severity).slice(0, mostOfLevel))
    .slice(0, mostInAll);
  const lines = shown.map(annotation);
  if (shown.length < ranked.length) {
    const kept = new Set(shown);
    const withheld = countWords(countBySeverity(ranked.filter((each) => !kept.has(each))));
    lines.push(
      `Not annotated: ${withheld}. GitHub shows ${mostOfLevel} of each level; --format json has them all.`,
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}

function annotation({ code, severity, message, help, primary }: Diagnostic): string {
  const text = escapeData(help ? `${message}\n${help}` : message);
  const properties = [...(primary ? placeOf(primary.span) : []), `title=${escapeProperty(code)}`];
  return `::${levels[severity]} ${properties.join(',')}::${text}`;
}

function placeOf(span: Span): readonly string[] {
  const start = positionOf(span.source, span.start);
  const end = positionOf(span.source, span.end);
  const place = [`file=${escapeProperty(span.source.path)}`, `line=${start.line}`, `endLine=${end.line}`];
  // GitHub takes columns only when the range stays on one line.
  return start.line === end.line ? [...place, `col=${start.column}`, `endColumn=${end.column}`] : place;
}

/** As actions/toolkit escapes the text of a command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
