/** Declarations that have been understood: which longhands they set, and how that is computed. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { Origin } from '../../diagnostics/span.ts';
import { didYouMean, type Fault } from '../fault.ts';
import { misplacedContent } from './content.ts';
import type { Computation, Cursor } from './grammar.ts';
import { longhandNames, type PropertyKey, propertyNamed } from './properties/index.ts';
import { refusal, refusedProperties } from './properties/refused.ts';
import { shorthands } from './properties/shorthands.ts';
import type { DeclarationItem } from './syntax.ts';
import type { CssText } from './tokens.ts';
import { valueHelp } from './value-help.ts';
import { type CssValue, hasFunction, wordOf } from './values.ts';
import type { VariableFault } from './variables.ts';

/** How a longhand gets its value. */
export type Specified = Computation<unknown> | 'inherit' | 'initial' | 'unset';

export type Assignments = readonly (readonly [PropertyKey, Specified])[];

/**
 * `set` is ready, `pending` waits for the variables of an element, `custom` declares a variable.
 * `perElement` is true where the value depends on attributes of the element.
 */
export type Declaration =
  | {
      readonly kind: 'set';
      readonly assignments: Assignments;
      readonly important: boolean;
      readonly perElement: boolean;
    }
  | {
      readonly kind: 'pending';
      readonly name: string;
      readonly values: readonly CssValue[];
      readonly keys: readonly PropertyKey[];
      readonly important: boolean;
      readonly perElement: boolean;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'custom';
      readonly name: string;
      readonly values: readonly CssValue[];
      readonly important: boolean;
      readonly perElement: false;
      readonly origin: Origin;
    };

/** What reading declarations needs from outside. */
export interface DeclarationContext {
  readonly fault: Fault;
  readonly fileExists: (path: string) => boolean;
}

/** Reads a declaration; undefined after a fault. */
export function readDeclaration(
  item: DeclarationItem,
  css: CssText,
  context: DeclarationContext,
): Declaration | undefined {
  const { name, values, important } = item;
  const origin = css.originOf(item.start, item.end);
  if (name.startsWith('--')) return { kind: 'custom', name, values, important, perElement: false, origin };
  const keys = keysOf(name);
  if (keys === undefined) {
    unknownProperty(name, css.originOf(item.start, item.nameEnd), context.fault);
    return undefined;
  }
  checkFiles(values, css, context);
  const perElement = hasFunction(values, 'attr');
  if (hasFunction(values, 'var'))
    return { kind: 'pending', name, values, keys, important, perElement, origin };
  const read = interpret(name, values);
  if ('assignments' in read) return { kind: 'set', assignments: read.assignments, important, perElement };
  const { at } = read;
  if (at !== undefined && isBroken(at)) return undefined;
  const place = at === undefined ? origin : css.originOf(at.start, at.end);
  const first = values[0]!.start;
  const written =
    at === undefined ? css.text.slice(first, values.at(-1)!.end) : css.text.slice(at.start, at.end);
  context.fault('C004', place, valueMessage(name, written), { help: valueHelp(name, values, read) });
  return undefined;
}

/** Tells of `content` that means nothing where it is declared. */
export function checkContent(
  item: DeclarationItem,
  place: Parameters<typeof misplacedContent>[1],
  css: CssText,
  { fault }: DeclarationContext,
): void {
  const wrong = item.name === 'content' ? misplacedContent(item.values, place) : undefined;
  if (wrong) fault('C004', css.originOf(item.start, item.end), wrong.message, { help: wrong.help });
}

/** The longhands that a declaration of this name sets; undefined for an unknown name. */
function keysOf(name: string): readonly PropertyKey[] | undefined {
  const longhand = propertyNamed(name);
  return longhand === undefined ? shorthands.get(name)?.keys : [longhand.key];
}

interface NotUnderstood {
  /** The value that was not understood; undefined where something is missing at the end. */
  readonly at: CssValue | undefined;
  readonly expects: string;
  readonly words: readonly string[];
}

/** Reads the value of a known property, without any `var()`. */
export function interpret(
  name: string,
  values: readonly CssValue[],
): { readonly assignments: Assignments } | NotUnderstood {
  const keys = keysOf(name) ?? [];
  const word = values.length === 1 ? wordOf(values[0]) : undefined;
  if (word === 'inherit' || word === 'initial' || word === 'unset')
    return { assignments: keys.map((key) => [key, word]) };
  const longhand = propertyNamed(name);
  const shorthand = shorthands.get(name);
  const { expects, words } = longhand?.grammar ?? shorthand ?? { expects: '', words: [] };
  const cursor: Cursor = { values, at: 0 };
  let assignments: Assignments | undefined;
  if (longhand === undefined) assignments = shorthand?.expand(cursor);
  else {
    const computation = longhand.grammar.read(cursor);
    if (computation !== undefined) assignments = [[longhand.key, computation]];
  }
  if (assignments !== undefined && cursor.at === values.length) return { assignments };
  return { at: values[cursor.at], expects, words };
}

export function valueMessage(name: string, written: string): string {
  return `"${written}" is no value of ${name}`;
}

/** A string or url that is not closed has been told of already. */
function isBroken(value: CssValue): boolean {
  return value.kind === 'delim' && /^["']|^url\(/i.test(value.text);
}

function unknownProperty(name: string, origin: Origin, fault: Fault): void {
  const why = refusal(name);
  if (why !== undefined) {
    fault('C003', origin, `the property ${name} is not supported`, { help: why });
    return;
  }
  const known = [...longhandNames, ...shorthands.keys(), ...Object.keys(refusedProperties)].sort();
  const near = nearest(name, known);
  const refused = near === undefined ? undefined : refusal(near);
  const help = refused === undefined ? didYouMean(near, 'remove it') : `did you mean ${near}? ${refused}`;
  fault('C003', origin, `unknown property ${name}`, { help });
}

/** Tells of files that are named and not there. */
function checkFiles(values: readonly CssValue[], css: CssText, context: DeclarationContext): void {
  for (const value of values) {
    if ('args' in value) checkFiles(value.args, css, context);
    if (value.kind !== 'url' || value.text.startsWith('#') || context.fileExists(value.path)) continue;
    context.fault('C007', css.originOf(value.start, value.end), `there is no file ${value.path}`, {
      help: fileHelp(value.path),
    });
  }
}

/** What to do about a file that is not there. */
export function fileHelp(path: string): string {
  return /^(?!npm:)[a-z][a-z\d+.-]+:/i.test(path)
    ? 'nothing is fetched from the network or read from data: addresses; save the file beside the document and name it'
    : 'paths start from the file that names them; files of packages are written npm:<package>/<file>';
}

/** What went wrong with a variable, as a sentence and a help text. */
export function variableMessage(
  fault: VariableFault,
  known: readonly string[],
): { readonly message: string; readonly help: string } {
  switch (fault.kind) {
    case 'missing': {
      if (fault.name === '') return { message: 'var() without a name', help: 'write var(--name)' };
      if (!fault.name.startsWith('--'))
        return { message: `var(${fault.name}) does not name a variable`, help: `write var(--${fault.name})` };
      const help = didYouMean(nearest(fault.name, known), `declare it: :root { ${fault.name}: … }`);
      return { message: `the variable ${fault.name} has no value here`, help };
    }
    case 'cycle':
      return {
        message: `the variable ${fault.name} depends on itself`,
        help: 'give one of the variables a value of its own',
      };
    case 'size':
      return { message: 'variables that grow without measure', help: 'let variables hold single values' };
  }
}
