/** `npm run regenerate`: what the scheduled job runs: check, build, compare with the last edition, report. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hasErrors } from '../../diagnostics/outcome.ts';
import { build } from '../build.ts';
import { compareManifests, printChanges } from '../compare.ts';
import { type Manifest, manifestName, parseManifest } from '../manifest.ts';
import type { Options } from '../options.ts';
import { progressPrinter } from '../print-progress.ts';
import { startSession } from '../session.ts';
import { formatFindings, tellFindings } from '../tell.ts';
import { type ExitCode, exitCodes, type Terminal } from '../terminal.ts';
import { tellUsage } from '../usage.ts';

/** The report goes to standard output as Markdown, findings beside it, so that a job can keep the report alone. */
export async function regenerateCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  const session = startSession(options, terminal);
  if ('code' in session) {
    tellFindings(terminal, [session], options.format);
    return exitCodes.errors;
  }
  const named = options.previous !== undefined;
  const previous = readManifest(
    named ? resolve(terminal.cwd, options.previous!) : join(session.folders.out, manifestName),
  );
  if (named && !previous)
    return tellUsage(terminal, { usage: `there is no readable manifest ${options.previous}` }, 'regenerate');
  const listen = options.quiet ? () => {} : progressPrinter(terminal.err, options.why);
  const built = await build(session.open(), { folders: session.folders, options, listen, now: terminal.now });
  if ('usage' in built) return tellUsage(terminal, built, 'regenerate');
  terminal.err.write(formatFindings(session.shown(built.diagnostics), options.format, false));
  if (!built.value || hasErrors(built.diagnostics)) return exitCodes.errors;
  const { manifest } = built.value;
  terminal.out.write(printChanges(compareManifests(previous, manifest), manifest.edition));
  return exitCodes.fine;
}

function readManifest(path: string): Manifest | undefined {
  try {
    return parseManifest(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
