/** The key of a whole check: everything that what it prints depends on. */
import { canonicalJson, type Digest, sha256 } from './digest.ts';
import { type Digests, digestOfPackages, digestOfProgram, digestsBelow } from './input-digests.ts';
import type { Options } from './options.ts';
import type { Session } from './session.ts';
import type { NodeWorld } from './world.ts';

export interface CheckKey {
  readonly digest: Digest;
  /** True as long as the run has read nothing that the digest does not cover. */
  readonly covers: () => boolean;
}

/** `cwd` is in the key since messages name files as seen from there, `color` since it stands in the text. */
export function checkKey(
  world: NodeWorld,
  { folders }: Session,
  options: Options,
  { cwd, color }: { cwd: string; color: boolean },
): CheckKey {
  const files: Digests = new Map([
    ...digestsBelow(world.files, 'data'),
    ...digestsBelow(world.files, 'templates'),
  ]);
  const { only, lang, format, pages, why, quiet } = options;
  const parts = {
    program: digestOfProgram(folders.project),
    packages: digestOfPackages(folders.project),
    node: process.versions.node,
    date: world.date,
    folders,
    cwd,
    options: { only, lang, format, pages, why, quiet, color },
    files: Object.fromEntries(files),
    refused: world.files.refusals(),
  };
  return {
    digest: sha256(canonicalJson(parts)),
    covers: () =>
      [...world.files.asked()].every(([path, bytes]) => isCovered(path, bytes !== undefined, files)),
  };
}

/** Hidden files are read when a template names them, and never listed. Packages are covered by the lock file. */
function isCovered(path: string, isThere: boolean, files: Digests): boolean {
  if (path.startsWith('npm:')) return true;
  return isThere ? files.has(path) : !path.split('/').some((name) => name.startsWith('.'));
}
