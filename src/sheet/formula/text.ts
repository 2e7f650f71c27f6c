/** Functions of texts. Characters are counted as UTF-16 units, as Excel counts them. */
import { type Argument, type Compute, taking, textArgument, unsettled } from './argument.ts';
import { define, type Family, MANY } from './define.ts';
import {
  boundedText,
  isProblem,
  MAX_TEXT,
  type Problem,
  type Result,
  TOO_LONG,
  toText,
  toTruth,
} from './value.ts';

/** Texts of all cells; they never hold more than one cell could. */
function textsOf(args: readonly Argument[]): readonly string[] | Problem {
  const texts: string[] = [];
  let length = 0;
  for (const cell of args.flatMap((argument) => argument.cells())) {
    const text = isProblem(cell) ? cell : toText(cell);
    if (typeof text !== 'string') return text;
    length += text.length;
    if (length > MAX_TEXT) return TOO_LONG;
    texts.push(text);
  }
  return texts;
}

const concat: Compute = (args) => {
  const texts = textsOf(args);
  return 'problem' in texts ? texts : texts.join('');
};

const join: Compute = ([between, skip, ...args]) => {
  const delimiter = textArgument(between!);
  if (isProblem(delimiter)) return delimiter;
  const value = skip!.scalar();
  const skipsEmpty = isProblem(value) ? value : toTruth(value);
  if (isProblem(skipsEmpty)) return skipsEmpty;
  const texts = textsOf(args);
  if ('problem' in texts) return texts;
  const joined = skipsEmpty ? texts.filter((text) => text !== '') : texts;
  const length = joined.reduce((sum, text) => sum + text.length + delimiter.length, -delimiter.length);
  return boundedText(length, () => joined.join(delimiter));
};

/** A part of a text. Characters of two units are not cut in half. */
function cut(text: string, start: number, end: number): Result {
  const isHalved = (at: number): boolean => text.codePointAt(at - 1)! > 0xff_ff && at < text.length;
  if ((start > 0 && isHalved(start)) || (end > 0 && isHalved(end)))
    return unsettled('it cuts a character in half, where programs disagree');
  return text.slice(start, end);
}

/** Why there are no so many characters; undefined when there may be. */
function badCount(count: number): Problem | undefined {
  if (count < 0) return { problem: '#VALUE!', why: 'a number of characters is below 0' };
  return count > MAX_TEXT ? unsettled('no cell holds so many characters') : undefined;
}

function left(text: string, count = 1): Result {
  return badCount(count) ?? cut(text, 0, Math.trunc(count));
}

function right(text: string, count = 1): Result {
  return badCount(count) ?? cut(text, Math.max(0, text.length - Math.trunc(count)), text.length);
}

function middle(text: string, start: number, count: number): Result {
  if (start < 1) return { problem: '#VALUE!', why: 'places in a text start at 1' };
  const from = Math.min(text.length, Math.trunc(start) - 1);
  return (
    badCount(start) ?? badCount(count) ?? cut(text, from, Math.min(text.length, from + Math.trunc(count)))
  );
}

/** Only some programs write ß as SS in capitals, or a small Σ at the end of a word as ς. */
function inCase(change: (text: string) => string): Compute {
  return taking(['text'], (text) => {
    const changed = change(text);
    const letters = [...text].map(change);
    return changed === letters.join('') && changed.length === text.length
      ? changed
      : unsettled('it holds a letter that programs change differently');
  });
}

/** Spaces only: other white space stays. */
const trim = (text: string): string => text.replace(/ +/g, ' ').replace(/^ | $/g, '');

function repeat(text: string, times: number): Result {
  if (times < 0) return { problem: '#VALUE!', why: 'a text is repeated 0 times or more' };
  const count = Math.trunc(times);
  return boundedText(text.length * count, () => (text === '' ? '' : text.repeat(count)));
}

export const textFunctions: Family = {
  CONCAT: define('text, …', 'the texts joined', [1, MANY], concat, '_xlfn.'),
  TEXTJOIN: define(
    'between, skip, texts, …',
    'the texts joined with a text between them; skip is TRUE to leave empty ones out',
    [3, MANY],
    join,
    '_xlfn.',
  ),
  LEN: define(
    'text',
    'how many characters',
    [1, 1],
    taking(['text'], (text) => text.length),
  ),
  LEFT: define('text, count', 'its first characters, default 1', [1, 2], taking(['text', 'number'], left)),
  RIGHT: define('text, count', 'its last characters, default 1', [1, 2], taking(['text', 'number'], right)),
  MID: define(
    'text, start, count',
    'its characters from a place, the first being 1',
    [3, 3],
    taking(['text', 'number', 'number'], middle),
  ),
  UPPER: define(
    'text',
    'in capitals',
    [1, 1],
    inCase((text) => text.toUpperCase()),
  ),
  LOWER: define(
    'text',
    'in small letters',
    [1, 1],
    inCase((text) => text.toLowerCase()),
  ),
  TRIM: define('text', 'without spaces around it, single spaces within', [1, 1], taking(['text'], trim)),
  REPT: define('text, times', 'the text repeated', [2, 2], taking(['text', 'number'], repeat)),
  EXACT: define(
    'text, text',
    'whether they are the same, capitals and all',
    [2, 2],
    taking(['text', 'text'], (one, other) => one === other),
  ),
};
