/** `aspect-ratio` (css-sizing-4 §6.1): `auto`, a ratio such as `16 / 9`, or both. */
import type { ComputedStyle } from '../style.ts';
import { type Cursor, fixed, type Grammar, number, skipDelim } from './grammar.ts';
import { wordOf } from './values.ts';

type AspectRatio = ComputedStyle['aspectRatio'];

const positive = number(0, Number.POSITIVE_INFINITY);

/** A ratio of nothing or to nothing counts as `auto`. */
export const aspectRatio: Grammar<AspectRatio> = {
  expects: 'auto, a ratio such as 16 / 9',
  words: ['auto'],
  read: (cursor) => {
    const start = cursor.at;
    const isAutoFirst = skipAuto(cursor);
    const ratio = readRatio(cursor);
    const natural = isAutoFirst || (ratio !== undefined && skipAuto(cursor));
    if (ratio === undefined && !natural) {
      cursor.at = start;
      return undefined;
    }
    const isRatio = ratio !== undefined && ratio > 0 && Number.isFinite(ratio);
    return fixed<AspectRatio>(isRatio ? { ratio, natural } : 'auto');
  },
};

function skipAuto(cursor: Cursor): boolean {
  const found = wordOf(cursor.values[cursor.at]) === 'auto';
  if (found) cursor.at += 1;
  return found;
}

/** Width and height, or the width to a height of 1. */
function readRatio(cursor: Cursor): number | undefined {
  const width = readNumber(cursor);
  if (width === undefined) return undefined;
  const start = cursor.at;
  if (!skipDelim(cursor, '/')) return width;
  const height = readNumber(cursor);
  if (height === undefined) cursor.at = start;
  return height === undefined ? width : width / height;
}

function readNumber(cursor: Cursor): number | undefined {
  const value = cursor.values[cursor.at];
  if (value?.kind !== 'number' || positive.read(cursor) === undefined) return undefined;
  return value.value;
}
