/** How far the content of a column reaches: fragments that were cut are as high as their column, whatever is in them. */
import type { BoxFragment, Fragment } from '../fragment.ts';

/** Distance from the top of a fragment to the bottom of the lowest content in it. */
function extentOf(fragment: Fragment): number {
  if (fragment.kind === 'line' || fragment.isLast) return fragment.height;
  let extent = 0;
  for (const { y, fragment: child } of fragment.children) extent = Math.max(extent, y + extentOf(child));
  return fragment.children.length === 0 ? fragment.height : extent;
}

/** Distance in px from the top of a column to the bottom of its content; a margin at its end does not count. */
export function contentOf({ children }: BoxFragment): number {
  return children.reduce((extent, { y, fragment }) => Math.max(extent, y + extentOf(fragment)), 0);
}

/** Distance from the top of a fragment to the bottom of the first line or other part that cannot be divided. */
export function firstPartOf(fragment: Fragment): number {
  if (fragment.kind === 'line') return fragment.height;
  const [first] = fragment.children;
  return first ? first.y + firstPartOf(first.fragment) : fragment.height;
}
