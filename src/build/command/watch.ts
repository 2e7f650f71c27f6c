/** `npm run watch`: rebuild what a saved file affects. Fingerprints decide what that is. */
import { relative } from 'node:path';
import type { Options } from '../options.ts';
import { startSession } from '../session.ts';
import { tellFindings } from '../tell.ts';
import { type ExitCode, exitCodes, type Terminal } from '../terminal.ts';
import { buildCommand } from './build.ts';

/** Editors write a file in several steps; what is saved within this time is one change. */
const settle = 50;

export async function watchCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  const session = startSession(options, terminal);
  if ('code' in session) {
    tellFindings(terminal, [session], options.format);
    return exitCodes.errors;
  }
  const first = await buildCommand(options, terminal);
  if (first === exitCodes.usage) return first;
  const { watch } = await import('chokidar');
  const { data, templates } = session.folders;
  const watcher = watch([data, templates], {
    ignoreInitial: true,
    ignored: (path) => /(^|[/\\])\.[^/\\]*$/.test(relative(terminal.cwd, path)),
  });
  const turn = oneAtATime(async () => {
    await buildCommand({ ...options, why: true, force: false }, terminal);
  });
  watcher.on('all', () => turn());
  terminal.err.write('watching data and templates; Ctrl-C ends\n');
  await terminal.interrupted();
  await watcher.close();
  await turn.idle();
  return exitCodes.fine;
}

/** Calls that come while one is running are one more run after it. */
function oneAtATime(work: () => Promise<void>): (() => void) & { readonly idle: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const call = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work);
    }, settle);
  };
  const idle = (): Promise<void> => {
    clearTimeout(timer);
    return running;
  };
  return Object.assign(call, { idle });
}
