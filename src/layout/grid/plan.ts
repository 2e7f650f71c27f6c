/** The plan of a grid: places, columns and row heights, worked out once per size and used on every page. */
import type { Track } from '../../markup/style.ts';
import type { Between, Box, GridBox } from '../box/box.ts';
import { joinBreaks } from '../box/breaks.ts';
import { ENDLESS } from '../contract.ts';
import { distribute, extentOf, fills, gapOf, positionsOf } from '../flow/alignment.ts';
import type { Intrinsic, LayoutContext } from '../flow/context.ts';
import { outerIntrinsic } from '../flow/intrinsic.ts';
import { acrossOf, alongOf, clampHeight, clampWidth, edgesOf, resolveDefinite } from '../flow/sizes.ts';
import { type BoxFragment, firstBaseline } from '../fragment.ts';
import type { Available, Contribution } from './contributions.ts';
import { areaOf, type Columns, layoutItem, verticalAlignment } from './items.ts';
import type { GridPlace } from './placement.ts';
import { type GridStructure, gridStructure } from './structure.ts';
import { sizeTracks } from './tracks.ts';

/** Positions in px from the content edge. */
export interface GridPlan extends Columns {
  readonly rowGap: number;
  /** Free room above the first row (`align-content`). */
  readonly top: number;
  readonly heights: readonly number[];
  /** The height of the content box when rows with percentages do not decide it. */
  readonly contentHeight?: number;
  /** How far down an item moves so that baselines meet, by item. */
  readonly shims: readonly number[];
  readonly startsAt: readonly (readonly number[])[];
  readonly between: readonly Between[];
  readonly forcedInside: readonly boolean[];
}

/** Sizes of the content box of a grid, px. `least` stretches rows like a height. */
export interface GridRoom {
  readonly width: number;
  readonly height: number | undefined;
  readonly least: number;
  readonly most: number | undefined;
}

/** The plan for the room a grid has. */
export function gridPlan(context: LayoutContext, grid: GridBox, room: GridRoom): GridPlan {
  const plans = context.caches.gridPlans.get(grid) ?? new Map<string, GridPlan>();
  context.caches.gridPlans.set(grid, plans);
  const key = `${room.width} ${room.height} ${room.least} ${room.most}`;
  const plan = plans.get(key) ?? makePlan(context, grid, room);
  plans.set(key, plan);
  return plan;
}

function makePlan(context: LayoutContext, grid: GridBox, room: GridRoom): GridPlan {
  const { style } = grid;
  const { width, height, least, most } = room;
  const structure = gridStructure(grid, { definite: width }, { definite: height, least, most });
  const columns = columnsOf(context, grid, structure, width);
  const items = measuredItems(context, grid, columns);
  const { heights, rowGap, whole } = sizedRows(grid, structure, items, room);
  const free = (whole ?? Math.max(least, extentOf(heights, rowGap))) - extentOf(heights, rowGap);
  const { offset, gap } = distribute(free, heights.length, rowGap, style.alignContent);
  return {
    ...columns,
    rowGap: gap,
    top: offset,
    heights,
    ...(height === whole ? {} : { contentHeight: whole! }),
    shims: items.map(({ shim }) => shim),
    ...breaksOf(grid, structure.places, heights.length),
  };
}

interface SizedRows {
  readonly heights: readonly number[];
  readonly rowGap: number;
  /** The height of the content box when it is settled before that of the rows. */
  readonly whole: number | undefined;
}

/**
 * Heights of the rows. Percentages of a height that is not known count as nothing first, then of the height that
 * comes of it (§12.1).
 */
function sizedRows(
  grid: GridBox,
  structure: GridStructure,
  items: readonly Measured[],
  room: GridRoom,
): SizedRows {
  const { height, least, most = Infinity } = room;
  const { rowGap } = grid.style;
  const gap = gapOf(rowGap, height ?? 0);
  const heights = rowHeights(grid, structure, items, gap, room);
  const isOpen = structure.rows.some(isPercentage) || (rowGap !== 'normal' && rowGap.percent !== 0);
  if (height !== undefined || !isOpen) return { heights, rowGap: gap, whole: height };
  const whole = Math.max(Math.min(extentOf(heights, gap), most), least);
  const settled = gapOf(rowGap, whole);
  return {
    heights: rowHeights(grid, structure, items, settled, { ...room, height: whole }),
    rowGap: settled,
    whole,
  };
}

function isPercentage(track: Track): boolean {
  switch (track.kind) {
    case 'minmax':
      return isPercentage(track.min) || isPercentage(track.max);
    case 'fit-content':
      return track.limit.percent !== 0;
    case 'length':
      return track.length.percent !== 0;
    default:
      return false;
  }
}

function columnsOf(
  context: LayoutContext,
  grid: GridBox,
  { places, columns }: GridStructure,
  width: number,
): Columns {
  const { columnGap, justifyContent } = grid.style;
  const gap = gapOf(columnGap, width);
  const contributions = columnContributions(context, grid, places);
  const columnWidths = sizeTracks(columns, contributions, width, gap, fills(justifyContent));
  const free = width - extentOf(columnWidths, gap);
  const columnX = positionsOf(columnWidths, distribute(free, columns.length, gap, justifyContent));
  return { places, columnX, columnWidths };
}

function columnContributions(
  context: LayoutContext,
  grid: GridBox,
  places: readonly GridPlace[],
): readonly Contribution[] {
  return grid.items.map((item, i): Contribution => {
    const { min, max } = outerIntrinsic(context, item);
    const { column: start, columnSpan: span } = places[i]!;
    return { start, span, min, max, ...minimumWidth(item, min) };
  });
}

/** css-grid-2 §6.6 and the minimum contribution of §12.5. */
function minimumWidth(item: Box, min: number): Pick<Contribution, 'minimum' | 'floor'> {
  const { style } = item;
  if (resolveDefinite(style.width, undefined) !== undefined) return { minimum: min, floor: min };
  const edges = edgesOf(style, 0);
  const floor = Math.max(clampWidth(0, style, edges, undefined) + acrossOf(edges.margin), 0);
  const isAutomatic = style.minWidth === 'auto' && style.overflow === 'visible';
  return { minimum: isAutomatic ? 'automatic' : floor, floor: isAutomatic ? 0 : floor };
}

/** An item as it is when nothing stretches it. `height` is that of its margin box and the shim. */
interface Measured {
  readonly height: number;
  readonly floor: number;
  readonly shim: number;
}

function measuredItems(context: LayoutContext, grid: GridBox, columns: Columns): readonly Measured[] {
  const fragments = grid.items.map((_, i) => layoutItem(context, grid, columns, i, ENDLESS).fragment);
  const shims = baselineShims(grid, columns, fragments);
  return grid.items.map((item, i) => {
    const edges = edgesOf(item.style, areaOf(columns, i).width);
    const around = alongOf(edges.margin) + shims[i]!;
    const isContent = item.style.minHeight === 'auto' && item.style.overflow === 'visible';
    const height = fragments[i]!.height + around;
    const isAuto = resolveDefinite(item.style.height, undefined) === undefined;
    return {
      height,
      shim: shims[i]!,
      floor: isAuto && !isContent ? clampHeight(0, item.style, edges, undefined) + around : height,
    };
  });
}

/** css-align-3 §9.3: items of a row that are aligned by their baselines share one. */
function baselineShims(
  grid: GridBox,
  columns: Columns,
  fragments: readonly BoxFragment[],
): readonly number[] {
  const deepest = new Map<number, number>();
  const baselines = grid.items.map((item, i) => {
    if (verticalAlignment(grid, item) !== 'baseline' || hasAutoMargin(item)) return undefined;
    const { row } = columns.places[i]!;
    const { margin } = edgesOf(item.style, areaOf(columns, i).width);
    const baseline = margin.top + (firstBaseline(fragments[i]!) ?? fragments[i]!.height);
    deepest.set(row, Math.max(deepest.get(row) ?? baseline, baseline));
    return baseline;
  });
  return baselines.map((baseline, i) =>
    baseline === undefined ? 0 : deepest.get(columns.places[i]!.row)! - baseline,
  );
}

function hasAutoMargin({ style }: Box): boolean {
  return style.marginTop === 'auto' || style.marginBottom === 'auto';
}

function rowHeights(
  grid: GridBox,
  { places, rows }: GridStructure,
  items: readonly Measured[],
  gap: number,
  { height, least }: GridRoom,
): readonly number[] {
  const contributions = items.map(({ height: size, floor }, i): Contribution => {
    const { row: start, rowSpan: span } = places[i]!;
    return { start, span, min: size, max: size, minimum: floor < size ? floor : 'automatic', floor };
  });
  const size = (available: Available): readonly number[] =>
    sizeTracks(rows, contributions, available, gap, fills(grid.style.alignContent));
  if (height !== undefined) return size(height);
  const natural = size('max-content');
  return extentOf(natural, gap) < least ? size(least) : natural;
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

/** Intrinsic widths of the content box. */
export function gridIntrinsic(context: LayoutContext, grid: GridBox): Intrinsic {
  const { style } = grid;
  const inset = style.boxSizing === 'border-box' ? acrossOf(edgesOf(style, 0).inset) : 0;
  const inside = (length: number | undefined): number | undefined => length && Math.max(length - inset, 0);
  const room = {
    most: inside(resolveDefinite(style.maxWidth, undefined)),
    least: inside(resolveDefinite(style.minWidth, undefined)),
  };
  const { places, columns } = gridStructure(grid, room, {});
  const contributions = columnContributions(context, grid, places);
  const gap = gapOf(style.columnGap, 0);
  const size = (available: Available): number =>
    extentOf(sizeTracks(columns, contributions, available, gap, false), gap);
  return { min: size('min-content'), max: size('max-content') };
}
