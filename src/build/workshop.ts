/** Scratch folders in which other programs look at finished files. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Workshop } from '../sheet/verify/index.ts';
import type { RunProgram } from './terminal.ts';

/** A folder of its own for every use, removed afterwards. */
export async function inWorkshop<T>(run: RunProgram, use: (workshop: Workshop) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'parkpress-verify-'));
  const workshop: Workshop = {
    folder,
    run: (command, args) => run(command, args, { cwd: folder }),
    write: async (path, content) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    read: async (path) => bytesIfThere(join(folder, path)),
  };
  try {
    return await use(workshop);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function bytesIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
