/**
 * Helpers as data: name, parameters with types, result, words for the documentation, and examples that are
 * also their tests. A helper is a pure function of its arguments and the language of the publication.
 */
import type { Lang } from '../model/publication.ts';
import { any, flag, listOf, markup as markupShape, type Shape, text } from './static/shape.ts';

/** A type of argument: the words used in messages, the test of a value, and that of a shape before there are values. */
export interface Type<T> {
  readonly words: string;
  readonly is: (value: unknown) => value is T;
  /** False only for shapes none of whose values would pass `is`. */
  readonly accepts: (shape: Shape) => boolean;
  /** Of an object of many fields: those that helpers print, as paths through lists. */
  readonly reads?: readonly string[];
  /** True for the name of a field of the items of the first argument. */
  readonly ofItems?: true;
}

/** What every helper may know besides its arguments. */
export interface HelperContext {
  readonly lang: Lang;
  /** The strings of the template in this language, by dotted key. */
  readonly strings: ReadonlyMap<string, string>;
  /** Computes a formula over the tables of the publication, as workbooks do; absent where there are none. */
  readonly compute?: Compute;
}

/** A value, or why there is none. */
export type Compute = (
  formula: string,
) => { readonly value: number | string | boolean } | { readonly why: string; readonly help?: string };

/** Symbols as keys: no value from a data file can pass for one of these. */
const markupBrand = Symbol('markup');
const faultBrand = Symbol('fault');

/** XML that is printed as it is. Only helpers of this folder make it, from escaped parts. */
export interface Markup {
  readonly [markupBrand]: true;
  readonly xml: string;
}

/** A value that the helper refuses, with what is wrong about it. */
export interface Fault {
  readonly [faultBrand]: true;
  readonly message: string;
  readonly help?: string;
}

/** One call as it stands in a template, with the data it needs, and what it prints in both editions. */
export interface Example {
  readonly call: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly en: string;
  readonly zh: string;
}

/** What the documentation calls a result. */
export type Result = 'text' | 'number' | 'true or false' | 'markup' | 'list' | 'value';

/** Numbers that helpers compute are exact decimals, as text. */
const resultShapes: Readonly<Record<Result, Shape>> = {
  text,
  number: text,
  'true or false': flag,
  markup: markupShape,
  list: listOf(any),
  value: any,
};

export interface Param {
  readonly name: string;
  readonly type: Type<unknown>;
}

export interface Helper {
  readonly name: string;
  /** One sentence: what it gives. */
  readonly doc: string;
  readonly params: readonly Param[];
  /** Type of any number of further arguments. */
  readonly rest?: Type<unknown>;
  /** Named options, all optional; `'any'` lets a call name whatever it likes. */
  readonly options: readonly Param[] | 'any';
  readonly result: Result;
  /** The shape of the result, from those of the arguments; `word` is the second where it is written out. */
  readonly gives: (args: readonly Shape[], word: string | undefined) => Shape;
  /** True when it asks only whether its arguments are empty. */
  readonly tests?: true;
  /** True when it compares its two arguments. */
  readonly compares?: true;
  readonly examples: readonly [Example, ...Example[]];
  /** Arguments have been checked against `params`, `rest` and `options`. */
  readonly run: (
    args: readonly unknown[],
    options: Readonly<Record<string, unknown>>,
    context: HelperContext,
  ) => unknown;
}

type Types = Readonly<Record<string, Type<unknown>>>;
type ValueOf<T> = T extends Type<infer V> ? V : never;
type Given<P extends Types> = { readonly [K in keyof P]: ValueOf<P[K]> };
type MaybeGiven<O extends Types> = { readonly [K in keyof O]?: ValueOf<O[K]> };

interface Definition<P extends Types, O extends Types, R> {
  readonly name: string;
  readonly doc: string;
  /** Positional parameters in order. */
  readonly params: P;
  readonly options?: O;
  readonly rest?: Type<R>;
  readonly result: Result;
  /** Where the result tells less than is known. */
  readonly gives?: Helper['gives'];
  readonly tests?: true;
  readonly compares?: true;
  readonly examples: readonly [Example, ...Example[]];
  readonly run: (
    given: Given<P>,
    context: HelperContext,
    options: MaybeGiven<O>,
    rest: readonly R[],
  ) => unknown;
}

/** Declares a helper; `run` receives its arguments by name, with their types. */
export function defineHelper<const P extends Types, const O extends Types = Record<never, never>, R = never>(
  definition: Definition<P, O, R>,
): Helper {
  const { name, doc, params, options, rest, result, gives, tests, compares, examples, run } = definition;
  const names = Object.keys(params);
  const listed = (types: Types): Param[] => Object.entries(types).map(([key, type]) => ({ name: key, type }));
  return {
    name,
    doc,
    params: listed(params),
    ...(rest ? { rest } : {}),
    options: listed(options ?? {}),
    result,
    gives: gives ?? (() => resultShapes[result]),
    ...(tests ? { tests } : {}),
    ...(compares ? { compares } : {}),
    examples,
    run: (args, given, context) => {
      const byName = Object.fromEntries(names.map((key, index) => [key, args[index]]));
      return run(byName as Given<P>, context, given as MaybeGiven<O>, args.slice(names.length) as R[]);
    },
  };
}

/** Refuses a value. */
export function fault(message: string, help?: string): Fault {
  return help === undefined ? { [faultBrand]: true, message } : { [faultBrand]: true, message, help };
}

/** XML to print as it is. */
export function markup(xml: string): Markup {
  return { [markupBrand]: true, xml };
}

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, faultBrand);
}

export function isMarkup(value: unknown): value is Markup {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, markupBrand);
}
