/** How findings reach the user: one printer per format. */
import { assertNever } from '../diagnostics/assert-never.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printGithub } from '../diagnostics/print-github.ts';
import { printJson } from '../diagnostics/print-json.ts';
import { printPretty } from '../diagnostics/print-pretty.ts';
import type { Format, UsageFault } from './options.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

/** The text of findings in a format; empty when there is nothing to say for people. */
export function formatFindings(diagnostics: readonly Diagnostic[], format: Format, color: boolean): string {
  switch (format) {
    case 'pretty':
      return diagnostics.length === 0 ? '' : printPretty(diagnostics, { color });
    case 'json':
      return printJson(diagnostics);
    case 'github':
      return printGithub(diagnostics);
    default:
      return assertNever(format);
  }
}

/** Prints findings to standard output. Colours on a terminal, unless NO_COLOR is set (no-color.org). */
export function tellFindings(terminal: Terminal, diagnostics: readonly Diagnostic[], format: Format): void {
  const color = terminal.out.isTerminal && !terminal.env.NO_COLOR;
  const text = formatFindings(diagnostics, format, color);
  if (text !== '') terminal.out.write(text);
}

/** Prints what is wrong with the use of a command, to standard error. */
export function tellUsage(terminal: Terminal, { usage }: UsageFault, command: string): ExitCode {
  terminal.err.write(`${usage}\nSee npm run ${command} -- --help\n`);
  return exitCodes.usage;
}
