/** Values as the static checker sees them: a shape, and which value of the data it is. */
import { all, assume, atom, type Facts, type Formula, holds, not, some } from './facts.ts';
import { any, type Field, type Group, number, type Shape } from './shape.ts';

export interface Value {
  readonly shape: Shape;
  /** True when it may be null, as far as its type tells. */
  readonly optional: boolean;
  /** The same for the same value of the data, by whatever name it is reached. */
  readonly key: string | undefined;
  /** The names of the fields it was reached through: what is printed when it is. */
  readonly trail: readonly string[];
  /** What always holds of it and the fields beside it. */
  readonly law?: Formula;
  /** What a partial was given: values by name lie over the fields of another. */
  readonly over?: { readonly base: Value; readonly given: ReadonlyMap<string, Value> };
}

/** A value that is no part of the data: a literal, or the result of a helper. */
export function loose(shape: Shape, trail: readonly string[] = []): Value {
  return { shape, optional: shape.kind === 'null', key: undefined, trail };
}

export const unknown: Value = loose(any);

/** True when nothing tells that the value is there. */
export function mayBeNull({ optional, key, law }: Value, facts: Facts): boolean {
  if (!optional) return false;
  return key === undefined || !holds(law ? assume(facts, law) : facts, key);
}

/** What stands under a name in a value, or undefined when there is nothing. */
export function fieldOf(value: Value, name: string): Value | undefined {
  const given = givenTo(value, name);
  if (given) return given;
  const { shape } = value;
  switch (shape.kind) {
    case 'any':
      return unknown;
    case 'group': {
      const field = shape.fields.get(name);
      return field && under(value, name, field, [field.name]);
    }
    case 'record':
      if (shape.ids && !shape.ids.includes(name)) return undefined;
      return under(value, name, shape.item, [`${value.trail.at(-1) ?? ''}.${name}`]);
    case 'list':
      if (name === 'length') return loose(number, value.trail);
      // How long lists are is for the data to say.
      return /^\d+$/.test(name) ? under(value, name, shape.item, []) : undefined;
    case 'null':
    case 'text':
    case 'number':
    case 'flag':
    case 'markup':
      return undefined;
  }
}

function givenTo({ over }: Value, name: string): Value | undefined {
  return over && (over.given.get(name) ?? givenTo(over.base, name));
}

function under(value: Value, name: string, field: Field, more: readonly string[]): Value {
  const { key, trail } = value;
  const found = { shape: field.shape, optional: field.optional, trail: [...trail, ...more] };
  if (key === undefined) return { ...found, key };
  const law = field.optional && value.shape.kind === 'group' ? lawOf(value.shape, name, key) : undefined;
  return { ...found, key: `${key}.${name}`, ...(law ? { law } : {}) };
}

/** What the description of a group says of an optional field and those beside it. */
function lawOf({ oneAlways, together }: Group, name: string, key: string): Formula | undefined {
  const atoms = (names: readonly string[]): readonly Formula[] => names.map((each) => atom(`${key}.${each}`));
  if (oneAlways.includes(name)) return some(...atoms(oneAlways));
  if (together.includes(name)) return some(all(...atoms(together)), all(...atoms(together).map(not)));
  return undefined;
}

/** An item of a list or record, under a key of its own. */
export function itemOf({ shape, trail }: Value, key: string): Value {
  if (shape.kind !== 'list' && shape.kind !== 'record') return { ...unknown, key, trail };
  const more = shape.kind === 'record' ? [`${trail.at(-1) ?? ''}.*`] : [];
  return { shape: shape.item.shape, optional: shape.item.optional, key, trail: [...trail, ...more] };
}

/** The names that a value has. */
export function namesOf({ shape }: Value): readonly string[] {
  if (shape.kind === 'group') return [...shape.fields.keys()];
  return shape.kind === 'record' ? (shape.ids ?? []) : [];
}

/** The context of a partial: values given by name over a group; over anything else they are alone. */
export function overlay(base: Value, given: ReadonlyMap<string, Value>, facts: Facts): Value {
  const isLost = mayBeNull(base, facts);
  const group = base.shape.kind === 'group' && !isLost ? base.shape : emptyGroup;
  const named = [...given].map(([name, { shape, optional }]) => [name, { name, shape, optional }] as const);
  return {
    shape: base.shape.kind === 'any' ? any : { ...group, fields: new Map([...group.fields, ...named]) },
    optional: false,
    key: isLost ? undefined : base.key,
    trail: base.trail,
    over: { base: isLost ? unknown : base, given },
  };
}

const emptyGroup: Group = {
  kind: 'group',
  noun: 'a group of values',
  print: '',
  fields: new Map(),
  oneAlways: [],
  together: [],
};
