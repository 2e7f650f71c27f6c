/** Messages as workflow commands, which GitHub shows beside the changed lines. */
import { arrange } from './arrange.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { positionOf } from './position.ts';

/** GitHub shows ten annotations of each level per step and drops the rest in silence. */
const mostPerLevel = 10;

const levels: readonly (readonly [Severity, string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'notice'],
];

/** At most ten annotations of each level; a plain log line counts what was withheld. */
export function printGithub(diagnostics: readonly Diagnostic[]): string {
  const arranged = arrange(diagnostics);
  const lines = levels.flatMap(([severity, level]) => {
    const all = arranged.filter((diagnostic) => diagnostic.severity === severity);
    const shown = all.slice(0, mostPerLevel).map((diagnostic) => annotation(level, diagnostic));
    const withheld = all.length - shown.length;
    return withheld > 0
      ? [
          ...shown,
          `${withheld} more of level ${level} are not annotated: GitHub shows ${mostPerLevel} per step.`,
        ]
      : shown;
  });
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(level: string, { code, message, help, primary }: Diagnostic): string {
  const text = escapeData(help ? `${message}\n${help}` : message);
  const properties = [...(primary ? placeOf(primary.span) : []), `title=${escapeProperty(code)}`];
  return `::${level} ${properties.join(',')}::${text}`;
}

function placeOf(span: NonNullable<Diagnostic['primary']>['span']): readonly string[] {
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
