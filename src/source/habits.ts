/** What YAML reads without complaint and differently from how it was meant. */
import { isPair, isScalar, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { SourceCode } from './codes.ts';

/** A fault with its offsets in the text of the file. */
export interface Habit {
  readonly code: SourceCode;
  readonly message: string;
  readonly help: string;
  readonly start: number;
  readonly end: number;
}

/** A number that its commas split, and the index of the pair or item that holds the first piece. */
interface SplitNumber extends Habit {
  readonly first: number;
}

const none: ReadonlyMap<number, SplitNumber> = new Map();

/**
 * Numbers whose comma ended their value inside of brackets, `{ value: 27,96 km2 }` or `[27,96 km2]`: by the index of
 * every pair or item that holds a piece.
 */
export function splitNumbers(node: YAMLMap | YAMLSeq, text: string): ReadonlyMap<number, SplitNumber> {
  if (node.flow !== true) return none;
  const found = new Map<number, SplitNumber>();
  const items: readonly unknown[] = node.items;
  // `[1,2]` may be a list of two; `[40.5, 1,2]` and `[27,96 km2]` cannot be meant so.
  const isSpaced = items.slice(1).some((item) => text[(startOf(item) ?? 0) - 1] === ' ');
  for (let first = 0; first + 1 < items.length; first += 1) {
    const pieces = piecesFrom(first, items, text);
    const [begin, end] = [pieces[0], pieces.at(-1)];
    if (!begin || !end || pieces.length < 2) continue;
    const isList = !isPair(items[first]) && !isSpaced && /^\d+$/.test(end.source);
    if (!isList) {
      const words = splitWords(text.slice(begin.start, end.end));
      const split = { ...words, start: begin.start, end: end.end, first };
      for (const offset of pieces.keys()) found.set(first + offset, split);
    }
    first += pieces.length - 1;
  }
  return found;
}

/** The value at an index and the pieces of its number that follow it. */
function piecesFrom(first: number, items: readonly unknown[], text: string): readonly PlainScalar[] {
  const pieces: PlainScalar[] = [];
  for (let index = first; index < items.length; index += 1) {
    const piece = plainOf(index === first ? mainOf(items[index]) : bareOf(items[index]));
    const before = pieces.at(-1);
    if (!piece || (before && !isSplit(before, piece, text))) break;
    pieces.push(piece);
  }
  return pieces;
}

interface PlainScalar {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Digits, a comma without a space, digits. */
function isSplit(left: PlainScalar, right: PlainScalar, text: string): boolean {
  const isNext = right.start === left.end + 1 && text[left.end] === ',';
  return isNext && /(^|\s)[-+]?\d+(\.\d{3})*$/.test(left.source) && /^\d/.test(right.source);
}

function splitWords(written: string): Omit<Habit, 'start' | 'end'> {
  const isGrouped = /(^|\D)\d{1,3}(,\d{3})+(?![\d,])/.test(written);
  const help = isGrouped
    ? `Write ${shorten(written.replaceAll(',', ''))}, or put it into quotes: "${shorten(written)}".`
    : `The decimal mark is a point: ${shorten(written.replace(/(?<=\d)\.(?=\d{3}(\D|$))/g, '').replace(',', '.'))}.`;
  const message = `inside of brackets the comma ends the value, and splits \`${shorten(written)}\``;
  return { code: 'Y023', message, help };
}

/** The value of a pair, or the item of a list. */
function mainOf(item: unknown): unknown {
  return isPair(item) ? item.value : item;
}

/** An item without a colon: a key without a value, or the item of a list. */
function bareOf(item: unknown): unknown {
  if (!isPair(item)) return item;
  return item.value === null ? item.key : undefined;
}

function plainOf(node: unknown): PlainScalar | undefined {
  if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return undefined;
  return { source: node.source ?? '', start: node.range[0], end: node.range[1] };
}

function startOf(item: unknown): number | undefined {
  const node = isPair(item) ? item.key : item;
  return isScalar(node) ? node.range?.[0] : undefined;
}

/** A key without a value inside of braces: `{en:Park}`, or the rest of a text with a comma. */
export function keyWithoutValue(key: Scalar, name: string): Omit<Habit, 'start' | 'end'> {
  const joined = key.type === 'PLAIN' ? /^([\p{L}_][\p{L}\w-]*)([:：])(?=[^\s/])/u.exec(name) : null;
  if (joined?.[2] === '：') return fullWidthColon();
  if (joined) {
    const message = `a space is missing after \`${joined[1]}:\``;
    return { code: 'Y012', message, help: 'Write a space after the colon: `key: value`.' };
  }
  const message = `\`${shorten(name)}\` is no key with a value`;
  const help = 'A text with a comma needs quotes inside of { … }; a key needs a colon and a value.';
  return { code: 'Y014', message, help };
}

function fullWidthColon(): Omit<Habit, 'start' | 'end'> {
  return {
    code: 'Y022',
    message: 'full-width `：` where YAML needs `:`',
    help: 'Write `:` and a space.',
  };
}

/** Spaces that look like one and are text to YAML: of no break, of no width, ideographic. */
const strangeSpace = /[\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000]/u;

/** A key that begins or ends with a space that YAML takes for a part of it. */
export function strangeSpaceInKey(name: string, start: number): Habit | undefined {
  const index = strangeSpace.test(name[0] ?? '')
    ? 0
    : strangeSpace.test(name.at(-1) ?? '')
      ? name.length - 1
      : -1;
  return index < 0 ? undefined : strangeSpaceAt(name[index]!, start + index);
}

/** The first such space in a piece of text that begins at `start`. */
export function strangeSpaceIn(piece: string, start: number): Habit | undefined {
  const index = piece.search(strangeSpace);
  return index < 0 ? undefined : strangeSpaceAt(piece[index]!, start + index);
}

function strangeSpaceAt(character: string, start: number): Habit {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'Y024',
    message: `a space of another kind (U+${code}), which YAML takes for a letter`,
    help: 'Delete it and type an ordinary space.',
    start,
    end: start + 1,
  };
}

/** `G110 #2`: a number sign after a space begins a comment. Comments with a space after the sign are meant as such. */
export function cutByComment(node: Scalar, text: string): Habit | undefined {
  if (node.type !== 'PLAIN' || typeof node.value !== 'string' || !node.range) return undefined;
  const end = node.range[1];
  const cut = /^[ \t]+(#\d\S*)/.exec(text.slice(end, end + 40));
  if (!cut) return undefined;
  const start = end + cut[0].length - cut[1]!.length;
  return {
    code: 'Y025',
    message: `\`${cut[1]}\` is a comment to YAML, and no part of the text before it`,
    help: `Put the whole text into quotes: "${shorten(node.source ?? '')} ${cut[1]}"; a comment has a space after its #.`,
    start,
    end: start + cut[1]!.length,
  };
}

/** `&Sons`: a name for a value that never comes. */
export function anchorAlone(node: Scalar, text: string): Habit | undefined {
  if (node.anchor === undefined || node.type !== 'PLAIN' || node.source !== '' || !node.range)
    return undefined;
  const written = `&${node.anchor}`;
  const start = text.lastIndexOf(written, node.range[0]);
  if (start < 0) return undefined;
  return {
    code: 'Y014',
    message: 'an unquoted text cannot begin with `&`',
    help: `Put the text into quotes: "${shorten(written)}".`,
    start,
    end: start + written.length,
  };
}

function shorten(text: string): string {
  return text.length > 60 ? `${[...text].slice(0, 58).join('')}…` : text;
}
