/**
 * Files on disk behind a sandbox: only mounted folders and installed packages can be read, links that lead out of
 * them are refused, and so are files beyond a size. Every file is read once and remembered.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Files } from '../world.ts';
import { byCodeUnit } from './digest.ts';

/** `prefix` is what paths begin with (`data/`, or nothing), `folder` where they are on disk. */
export interface Mount {
  readonly prefix: string;
  readonly folder: string;
}

/** A path that may not be read, and why. */
export interface Refusal {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly help: string;
}

export interface NodeFiles extends Files {
  /** What was asked for and refused, in the order of the first asking. */
  readonly refusals: () => readonly Refusal[];
  /** Paths that were asked for, and the bytes that were given; undefined for those that are not there. */
  readonly asked: () => ReadonlyMap<string, Uint8Array | undefined>;
}

/** The largest CJK font collections are near 20 MB. */
const largestFile = 64 * 1024 * 1024;
const mostFiles = 20_000;
const deepest = 16;

/** `packages` is the `node_modules` folder behind `npm:` paths. */
export function createNodeFiles(mounts: readonly Mount[], packages: string): NodeFiles {
  const asked = new Map<string, Uint8Array | undefined>();
  const refused = new Map<string, Refusal>();
  const tops = new Map<string, string | undefined>();
  /** The real path of a mounted folder, which stays where it is as long as these files are read. */
  const topOf = (folder: string): string | undefined => {
    if (!tops.has(folder)) tops.set(folder, realPath(folder));
    return tops.get(folder);
  };
  const refuse = (path: string, code: string, message: string, help: string): undefined => {
    if (!refused.has(path)) refused.set(path, { path, code, message, help });
    return undefined;
  };

  const read = (path: string): Uint8Array | undefined => {
    const place = locate(path, mounts, packages);
    if (!place)
      return refuse(
        path,
        'B001',
        `"${path}" is outside the folders of this build`,
        'Move the file into the templates folder, or use npm:PACKAGE/FILE.',
      );
    const real = realPath(join(place.folder, place.rest));
    if (real === undefined) return undefined;
    if (!isInside(real, topOf(place.folder))) {
      return refuse(
        path,
        'B001',
        `"${path}" is a link that leads out of its folder`,
        'Put the file itself there.',
      );
    }
    const stats = statSync(real, { throwIfNoEntry: false });
    if (!stats?.isFile()) return undefined;
    if (stats.size > largestFile) {
      return refuse(
        path,
        'B002',
        `"${path}" has ${Math.ceil(stats.size / 1e6)} MB; at most ${largestFile / 1048576} MiB are read`,
        'Use a smaller file.',
      );
    }
    return readable(real);
  };

  return {
    read: (path) => {
      if (!asked.has(path)) asked.set(path, read(path));
      return asked.get(path);
    },
    list: (folder) => {
      const place = locate(folder.endsWith('/') ? folder : `${folder}/`, mounts, packages);
      if (!place) return [];
      const top = join(place.folder, place.rest);
      const base = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
      return isInside(realPath(top), realPath(place.folder)) ? listBelow(top, base) : [];
    },
    refusals: () => [...refused.values()],
    asked: () => asked,
  };
}

/** The mount that a path belongs to and what is left of it; undefined for paths that climb or hide. */
function locate(
  path: string,
  mounts: readonly Mount[],
  packages: string,
): { folder: string; rest: string } | undefined {
  const inPackage = path.startsWith('npm:');
  const mount = inPackage
    ? { prefix: 'npm:', folder: packages }
    : mounts.find(({ prefix }) => path.startsWith(prefix));
  if (!mount) return undefined;
  const rest = path.slice(mount.prefix.length);
  const isPlain =
    !rest.startsWith('/') && !rest.includes('\\') && !rest.includes('\0') && !rest.split('/').includes('..');
  return isPlain ? { folder: mount.folder, rest } : undefined;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function readable(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function isInside(path: string | undefined, folder: string | undefined): path is string {
  return (
    path !== undefined &&
    folder !== undefined &&
    (path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
  );
}

/** All files below a folder as paths with `/`, sorted by code unit. Hidden ones and folders behind links are left out. */
function listBelow(top: string, base: string): readonly string[] {
  const found: string[] = [];
  const open = [{ folder: top, path: base, depth: 0 }];
  for (let next = open.pop(); next !== undefined && found.length < mostFiles; next = open.pop()) {
    for (const entry of entriesOf(next.folder)) {
      if (entry.name.startsWith('.')) continue;
      const path = next.path + entry.name;
      if (entry.isDirectory() && next.depth < deepest)
        open.push({ folder: join(next.folder, entry.name), path: `${path}/`, depth: next.depth + 1 });
      else if (entry.isFile() || entry.isSymbolicLink()) found.push(path);
    }
  }
  return found.sort(byCodeUnit);
}

function entriesOf(folder: string): ReturnType<typeof readEntries> {
  try {
    return readEntries(folder);
  } catch {
    return [];
  }
}

function readEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}
