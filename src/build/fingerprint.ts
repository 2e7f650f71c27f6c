/** The key of a target: everything its bytes depend on, each part with the reason why it belongs. */
import { canonicalJson, type Digest, sha256 } from './digest.ts';

/** What a file is made from. Two targets with equal parts have equal bytes. */
export const partReasons = {
  parkpress: 'the program that makes it',
  packages: 'the libraries and fonts that are installed',
  parameters: 'the date and the language it is made for',
  publication: 'the data that its template can print',
  attachment: 'the data file that is attached to it',
  template: 'the files of its template, and those that templates share',
  pictures: 'the pictures and other files among the data',
} as const;

export type PartName = keyof typeof partReasons;
export type Parts = Readonly<Record<PartName, Digest>>;

/** Raised when fingerprints are computed in another way. */
const format = 1;

export function fingerprintOf(path: string, parts: Parts): Digest {
  return sha256(canonicalJson({ format, path, parts }));
}

/** The digest of a set of files by path; order does not matter. */
export function digestOfFiles(files: ReadonlyMap<string, Digest>): Digest {
  return sha256(canonicalJson(Object.fromEntries(files)));
}

/** The first part that differs, in the order in which people would look. */
export function changedPart(before: Parts, after: Parts): PartName | undefined {
  const order: readonly PartName[] = [
    'publication',
    'attachment',
    'template',
    'pictures',
    'parameters',
    'packages',
    'parkpress',
  ];
  return order.find((name) => before[name] !== after[name]);
}
