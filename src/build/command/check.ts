/**
 * `npm run check`: validate data and templates, print findings, write nothing but what makes the next check quick.
 * When nothing has changed since a check, what that one printed is printed again; all else is loaded only if needed.
 */

import { join } from 'node:path';
import type { CheckReport } from '../check.ts';
import { checkKey } from '../check-key.ts';
import { keep, readKept } from '../kept.ts';
import type { Options } from '../options.ts';
import { startSession } from '../session.ts';
import { type ExitCode, exitCodes, type Terminal } from '../terminal.ts';
import { tellUsage } from '../usage.ts';

export async function checkCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  if (options.explain !== undefined) return explainCode(options.explain, terminal);
  const session = startSession(options, terminal);
  if ('code' in session) {
    const { tellFindings } = await import('../tell.ts');
    tellFindings(terminal, [session], options.format);
    return exitCodes.errors;
  }
  const world = session.open();
  const color = terminal.out.isTerminal && !terminal.env.NO_COLOR;
  const showing = { cwd: terminal.cwd, color, shown: session.shown };
  const key = terminal.cache === undefined ? undefined : checkKey(world, session, options, showing);
  const folder = join(terminal.cache ?? '', 'check');
  const kept = key && !options.force ? parseReport(readKept(folder, key.digest)) : undefined;
  if (kept) return tell(kept, terminal);
  const { check } = await import('../check.ts');
  const report = await check(world, options, showing);
  if ('usage' in report) return tellUsage(terminal, report, 'check');
  if (key?.covers()) keep(folder, key.digest, JSON.stringify(report));
  return tell(report, terminal);
}

function tell({ text, failed }: CheckReport, { out }: Terminal): ExitCode {
  if (text !== '') out.write(text);
  return failed ? exitCodes.errors : exitCodes.fine;
}

function parseReport(kept: string | undefined): CheckReport | undefined {
  // Its digest says that this program has written it.
  return kept === undefined ? undefined : (JSON.parse(kept) as CheckReport);
}

async function explainCode(code: string, terminal: Terminal): Promise<ExitCode> {
  const { explain } = await import('../explain.ts');
  const page = await explain(code);
  if (typeof page !== 'string') return tellUsage(terminal, page, 'check');
  terminal.out.write(page);
  return exitCodes.fine;
}
