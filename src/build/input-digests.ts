/** Digests of what runs depend on: data and templates, the installed packages, the program itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../world.ts';
import { type Digest, sha256 } from './digest.ts';
import { digestOfFiles } from './fingerprint.ts';

export type Digests = ReadonlyMap<string, Digest>;

/** Every readable file below a folder, by path. */
export function digestsBelow(files: Files, folder: string): Digests {
  const digests = new Map<string, Digest>();
  for (const path of files.list(folder)) {
    const bytes = files.read(path);
    if (bytes) digests.set(path, sha256(bytes));
  }
  return digests;
}

/** The lock file names every package with its version and digest. */
export function digestOfPackages(project: string): Digest {
  return sha256(readFileSync(join(project, 'package-lock.json')));
}

/** Every file of the program but tests: a change of any of them may change every output. */
export function digestOfProgram(project: string): Digest {
  const top = join(project, 'src');
  const digests = new Map<string, Digest>();
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of readdirSync(join(top, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== 'golden') open.push(path);
      else if (entry.isFile() && !/\.(?:test\.ts|md)$/.test(entry.name))
        digests.set(path, sha256(readFileSync(join(top, path))));
    }
  }
  return digestOfFiles(digests);
}
