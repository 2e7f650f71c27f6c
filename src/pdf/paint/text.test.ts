import { expect, test } from 'vitest';
import type { Glyph, GlyphRun } from '../../layout/text/face.ts';
import type { UsedFont } from '../font/font-book.ts';
import { latinFace, runOf } from '../testing.ts';
import { createContent } from './content.ts';
import { paintRun } from './text.ts';

/** A font whose codes are its glyph ids and whose glyphs are half an em wide. */
function halfEmFont(): UsedFont {
  const meanings = new Map<number, string>();
  return {
    name: 'F1',
    ref: { id: 1, data: {}, end: () => {} },
    space: 32,
    use: (glyph) => ({ code: glyph, characters: String.fromCharCode(0, glyph), advance: 500 }),
    mean: (code, meaning) => {
      if (!meanings.has(code)) meanings.set(code, meaning);
      return meanings.get(code) === meaning;
    },
  };
}

function glyphs(...list: readonly (Partial<Glyph> & { readonly id: number })[]): readonly Glyph[] {
  return list.map((glyph) => ({ advance: 500, dx: 0, dy: 0, codePoints: [glyph.id], ...glyph }));
}

/** The operators of a run of size 10 in a face of 1000 units per em. */
function painted(
  list: readonly Glyph[],
  spacing: readonly number[] = list.map(() => 0),
  spaceAfter = false,
  font = halfEmFont(),
): string {
  const run: GlyphRun = {
    face: { ...latinFace(), unitsPerEm: 1000 },
    size: 10,
    glyphs: list,
    spacing,
    text: '',
    width: 0,
  };
  const content = createContent();
  paintRun(content, font, run, 5, 20, spaceAfter);
  return Buffer.from(content.bytes()).toString('latin1').replace(/\0/g, '').trim().replace(/\n/g, ' ');
}

const [A, B, SPACE] = [{ id: 65 }, { id: 66 }, { id: 32 }];

test('natural advances need one operator', () => {
  expect(painted(glyphs(A, SPACE, B))).toBe('/F1 10 Tf BT 1 0 0 -1 5 20 Tm (A B) Tj ET');
});

test('kerning and justification become adjustments', () => {
  expect(painted(glyphs({ ...A, advance: 450 }, B))).toContain('[(A)50(B)] TJ');
  expect(painted(glyphs(A, SPACE, B), [0, 2, 0])).toContain('[(A )-200(B)] TJ');
});

test('rounding does not add up', () => {
  const list = glyphs(...Array.from({ length: 10 }, () => ({ id: 65, advance: 500.4 })));
  const moves = [...painted(list).matchAll(/\)(-?\d+)/g)].map(([, n]) => Number(n));
  expect(moves.reduce((sum, n) => sum + n, 0)).toBeCloseTo(-4, -1);
});

test('even spacing is character spacing', () => {
  expect(painted(glyphs(A, B, A), [1.5, 1.5, 1.5])).toBe('/F1 10 Tf 1.5 Tc BT 1 0 0 -1 5 20 Tm (ABA) Tj ET');
});

test('marks above and beside the line are moved', () => {
  expect(painted(glyphs(A, { ...B, dx: -100, dy: 200 }, A))).toContain(
    '(A) Tj 2 Ts [100(B)] TJ 0 Ts [-100(A)] TJ',
  );
});

test('a taken space is written', () => {
  expect(painted(glyphs(A), [0], true)).toContain('(A ) Tj');
});

test('backslash, brackets and carriage return are escaped', () => {
  expect(painted(glyphs({ id: 40 }, { id: 92 }, { id: 13 }))).toContain('(\\(\\\\\\r) Tj');
});

test('a glyph of two meanings says the second by ActualText', () => {
  const font = halfEmFont();
  expect(
    painted(
      glyphs({ id: 7, codePoints: [0x2010] }, A, { id: 7, codePoints: [0x2d] }),
      undefined,
      false,
      font,
    ),
  ).toContain('(\x07A) Tj /Span <</ActualText <feff002d>>> BDC (\x07) Tj EMC');
});

test('a soft hyphen is told as such and does not name the hyphen', () => {
  const font = halfEmFont();
  const text = painted(
    glyphs({ id: 45, codePoints: [0xad] }, { id: 45, codePoints: [0x2d] }),
    undefined,
    false,
    font,
  );
  expect(text).toContain('/Span <</ActualText <feff00ad>>> BDC (-) Tj EMC (-) Tj');
});

test('glyphs of one cluster share their text', () => {
  expect(painted(glyphs({ id: 65, codePoints: [0x65, 0x301] }, { id: 66, codePoints: [] }, A))).toContain(
    '/Span <</ActualText <feff00650301>>> BDC (AB) Tj EMC',
  );
});

test('real faces: kerned text is as wide as layout says', () => {
  const run = runOf('AVAVA To');
  const natural = run.glyphs.length * 500;
  const moves = [...painted(run.glyphs).matchAll(/\)(-?\d+)/g)].map(([, n]) => Number(n));
  const width = run.glyphs.slice(0, -1).reduce((sum, glyph) => sum + glyph.advance, 0);
  expect(natural - 500 - moves.reduce((sum, n) => sum + n, 0)).toBeCloseTo(width, -1);
});
