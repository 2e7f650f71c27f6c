/** Positions in a box (css-values-4 §8.3, css-backgrounds-3 §2.6): keywords, distances, and both. */
import type { Length, Position } from '../style.ts';
import { type Computation, type Cursor, fixed, type Grammar } from './grammar.ts';
import { lengthPercentage } from './length.ts';
import { wordOf } from './values.ts';

type Axis = 'x' | 'y' | 'both';

/** A keyword or a distance, and the distance from the edge that the keyword names. */
interface Part {
  readonly axis: Axis;
  readonly base: Length;
  readonly offset?: Computation<Length>;
  readonly isWord: boolean;
}

const zero: Length = { px: 0, percent: 0 };
const half: Length = { px: 0, percent: 50 };
const whole: Length = { px: 0, percent: 100 };

export const center: Position = { x: half, y: half };

const words: Readonly<Record<string, { readonly axis: Axis; readonly base: Length }>> = {
  left: { axis: 'x', base: zero },
  right: { axis: 'x', base: whole },
  top: { axis: 'y', base: zero },
  bottom: { axis: 'y', base: whole },
  center: { axis: 'both', base: half },
};

const distance = lengthPercentage({ negative: true });

/** One to four values: `center`, `right 20%`, `right 4mm bottom 2mm`. */
export const position: Grammar<Position> = {
  expects: 'left, right, top, bottom, center, a length, a percentage',
  words: Object.keys(words),
  read: (cursor) => {
    const start = cursor.at;
    const parts = readParts(cursor);
    const found = parts && pairOf(parts);
    if (!found) {
      cursor.at = start;
      return undefined;
    }
    const [x, y] = found;
    return (context) => ({ x: resolved(x, context), y: resolved(y, context) });
  },
};

function readParts(cursor: Cursor): readonly Part[] | undefined {
  const values: Part[] = [];
  for (let part = readPart(cursor); part; part = values.length < 4 ? readPart(cursor) : undefined)
    values.push(part);
  return values.length < 3 ? values : merged(values);
}

function readPart(cursor: Cursor): Part | undefined {
  const word = wordOf(cursor.values[cursor.at]) ?? '';
  if (Object.hasOwn(words, word)) {
    cursor.at += 1;
    return { ...words[word]!, isWord: true };
  }
  const offset = distance.read(cursor);
  return offset && { axis: 'both', base: zero, offset, isWord: false };
}

/** Of three or four values each distance counts from the edge named before it. */
function merged(values: readonly Part[]): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (const value of values) {
    const last = parts.at(-1);
    if (value.isWord) parts.push(value);
    else if (last?.isWord && last.axis !== 'both' && !last.offset)
      parts[parts.length - 1] = { ...last, ...(value.offset && { offset: value.offset }) };
    else return undefined;
  }
  return parts.length === 2 ? parts : undefined;
}

/** The horizontal part first; a keyword says which it is, and two distances stand in that order. */
function pairOf(parts: readonly Part[]): readonly [Part, Part] | undefined {
  const [first, second] = parts;
  if (!first) return undefined;
  const middle: Part = { axis: 'both', base: half, isWord: true };
  if (!second) return first.axis === 'y' ? [middle, first] : [first, middle];
  if (first.axis !== 'y' && second.axis !== 'x') return [first, second];
  const areWords = first.isWord && second.isWord;
  return areWords && first.axis !== 'x' && second.axis !== 'y' ? [second, first] : undefined;
}

function resolved({ base, offset = fixed(zero) }: Part, context: Parameters<Computation<Length>>[0]): Length {
  const { px, percent } = offset(context);
  return base === whole
    ? { px: 0 - px, percent: 100 - percent }
    : { px: base.px + px, percent: base.percent + percent };
}
