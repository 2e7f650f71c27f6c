/** English number words: seven, twenty-one, one hundred and sixty-six, second. */
import { type Decimal, decimal, scale } from '../decimal.ts';

export interface Numeral {
  readonly value: Decimal;
  readonly digit: number;
  readonly kind: 'number' | 'ordinal';
  readonly end: number;
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const smallOrdinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const tenOrdinals = tens.map((word) => word.replace(/y$/, 'ieth'));

type Word =
  | { readonly kind: 'small' | 'tens'; readonly value: number; readonly ordinal: boolean }
  | { readonly kind: 'scale'; readonly exponent: number };

const words = new Map<string, Word>([
  ...small.map((word, value): [string, Word] => [word, { kind: 'small', value, ordinal: false }]),
  ...smallOrdinals.map((word, value): [string, Word] => [word, { kind: 'small', value, ordinal: true }]),
  ...tens.map((word, index): [string, Word] => [
    word,
    { kind: 'tens', value: 20 + 10 * index, ordinal: false },
  ]),
  ...tenOrdinals.map((word, index): [string, Word] => [
    word,
    { kind: 'tens', value: 20 + 10 * index, ordinal: true },
  ]),
  ['hundred', { kind: 'scale', exponent: 2 }],
  ['thousand', { kind: 'scale', exponent: 3 }],
  ['million', { kind: 'scale', exponent: 6 }],
  ['billion', { kind: 'scale', exponent: 9 }],
  ['trillion', { kind: 'scale', exponent: 12 }],
]);

const wordPattern = /[a-z]+/y;
const separator = /-|\s(?:and\s)?/y;
const aScale = /an?\s(?=(?:hundred|thousand|million|billion|trillion)(?![a-z]))/y;
const halfPattern = /half(?:\sa\s(thousand|million|billion|trillion))?(?![a-z-])/y;
const quarterPattern = /(?:a|one|(three))[\s-]quarters?(?![a-z])/y;
const parts = /[\s-](?:thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)(?![a-z])/y;
const andHalf = /\sand\sa\shalf(?![a-z-])/y;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** `half`, `a quarter`, `half a million`; other parts have no exact decimal or are too rare to trust. */
function fractionAt(lower: string, at: number): Numeral | undefined {
  const half = match(halfPattern, lower, at);
  if (half) {
    const word = half[1] === undefined ? undefined : words.get(half[1]);
    const exponent = word?.kind === 'scale' ? word.exponent : 0;
    return {
      value: scale(decimal('0.5'), exponent),
      digit: exponent - 1,
      kind: 'number',
      end: at + half[0].length,
    };
  }
  const quarter = match(quarterPattern, lower, at);
  return quarter
    ? { value: decimal(quarter[1] ? '0.75' : '0.25'), digit: -2, kind: 'number', end: at + quarter[0].length }
    : undefined;
}

/**
 * The number in words that begins at an offset of a text in lower case; undefined where none does. Parts such as
 * "two thirds", which no decimal holds exactly, are passed over: `unread` is where they end.
 */
export function englishNumeralAt(
  lower: string,
  at: number,
): Numeral | { readonly unread: number } | undefined {
  const fraction = fractionAt(lower, at);
  if (fraction) return fraction;
  const start = at + (match(aScale, lower, at)?.[0].length ?? 0);
  const read = run(lower, start, start > at);
  if (!read) return undefined;
  const part = match(parts, lower, read.end);
  if (part && read.kind === 'number') return { unread: read.end + part[0].length };
  const half = match(andHalf, lower, read.end);
  return half ? { ...read, value: read.value.plus('0.5'), digit: -1, end: read.end + half[0].length } : read;
}

/** `whole` holds what is before the last thousand, million …; `part` what is being counted below it. */
interface Sum {
  readonly whole: Decimal;
  readonly part: number;
  /** The exponent below which the next word must stay, so that "two three" is two numbers. */
  readonly room: number;
  readonly lastScale: number;
  readonly digit: number;
}

function run(lower: string, start: number, isOne: boolean): Numeral | undefined {
  let sum: Sum = { whole: decimal(0), part: isOne ? 1 : 0, room: isOne ? 0 : 3, lastScale: 99, digit: 0 };
  let end = start;
  let at = start;
  let isRead = isOne;
  for (;;) {
    const written = match(wordPattern, lower, at)?.[0];
    const word = written === undefined ? undefined : words.get(written);
    const next = written === undefined || !word ? undefined : added(sum, word, isRead);
    if (!next || written === undefined || !word) break;
    sum = next;
    isRead = true;
    end = at + written.length;
    if (word.kind !== 'scale' && word.ordinal) return result(sum, end, 'ordinal');
    const gap = match(separator, lower, end)?.[0];
    if (gap === undefined) break;
    at = end + gap.length;
  }
  return end > start ? result(sum, end, 'number') : undefined;
}

function result({ whole, part, digit }: Sum, end: number, kind: Numeral['kind']): Numeral {
  return { value: whole.plus(part), digit: part === 0 ? digit : 0, kind, end };
}

/** The sum with one word more, or nothing where the word begins another number. */
function added(sum: Sum, word: Word, isRead: boolean): Sum | undefined {
  if (word.kind === 'scale') {
    if (!isRead || sum.part === 0) return undefined;
    if (word.exponent === 2) return sum.part < 10 ? { ...sum, part: sum.part * 100, room: 2 } : undefined;
    if (word.exponent >= sum.lastScale) return undefined;
    const whole = sum.whole.plus(scale(decimal(sum.part), word.exponent));
    return { whole, part: 0, room: 3, lastScale: word.exponent, digit: word.exponent };
  }
  const size = word.kind === 'tens' || word.value > 9 ? 2 : 1;
  if (size > sum.room) return undefined;
  return { ...sum, part: sum.part + word.value, room: word.kind === 'tens' ? 1 : 0 };
}
