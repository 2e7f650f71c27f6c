/** Packages (ECMA-376 part 2): opened within limits, sealed so that the same parts give the same bytes. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Parts by their name without the leading `/`. */
export type Parts = Map<string, Uint8Array>;

const MAX_PARTS = 10_000;
const MAX_BYTES = 1 << 30;

/** The parts of a package; undefined when the bytes are no readable zip or unpack to more than a gigabyte. */
export function openPackage(bytes: Uint8Array): Parts | undefined {
  let total = 0;
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        count += 1;
        if (total > MAX_BYTES || count > MAX_PARTS) throw new RangeError('the package is too large');
        return !file.name.endsWith('/');
      },
    });
    return new Map(Object.entries(files));
  } catch {
    return undefined;
  }
}

/** DOS times know no zone: midnight of the first day they can tell, wherever the build runs. */
const FIRST_DAY = new Date(1980, 0, 1, 0, 0, 0);

/** One zip: content types first, then by name; no folders, fixed times. */
export function sealPackage(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const name of [...parts.keys()].sort(contentTypesFirst)) {
    files[name] = [parts.get(name)!, { mtime: FIRST_DAY, level: 9, os: 0, attrs: 0 }];
  }
  return zipSync(files);
}

const CONTENT_TYPES = '[Content_Types].xml';

function contentTypesFirst(a: string, b: string): number {
  if (a === CONTENT_TYPES || b === CONTENT_TYPES) return a === b ? 0 : a === CONTENT_TYPES ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

export function partText(parts: Parts, name: string): string | undefined {
  const bytes = parts.get(name);
  return bytes && strFromU8(bytes);
}

export function setPart(parts: Parts, name: string, text: string): void {
  parts.set(name, strToU8(text));
}
