/** `output/manifest.json`: what was made, from what, and how to tell that it is still so. */
import { byCodeUnit, type Digest } from './digest.ts';
import { type PartName, type Parts, partReasons } from './fingerprint.ts';

export interface ManifestInput {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly sha256: Digest;
  readonly why: string;
}

export interface ManifestTarget {
  /** Below the output folder. */
  readonly path: string;
  readonly park: string;
  readonly template: string;
  readonly lang: string;
  readonly fingerprint: Digest;
  readonly parts: Parts;
  readonly bytes: number;
  readonly sha256: Digest;
}

export interface Manifest {
  readonly format: 1;
  readonly parkpress: string;
  readonly edition: { readonly name: string; readonly date: string };
  readonly inputs: readonly ManifestInput[];
  readonly targets: readonly ManifestTarget[];
}

export const manifestName = 'manifest.json';
export const sumsName = 'SHA256SUMS';

/** The text of a manifest, its lists sorted by path. Equal manifests give equal texts. */
export function printManifest(manifest: Manifest): string {
  const byPath = (a: { path: string }, b: { path: string }): number => byCodeUnit(a.path, b.path);
  const sorted = {
    ...manifest,
    inputs: [...manifest.inputs].sort(byPath),
    targets: [...manifest.targets].sort(byPath),
  };
  return `${JSON.stringify(sorted, undefined, 2)}\n`;
}

/** What `sha256sum -c SHA256SUMS` reads, run in the output folder. */
export function printSums(files: readonly { readonly path: string; readonly sha256: Digest }[]): string {
  return [...files]
    .sort((a, b) => byCodeUnit(a.path, b.path))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}

/** Reads a manifest back; undefined when it is damaged or of another format. */
export function parseManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || value.format !== 1 || typeof value.parkpress !== 'string') return undefined;
  const { edition, inputs, targets } = value;
  const sound =
    isObject(edition) &&
    hasStrings(edition, ['name', 'date']) &&
    Array.isArray(inputs) &&
    inputs.every((input) => isObject(input) && hasStrings(input, ['path', 'sha256', 'why'])) &&
    Array.isArray(targets) &&
    targets.every(isTarget);
  return sound ? (value as unknown as Manifest) : undefined;
}

function isTarget(value: unknown): boolean {
  if (!isObject(value) || !hasStrings(value, ['path', 'park', 'template', 'lang', 'fingerprint', 'sha256']))
    return false;
  // A path from a file is not trusted: it must stay below the output folder.
  const path = value.path as string;
  if (
    path.startsWith('/') ||
    path.includes('\\') ||
    path.split('/').some((name) => name === '' || name.startsWith('.'))
  )
    return false;
  return (
    typeof value.bytes === 'number' &&
    isObject(value.parts) &&
    hasStrings(value.parts, Object.keys(partReasons) as PartName[])
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function hasStrings(object: Record<string, unknown>, keys: readonly string[]): boolean {
  return keys.every((key) => typeof object[key] === 'string');
}
