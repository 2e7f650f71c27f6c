/** How a property is described. */
import type { ComputedStyle } from '../../style.ts';
import { type Computation, fixed, type Grammar } from '../grammar.ts';

/** Its CSS name follows from its key in the computed style: `marginTop` is `margin-top`. */
export interface Property<T> {
  readonly inherited: boolean;
  readonly initial: Computation<T>;
  readonly grammar: Grammar<T>;
}

/** A part of the property table: some keys of the computed style. */
export type PropertyTable<K extends keyof ComputedStyle> = {
  readonly [Key in K]: Property<ComputedStyle[Key]>;
};

/** A property that is not inherited. */
export function own<T>(initial: T, grammar: Grammar<T>): Property<T> {
  return { inherited: false, initial: fixed(initial), grammar };
}

/** A property that is inherited. */
export function inherited<T>(initial: T, grammar: Grammar<T>): Property<T> {
  return { inherited: true, initial: fixed(initial), grammar };
}

/** `marginTop` as `margin-top`. */
export function cssName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
