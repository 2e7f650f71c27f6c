/** How findings reach the user: one printer per format. */
import { assertNever } from '../diagnostics/assert-never.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Extras } from '../diagnostics/extras.ts';
import { printGithub } from '../diagnostics/print-github.ts';
import { printJson } from '../diagnostics/print-json.ts';
import { printJunit } from '../diagnostics/print-junit.ts';
import { printMarkdown } from '../diagnostics/print-markdown.ts';
import { printPretty } from '../diagnostics/print-pretty.ts';
import { printSarif } from '../diagnostics/print-sarif.ts';
import type { Format } from './options.ts';
import type { Terminal } from './terminal.ts';

/** The text of findings in a format; empty when there is nothing to say for people. */
export function formatFindings(
  diagnostics: readonly Diagnostic[],
  format: Format,
  color: boolean,
  extras: Extras = {},
): string {
  switch (format) {
    case 'pretty':
      return diagnostics.length === 0 ? '' : printPretty(diagnostics, { ...extras, color });
    case 'json':
      return printJson(diagnostics, extras);
    case 'github':
      return printGithub(diagnostics);
    case 'sarif':
      return printSarif(diagnostics, extras);
    case 'junit':
      return printJunit(diagnostics, extras);
    case 'markdown':
      return printMarkdown(diagnostics, extras);
    default:
      return assertNever(format);
  }
}

/**
 * Prints findings to standard output. Colours on a terminal, unless NO_COLOR is set (no-color.org).
 * `extras` are the pages of codes and what the rules said, where a command knows them.
 */
export function tellFindings(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  format: Format,
  extras: Extras = {},
): void {
  const color = terminal.out.isTerminal && !terminal.env.NO_COLOR;
  const text = formatFindings(diagnostics, format, color, extras);
  if (text !== '') terminal.out.write(text);
}
