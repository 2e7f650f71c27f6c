/** Located values as plain ones, each object still knowing its node. */
import type { Located } from '../source/located.ts';

/** Finds the node of an object or array that `plainOf` made. */
export type NodeOf = (object: object) => Located | undefined;

export interface Plain {
  readonly value: unknown;
  readonly nodeOf: NodeOf;
}

/**
 * Maps become objects without prototype, numbers become the text that was written (`27.960` keeps its last
 * digit), booleans and null stay. What an alias shares stays shared.
 */
export function plainOf(root: Located): Plain {
  const nodes = new Map<object, Located>();
  const made = new Map<unknown, object>();
  const visit = (node: Located): unknown => {
    if (node.kind === 'scalar')
      return typeof node.value === 'boolean' || node.value === null ? node.value : node.source;
    // Aliases copy the node but share its children, by which the copy is known again.
    const identity = node.kind === 'map' ? node.entries : node.items;
    const known = made.get(identity);
    if (known) return known;
    const object = node.kind === 'map' ? Object.create(null) : [];
    made.set(identity, object);
    nodes.set(object, node);
    if (node.kind === 'list') object.push(...node.items.map(visit));
    else for (const { key, value } of node.entries.values()) object[key] = visit(value);
    return object;
  };
  return { value: visit(root), nodeOf: (object) => nodes.get(object) };
}
