/**
 * TrueType programs for embedding (ISO/IEC 14496-22; ISO 32000-1, 9.9): the used glyphs of a face with the tables
 * that draw them. Glyphs are copied as they are; only the numbers of the parts of composed glyphs change. Nothing
 * but the tables' own places is read before it is needed, so that a face of 10 MB costs as much as a small one.
 */
import { readTables, type TableRecord } from '../../layout/text/sfnt.ts';
import type { FontSubset } from '../objects.ts';

/** One face: where its tables are, and what every access needs. */
interface Face {
  readonly view: DataView;
  readonly tables: ReadonlyMap<string, TableRecord>;
  readonly glyphCount: number;
  readonly metricCount: number;
  readonly hasLongOffsets: boolean;
}

/** Tables that are embedded, in the order of their tags. */
const embedded = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'] as const;
/** Tables without which there is nothing to draw, and how long they are at least. */
const needed: readonly (readonly [tag: string, length: number])[] = [
  ['head', 54],
  ['hhea', 36],
  ['maxp', 6],
  ['hmtx', 4],
  ['loca', 4],
  ['glyf', 0],
];

/** The subset of a face with TrueType outlines, empty but for glyph 0; undefined for any other file. */
export function openTrueType(bytes: Uint8Array): FontSubset | undefined {
  const tables = bytes.length < 12 ? undefined : readTables(bytes);
  if (tables === undefined || needed.some(([tag, least]) => !((tables.get(tag)?.length ?? -1) >= least)))
    return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const face: Face = {
    view,
    tables,
    glyphCount: view.getUint16(tables.get('maxp')!.offset + 4),
    metricCount: Math.max(1, view.getUint16(tables.get('hhea')!.offset + 34)),
    hasLongOffsets: view.getInt16(tables.get('head')!.offset + 50) === 1,
  };
  const glyphs: number[] = [];
  const codes = new Map<number, number>();
  const include = (glyph: number): number => {
    const known = codes.get(glyph);
    if (known !== undefined) return known;
    codes.set(glyph, glyphs.length);
    return glyphs.push(glyph) - 1;
  };
  include(0);
  return {
    postscriptName: postscriptName(face),
    unitsPerEm: view.getUint16(tables.get('head')!.offset + 18),
    isCff: false,
    include,
    advanceOf: (glyph) => metricOf(face, glyph).advance,
    encode: () => encode(face, glyphs, include),
    metrics: metricsOf(face),
  };
}

/** The same for two files that hold one face: the sum over the whole file that its `head` table has, and its length. */
export function faceKey(bytes: Uint8Array): string | undefined {
  const head = bytes.length < 12 ? undefined : readTables(bytes)?.get('head');
  if (head === undefined || head.length < 12) return undefined;
  const sum = new DataView(bytes.buffer, bytes.byteOffset + head.offset).getUint32(8);
  // Files that were never summed up cannot be told apart by it.
  return sum === 0 ? undefined : `${bytes.length} ${sum}`;
}

/** `hmtx`: the glyphs after the last whole metric share its advance. */
function metricOf(
  { view, tables, glyphCount, metricCount }: Face,
  glyph: number,
): { advance: number; bearing: number } {
  const { offset, length } = tables.get('hmtx')!;
  if (glyph >= glyphCount) return { advance: 0, bearing: 0 };
  const metric = Math.min(glyph, metricCount - 1) * 4;
  const bearing = glyph < metricCount ? metric + 2 : metricCount * 4 + (glyph - metricCount) * 2;
  return {
    advance: metric + 2 <= length ? view.getUint16(offset + metric) : 0,
    bearing: bearing + 2 <= length ? view.getInt16(offset + bearing) : 0,
  };
}

function metricsOf({ view, tables }: Face): FontSubset['metrics'] {
  const head = tables.get('head')!.offset;
  const hhea = tables.get('hhea')!.offset;
  const post = tables.get('post');
  const os2 = tables.get('OS/2');
  // From version 2 on the table has the heights of small and capital letters.
  const heights = os2 && os2.length >= 90 && view.getUint16(os2.offset) >= 2 ? os2.offset + 86 : undefined;
  return {
    box: [36, 38, 40, 42].map((at) => view.getInt16(head + at)),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    xHeight: heights === undefined ? 0 : view.getInt16(heights),
    capHeight: heights === undefined ? 0 : view.getInt16(heights + 2),
    italicAngle: post && post.length >= 16 ? view.getInt32(post.offset + 4) / 0x10000 : 0,
    isFixedPitch: post !== undefined && post.length >= 16 && view.getUint32(post.offset + 12) !== 0,
  };
}

/** Name 6 of the `name` table; faces without one are told apart by their tag alone. */
function postscriptName({ view, tables }: Face): string {
  const table = tables.get('name');
  if (table === undefined || table.length < 6) return 'Font';
  const end = table.offset + table.length;
  const strings = table.offset + view.getUint16(table.offset + 4);
  const count = view.getUint16(table.offset + 2);
  for (let i = 0, at = table.offset + 6; i < count && at + 12 <= end; i++, at += 12) {
    const length = view.getUint16(at + 8);
    const start = strings + view.getUint16(at + 10);
    if (view.getUint16(at + 6) !== 6 || start + length > end) continue;
    // Platform 1 has one byte for a character, the others two (UTF-16); a PostScript name is ASCII.
    const step = view.getUint16(at) === 1 ? 1 : 2;
    let name = '';
    for (let byte = start + step - 1; byte < start + length; byte += step)
      name += String.fromCharCode(view.getUint8(byte));
    if (name !== '') return name;
  }
  return 'Font';
}

/** Where the outline of a glyph is in the file; empty for blanks and for what lies outside the table. */
function placeOf({ view, tables, glyphCount, hasLongOffsets }: Face, glyph: number): [number, number] {
  const loca = tables.get('loca')!;
  const glyf = tables.get('glyf')!;
  const size = hasLongOffsets ? 4 : 2;
  if (glyph >= glyphCount || (glyph + 2) * size > loca.length) return [0, 0];
  const entry = loca.offset + glyph * size;
  const start = hasLongOffsets ? view.getUint32(entry) : view.getUint16(entry) * 2;
  const end = hasLongOffsets ? view.getUint32(entry + 4) : view.getUint16(entry + 2) * 2;
  return start < end && end <= glyf.length ? [glyf.offset + start, glyf.offset + end] : [0, 0];
}

/** Flags of a part of a composed glyph. */
const part = { hasWords: 0x1, hasScale: 0x8, isFollowed: 0x20, hasTwoScales: 0x40, hasMatrix: 0x80 } as const;

/** Gives the parts of a composed glyph their numbers in the subset, which are added to it. */
function renumberParts(glyph: Uint8Array, include: (glyph: number) => number): void {
  const view = new DataView(glyph.buffer, glyph.byteOffset, glyph.byteLength);
  if (glyph.length < 10 || view.getInt16(0) >= 0) return;
  for (let at = 10; at + 4 <= glyph.length; ) {
    const flags = view.getUint16(at);
    view.setUint16(at + 2, include(view.getUint16(at + 2)));
    if (!(flags & part.isFollowed)) return;
    at += 4 + (flags & part.hasWords ? 4 : 2);
    if (flags & part.hasScale) at += 2;
    else if (flags & part.hasTwoScales) at += 4;
    else if (flags & part.hasMatrix) at += 8;
  }
}

/** The whole program. `glyphs` grows by the parts of composed glyphs while it is gone through. */
function encode(face: Face, glyphs: readonly number[], include: (glyph: number) => number): Uint8Array {
  const { view, tables } = face;
  const outlines: Uint8Array[] = [];
  const offsets = [0];
  for (let i = 0; i < glyphs.length; i++) {
    const [start, end] = placeOf(face, glyphs[i]!);
    const length = end - start;
    // Every outline begins at a multiple of four.
    const outline = new Uint8Array(Math.ceil(length / 4) * 4);
    outline.set(new Uint8Array(view.buffer, view.byteOffset + start, length));
    renumberParts(outline, include);
    outlines.push(outline);
    offsets.push(offsets[i]! + outline.length);
  }
  const own = (tag: string): Uint8Array => {
    const table = tables.get(tag);
    const { offset, length } = table ?? { offset: 0, length: 0 };
    return new Uint8Array(view.buffer.slice(view.byteOffset + offset, view.byteOffset + offset + length));
  };
  const made: Readonly<Record<string, Uint8Array>> = {
    glyf: joined(outlines),
    loca: written(glyphs.length + 1, 4, (out, i) => out.setUint32(i * 4, offsets[i]!)),
    hmtx: written(glyphs.length, 4, (out, i) => {
      const { advance, bearing } = metricOf(face, glyphs[i]!);
      out.setUint16(i * 4, advance);
      out.setInt16(i * 4 + 2, bearing);
    }),
    // indexToLocFormat: offsets of four bytes.
    head: patched(own('head'), 50, 1),
    hhea: patched(own('hhea'), 34, glyphs.length),
    maxp: patched(own('maxp'), 4, glyphs.length),
  };
  return fileOf(
    embedded.flatMap((tag) => {
      const bytes = made[tag] ?? own(tag);
      return bytes.length === 0 && made[tag] === undefined ? [] : [{ tag, bytes }];
    }),
  );
}

function written(count: number, size: number, write: (out: DataView, index: number) => void): Uint8Array {
  const bytes = new Uint8Array(count * size);
  const out = new DataView(bytes.buffer);
  for (let i = 0; i < count; i++) write(out, i);
  return bytes;
}

function patched(bytes: Uint8Array, at: number, value: number): Uint8Array {
  new DataView(bytes.buffer, bytes.byteOffset).setUint16(at, value);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const bytes of parts) {
    all.set(bytes, at);
    at += bytes.length;
  }
  return all;
}

/** Offset table, directory and tables, each at a multiple of four bytes. */
function fileOf(tables: readonly { readonly tag: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const starts: number[] = [];
  let length = 12 + tables.length * 16;
  for (const { bytes } of tables) {
    starts.push(length);
    length += Math.ceil(bytes.length / 4) * 4;
  }
  const file = new Uint8Array(length);
  const out = new DataView(file.buffer);
  const power = Math.floor(Math.log2(tables.length));
  out.setUint32(0, 0x00010000);
  out.setUint16(4, tables.length);
  out.setUint16(6, 16 * 2 ** power);
  out.setUint16(8, power);
  out.setUint16(10, 16 * tables.length - 16 * 2 ** power);
  tables.forEach(({ tag, bytes }, i) => {
    const entry = 12 + i * 16;
    const start = starts[i]!;
    for (let letter = 0; letter < 4; letter++) file[entry + letter] = tag.charCodeAt(letter);
    file.set(bytes, start);
    out.setUint32(entry + 4, sumOf(out, start, Math.ceil(bytes.length / 4) * 4));
    out.setUint32(entry + 8, start);
    out.setUint32(entry + 12, bytes.length);
  });
  return file;
}

function sumOf(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
