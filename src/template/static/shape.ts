/** What is known of a value before there is data: the types of the static checker. */
import type { Lang } from '../../model/publication.ts';

/**
 * `any` stands for a value of which nothing is known; nothing is ever said against it. `words` are all the texts
 * that a text can be.
 */
export type Shape =
  | { readonly kind: 'any' }
  | { readonly kind: 'null' }
  | { readonly kind: 'text'; readonly words?: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'markup' }
  | Group
  | { readonly kind: 'list'; readonly item: Field }
  | Keyed;

/** Values under names that the description gives. */
export interface Group {
  readonly kind: 'group';
  /** "a claim", "a group of values". */
  readonly noun: string;
  /** How it is printed as a whole, `{{text …}}`; empty when only its fields can be. */
  readonly print: string;
  readonly fields: ReadonlyMap<string, Field>;
  readonly oneAlways: readonly string[];
  readonly together: readonly string[];
}

/** Values under ids that the data choose; `ids` are those there are, where they are known. */
export interface Keyed {
  readonly kind: 'record';
  readonly item: Field;
  readonly ids?: readonly string[];
}

/** A field or item: `name` is what messages and `leaves_out` call it, `claim.note`. */
export interface Field {
  readonly name: string;
  readonly shape: Shape;
  /** True when it may be null. */
  readonly optional: boolean;
}

export const any: Shape = { kind: 'any' };
export const text: Shape = { kind: 'text' };
export const number: Shape = { kind: 'number' };
export const flag: Shape = { kind: 'flag' };
export const markup: Shape = { kind: 'markup' };

/** A text that is one of a few. */
export function oneOfWords(words: readonly string[]): Shape {
  return { kind: 'text', words };
}

/** A list whose items are never null. */
export function listOf(shape: Shape): Shape {
  return { kind: 'list', item: { name: '', shape, optional: false } };
}

/** True for `any`, and for a group that has all of the names. */
export function hasFields(shape: Shape, ...names: readonly string[]): boolean {
  return shape.kind === 'any' || (shape.kind === 'group' && names.every((name) => shape.fields.has(name)));
}

/** True for `any`, and for a shape of one of the kinds. */
export function isKind(shape: Shape, ...kinds: readonly Shape['kind'][]): boolean {
  return shape.kind === 'any' || kinds.includes(shape.kind);
}

/** "a text", "a claim", "a list". */
export function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'any':
      return 'a value';
    case 'null':
      return 'nothing (null)';
    case 'text':
      return shape.words?.length === 1 ? `the text \`${shape.words[0]}\`` : 'a text';
    case 'number':
      return 'a number';
    case 'flag':
      return 'true or false';
    case 'markup':
      return 'markup';
    case 'group':
      return shape.noun;
    case 'list':
      return 'a list';
    case 'record':
      return 'a group of values by id';
  }
}

/** The words of both languages count as one text. */
export function isBilingual(shape: Shape): boolean {
  const languages: readonly Lang[] = ['en', 'zh'];
  return shape.kind === 'group' && hasFields(shape, ...languages);
}
