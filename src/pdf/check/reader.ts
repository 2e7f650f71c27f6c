/** Reads the structure of a finished file (ISO 32000-1, 7.5): cross-reference, objects, streams. */
import { inflateSync } from 'node:zlib';
import { createLexer, DamagedPdf, isKeyword } from './lexer.ts';
import { type Dict, isArray, isName, kindOf, type PdfObject, type Ref, type Stream } from './objects.ts';

export interface PdfReader {
  readonly bytes: Uint8Array;
  readonly trailer: Dict;
  /** All object numbers in use. */
  readonly ids: readonly number[];
  /** Follows references; undefined for what does not exist. */
  readonly resolve: (value: PdfObject | undefined) => PdfObject | undefined;
  /** The resolved entry of a dictionary or stream dictionary. */
  readonly get: (holder: PdfObject | undefined, ...path: readonly string[]) => PdfObject | undefined;
  readonly array: (holder: PdfObject | undefined, ...path: readonly string[]) => readonly PdfObject[];
  /** The decoded bytes of a stream whose filters we know; undefined for images. */
  readonly data: (stream: Stream) => Uint8Array | undefined;
}

type Place =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** Throws `DamagedPdf` with a sentence when the file cannot be read at all. */
export function readPdf(bytes: Uint8Array): PdfReader {
  const places = new Map<number, Place>();
  const trailer = readCrossReferences(bytes, places);
  const objects = new Map<number, PdfObject | undefined>();
  const packs = new Map<number, readonly PdfObject[]>();
  const load = (id: number): PdfObject | undefined => {
    if (objects.has(id)) return objects.get(id);
    objects.set(id, undefined);
    const place = places.get(id);
    let value: PdfObject | undefined;
    if (place?.kind === 'offset') value = readObject(bytes, place.offset, id, resolve);
    else if (place) value = packOf(place.stream)[place.index];
    objects.set(id, value);
    return value;
  };
  const packOf = (id: number): readonly PdfObject[] => {
    const known = packs.get(id);
    if (known) return known;
    const stream = load(id);
    if (kindOf(stream) !== 'stream') throw new DamagedPdf(`Object ${id} should be an object stream.`);
    const pack = readPack(stream as Stream);
    packs.set(id, pack);
    return pack;
  };
  const resolve = (value: PdfObject | undefined): PdfObject | undefined =>
    kindOf(value) === 'ref' ? resolve(load((value as Ref).id)) : value;
  const get: PdfReader['get'] = (holder, ...path) =>
    path.reduce<PdfObject | undefined>(
      (value, key) => resolve(dictOf(value)?.entries.get(key)),
      resolve(holder),
    );
  return {
    bytes,
    trailer,
    ids: [...places.keys()].sort((a, b) => a - b),
    resolve,
    get,
    array: (holder, ...path) => {
      const value = get(holder, ...path);
      return isArray(value) ? value : [];
    },
    data: decoded,
  };
}

/** The dictionary of a dictionary or stream. */
export function dictOf(value: PdfObject | undefined): Dict | undefined {
  if (kindOf(value) === 'dict') return value as Dict;
  return kindOf(value) === 'stream' ? (value as Stream).dict : undefined;
}

function readObject(
  bytes: Uint8Array,
  offset: number,
  id: number,
  resolve: (value: PdfObject | undefined) => PdfObject | undefined,
): PdfObject {
  const lexer = createLexer(bytes, offset);
  const [number, , keyword] = [lexer.next(), lexer.next(), lexer.next()];
  if (number !== id || !isKeyword(keyword) || keyword.word !== 'obj')
    throw new DamagedPdf(`Object ${id} is not at byte ${offset}, where the cross-reference has it.`);
  const value = lexer.object();
  if (kindOf(value) !== 'dict') return value;
  const after = lexer.next();
  if (!isKeyword(after) || after.word !== 'stream') return value;
  let start = lexer.position();
  if (bytes[start] === 13) start += 1;
  if (bytes[start] === 10) start += 1;
  const length = resolve((value as Dict).entries.get('Length'));
  if (typeof length !== 'number') throw new DamagedPdf(`The stream of object ${id} has no length.`);
  return { kind: 'stream', dict: value as Dict, raw: bytes.subarray(start, start + length) };
}

/** The objects of an object stream (7.5.7). */
function readPack(stream: Stream): readonly PdfObject[] {
  const data = decoded(stream) ?? new Uint8Array();
  const first = Number(stream.dict.entries.get('First'));
  const lexer = createLexer(data);
  return Array.from({ length: Number(stream.dict.entries.get('N')) }, () => {
    lexer.next();
    return createLexer(data, first + Number(lexer.next())).object();
  });
}

function decoded(stream: Stream): Uint8Array | undefined {
  const filter = stream.dict.entries.get('Filter');
  const filters = isArray(filter) ? filter : filter === undefined ? [] : [filter];
  let data = stream.raw;
  for (const each of filters) {
    if (!isName(each, 'FlateDecode')) return undefined;
    try {
      data = inflateSync(data, { maxOutputLength: MAX_STREAM });
    } catch {
      throw new DamagedPdf('A compressed stream is damaged.');
    }
  }
  const parms = dictOf(stream.dict.entries.get('DecodeParms'));
  const columns = Number(parms?.entries.get('Columns') ?? 1);
  return Number(parms?.entries.get('Predictor') ?? 1) >= 10 ? unfiltered(data, columns) : data;
}

const MAX_STREAM = 512 * 1024 * 1024;

/** Undoes the PNG predictors None, Sub and Up for samples of one byte, as cross-reference streams use them. */
function unfiltered(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = data[row * (columns + 1)];
    for (let i = 0; i < columns; i += 1) {
      const at = row * columns + i;
      const before = filter === 2 ? (out[at - columns] ?? 0) : filter === 1 && i > 0 ? out[at - 1]! : 0;
      out[at] = data[row * (columns + 1) + 1 + i]! + before;
    }
  }
  return out;
}

/** Follows the chain of cross-reference tables and streams from the end; newer entries win. */
function readCrossReferences(bytes: Uint8Array, places: Map<number, Place>): Dict {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 1024))).toString('latin1');
  let offset: number | undefined = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  let trailer: Dict | undefined;
  const seen = new Set<number>();
  while (offset !== undefined) {
    if (!(offset >= 0 && offset < bytes.length) || seen.has(offset))
      throw new DamagedPdf('The file has no cross-reference where it says.');
    seen.add(offset);
    const section: Dict = readSection(bytes, offset, places);
    trailer ??= section;
    const previous = section.entries.get('Prev');
    offset = typeof previous === 'number' ? previous : undefined;
  }
  return trailer!;
}

function readSection(bytes: Uint8Array, offset: number, places: Map<number, Place>): Dict {
  const lexer = createLexer(bytes, offset);
  const first = lexer.next();
  if (isKeyword(first) && first.word === 'xref') return readTable(lexer, places);
  if (typeof first !== 'number') throw new DamagedPdf('The file has no cross-reference where it says.');
  const stream = readObject(bytes, offset, first, (value) => value);
  if (kindOf(stream) !== 'stream') throw new DamagedPdf('The cross-reference is not a stream.');
  readStream(stream as Stream, places);
  return (stream as Stream).dict;
}

function readTable(lexer: ReturnType<typeof createLexer>, places: Map<number, Place>): Dict {
  for (;;) {
    const start = lexer.next();
    if (isKeyword(start) && start.word === 'trailer') break;
    const count = lexer.next();
    if (typeof start !== 'number' || typeof count !== 'number')
      throw new DamagedPdf('The cross-reference table is damaged.');
    for (let id = start; id < start + count; id += 1) {
      const offset = lexer.next();
      lexer.next();
      const use = lexer.next();
      if (typeof offset !== 'number' || !isKeyword(use))
        throw new DamagedPdf('The cross-reference table is damaged.');
      if (use.word === 'n' && !places.has(id)) places.set(id, { kind: 'offset', offset });
    }
  }
  const trailer = lexer.object();
  if (kindOf(trailer) !== 'dict') throw new DamagedPdf('The file has no trailer.');
  return trailer as Dict;
}

/** A cross-reference stream (7.5.8). */
function readStream(stream: Stream, places: Map<number, Place>): void {
  const data = decoded(stream) ?? new Uint8Array();
  const widths = (stream.dict.entries.get('W') ?? []) as readonly number[];
  const size = Number(stream.dict.entries.get('Size'));
  const index = (stream.dict.entries.get('Index') ?? [0, size]) as readonly number[];
  let at = 0;
  const field = (width: number | undefined, otherwise: number): number => {
    if (!width) return otherwise;
    let value = 0;
    for (let i = 0; i < width; i += 1) value = value * 256 + (data[at++] ?? 0);
    return value;
  };
  for (let i = 0; i + 1 < index.length; i += 2) {
    for (let id = index[i]!; id < index[i]! + index[i + 1]!; id += 1) {
      const type = field(widths[0], 1);
      const second = field(widths[1], 0);
      const third = field(widths[2], 0);
      if (places.has(id)) continue;
      if (type === 1) places.set(id, { kind: 'offset', offset: second });
      if (type === 2) places.set(id, { kind: 'packed', stream: second, index: third });
    }
  }
}
