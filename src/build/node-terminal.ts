/** The terminal of this process. */
import { join } from 'node:path';
import type { Screen } from './print-progress.ts';
import { exitCodes, type RunProgram, type Terminal } from './terminal.ts';
import { packagesFolder, projectFolder } from './world.ts';

/** `programs` loads what runs other programs; commands that run none leave it out. */
export function nodeTerminal(programs: () => Promise<RunProgram>): Terminal {
  return {
    out: screenOf(process.stdout),
    err: screenOf(process.stderr),
    cwd: process.cwd(),
    env: process.env,
    cache: join(packagesFolder(projectFolder), '.cache', 'parkpress'),
    now: () => performance.now(),
    programs,
    interrupted: () => new Promise((resolve) => process.once('SIGINT', () => resolve())),
  };
}

/** A reader that has seen enough (`| head`) closes the stream: what is still written to it is nobody's loss. A full disk ends the run. */
function screenOf(stream: NodeJS.WriteStream): Screen {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream !== process.stderr)
      process.stderr.write(`What was found cannot be written: ${error.message}.\n`);
    process.exit(exitCodes.errors);
  });
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
  };
}
