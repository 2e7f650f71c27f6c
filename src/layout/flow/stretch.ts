/** Sizes of items of flex containers and grids that depend on where they stand (css-flexbox-1 §9.4, css-align-3 §6.1). */
import type { Alignment, LengthOrAuto, LengthOrNone } from '../../markup/style.ts';
import type { Box } from '../box/box.ts';
import type { LayoutContext } from './context.ts';
import { acrossOf, type BoxEdges, edgesOf } from './sizes.ts';

/** Whether an item is as tall as the row it stands in. Pictures keep their shape unless `stretch` is asked for by name. */
export function fillsHeight(item: Box, alignment: Alignment): boolean {
  const { height, marginTop, marginBottom } = item.style;
  if (height !== 'auto' || marginTop === 'auto' || marginBottom === 'auto') return false;
  return alignment === 'stretch' || (alignment === 'normal' && item.kind !== 'replaced');
}

/** Whether the inside of a box looks different in a given height, and not only its background. */
export function dependsOnHeight(item: Box): boolean {
  if (item.kind === 'grid' || item.kind === 'flex' || item.kind === 'replaced') return true;
  return item.kind === 'block' && item.children.some(takesPercentage);
}

/** Whether a box takes a part of the height of its containing block. */
export function takesPercentage({ style }: Box): boolean {
  return [style.height, style.minHeight, style.maxHeight].some(isPercentage);
}

function isPercentage(length: LengthOrAuto | LengthOrNone): boolean {
  return typeof length !== 'string' && length.percent !== 0;
}

/** Fit-content width of a border box in `room` px; percentages of its padding, unknown to the intrinsic widths, are added. */
export function fittedWidth(context: LayoutContext, item: Box, edges: BoxEdges, room: number): number {
  const { min, max } = context.intrinsic(item);
  const padding = acrossOf(edges.inset) - acrossOf(edgesOf(item.style, 0).inset);
  return Math.min(Math.max(min + padding, room), max + padding);
}
