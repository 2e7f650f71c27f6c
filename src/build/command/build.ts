/** `npm run build`: make every publication into the output folder. */
import { hasErrors } from '../../diagnostics/outcome.ts';
import { build } from '../build.ts';
import type { Options } from '../options.ts';
import { progressPrinter } from '../print-progress.ts';
import { summaryOf } from '../print-summary.ts';
import { startSession } from '../session.ts';
import { tellFindings } from '../tell.ts';
import { type ExitCode, exitCodes, type Terminal } from '../terminal.ts';
import { tellUsage } from '../usage.ts';

export async function buildCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  const start = terminal.now();
  const session = startSession(options, terminal);
  if ('code' in session) {
    tellFindings(terminal, [session], options.format);
    return exitCodes.errors;
  }
  const listen = options.quiet ? () => {} : progressPrinter(terminal.err, options.why);
  const built = await build(session.open(), { folders: session.folders, options, listen, now: terminal.now });
  if ('usage' in built) return tellUsage(terminal, built, 'build');
  // Notes are what `check` is for: with a build they would bury what has to be mended.
  const notes = built.diagnostics.filter(({ severity }) => severity === 'info').length;
  const isPretty = options.format === 'pretty';
  const told = isPretty ? built.diagnostics.filter(({ severity }) => severity !== 'info') : built.diagnostics;
  tellFindings(terminal, session.shown(told), options.format);
  if (!built.value || hasErrors(built.diagnostics)) return exitCodes.errors;
  if (!options.quiet && isPretty) {
    const { selected } = built.value;
    terminal.out.write(
      summaryOf(built.value, session.folders.out, terminal.cwd, terminal.now() - start, (path) =>
        selected.includes(path),
      ),
    );
    if (notes > 0) terminal.out.write(`${notes} notes on the data: npm run check prints them\n`);
  }
  return exitCodes.fine;
}
