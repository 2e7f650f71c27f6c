/**
 * The output folder. Files are written beside the old ones, and only when all of them are there do they take their
 * places, by renaming; the manifest comes last. Whatever fails before that leaves the folder as it was.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { byCodeUnit } from './digest.ts';

const temporary = '.tmp-';
const lockName = `${temporary}lock`;

export interface OutputFolder {
  /** The bytes of a finished file, undefined when it is not there. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Writes a file beside the finished ones; it is not seen until `publish`. */
  readonly stage: (path: string, bytes: Uint8Array | string) => void;
  /** Puts the staged files into their places, in the order of staging, and removes the files named. */
  readonly publish: (removed: readonly string[]) => void;
  /** Removes what was staged and not published, and lets other builds in. */
  readonly close: () => void;
}

/** Opens a folder for one build at a time; a sentence when another one has it or it cannot be written. */
export function openOutput(folder: string): OutputFolder | string {
  try {
    mkdirSync(folder, { recursive: true });
    const holder = takeLock(join(folder, lockName));
    if (holder !== undefined) return `another build (process ${holder}) is writing into this folder`;
    return outputFolder(folder);
  } catch (error) {
    return systemMessage(error);
  }
}

/** What the operating system said, in its own words. Anything else is a bug and thrown on. */
export function systemMessage(error: unknown): string {
  if (error instanceof Error && 'syscall' in error) return error.message;
  throw error;
}

function outputFolder(folder: string): OutputFolder {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(temporary) && name !== lockName) rmSync(join(folder, name), { recursive: true });
  }
  const beside = mkdtempSync(join(folder, temporary));
  const staged: string[] = [];
  return {
    read: (path) => readIfThere(join(folder, path)),
    stage: (path, bytes) => {
      if (staged.includes(path)) throw new Error(`two files were staged as ${path}`);
      mkdirSync(dirname(join(beside, path)), { recursive: true });
      writeFileSync(join(beside, path), bytes);
      staged.push(path);
    },
    publish: (removed) => {
      for (const path of staged) mkdirSync(dirname(join(folder, path)), { recursive: true });
      for (const path of staged) {
        if (path === staged.at(-1)) syncFile(join(beside, path));
        renameSync(join(beside, path), join(folder, path));
      }
      for (const path of removed) removeFile(folder, path);
      staged.length = 0;
    },
    close: () => {
      rmSync(beside, { recursive: true, force: true });
      rmSync(join(folder, lockName), { force: true });
    },
  };
}

/** Takes the lock, also from a process that has died; the id of the living process that holds it otherwise. */
function takeLock(path: string): number | undefined {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return undefined;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = Number(Buffer.from(readIfThere(path) ?? []).toString());
      if (isAlive(holder)) return holder;
      rmSync(path, { force: true });
    }
  }
  return 0;
}

function isAlive(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0 || id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** On disk before the rename, so that a power cut leaves the old manifest or the new one. */
function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

function removeFile(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  const parent = dirname(path);
  if (parent === '.') return;
  const left = readdirSync(join(folder, parent)).sort(byCodeUnit);
  if (left.length === 0) rmdirSync(join(folder, parent));
}
