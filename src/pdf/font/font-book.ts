/**
 * The faces a file uses: each becomes one composite font (ISO 32000-1, 9.7) with only its used glyphs, codes of
 * two bytes equal to the glyph ids of the subset, widths from the font program and a ToUnicode map.
 */
import type { FontFace } from '../../layout/text/face.ts';
import { type FontSubset, type PdfDict, type PdfFile, type PdfRef, text } from '../objects.ts';
import { toUnicodeMap } from './to-unicode.ts';

/** A face in use. `name` is its resource name; `ref` is complete once the book is closed. */
export interface UsedFont {
  readonly name: string;
  readonly ref: PdfRef;
  /** Code, natural advance (thousandths of an em) and meaning of a glyph. */
  readonly use: (glyph: number) => UsedGlyph;
  /** Takes `meaning` as what the code stands for in ToUnicode, if it has none yet; tells whether it stands for it. */
  readonly mean: (code: number, meaning: string) => boolean;
  /** The glyph of U+0020, if the face has one. */
  readonly space: number | undefined;
}

interface UsedGlyph {
  readonly code: number;
  /** The two bytes of the code, as characters up to U+00FF. */
  readonly characters: string;
  readonly advance: number;
}

export interface FontBook {
  readonly fontOf: (face: FontFace) => UsedFont;
  /** Embeds all faces used. */
  readonly close: () => void;
}

export function openFontBook(file: PdfFile): FontBook {
  const opened = new Map<FontSubset, { readonly font: UsedFont; readonly embed: () => void }>();
  const fonts = new Map<string, UsedFont>();
  const open = (face: FontFace): UsedFont => {
    const subset = file.font(face.bytes);
    const entry = opened.get(subset) ?? openFont(file, subset, spaceOf(face), opened.size + 1);
    opened.set(subset, entry);
    return entry.font;
  };
  return {
    fontOf: (face) => {
      const font = fonts.get(face.key) ?? open(face);
      fonts.set(face.key, font);
      return font;
    },
    close: () => {
      for (const { embed } of opened.values()) embed();
    },
  };
}

function spaceOf(face: FontFace): number | undefined {
  return face.has(0x20) ? face.shape(' ', [])[0]?.id : undefined;
}

function openFont(file: PdfFile, subset: FontSubset, space: number | undefined, number: number) {
  const scale = 1000 / subset.unitsPerEm;
  const glyphs = new Map<number, UsedGlyph>();
  const widths: number[] = [round(subset.advanceOf(0) * scale)];
  const meanings = new Map<number, string>();
  const ref = file.reserve();
  const font: UsedFont = {
    name: `F${number}`,
    ref,
    space,
    use: (glyph) => {
      const known = glyphs.get(glyph);
      if (known) return known;
      const code = subset.include(glyph);
      const advance = round(subset.advanceOf(glyph) * scale);
      widths[code] = advance;
      const used = { code, characters: String.fromCharCode(code >> 8, code & 0xff), advance };
      glyphs.set(glyph, used);
      return used;
    },
    mean: (code, meaning) => {
      const known = meanings.get(code);
      if (known === undefined) meanings.set(code, meaning);
      return known === undefined || known === meaning;
    },
  };
  return { font, embed: () => embed(file, ref, subset, number, widths, meanings) };
}

function embed(
  file: PdfFile,
  ref: PdfRef,
  subset: FontSubset,
  number: number,
  widths: readonly number[],
  meanings: ReadonlyMap<number, string>,
): void {
  const name = `${subsetTag(number)}+${subset.postscriptName.replace(/[^A-Za-z0-9-]/g, '_')}`;
  const program = subset.encode();
  const fontFile = subset.isCff
    ? { FontFile3: file.stream({ Subtype: 'CIDFontType0C' }, program) }
    : { FontFile2: file.stream({ Length1: program.length }, program) };
  const descriptor = file.add({
    Type: 'FontDescriptor',
    FontName: name,
    ...descriptorOf(subset),
    ...fontFile,
  });
  const descendant = file.add({
    Type: 'Font',
    Subtype: subset.isCff ? 'CIDFontType0' : 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    W: [0, Array.from(widths, (width) => width ?? 0)],
    ...(subset.isCff ? {} : { CIDToGIDMap: 'Identity' }),
  });
  ref.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: file.stream({}, toUnicodeMap(meanings)),
  };
  ref.end();
}

/** Entries of a font descriptor (9.8), in thousandths of an em. */
function descriptorOf({ metrics, unitsPerEm }: FontSubset): PdfDict {
  const { box, ascent, descent, capHeight, xHeight, italicAngle, isFixedPitch } = metrics;
  const scaled = (length: number): number => (length * 1000) / unitsPerEm;
  return {
    Flags: SYMBOLIC | (isFixedPitch ? FIXED_PITCH : 0) | (italicAngle !== 0 ? ITALIC : 0),
    FontBBox: box.map(scaled),
    ItalicAngle: italicAngle,
    Ascent: scaled(ascent),
    Descent: scaled(descent),
    CapHeight: scaled(capHeight || ascent),
    XHeight: scaled(xHeight),
    StemV: 80,
  };
}

/** Font flags, ISO 32000-1, table 123. */
const FIXED_PITCH = 1;
const SYMBOLIC = 4;
const ITALIC = 64;

/** Six capitals that tell subsets of one file apart (9.6.4). */
function subsetTag(number: number): string {
  let tag = '';
  for (let rest = number, i = 0; i < 6; i += 1, rest = Math.floor(rest / 26))
    tag = String.fromCharCode(65 + (rest % 26)) + tag;
  return tag;
}

/** Widths must agree with the font program within a thousandth of an em (ISO 19005-3, 6.2.11.5). */
function round(width: number): number {
  return Math.round(width * 100) / 100;
}
