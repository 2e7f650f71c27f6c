/** Where the objects of a publication were written. */
import type { Span } from '../diagnostics/span.ts';
import { entryOf, type Located } from '../source/located.ts';

/** Finds the YAML of any object of a publication, and of what stands under one of its keys. */
export interface Places {
  readonly of: (object: object) => Span | undefined;
  readonly key: (object: object, key: string) => Span | undefined;
}

/** Places that are being filled in. `keys` tells what a key of the object is called in YAML, or its node elsewhere. */
export interface PlaceBook extends Places {
  readonly put: <T extends object>(
    object: T,
    node: Located | undefined,
    keys?: Readonly<Record<string, string | Located | undefined>>,
  ) => T;
  readonly node: (object: object) => Located | undefined;
}

/** Every key is called the same in YAML. */
const sameKeys = {};

export function placeBook(): PlaceBook {
  interface Known {
    readonly node: Located;
    readonly keys: Readonly<Record<string, string | Located | undefined>>;
  }
  // As long-lived as the dataset whose objects it knows; a WeakMap of this size would slow every collection of garbage.
  const known = new Map<object, Known>();
  return {
    put: (object, node, keys = sameKeys) => {
      if (node) known.set(object, { node, keys });
      return object;
    },
    node: (object) => known.get(object)?.node,
    of: (object) => known.get(object)?.node.span,
    key: (object, key) => {
      const found = known.get(object);
      if (!found) return undefined;
      const other = found.keys[key];
      if (typeof other === 'object') return other.span;
      // A value made of one scalar (an amount, a date) is that scalar whichever part of it is asked for.
      return found.node.kind === 'map' ? entryOf(found.node, other ?? key)?.value.span : found.node.span;
    },
  };
}
