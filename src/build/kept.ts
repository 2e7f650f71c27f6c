/**
 * A folder of small results kept between runs, each under the digest of all it was computed from. It is never relied
 * on: what is missing or damaged is computed again, and a folder that cannot be written keeps nothing.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Digest, sha256 } from './digest.ts';
import { systemMessage } from './output-folder.ts';

/** Entries that stay; the oldest go first. */
const mostEntries = 20;
const ending = '.json';

/** The text kept under a key, if it is the text that was written. */
export function readKept(folder: string, key: Digest): string | undefined {
  let file: string;
  try {
    file = readFileSync(join(folder, key + ending), 'utf8');
  } catch {
    return undefined;
  }
  // The digest of the rest comes first, so that half a file, or another's, is not taken for a whole one.
  const end = file.indexOf('\n');
  const text = file.slice(end + 1);
  return file.slice(0, end) === sealOf(key, text) ? text : undefined;
}

/** Keeps a text. A system that does not let it be written is no fault: the next run is only slower. */
export function keep(folder: string, key: Digest, text: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    const beside = join(folder, `${key}.${process.pid}.tmp`);
    writeFileSync(beside, `${sealOf(key, text)}\n${text}`);
    renameSync(beside, join(folder, key + ending));
    dropOldest(folder);
  } catch (error) {
    systemMessage(error);
  }
}

function sealOf(key: Digest, text: string): Digest {
  return sha256(`${key}\n${text}`);
}

/** Also what interrupted runs left: it is old before it is in the way. */
function dropOldest(folder: string): void {
  const entries = readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? [{ path, time: stats.mtimeMs }] : [];
  });
  entries.sort((a, b) => b.time - a.time);
  for (const { path } of entries.slice(mostEntries)) rmSync(path, { force: true });
}
