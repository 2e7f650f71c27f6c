/** What a template knows at one place of it: contexts, names, frames, facts, and the calls that led there. */
import type { Span } from '../../diagnostics/span.ts';
import type { Facts } from './facts.ts';
import { nothingKnown } from './facts.ts';
import { flag, number, type Shape, text } from './shape.ts';
import { loose, type Value } from './value.ts';

export interface Scope {
  /** `this` first, then what `../` leads to. */
  readonly contexts: readonly [Value, ...Value[]];
  /** What `as |…|` named. */
  readonly names: ReadonlyMap<string, Value>;
  /** `@index` and the like, those of the innermost `#each` first. */
  readonly frames: readonly Frame[];
  readonly facts: Facts;
  readonly root: Value;
  /** Partial calls on the way, innermost first. */
  readonly calls: readonly Span[];
}

type Frame = ReadonlyMap<string, Value>;

/** The scope of an entry file. */
export function rootScope(shape: Shape): Scope {
  const root: Value = { shape, optional: false, key: '$', trail: [] };
  return { contexts: [root], names: new Map(), frames: [new Map()], facts: nothingKnown, root, calls: [] };
}

/** Inside `{{#with value}}`: Handlebars adds no step for `../` when the context stays the same. */
export function entered(scope: Scope, context: Value): Scope {
  const [current] = scope.contexts;
  const isSame = context.key !== undefined && context.key === current.key && !context.over && !current.over;
  return { ...scope, contexts: isSame ? scope.contexts : [context, ...scope.contexts] };
}

/** With names that `as |…|` gives. */
export function named(scope: Scope, names: readonly string[], values: readonly Value[]): Scope {
  if (names.length === 0) return scope;
  const given = names.map((name, index) => [name, values[index]] as const);
  const known = given.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  return { ...scope, names: new Map([...scope.names, ...known]) };
}

/** Inside `{{#with}}`, which has a frame of its own with the values of the one around it. */
export function framed(scope: Scope): Scope {
  const [frame = new Map()] = scope.frames;
  return { ...scope, frames: [frame, ...scope.frames] };
}

/** Inside `{{#each}}`; `item` is the key of its items. */
export function looped(scope: Scope, list: Value, item: string): Scope {
  const shapes = { index: number, key: list.shape.kind === 'list' ? number : text, first: flag, last: flag };
  const frame = Object.entries(shapes).map(
    ([name, shape]) => [name, { ...loose(shape, list.trail), key: `${item}@${name}` }] as const,
  );
  return { ...scope, frames: [new Map(frame), ...scope.frames] };
}

/** Inside a partial: names and outer contexts stay outside, frames and facts go with it. */
export function called(scope: Scope, context: Value, call: Span): Scope {
  return { ...scope, contexts: [context], names: new Map(), calls: [call, ...scope.calls] };
}

/** The same for scopes in which a partial would be checked with the same result. */
export function signatureOf({ contexts: [context], frames, facts }: Scope): string {
  const frame = frames.map((each) => each.get('index')?.key ?? '').join();
  return [valueSignature(context), frame, [...facts.known].sort().join(), JSON.stringify(facts.open)].join(
    '|',
  );
}

/** Its trail tells the shape of a value of the data, its kind that of others. */
function valueSignature({ shape, optional, key, trail, over }: Value): string {
  const kind =
    shape.kind === 'text'
      ? `text ${shape.words?.join() ?? ''}`
      : shape.kind === 'group'
        ? shape.noun
        : shape.kind;
  const given = over
    ? [
        valueSignature(over.base),
        ...[...over.given].map(([name, value]) => `${name}=${valueSignature(value)}`),
      ]
    : [];
  return `${kind}:${optional}:${key}:${trail.join()}(${given.join(';')})`;
}
