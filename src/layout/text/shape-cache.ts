/** Shaped words of one face, so that each is shaped once. Bounded: the older half goes when it is full. */
import type { Glyph } from './face.ts';

type ShapeWord = (text: string, features: readonly string[]) => readonly Glyph[];

export interface ShapeCache {
  readonly get: (text: string, features: readonly string[], shape: ShapeWord) => readonly Glyph[];
}

const capacity = 16_384;
/** Longer texts are seldom met twice. */
const longestKept = 48;

/** A cache of two generations: what is used again moves to the young one, the old one is dropped whole. */
export function createShapeCache(): ShapeCache {
  let young = new Map<string, readonly Glyph[]>();
  let old = new Map<string, readonly Glyph[]>();
  const keep = (key: string, glyphs: readonly Glyph[]): readonly Glyph[] => {
    if (young.size >= capacity) {
      old = young;
      young = new Map();
    }
    young.set(key, glyphs);
    return glyphs;
  };
  return {
    get: (text, features, shape) => {
      if (text.length > longestKept) return shape(text, features);
      // U+0000 cannot stand in a text, so that text and features never run together.
      const key = features.length === 0 ? text : `${text}\0${features.join()}`;
      const found = young.get(key);
      if (found !== undefined) return found;
      return keep(key, old.get(key) ?? shape(text, features));
    },
  };
}
