/** Names of counters and their styles (css-lists-3 §4, css-counter-styles-3 §6–7). */
import type { CounterChange, CounterReset, CounterStyleName } from '../style.ts';
import { type Cursor, fixed, type Grammar } from './grammar.ts';
import { type CssValue, wordOf } from './values.ts';

export const counterStyles: readonly CounterStyleName[] = [
  'none',
  'disc',
  'circle',
  'square',
  'decimal',
  'decimal-leading-zero',
  'lower-alpha',
  'upper-alpha',
  'lower-latin',
  'upper-latin',
  'lower-roman',
  'upper-roman',
  'lower-greek',
  'cjk-decimal',
  'cjk-ideographic',
  'simp-chinese-informal',
  'simp-chinese-formal',
];

/** The style that a value names; `decimal` where there is none, undefined for an unknown one. */
export function counterStyleOf(value: CssValue | undefined): CounterStyleName | undefined {
  if (value === undefined) return 'decimal';
  const word = wordOf(value);
  return counterStyles.find((style) => style === word);
}

const reservedNames: ReadonlySet<string> = new Set(['none', 'inherit', 'initial', 'unset']);

/** Names are case-sensitive. */
export function counterNameOf(value: CssValue | undefined): string | undefined {
  return value?.kind === 'ident' && !reservedNames.has(value.text.toLowerCase()) ? value.text : undefined;
}

/** What one property may do to counters, so that a sheet cannot blow a document up. */
const mostChanges = 50;
const largestValue = 1_000_000_000;

/** `none`, or names with whole numbers; `value` where a number is left out. */
export function counterChanges(value: number): Grammar<readonly CounterChange[]> {
  return {
    expects: 'none, names of counters with or without a whole number',
    words: ['none'],
    read: (cursor) =>
      readList(cursor, (at) => {
        const name = counterNameOf(cursor.values[at]);
        if (name === undefined || name === 'pages') return undefined;
        const given = wholeNumber(cursor.values[at + 1]);
        return { item: { name, value: given ?? value }, length: given === undefined ? 1 : 2 };
      }),
  };
}

/** `none`, or names with whole numbers and `reversed(name)` (css-lists-3 §4.1). */
export const counterResets: Grammar<readonly CounterReset[]> = {
  expects: 'none, names of counters with or without a whole number, reversed(name)',
  words: ['none'],
  read: (cursor) =>
    readList<CounterReset>(cursor, (at) => {
      const first = cursor.values[at];
      const isReversed = first?.kind === 'function' && first.name === 'reversed' && first.args.length === 1;
      const name = counterNameOf(isReversed ? first.args[0] : first);
      if (name === undefined || name === 'pages') return undefined;
      const given = wholeNumber(cursor.values[at + 1]);
      const length = given === undefined ? 1 : 2;
      if (isReversed && given === undefined) return { item: { name, reversed: true }, length };
      return { item: { name, value: given ?? 0, reversed: isReversed }, length };
    }),
};

function readList<T>(
  cursor: Cursor,
  readOne: (at: number) => { readonly item: T; readonly length: number } | undefined,
) {
  if (wordOf(cursor.values[cursor.at]) === 'none') {
    cursor.at += 1;
    return fixed<readonly T[]>([]);
  }
  const items: T[] = [];
  while (items.length < mostChanges) {
    const one = readOne(cursor.at);
    if (one === undefined) break;
    items.push(one.item);
    cursor.at += one.length;
  }
  return items.length === 0 ? undefined : fixed<readonly T[]>(items);
}

function wholeNumber(value: CssValue | undefined): number | undefined {
  if (value?.kind !== 'number' || !Number.isInteger(value.value)) return undefined;
  return Math.abs(value.value) > largestValue ? undefined : value.value;
}
