/** The plan of a grid: places, columns and row heights, worked out once per size and used on every page. */
import type { Alignment, Track } from '../../markup/style.ts';
import type { Between, Box, GridBox } from '../box/box.ts';
import { joinBreaks } from '../box/breaks.ts';
import { type BreakToken, ENDLESS, type Region, type Result } from '../contract.ts';
import type { Intrinsic, LayoutContext } from '../flow/context.ts';
import { outerIntrinsic } from '../flow/intrinsic.ts';
import { edgesOf, offsetInLine, resolve } from '../flow/sizes.ts';
import { type GridPlace, placeItems } from './placement.ts';
import { type Available, type Contribution, sizeTracks } from './tracks.ts';

/** Positions in px from the content edge. */
export interface GridPlan {
  readonly places: readonly GridPlace[];
  readonly columnX: readonly number[];
  readonly columnWidths: readonly number[];
  readonly rowGap: number;
  /** Free room above the first row (`align-content`). */
  readonly top: number;
  readonly heights: readonly number[];
  readonly startsAt: readonly (readonly number[])[];
  readonly between: readonly Between[];
  readonly forcedInside: readonly boolean[];
}

const autoTrack: Track = { kind: 'auto' };

/** The plan for a content width and, when definite, a content height; `minHeight` stretches rows like a height. */
export function gridPlan(
  context: LayoutContext,
  grid: GridBox,
  width: number,
  height: number | undefined,
  minHeight: number,
): GridPlan {
  const plans = context.caches.gridPlans.get(grid) ?? new Map<string, GridPlan>();
  context.caches.gridPlans.set(grid, plans);
  const key = `${width} ${height} ${minHeight}`;
  const plan = plans.get(key) ?? makePlan(context, grid, width, height, minHeight);
  plans.set(key, plan);
  return plan;
}

function makePlan(
  context: LayoutContext,
  grid: GridBox,
  width: number,
  height: number | undefined,
  minHeight: number,
): GridPlan {
  const { style } = grid;
  const placed = placementOf(grid);
  const columnGap = resolve(style.columnGap, width);
  const columnWidths = sizeTracks(
    tracksOf(style.gridTemplateColumns, autoTrack, placed.columns),
    columnContributions(context, grid, placed.places),
    width,
    columnGap,
    fills(style.justifyContent),
  );
  const { positions: columnX } = distribute(columnWidths, columnGap, width, style.justifyContent);
  const plan = { places: placed.places, columnX, columnWidths };
  const rowGap = resolve(style.rowGap, height ?? 0);
  const rows = rowHeights(context, grid, plan, placed.rows, rowGap, height, minHeight);
  const spread = distribute(rows, rowGap, height ?? minHeight, style.alignContent);
  return {
    ...plan,
    rowGap: spread.gap,
    top: spread.positions[0] ?? 0,
    heights: rows,
    ...breaksOf(grid, placed.places, placed.rows),
  };
}

function placementOf(grid: GridBox) {
  const { gridTemplateColumns, gridTemplateRows } = grid.style;
  return placeItems(
    grid.items.map((item) => item.style),
    gridTemplateColumns.length,
    gridTemplateRows.length,
  );
}

function tracksOf(template: readonly Track[], implicit: Track, count: number): readonly Track[] {
  return Array.from({ length: count }, (_, i) => template[i] ?? implicit);
}

function columnContributions(
  context: LayoutContext,
  grid: GridBox,
  places: readonly GridPlace[],
): readonly Contribution[] {
  return grid.items.map((item, i) => ({
    start: places[i]!.column,
    span: places[i]!.columnSpan,
    ...outerIntrinsic(context, item),
  }));
}

function rowHeights(
  context: LayoutContext,
  grid: GridBox,
  plan: Pick<GridPlan, 'places' | 'columnX' | 'columnWidths'>,
  count: number,
  gap: number,
  height: number | undefined,
  minHeight: number,
): readonly number[] {
  const contributions = grid.items.map((item, i): Contribution => {
    const { margin } = edgesOf(item.style, areaOf(plan, i).width);
    const size = layoutItem(context, grid, plan, i, ENDLESS).fragment.height + margin.top + margin.bottom;
    return { start: plan.places[i]!.row, span: plan.places[i]!.rowSpan, min: size, max: size };
  });
  const tracks = tracksOf(grid.style.gridTemplateRows, grid.style.gridAutoRows, count);
  const size = (available: Available): readonly number[] =>
    sizeTracks(tracks, contributions, available, gap, fills(grid.style.alignContent));
  if (height !== undefined) return size(height);
  const natural = size('max-content');
  const total = natural.reduce((sum, row) => sum + row, gap * Math.max(count - 1, 0));
  return total < minHeight ? size(minHeight) : natural;
}

function fills(alignment: Alignment): boolean {
  return alignment === 'normal' || alignment === 'stretch';
}

/** Positions of tracks by `justify-content` or `align-content` (css-align-3 §5.1). */
function distribute(
  sizes: readonly number[],
  gap: number,
  available: number,
  alignment: Alignment,
): { readonly positions: readonly number[]; readonly gap: number } {
  const free = Math.max(
    available - sizes.reduce((sum, size) => sum + size, gap * Math.max(sizes.length - 1, 0)),
    0,
  );
  const between = gap + (alignment === 'space-between' && sizes.length > 1 ? free / (sizes.length - 1) : 0);
  let at = alignment === 'center' ? free / 2 : alignment === 'end' ? free : 0;
  const positions = sizes.map((size) => {
    const position = at;
    at += size + between;
    return position;
  });
  return { positions, gap: between };
}

function breaksOf(
  grid: GridBox,
  places: readonly GridPlace[],
  rows: number,
): Pick<GridPlan, 'startsAt' | 'between' | 'forcedInside'> {
  const startsAt = Array.from({ length: rows }, (): number[] => []);
  const before: Between[] = Array.from({ length: rows + 1 }, () => 'auto');
  const after: Between[] = [...before];
  const forcedInside: boolean[] = Array.from({ length: rows }, () => false);
  grid.items.forEach((item, i) => {
    const { row, rowSpan } = places[i]!;
    startsAt[row]!.push(i);
    before[row] = joinBreaks(before[row]!, item.breakBefore);
    after[row + rowSpan] = joinBreaks(after[row + rowSpan]!, item.breakAfter);
    if (item.forcedInside) forcedInside[row] = true;
  });
  return { startsAt, forcedInside, between: before.map((value, row) => joinBreaks(after[row]!, value)) };
}

/** Left edge and width of the area of an item, from the content edge. */
export function areaOf(
  plan: Pick<GridPlan, 'places' | 'columnX' | 'columnWidths'>,
  item: number,
): { readonly x: number; readonly width: number } {
  const { column, columnSpan } = plan.places[item]!;
  const last = column + columnSpan - 1;
  const x = plan.columnX[column]!;
  return { x, width: plan.columnX[last]! + plan.columnWidths[last]! - x };
}

function alignmentOf(self: Alignment | 'auto', items: Alignment): Alignment {
  return self === 'auto' ? items : self;
}

/** How an item is aligned in its area along the rows. */
export function verticalAlignment(grid: GridBox, item: Box): Alignment {
  return alignmentOf(item.style.alignSelf, grid.style.alignItems);
}

/** Lays out an item in its area; `height` is its border-box height when it is stretched. */
export function layoutItem(
  context: LayoutContext,
  grid: GridBox,
  plan: Pick<GridPlan, 'places' | 'columnX' | 'columnWidths'>,
  index: number,
  region: Region,
  token?: BreakToken,
  height?: number,
): Result {
  const item = grid.items[index]!;
  const { width } = areaOf(plan, index);
  const borderWidth = itemWidth(context, grid, item, width);
  return context.layout(
    item,
    {
      width,
      region,
      ...(borderWidth === undefined ? {} : { borderWidth }),
      ...(height === undefined ? {} : { borderHeight: height }),
    },
    token,
  );
}

/** Border-box width of an item that does not simply fill its area (css-grid-2 §6.2). */
function itemWidth(context: LayoutContext, grid: GridBox, item: Box, width: number): number | undefined {
  const { style } = item;
  if (item.kind === 'replaced' || style.width !== 'auto') return undefined;
  const { margin } = edgesOf(style, width);
  const room = width - margin.left - margin.right;
  const alignment = alignmentOf(style.justifySelf, grid.style.justifyItems);
  const hasAutoMargin = style.marginLeft === 'auto' || style.marginRight === 'auto';
  if (!hasAutoMargin && fills(alignment)) return item.kind === 'table' ? Math.max(room, 0) : undefined;
  const { min, max } = context.intrinsic(item);
  return Math.min(Math.max(min, room), max);
}

/** Distance of an item's border box from the left edge of its area. */
export function itemOffset(grid: GridBox, item: Box, borderWidth: number, width: number): number {
  const edges = edgesOf(item.style, width);
  if (item.style.marginLeft === 'auto' || item.style.marginRight === 'auto')
    return offsetInLine(item.style, edges, borderWidth, width);
  const free = width - borderWidth - edges.margin.left - edges.margin.right;
  const alignment = alignmentOf(item.style.justifySelf, grid.style.justifyItems);
  const share = alignment === 'center' ? 0.5 : alignment === 'end' ? 1 : 0;
  return edges.margin.left + free * share;
}

/** Intrinsic widths of the content box. */
export function gridIntrinsic(context: LayoutContext, grid: GridBox): Intrinsic {
  const { places, columns } = placementOf(grid);
  const tracks = tracksOf(grid.style.gridTemplateColumns, autoTrack, columns);
  const contributions = columnContributions(context, grid, places);
  const gap = resolve(grid.style.columnGap, 0);
  const size = (available: Available): number => {
    const sizes = sizeTracks(tracks, contributions, available, gap, false);
    return sizes.reduce((sum, track) => sum + track, gap * Math.max(columns - 1, 0));
  };
  return { min: size('min-content'), max: size('max-content') };
}
