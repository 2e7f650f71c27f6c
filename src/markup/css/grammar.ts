/** Small parsers of values, put together per property. They read from a cursor and give computations. */
import type { Color, ComputedStyle } from '../style.ts';
import { type CssValue, isDelim, wordOf } from './values.ts';

/** What a value may depend on beyond itself. Font sizes in px. */
export interface ComputeContext {
  readonly fontSize: number;
  readonly rootFontSize: number;
  readonly color: Color;
  readonly parent: ComputedStyle;
  /** An attribute of the element, for `attr()`. */
  readonly attribute: (name: string) => string | undefined;
}

/** Turns what was declared into what is computed for an element. */
export type Computation<T> = (context: ComputeContext) => T;

/** A place in a list of values; parsers move `at` only when they have read something. */
export interface Cursor {
  readonly values: readonly CssValue[];
  at: number;
}

/** Reads a `T`, or gives undefined and leaves the cursor where it was. */
export interface Grammar<T> {
  /** In words, for messages: "a length, a percentage". */
  readonly expects: string;
  /** The keywords among what is accepted, for "did you mean". */
  readonly words: readonly string[];
  readonly read: (cursor: Cursor) => Computation<T> | undefined;
}

/** The same for every element. */
export function fixed<T>(value: T): Computation<T> {
  return () => value;
}

/** One of the words, each standing for itself. */
export function keyword<const T extends string>(...words: readonly T[]): Grammar<T> {
  return mapped(Object.fromEntries(words.map((word) => [word, word])) as Record<T, T>);
}

/** One of the keys of `meanings`, each standing for its value. */
export function mapped<T>(meanings: Readonly<Record<string, T>>): Grammar<T> {
  const words = Object.keys(meanings);
  const computations = new Map(words.map((word) => [word, fixed(meanings[word]!)]));
  return {
    expects: words.join(', '),
    words,
    read: (cursor) => {
      const computation = computations.get(wordOf(cursor.values[cursor.at]) ?? '');
      if (computation !== undefined) cursor.at += 1;
      return computation;
    },
  };
}

/** The first of the grammars that reads something. */
export function either<A, B>(first: Grammar<A>, second: Grammar<B>): Grammar<A | B>;
export function either<A, B, C>(first: Grammar<A>, second: Grammar<B>, third: Grammar<C>): Grammar<A | B | C>;
export function either(...grammars: readonly Grammar<unknown>[]): Grammar<unknown> {
  return {
    expects: grammars.map((grammar) => grammar.expects).join(', '),
    words: grammars.flatMap((grammar) => grammar.words),
    read: (cursor) => {
      for (const grammar of grammars) {
        const computation = grammar.read(cursor);
        if (computation !== undefined) return computation;
      }
      return undefined;
    },
  };
}

/** One value, looked at by `read`; undefined is not accepted. */
export function single<T>(
  expects: string,
  read: (value: CssValue) => Computation<T> | undefined,
): Grammar<T> {
  return {
    expects,
    words: [],
    read: (cursor) => {
      const value = cursor.values[cursor.at];
      const computation = value === undefined ? undefined : read(value);
      if (computation !== undefined) cursor.at += 1;
      return computation;
    },
  };
}

/** A number within bounds; `whole` for integers. */
export function number(least: number, most: number, whole = false): Grammar<number> {
  const range =
    most === Number.POSITIVE_INFINITY ? (least === 0 ? ' from 0' : '') : ` from ${least} to ${most}`;
  return single(`a ${whole ? 'whole ' : ''}number${range}`, (value) => {
    if (value.kind !== 'number' || value.value < least || value.value > most) return undefined;
    return whole && !Number.isInteger(value.value) ? undefined : fixed(value.value);
  });
}

/** As many as there are, at least one, up to a comma, slash or anything else not read. */
export function several<T>(grammar: Grammar<T>, most: number): Grammar<readonly T[]> {
  return {
    ...grammar,
    read: (cursor) => {
      const found: Computation<T>[] = [];
      while (found.length < most) {
        const computation = grammar.read(cursor);
        if (computation === undefined) break;
        found.push(computation);
      }
      return found.length === 0 ? undefined : (context) => found.map((computation) => computation(context));
    },
  };
}

/** The grammar's result passed on through `change`. */
export function changed<A, B>(
  grammar: Grammar<A>,
  change: (value: A, context: ComputeContext) => B,
): Grammar<B> {
  return {
    ...grammar,
    read: (cursor) => {
      const computation = grammar.read(cursor);
      return computation && ((context) => change(computation(context), context));
    },
  };
}

/** Reads a comma; true if there was one. */
export function skipDelim(cursor: Cursor, text: string): boolean {
  const found = isDelim(cursor.values[cursor.at], text);
  if (found) cursor.at += 1;
  return found;
}
