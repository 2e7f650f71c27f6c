/** What the tables of a font file forbid or contradict, told before anything is made of them (OpenType 1.9). */
import type { FontCode } from './codes.ts';
import type { TableRecord } from './sfnt.ts';

/** Why a font file cannot be used, as a clause that follows its name. */
export interface FontFault {
  readonly code: FontCode;
  readonly message: string;
  readonly help?: string;
}

type Tables = ReadonlyMap<string, TableRecord>;

/** The lower bits of fsType say one level of embedding, the least restrictive counting; one flag allows bitmaps only. */
const levels = 0x000f;
const restricted = 0x0002;
const bitmapsOnly = 0x0200;

/** A fault when the licence bits of `OS/2` (fsType) forbid to embed the outlines. */
export function embeddingFault(bytes: Uint8Array, tables: Tables): FontFault | undefined {
  const os2 = tables.get('OS/2');
  if (os2 === undefined || os2.length < 10) return undefined;
  const type = viewOf(bytes, os2).getUint16(8);
  if ((type & levels) === restricted)
    return { code: 'F010', message: 'forbids to be embedded (its OS/2 fsType is 2)' };
  return type & bitmapsOnly
    ? { code: 'F010', message: 'allows only bitmaps to be embedded (bit 9 of its OS/2 fsType)' }
    : undefined;
}

/** What is wrong with the places of the outlines, or undefined; a `CFF ` table is only looked for. */
export function outlineFault(bytes: Uint8Array, tables: Tables): string | undefined {
  const count = glyphCount(bytes, tables.get('maxp'));
  if (count === 0) return 'it has no glyphs';
  if (tables.has('CFF ')) return undefined;
  const glyf = tables.get('glyf');
  const loca = tables.get('loca');
  if (glyf === undefined || loca === undefined) return 'it has no outlines';
  const head = tables.get('head');
  if (head === undefined || head.length < 54) return 'its `head` table is cut short';
  const unitsPerEm = viewOf(bytes, head).getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) return `its \`head\` table says ${unitsPerEm} units to the em`;
  const isLong = viewOf(bytes, head).getInt16(50) === 1;
  const size = isLong ? 4 : 2;
  if (loca.length < (count + 1) * size)
    return `its \`loca\` table has fewer places than its ${count} glyphs need`;
  const view = viewOf(bytes, loca);
  let last = 0;
  for (let at = 0; at <= count * size; at += size) {
    const place = isLong ? view.getUint32(at) : view.getUint16(at) * 2;
    if (place < last || place > glyf.length)
      return `its \`loca\` table puts glyph ${Math.max(0, at / size - 1)} outside the outlines`;
    last = place;
  }
  return undefined;
}

function glyphCount(bytes: Uint8Array, maxp: TableRecord | undefined): number {
  return maxp === undefined || maxp.length < 6 ? 0 : viewOf(bytes, maxp).getUint16(4);
}

function viewOf(bytes: Uint8Array, { offset, length }: TableRecord): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset + offset, length);
}
