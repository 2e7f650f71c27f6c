/** Packages (ECMA-376 part 2): opened within limits, sealed so that the same parts give the same bytes. */
import {
  AsyncDeflate,
  strFromU8,
  strToU8,
  unzipSync,
  Zip,
  ZipDeflate,
  ZipPassThrough,
  type Zippable,
  zipSync,
} from 'fflate';

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

/**
 * How parts are compressed that are made while they are sealed: harder takes longer than making them, and a larger table
 * of hashes would not stay in the cache beside what is made meanwhile.
 */
const QUICK = { level: 3, mem: 2 } as const;

/** Takes the bytes of a package as they are made; the next come when its promise is kept. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

/** As `sealPackage`, piece by piece; the parts of `made` are gone through when their turn comes. */
export async function sealInPieces(
  parts: Parts,
  made: ReadonlyMap<string, Iterable<Uint8Array>>,
  sink: Sink,
): Promise<void> {
  const sealed: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    sealed.push(bytes);
  });
  const handOut = async (): Promise<void> => {
    for (const bytes of sealed.splice(0)) await sink(bytes);
  };
  for (const name of [...parts.keys(), ...made.keys()].sort(contentTypesFirst)) {
    const pieces = made.get(name);
    if (pieces) await addMade(zip, name, pieces, handOut);
    else {
      const entry = Object.assign(new ZipDeflate(name, { level: 9 }), PLAIN);
      zip.add(entry);
      entry.push(parts.get(name)!, true);
    }
    await handOut();
  }
  zip.end();
  await handOut();
}

const PLAIN = { mtime: FIRST_DAY, os: 0, attrs: 0 };
/** Bytes that may wait for their compression. */
const QUEUE = 1 << 20;

/** A part that is compressed in a thread of its own while it is made. */
async function addMade(
  zip: Zip,
  name: string,
  pieces: Iterable<Uint8Array>,
  handOut: () => Promise<void>,
): Promise<void> {
  const deflate = new AsyncDeflate(QUICK);
  const process = (piece: Uint8Array, isLast: boolean): void => deflate.push(piece, isLast);
  const entry = Object.assign(new ZipPassThrough(name), PLAIN, { compression: 8, process });
  let failed: Error | null = null;
  let isDone = false;
  let wake = (): void => {};
  deflate.ondata = (error, bytes, isLast) => {
    failed = error;
    isDone = isLast;
    if (!error) entry.ondata(null, bytes, isLast);
    wake();
  };
  deflate.ondrain = () => wake();
  const until = async (isReached: () => boolean): Promise<void> => {
    while (!isReached() && !failed)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    if (failed) throw failed;
    await handOut();
  };
  zip.add(entry);
  try {
    for (const piece of pieces) {
      entry.push(piece);
      if (deflate.queuedSize > QUEUE) await until(() => deflate.queuedSize <= QUEUE);
    }
    entry.push(new Uint8Array(0), true);
    await until(() => isDone);
  } finally {
    deflate.terminate();
  }
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
