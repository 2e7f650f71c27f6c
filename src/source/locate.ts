/** Finds the place of any path in a file: of values, of unknown keys, of keys that are missing. */
import type { Span } from '../diagnostics/span.ts';
import type { Located } from './located.ts';

/** `node` is absent when the path leads nowhere. */
export interface Place {
  readonly node?: Located;
  /** The key the value stands under; for a missing one, the key of the nearest parent that exists. */
  readonly key?: Span;
  /** The aliases passed on the way, outermost first. */
  readonly via: readonly Span[];
  readonly missing: boolean;
  /**
   * What stood here, or a part of it, could not be read, which has been told: that something is missing here,
   * or too little, is the echo of it.
   */
  readonly isEcho: boolean;
}

/** Walks a path of keys and indices from a file's root, through aliases and merged maps. */
export function locate(root: Located, path: readonly PropertyKey[]): Place {
  let node = root;
  let key = firstKey(root);
  const via: Span[] = [...root.via];
  for (const step of path) {
    const next = child(node, step);
    if (!next) return { ...(key ? { key } : {}), via, missing: true, isEcho: lacks(node, step) };
    node = next.node;
    key = next.key ?? firstKey(node) ?? key;
    via.push(...next.via, ...node.via);
  }
  const isEcho = node.kind !== 'scalar' && node.lost !== undefined;
  return { node, ...(key ? { key } : {}), via, missing: false, isEcho };
}

/** True when a child may be missing only because it could not be read. */
function lacks(node: Located, step: PropertyKey): boolean {
  if (node.kind === 'scalar' || node.lost === undefined) return false;
  return node.lost === true || node.lost === 'some' || node.lost.has(String(step));
}

/** The place to underline: the value, or what stands for a missing one. */
export function spanOfPlace(place: Place, root: Located): Span {
  return place.node?.span ?? place.key ?? root.span;
}

function child(
  node: Located,
  step: PropertyKey,
): { node: Located; key?: Span; via: readonly Span[] } | undefined {
  if (node.kind === 'map') {
    const entry = node.entries.get(String(step));
    return entry && { node: entry.value, key: entry.keySpan, via: entry.via };
  }
  const item = node.kind === 'list' && typeof step === 'number' ? node.items[step] : undefined;
  return item && { node: item, via: [] };
}

/** What stands for a map without a key of its own: the document, or an item of a list. */
function firstKey(node: Located): Span | undefined {
  return node.kind === 'map' ? node.entries.values().next().value?.keySpan : undefined;
}
