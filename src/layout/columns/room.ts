/** What the height of a multi-column container leaves for its columns (css-multicol-1 §7). Lengths in px. */
import type { BlockBox } from '../box/box.ts';
import type { Frame } from '../flow/frame.ts';
import { alongOf, resolveDefinite } from '../flow/sizes.ts';

/**
 * The height from `offset` (in this fragment of the container) to the end of a fixed or greatest content height;
 * undefined where the content decides. `base` is what percentages of the container refer to.
 */
export function columnRoom(
  { style }: BlockBox,
  frame: Frame,
  offset: number,
  base: number | undefined,
): number | undefined {
  const greatest = resolveDefinite(style.maxHeight, base);
  const inset = style.boxSizing === 'border-box' ? alongOf(frame.edges.inset) : 0;
  const content = frame.contentHeight ?? (greatest === undefined ? undefined : Math.max(greatest - inset, 0));
  return content === undefined ? undefined : content - frame.consumed - (offset - frame.top);
}
