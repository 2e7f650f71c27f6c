/** For tests: a sound project with the files of a case laid over it, and commands run on it as a user runs them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCommand } from '../build/command/build.ts';
import { checkCommand } from '../build/command/check.ts';
import { byCodeUnit, sha256 } from '../build/digest.ts';
import { type Command, runCommand } from '../build/run.ts';
import type { Terminal } from '../build/terminal.ts';
import { projectFolder } from '../build/world.ts';

export const faultsFolder = fileURLToPath(new URL('faults', import.meta.url));
export const warningsFolder = fileURLToPath(new URL('warnings', import.meta.url));

/** Files by path below the project; undefined removes one. */
export type Changes = Readonly<Record<string, string | Uint8Array | undefined>>;

/** What a command said and how it ended. */
export interface Told {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

export interface FaultProject {
  /** Lays the files of a case over the project; `folder` is `faults/` when left out. */
  readonly overlay: (name: string, folder?: string) => void;
  readonly change: (changes: Changes) => void;
  /** Run the command in this process. */
  readonly build: () => Promise<Told>;
  readonly check: () => Promise<Told>;
  /** Runs the command, `build` when left out, as a process of its own. */
  readonly spawn: (command?: 'build' | 'check') => Told;
  /** Digest of every file of the output folder, hidden ones as well, by path. */
  readonly output: () => Readonly<Record<string, string>>;
  readonly clear: () => void;
}

/** A copy of `from`, by default of the sound project, in a temporary folder. */
export function openFaultProject(
  from: string = join(faultsFolder, 'base'),
): FaultProject & { folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'parkpress-fault-'));
  cpSync(from, folder, { recursive: true });
  return {
    folder,
    overlay: (name, cases = faultsFolder) =>
      cpSync(join(cases, name), folder, {
        recursive: true,
        filter: (path) => basename(path) !== 'expected.txt',
      }),
    change: (changes) => {
      for (const [path, content] of Object.entries(changes)) changeFile(join(folder, path), content);
    },
    build: () => runInMemory('build', buildCommand, folder),
    check: () => runInMemory('check', checkCommand, folder),
    spawn: (command = 'build') => runInProcess(command, folder),
    output: () => digests(join(folder, 'output')),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function changeFile(path: string, content: string | Uint8Array | undefined): void {
  mkdirSync(dirname(path), { recursive: true });
  if (content === undefined) rmSync(path);
  else writeFileSync(path, content);
}

const words = ['--data', 'data', '--templates', 'templates', '--out', 'output'];

async function runInMemory(name: 'build' | 'check', command: Command, cwd: string): Promise<Told> {
  const said = { out: '', err: '' };
  const screen = (stream: keyof typeof said) => ({
    write: (text: string) => {
      said[stream] += text;
    },
    isTerminal: false,
    columns: 80,
  });
  const terminal: Terminal = {
    out: screen('out'),
    err: screen('err'),
    cwd,
    env: {},
    now: () => 0,
    programs: () => Promise.reject(new Error(`${name} runs no program`)),
    interrupted: () => Promise.resolve(),
  };
  const exit = await runCommand(name, words, terminal, () => Promise.resolve(command));
  return { exit, ...said };
}

function runInProcess(command: string, cwd: string): Told {
  const script = join(projectFolder, `scripts/${command}.ts`);
  const args = ['--import', import.meta.resolve('tsx'), script, ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { exit: status, out: stdout, err: stderr };
}

function digests(top: string): Readonly<Record<string, string>> {
  const entries = readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort(byCodeUnit);
  return Object.fromEntries(paths.map((path) => [relative(top, path), sha256(readFileSync(path))]));
}
