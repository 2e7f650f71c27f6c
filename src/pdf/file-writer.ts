/**
 * The bytes of a PDF file: header, objects, cross-reference stream (ISO 32000-1, 7.5). Objects without a
 * stream are gathered into compressed object streams (7.5.7), which halves a tagged file. The file identifier
 * is a digest of the content, so that equal content gives equal bytes and other content another identifier.
 */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PdfRef } from './objects.ts';

export interface FileWriter {
  /** Takes what pdfkit writes: `N 0 obj`, the value, maybe `stream` with its data, `endobj`. */
  readonly write: (chunk: Uint8Array | string) => void;
  readonly close: (trailer: { readonly root: PdfRef; readonly info: PdfRef }) => void;
  /** The whole file; a fault of ours if it is not closed. */
  readonly bytes: () => Uint8Array;
}

/** Objects per object stream: enough to compress well, few enough to unpack one quickly. */
const PER_STREAM = 200;

/** Where an object is: at a byte offset, or at an index of an object stream. */
type Place =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** `value` has a character for each byte: strings are joined faster, and are easier to keep, than many small buffers. */
interface PackedObject {
  readonly id: number;
  readonly value: string;
}

export function createFileWriter(): FileWriter {
  const chunks: Uint8Array[] = [];
  const places = new Map<number, Place>();
  const packed: PackedObject[] = [];
  let offset = 0;
  let pending: (string | Uint8Array)[] = [];
  let closed = false;

  const put = (bytes: Uint8Array): void => {
    chunks.push(bytes);
    offset += bytes.length;
  };
  const putStream = (id: number, dictionary: string, data: Buffer): void => {
    places.set(id, { kind: 'offset', offset });
    put(latin1(`${id} 0 obj\n<<${dictionary}/Length ${data.length}>>\nstream\n`));
    put(data);
    put(latin1('\nendstream\nendobj\n'));
  };
  put(Buffer.concat([latin1('%PDF-1.7\n%'), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3]), latin1('\n')]));

  const endObject = (): void => {
    const [head, value, ...rest] = pending;
    pending = [];
    if (head === undefined || value === undefined)
      throw new Error('pdfkit ended an object it had not begun.');
    if (typeof head !== 'string' || typeof value !== 'string')
      throw new Error('pdfkit wrote an object in an unknown way.');
    const id = Number.parseInt(head, 10);
    if (rest.length === 0) {
      packed.push({ id, value });
      return;
    }
    places.set(id, { kind: 'offset', offset });
    const [keyword, data, end] = rest;
    if (keyword === undefined || data === undefined || end === undefined)
      throw new Error('pdfkit wrote a stream in an unknown way.');
    put(latin1(`${head}\n${value}\n`));
    put(Buffer.concat([bytesOf(keyword), latin1('\n')]));
    put(bytesOf(data));
    put(Buffer.concat([bytesOf(end), latin1('\nendobj\n')]));
  };

  return {
    write: (chunk) => {
      if (chunk === 'endobj') endObject();
      else pending.push(typeof chunk === 'string' ? chunk : new Uint8Array(chunk));
    },
    close: ({ root, info }) => {
      // A file may have more objects than a call may have arguments.
      let next = 1;
      for (const id of places.keys()) next = Math.max(next, id + 1);
      for (const { id } of packed) next = Math.max(next, id + 1);
      for (let start = 0; start < packed.length; start += PER_STREAM) {
        const group = packed.slice(start, start + PER_STREAM);
        for (const [index, { id }] of group.entries())
          places.set(id, { kind: 'packed', stream: next, index });
        putStream(next, ...objectStream(group));
        next += 1;
      }
      const identifier = createHash('md5').update(Buffer.concat(chunks)).digest('hex');
      const start = offset;
      places.set(next, { kind: 'offset', offset });
      putStream(
        next,
        `/Type/XRef/Size ${next + 1}/W[1 4 2]/Root ${root.id} 0 R/Info ${info.id} 0 R/ID[<${identifier}><${identifier}>]/Filter/FlateDecode`,
        deflateSync(crossReference(places, next + 1)),
      );
      put(latin1(`startxref\n${start}\n%%EOF\n`));
      closed = true;
    },
    bytes: () => {
      if (!closed) throw new Error('A PDF object was reserved and never ended.');
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}

/** Dictionary entries and data of an object stream (7.5.7). */
function objectStream(group: readonly PackedObject[]): [dictionary: string, data: Buffer] {
  let at = 0;
  const index: string[] = [];
  const values: string[] = [];
  for (const { id, value } of group) {
    index.push(`${id} ${at}`);
    values.push(value);
    at += value.length + 1;
  }
  const head = `${index.join(' ')}\n`;
  const dictionary = `/Type/ObjStm/N ${group.length}/First ${head.length}/Filter/FlateDecode`;
  return [dictionary, deflateSync(latin1(`${head}${values.join('\n')}\n`), { level: 9 })];
}

/** The rows of a cross-reference stream with field widths 1, 4 and 2 (7.5.8.3). */
function crossReference(places: ReadonlyMap<number, Place>, size: number): Buffer {
  const rows = Buffer.alloc(size * 7);
  for (let id = 0; id < size; id += 1) {
    const place = places.get(id);
    const row = id * 7;
    if (place === undefined) {
      rows.writeUInt16BE(id === 0 ? 0xffff : 0, row + 5);
    } else if (place.kind === 'offset') {
      rows.writeUInt8(1, row);
      rows.writeUInt32BE(place.offset, row + 1);
    } else {
      rows.writeUInt8(2, row);
      rows.writeUInt32BE(place.stream, row + 1);
      rows.writeUInt16BE(place.index, row + 5);
    }
  }
  return rows;
}

function bytesOf(chunk: string | Uint8Array): Uint8Array {
  return typeof chunk === 'string' ? latin1(chunk) : chunk;
}

function latin1(value: string): Buffer {
  return Buffer.from(value, 'latin1');
}
