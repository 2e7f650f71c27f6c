/** Values that know where they were written. */
import type { Span } from '../diagnostics/span.ts';

/** A value of a YAML file. `via` holds the aliases it was pulled in through, outermost first. */
export type Located = LocatedMap | LocatedList | LocatedScalar;

export interface LocatedMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly via: readonly Span[];
  /** In the order of the file; merged entries stand after the map's own. Keys are unique. */
  readonly entries: ReadonlyMap<string, LocatedEntry>;
  /**
   * Keys whose values could not be read, which has been told: they are not among the entries.
   * `some` when an entry was lost together with its key, or with a merged map.
   */
  readonly lost?: ReadonlySet<string> | 'some';
}

export interface LocatedEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Located;
  /** The aliases after `<<` that the entry was merged through. */
  readonly via: readonly Span[];
}

export interface LocatedList {
  readonly kind: 'list';
  readonly span: Span;
  readonly via: readonly Span[];
  readonly items: readonly Located[];
  /** An item could not be read, which has been told; it is left out. */
  readonly lost?: true;
}

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly via: readonly Span[];
  /** As YAML 1.2 (core schema) understands it. */
  readonly value: string | number | boolean | null;
  /** The text as written, without quotes and escapes: `0.080` keeps its last digit. */
  readonly source: string;
  readonly isQuoted: boolean;
}

export function entryOf(node: Located | undefined, key: string): LocatedEntry | undefined {
  return node?.kind === 'map' ? node.entries.get(key) : undefined;
}
