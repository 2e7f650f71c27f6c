import * as fontkit from 'fontkit';
import { expect, test } from 'vitest';
import { chineseFace, latinFace } from '../testing.ts';
import { faceKey, openTrueType } from './true-type.ts';

const { bytes } = latinFace();

/** What an independent reader makes of a program; subsets have no character map. */
interface Reader {
  readonly numGlyphs: number;
  getGlyph(id: number): { readonly path: { toSVG(): string }; readonly advanceWidth: number };
  glyphForCodePoint(codePoint: number): { readonly id: number };
}

const open = (program: Uint8Array): Reader => fontkit.create(Buffer.from(program)) as unknown as Reader;
const face = open(bytes);
const glyphOf = (character: string): number => face.glyphForCodePoint(character.codePointAt(0)!).id;

test('glyphs of a subset have the outlines and advances of the face', () => {
  const subset = openTrueType(bytes)!;
  const glyphs = [...'Parkéÿ包 '].map(glyphOf);
  const codes = glyphs.map((glyph) => subset.include(glyph));
  const program = open(subset.encode());
  for (const [i, code] of codes.entries()) {
    const [written, original] = [program.getGlyph(code), face.getGlyph(glyphs[i]!)];
    expect(written.path.toSVG()).toBe(original.path.toSVG());
    expect(written.advanceWidth).toBe(original.advanceWidth);
    expect(subset.advanceOf(glyphs[i]!)).toBe(original.advanceWidth);
  }
});

test('the parts of a composed glyph come along, each once', () => {
  const composed = Array.from({ length: 600 }, (_, i) => i).find((glyph) => isComposed(glyph))!;
  const subset = openTrueType(bytes)!;
  const code = subset.include(composed);
  const program = open(subset.encode());
  expect(program.numGlyphs).toBeGreaterThan(2);
  expect(program.getGlyph(code).path.toSVG()).toBe(face.getGlyph(composed).path.toSVG());
  expect(open(subset.encode()).numGlyphs).toBe(program.numGlyphs);
});

function isComposed(glyph: number): boolean {
  const subset = openTrueType(bytes)!;
  subset.include(glyph);
  return open(subset.encode()).numGlyphs > (glyph === 0 ? 1 : 2);
}

test('a face tells its name and its measures', () => {
  const { postscriptName, unitsPerEm, metrics } = openTrueType(bytes)!;
  expect([postscriptName, unitsPerEm]).toEqual(['SourceSans3-Regular', 1000]);
  expect(metrics).toMatchObject({ ascent: 1024, descent: -400, capHeight: 660, italicAngle: 0 });
});

test('one face in two files has one key, another face another', () => {
  expect(faceKey(new Uint8Array(bytes))).toBe(faceKey(bytes));
  expect(faceKey(chineseFace().bytes)).not.toBe(faceKey(bytes));
});

test('damaged places make blank glyphs, files without outlines no subset', () => {
  const cut = new Uint8Array(bytes);
  const view = new DataView(cut.buffer);
  const entries = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + i * 16);
  const loca = entries.find((at) => String.fromCharCode(...cut.subarray(at, at + 4)) === 'loca')!;
  cut.fill(0xff, view.getUint32(loca + 8), view.getUint32(loca + 8) + view.getUint32(loca + 12));
  const subset = openTrueType(cut)!;
  const code = subset.include(glyphOf('A'));
  expect(open(subset.encode()).getGlyph(code).path.toSVG()).toBe('');
  view.setUint32(loca + 12, 1);
  expect(openTrueType(cut)).toBeUndefined();
  expect(openTrueType(new Uint8Array(3))).toBeUndefined();
});
