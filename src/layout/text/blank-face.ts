/** Stands in where no font can be used at all: the error is already reported, and layout goes on to find more. */
import type { FontFace } from './face.ts';

/** Every glyph is half an em of nothing. It has no file and never reaches a painter without an error. */
export const blankFace: FontFace = {
  key: 'blank',
  family: 'blank',
  weight: 400,
  style: 'normal',
  unitsPerEm: 1000,
  ascent: 800,
  descent: -200,
  lineGap: 0,
  xHeight: 500,
  capHeight: 700,
  underlinePosition: -100,
  underlineThickness: 50,
  bytes: new Uint8Array(),
  has: () => false,
  offers: () => false,
  shape: (text) =>
    Array.from(text, (character) => ({
      id: 0,
      advance: 500,
      dx: 0,
      dy: 0,
      codePoints: [character.codePointAt(0)!],
    })),
};
