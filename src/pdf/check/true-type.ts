/** Reads the advances of an embedded TrueType program: tables head, hhea, maxp and hmtx (ISO/IEC 14496-22). */

/** Advance of a glyph in thousandths of an em; undefined for what is no TrueType or a glyph that does not exist. */
export function readAdvances(program: Uint8Array): ((glyph: number) => number | undefined) | undefined {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  try {
    const tables = new Map<string, number>();
    const count = view.getUint16(4);
    if (view.getUint32(0) !== 0x00010000 && view.getUint32(0) !== 0x74727565) return undefined;
    for (let i = 0; i < count; i += 1) {
      const at = 12 + i * 16;
      tables.set(Buffer.from(program.subarray(at, at + 4)).toString('latin1'), view.getUint32(at + 8));
    }
    const at = (name: string): number => tables.get(name) ?? Number.NaN;
    const unitsPerEm = view.getUint16(at('head') + 18);
    const glyphs = view.getUint16(at('maxp') + 4);
    const metrics = view.getUint16(at('hhea') + 34);
    const hmtx = at('hmtx');
    return (glyph) => {
      if (glyph >= glyphs) return undefined;
      return (view.getUint16(hmtx + Math.min(glyph, metrics - 1) * 4) * 1000) / unitsPerEm;
    };
  } catch {
    // Reading beyond the end: the program is damaged, which other rules tell.
    return undefined;
  }
}
