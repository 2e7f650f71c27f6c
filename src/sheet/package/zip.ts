/** Packages (ECMA-376 part 2): opened within limits, sealed so that the same parts give the same bytes. */
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, type Zippable, zipSync } from 'fflate';

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

/** How hard parts are pressed that are made while they are sealed: more would take longer than making them. */
const STREAM_LEVEL = 1;

/** As `sealPackage`, piece by piece; the parts of `made` are gone through when their turn comes. */
export function* sealInPieces(
  parts: Parts,
  made: ReadonlyMap<string, Iterable<Uint8Array>>,
): Generator<Uint8Array> {
  const sealed: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    sealed.push(bytes);
  });
  const names = [...parts.keys(), ...made.keys()].sort(contentTypesFirst);
  for (const name of names) {
    const pieces = made.get(name);
    const entry = new ZipDeflate(name, { level: pieces ? STREAM_LEVEL : 9 });
    Object.assign(entry, { mtime: FIRST_DAY, os: 0, attrs: 0 });
    zip.add(entry);
    for (const piece of pieces ?? [parts.get(name)!]) {
      entry.push(piece);
      yield* sealed.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* sealed.splice(0);
  }
  zip.end();
  yield* sealed.splice(0);
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

const PIECE = 1 << 16;

/** The text of a part in pieces, for parts too large for one text. */
export function* partPieces(parts: Parts, name: string): Generator<string> {
  const bytes = parts.get(name) ?? new Uint8Array(0);
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  yield decoder.decode();
}

export function setPart(parts: Parts, name: string, text: string): void {
  parts.set(name, strToU8(text));
}
