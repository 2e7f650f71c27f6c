/**
 * Opens font files. The only module that knows fontkit, and the only one that touches its inside:
 * fontkit keeps one glyph object for each glyph id, with the code points it was first met with, so that two
 * characters of one glyph share a name. `getGlyph` is therefore replaced by one that keeps nothing.
 * Opening reads the table directory only; a 10 MB face opens in about a millisecond and is never copied.
 */
import * as fontkit from 'fontkit';
import type { FontFace, Glyph } from './face.ts';
import { embeddingFault, type FontFault, outlineFault } from './face-faults.ts';
import { createPairShaper, isPaired, letterWord } from './pair-kerning.ts';
import { hasSfntSignature, isIntact, readTables } from './sfnt.ts';
import { createShapeCache, type ShapeCache } from './shape-cache.ts';
import { isHan } from './unicode.ts';

/** What a font file gives by itself; its family, weight and style are told by the rule that declares it. */
export type FaceProgram = Omit<FontFace, 'key' | 'family' | 'weight' | 'style'>;

/** Longer words are set glyph by glyph, without kerning: no word of a language is that long. */
const longestWord = 256;

/** fontkit's font, as far as it is used here; underscored names are not in its documentation. */
interface Inside {
  readonly unitsPerEm: number;
  readonly hhea: {
    readonly ascent: number;
    readonly descent: number;
    readonly lineGap: number;
    readonly numberOfMetrics: number;
  };
  readonly 'OS/2'?: {
    readonly typoAscender: number;
    readonly typoDescender: number;
    readonly typoLineGap: number;
    readonly fsSelection?: { readonly useTypoMetrics?: boolean };
    readonly xHeight?: number;
    readonly capHeight?: number;
  };
  readonly post?: { readonly underlinePosition: number; readonly underlineThickness: number };
  readonly maxp: { readonly numGlyphs: number };
  readonly _cmapProcessor: { readonly lookup: (codePoint: number) => number };
  readonly availableFeatures: readonly string[];
  getGlyph: (id: number, codePoints?: number[]) => PlainGlyph;
  readonly layout: (
    text: string,
    features: Record<string, boolean>,
  ) => {
    readonly glyphs: readonly PlainGlyph[];
    readonly positions: readonly {
      readonly xAdvance: number;
      readonly xOffset: number;
      readonly yOffset: number;
    }[];
  };
}

/** The parts of a fontkit glyph that its layout engine reads. */
interface PlainGlyph {
  readonly id: number;
  readonly codePoints: number[];
  readonly advanceWidth: number;
  readonly isMark: boolean;
}

/**
 * Opens one TrueType or OpenType file. The tables that fontkit interprets are summed up first, because it
 * follows wild offsets in a damaged one without end. `onFault` is called at most once, later, should the tables that
 * rule ligatures and kerning prove to be damaged; the face then goes on without them.
 */
export function openFace(bytes: Uint8Array, onFault: (fault: FontFault) => void): FaceProgram | FontFault {
  const form = refusedForm(bytes);
  if (form !== undefined) return form;
  const tables = readTables(bytes);
  if (tables === undefined) return damaged('its table directory reaches beyond the end of the file');
  if (tables.has('fvar')) return { code: 'F003', message: 'is a variable font' };
  for (const needed of ['cmap', 'head', 'hhea', 'hmtx', 'maxp']) {
    if (!tables.has(needed)) return damaged(`it has no \`${needed}\` table`);
  }
  const forbidden = embeddingFault(bytes, tables);
  if (forbidden !== undefined) return forbidden;
  for (const read of ['cmap', 'hhea', 'hmtx', 'glyf', 'CFF ', 'GDEF', 'GSUB', 'GPOS', 'kern', 'morx']) {
    const table = tables.get(read);
    if (table !== undefined && !isIntact(bytes, table))
      return damaged(`the check sum of its \`${read}\` table is wrong`);
  }
  const outlines = outlineFault(bytes, tables);
  if (outlines !== undefined) return damaged(outlines);
  try {
    const font = fontkit.create(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    ) as unknown as Inside;
    if (!hasCharacterMap(font)) return damaged('its `cmap` table has no character map that can be read');
    return programOf(font, bytes, tables.get('hmtx')!.offset, onFault);
  } catch {
    return damaged('its tables cannot be read');
  }
}

/** fontkit makes its reader of the map when first asked for, and throws when no subtable is of a known form. */
function hasCharacterMap(font: Inside): boolean {
  try {
    return font._cmapProcessor !== undefined;
  } catch {
    return false;
  }
}

function damaged(reason: string): FontFault {
  return { code: 'F004', message: `is damaged: ${reason}` };
}

/** Files that are fonts, but not ones to embed, told by their first four bytes. */
function refusedForm(bytes: Uint8Array): FontFault | undefined {
  const signature = String.fromCharCode(...bytes.subarray(0, 4));
  if (signature === 'wOF2') return { code: 'F002', message: 'is a compressed web font (WOFF2)' };
  if (signature === 'wOFF') return { code: 'F002', message: 'is a compressed web font (WOFF)' };
  if (signature === 'ttcf') return { code: 'F002', message: 'is a font collection (TTC)' };
  if (!hasSfntSignature(bytes)) return { code: 'F004', message: 'is not a font file' };
  return undefined;
}

function programOf(
  font: Inside,
  bytes: Uint8Array,
  hmtx: number,
  onFault: (fault: FontFault) => void,
): FaceProgram {
  const advance = advanceReader(bytes, hmtx, font.hhea.numberOfMetrics, font.maxp.numGlyphs);
  font.getGlyph = (id, codePoints = []) => ({ id, codePoints, advanceWidth: advance(id), isMark: false });
  const lookup = cachedLookup(font);
  lookup(0x20);
  const os2 = font['OS/2'];
  const metrics = os2?.fsSelection?.useTypoMetrics
    ? { ascent: os2.typoAscender, descent: os2.typoDescender, lineGap: os2.typoLineGap }
    : { ascent: font.hhea.ascent, descent: font.hhea.descent, lineGap: font.hhea.lineGap };
  return {
    unitsPerEm: font.unitsPerEm,
    ...metrics,
    xHeight: os2?.xHeight || font.unitsPerEm / 2,
    capHeight: os2?.capHeight || font.unitsPerEm * 0.7,
    underlinePosition: font.post?.underlinePosition || -font.unitsPerEm / 10,
    underlineThickness: font.post?.underlineThickness || font.unitsPerEm / 20,
    bytes,
    has: (codePoint) => lookup(codePoint) !== 0,
    offers: featureReader(font),
    shape: shaper(font, lookup, advance, createShapeCache(), onFault),
  };
}

/** The advance of a glyph from `hmtx`: the glyphs after the last metric share its advance (OpenType, hmtx). */
function advanceReader(
  bytes: Uint8Array,
  hmtx: number,
  metrics: number,
  glyphs: number,
): (id: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = Math.max(0, metrics - 1);
  if (hmtx + last * 4 + 4 > bytes.byteLength) throw new Error('hmtx is cut short');
  return (id) => (id < glyphs ? view.getUint16(hmtx + Math.min(id, last) * 4) : 0);
}

function cachedLookup(font: Inside): (codePoint: number) => number {
  const known = new Map<number, number>();
  return (codePoint) => {
    const found = known.get(codePoint);
    if (found !== undefined) return found;
    let id = 0;
    try {
      id = font._cmapProcessor.lookup(codePoint) || 0;
    } catch {
      // A subtable that cannot be read has no glyphs.
    }
    known.set(codePoint, id);
    return id;
  };
}

type Shape = FontFace['shape'];

/** Han text by character map and advance alone, words by fontkit, each word once. */
function shaper(
  font: Inside,
  lookup: (codePoint: number) => number,
  advance: (id: number) => number,
  cache: ShapeCache,
  onFault: (fault: FontFault) => void,
): Shape {
  const plain = (codePoint: number): Glyph => {
    const id = lookup(codePoint);
    return { id, advance: advance(id), dx: 0, dy: 0, codePoints: [codePoint] };
  };
  const direct = (text: string): Glyph[] => Array.from(text, (character) => plain(character.codePointAt(0)!));
  let broken = false;
  const whole = (text: string, features: readonly string[]): readonly Glyph[] | undefined => {
    if (broken) return undefined;
    try {
      return laidOut(font, text, features);
    } catch {
      broken = true;
      onFault(damaged('its ligature or kerning tables cannot be read'));
      return undefined;
    }
  };
  const letters = hasContextualLetters(font)
    ? undefined
    : createPairShaper({ plain, shape: (text) => whole(text, []) });
  const layout = (text: string, features: readonly string[]): readonly Glyph[] => {
    if (text.length > longestWord || isHan(text.codePointAt(0)!)) return direct(text);
    const simple = features.length === 0 && isPaired(text) ? letters?.(text) : undefined;
    return simple ?? whole(text, features) ?? direct(text);
  };
  return (text, features) => cache.get(text, features, layout);
}

/** Reads the list of features when it is first asked for; a table that cannot be read has none. */
function featureReader(font: Inside): (feature: string) => boolean {
  let features: ReadonlySet<string> | undefined;
  return (feature) => {
    try {
      features ??= new Set(font.availableFeatures);
    } catch {
      features = new Set();
    }
    return features.has(feature);
  };
}

/** True for faces whose letters depend on more than their neighbour: they are never kerned pair by pair. */
function hasContextualLetters(font: Inside): boolean {
  try {
    return font.availableFeatures.some(
      (tag) => tag === 'calt' || tag === 'clig' || tag === 'rclt' || tag === 'rlig',
    );
  } catch {
    return true;
  }
}

/** One word through fontkit, or undefined when its glyphs do not stand for all the characters given. */
function laidOut(font: Inside, text: string, features: readonly string[]): readonly Glyph[] | undefined {
  const drawn = features.includes('frac') ? withFractionSlashes(text) : text;
  const { glyphs, positions } = font.layout(drawn, featureSettings(drawn, features));
  const expected = Array.from(text, (character) => character.codePointAt(0)!);
  let next = 0;
  const result: Glyph[] = [];
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i]!;
    const position = positions[i]!;
    const codePoints = expected.slice(next, next + glyph.codePoints.length);
    next += glyph.codePoints.length;
    result.push({
      id: glyph.id,
      advance: position.xAdvance,
      dx: position.xOffset,
      dy: position.yOffset,
      codePoints,
    });
  }
  return next === expected.length && (result[0]?.codePoints.length ?? 0) > 0 ? result : undefined;
}

/** fontkit makes fractions around U+2044 only, and turns `frac` on for no other character (css-fonts-4 §6.7). */
function withFractionSlashes(text: string): string {
  return text.replaceAll(/(?<=\d)\/(?=\d)/g, '\u2044');
}

/** Features that place marks or build fractions: words without either need not look through their tables. */
const markFeatures = { mark: false, mkmk: false, curs: false, frac: false, numr: false, dnom: false };
/** Composition matters to marks and, in CJK faces, to figures; letters of one piece have no use for it. */
const letterFeatures = { ...markFeatures, ccmp: false };
const plainWord = /^[\u0021-\u024f\u2010-\u201f\u2026]+$/;

/** What fontkit is told: most words need a fraction of the features it tries by itself, at a quarter of the time. */
function featureSettings(text: string, features: readonly string[]): Record<string, boolean> {
  const needless = letterWord.test(text) ? letterFeatures : plainWord.test(text) ? markFeatures : {};
  const asked = features.map((tag) => (tag.startsWith('-') ? [tag.slice(1), false] : [tag, true]));
  return { ...needless, ...Object.fromEntries(asked) };
}
