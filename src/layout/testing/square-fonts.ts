/**
 * The text engine of real documents with a font of em squares: every character is one em wide and stands 0.8 em
 * above the baseline, Han and Latin alike. Golden cases of text use it, so that positions can be checked by hand.
 */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { FontFace, Glyph } from '../text/face.ts';
import type { FontCascade, FontSet } from '../text/font-set.ts';
import { createTextEngine } from '../text/index.ts';
import type { TextEngine } from '../text-engine.ts';
import { squareFace } from './square-text.ts';

const face: FontFace = {
  ...squareFace,
  shape: (text) => Array.from(text, (character) => glyphOf(character.codePointAt(0)!)),
};

function glyphOf(codePoint: number): Glyph {
  return { id: codePoint & 0xffff, advance: 1000, dx: 0, dy: 0, codePoints: [codePoint] };
}

const cascade: FontCascade = { primary: face, faceFor: () => face, isLacking: false };
const fonts: FontSet = { match: () => cascade, used: () => [face] };

/** Inline layout as it is, with square glyphs. */
export function squareFontsText(report: Report): TextEngine {
  return createTextEngine({ fonts, report });
}
