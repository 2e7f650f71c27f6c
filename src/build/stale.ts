/** Which targets have to be made again, and because of what. */
import type { Digest } from './digest.ts';
import { changedPart, fingerprintOf, type PartName, type Parts, partReasons } from './fingerprint.ts';
import type { Manifest } from './manifest.ts';

export interface KeyedTarget {
  readonly path: string;
  readonly parts: Parts;
  /** The files behind each part that has files. */
  readonly files: Readonly<Partial<Record<PartName, ReadonlyMap<string, Digest>>>>;
}

/**
 * Why a target must be made, as a sentence; undefined when it is up to date. `digestNow` is that of the file on
 * disk, undefined when there is none.
 */
export function whyStale(
  target: KeyedTarget,
  old: Manifest | undefined,
  digestNow: Digest | undefined,
  force: boolean,
): string | undefined {
  if (force) return 'asked for with --force';
  const before = old?.targets.find(({ path }) => path === target.path);
  if (!old || !before) return 'it is new';
  if (before.fingerprint !== fingerprintOf(target.path, target.parts))
    return whatChanged(before.parts, target, old);
  if (digestNow === undefined) return 'the file is missing';
  return digestNow === before.sha256 ? undefined : 'the file was changed by something else';
}

function whatChanged(before: Parts, target: KeyedTarget, old: Manifest): string {
  const part = changedPart(before, target.parts);
  if (part === undefined) return 'fingerprints are computed in another way now';
  const files = target.files[part];
  const known = new Map(old.inputs.map((input) => [input.path, input.sha256]));
  for (const [path, digest] of files ?? []) {
    if (!known.has(path)) return `${path} was added`;
    if (known.get(path) !== digest) return `${path} changed`;
  }
  return `something changed in ${partReasons[part]}`;
}
