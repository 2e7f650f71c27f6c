/** Items in their areas: how wide they are, where they lie, how they are laid out (css-grid-2 §6, css-align-3 §6). */
import type { Alignment } from '../../markup/style.ts';
import type { Box, GridBox } from '../box/box.ts';
import type { BreakToken, Region, Result } from '../contract.ts';
import { fills, selfAlignment, shareBefore } from '../flow/alignment.ts';
import type { LayoutContext } from '../flow/context.ts';
import { clampWidth, edgesOf, offsetInLine } from '../flow/sizes.ts';
import { fittedWidth } from '../flow/stretch.ts';
import type { GridPlace } from './placement.ts';

/** Places of the items, and the columns: px from the content edge. */
export interface Columns {
  readonly places: readonly GridPlace[];
  readonly columnX: readonly number[];
  readonly columnWidths: readonly number[];
}

/** Left edge and width of the area of an item, from the content edge. */
export function areaOf(columns: Columns, item: number): { readonly x: number; readonly width: number } {
  const { column, columnSpan } = columns.places[item]!;
  const last = column + columnSpan - 1;
  const x = columns.columnX[column]!;
  return { x, width: columns.columnX[last]! + columns.columnWidths[last]! - x };
}

/** How an item is aligned in its area along the columns. */
export function verticalAlignment(grid: GridBox, item: Box): Alignment {
  return selfAlignment(item.style.alignSelf, grid.style.alignItems);
}

function horizontalAlignment(grid: GridBox, item: Box): Alignment {
  return selfAlignment(item.style.justifySelf, grid.style.justifyItems);
}

/** Heights that the parent gives: `area` is what percentages refer to, `item` the border box when it is stretched. */
export interface GivenHeights {
  readonly area?: number;
  readonly item?: number;
}

/** Lays out an item in its area. */
export function layoutItem(
  context: LayoutContext,
  grid: GridBox,
  columns: Columns,
  index: number,
  region: Region,
  token?: BreakToken,
  heights: GivenHeights = {},
): Result {
  const item = grid.items[index]!;
  const { width } = areaOf(columns, index);
  const borderWidth = itemWidth(context, grid, item, width);
  return context.layout(
    item,
    {
      width,
      region,
      ...(borderWidth === undefined ? {} : { borderWidth }),
      ...(heights.area === undefined ? {} : { height: heights.area }),
      ...(heights.item === undefined ? {} : { borderHeight: heights.item }),
    },
    token,
  );
}

/** Border-box width of an item that does not simply fill its area (css-grid-2 §6.2). */
function itemWidth(context: LayoutContext, grid: GridBox, item: Box, width: number): number | undefined {
  const { style } = item;
  if (style.width !== 'auto') return undefined;
  const edges = edgesOf(style, width);
  const room = Math.max(width - edges.margin.left - edges.margin.right, 0);
  const alignment = horizontalAlignment(grid, item);
  const hasAutoMargin = style.marginLeft === 'auto' || style.marginRight === 'auto';
  if (item.kind === 'replaced') return !hasAutoMargin && alignment === 'stretch' ? room : undefined;
  if (!hasAutoMargin && fills(alignment)) return item.kind === 'table' ? room : undefined;
  return clampWidth(fittedWidth(context, item, edges, room), style, edges, width);
}

/** Distance of an item's border box from the left edge of its area. */
export function itemOffset(grid: GridBox, item: Box, borderWidth: number, width: number): number {
  const edges = edgesOf(item.style, width);
  if (item.style.marginLeft === 'auto' || item.style.marginRight === 'auto')
    return offsetInLine(item.style, edges, borderWidth, width);
  const free = width - borderWidth - edges.margin.left - edges.margin.right;
  return edges.margin.left + free * shareBefore(horizontalAlignment(grid, item));
}
