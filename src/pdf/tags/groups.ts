/** Text between blocks: one paragraph per group, told apart by where the text comes from. */
import type { Origin, SourceText } from '../../diagnostics/span.ts';
import type { StyledText } from '../../markup/tree.ts';
import type { StructNode } from './node.ts';

export interface TextGroup {
  readonly node: StructNode;
  readonly texts: readonly StyledText[];
}

/** A stretch of a source; `furthest` is the greatest end of this and all stretches that begin before it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly group: number;
  furthest: number;
}

/**
 * Finds the node of the text that was written at an origin: the first group that holds it, or else the first of all.
 * The groups are looked through once, when they are first asked.
 */
export function groupFinder(groups: readonly TextGroup[]): (origin: Origin | undefined) => StructNode {
  const first = groups[0]!.node;
  if (groups.length === 1) return () => first;
  let bySource: ReadonlyMap<SourceText, readonly Stretch[]> | undefined;
  return (origin) => {
    bySource ??= stretchesOf(groups);
    const found = origin && groupAt(bySource.get(origin.place.source) ?? [], origin.place.start);
    return found === undefined ? first : groups[found]!.node;
  };
}

function stretchesOf(groups: readonly TextGroup[]): ReadonlyMap<SourceText, readonly Stretch[]> {
  const bySource = new Map<SourceText, Map<string, Stretch>>();
  groups.forEach(({ texts }, group) => {
    for (const text of texts) {
      const { source, start } = text.originAt(0).place;
      const { end } = text.originAt(Math.max(0, text.text.length - 1)).place;
      const known = bySource.get(source) ?? new Map<string, Stretch>();
      bySource.set(source, known);
      // A loop gives the same place again and again: the first is the one that is found.
      const key = `${start} ${end}`;
      if (!known.has(key)) known.set(key, { start, end, group, furthest: end });
    }
  });
  return new Map([...bySource].map(([source, known]) => [source, inOrder([...known.values()])]));
}

function inOrder(stretches: Stretch[]): readonly Stretch[] {
  stretches.sort((a, b) => a.start - b.start);
  let furthest = 0;
  for (const stretch of stretches) {
    furthest = Math.max(furthest, stretch.end);
    stretch.furthest = furthest;
  }
  return stretches;
}

/** Calls of partials may put stretches of one source into each other. */
function groupAt(stretches: readonly Stretch[], at: number): number | undefined {
  let low = 0;
  for (let high = stretches.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  let found: number | undefined;
  for (let i = low - 1; i >= 0 && stretches[i]!.furthest >= at; i--) {
    const { end, group } = stretches[i]!;
    if (end >= at && (found === undefined || group < found)) found = group;
  }
  return found;
}
