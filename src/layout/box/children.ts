/** What stands directly inside a box, whatever kind it is. */
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { Box } from './box.ts';

/** The boxes inside a box, those outside the flow included; elements of their own such as footnotes are not. */
export function childBoxes(box: Box): readonly Box[] {
  switch (box.kind) {
    case 'block':
      return box.marker ? [box.marker, ...box.children] : box.children;
    case 'lines':
      return box.parts.flatMap((part) => (part.kind === 'box' || part.kind === 'anchor' ? [part.box] : []));
    case 'table':
      return [...box.captions, ...box.cells.map((cell) => cell.box), ...box.outOfFlow];
    case 'flex':
    case 'grid':
      return [...box.items, ...box.outOfFlow];
    case 'columns':
      return [box.flow];
    case 'replaced':
      return [];
    default:
      return assertNever(box);
  }
}

/** The boxes whose text, or that of a box inside them, depends on page numbers. Linear in the size of the tree. */
export function pageBoundBoxes(root: Box): ReadonlySet<Box> {
  const found = new Set<Box>();
  // Parents come before their children, so that going back over the list meets the children first.
  const all: Box[] = [root];
  for (let i = 0; i < all.length; i += 1) for (const child of childBoxes(all[i]!)) all.push(child);
  for (let i = all.length - 1; i >= 0; i -= 1) {
    const box = all[i]!;
    const isBound = box.kind === 'lines' && box.pageBound;
    if (isBound || childBoxes(box).some((child) => found.has(child))) found.add(box);
  }
  return found;
}
