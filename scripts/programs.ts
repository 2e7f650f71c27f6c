/** How commands run other programs: zx, loaded only when the first program is needed. */
import type { Readable } from 'node:stream';
import type { RunProgram } from '../src/build/terminal.ts';

/** What a shell answers when it finds no such program (POSIX 2.8.2). */
const notFound = 127;

export async function programsByZx(): Promise<RunProgram> {
  const { $ } = await import('zx/core');
  return async (command, args, { cwd, env } = {}) => {
    const shell = $({ nothrow: true, quiet: true, ...(cwd && { cwd }), env: { ...process.env, ...env } });
    const running = shell`${command} ${[...args]}`;
    const stdout = gather(running.stdout);
    const stderr = gather(running.stderr);
    const { exitCode } = await running;
    if (exitCode === notFound) return undefined;
    return { status: exitCode ?? 1, stdout: stdout(), stderr: stderr() };
  };
}

/** All that a stream gave, as text. zx decodes piece by piece and so breaks characters that two pieces share. */
function gather(stream: Readable): () => string {
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  return () => Buffer.concat(pieces).toString('utf8');
}
