/** Grids on pages (css-grid-2 §14): rows are kept whole where they can be. */
import type { Box, GridBox } from '../box/box.ts';
import { type BreakToken, type Constraints, ENDLESS, type Result } from '../contract.ts';
import { selfAlignment, shareBefore } from '../flow/alignment.ts';
import { broken, complete, costInside, fits, nothing } from '../flow/breaking.ts';
import type { LayoutContext } from '../flow/context.ts';
import { closingHeight, type Frame, frameOf } from '../flow/frame.ts';
import { layoutRows, type PlacedItem, type RowsJob } from '../flow/rows.ts';
import { alongOf, baselessHeight, clampHeight, edgesOf, resolveDefinite } from '../flow/sizes.ts';
import { dependsOnHeight, fillsHeight, takesPercentage } from '../flow/stretch.ts';
import { type BoxFragment, boxFragment, type OutOfFlow, type Placed } from '../fragment.ts';
import { areaOf, itemOffset, layoutItem, verticalAlignment } from './items.ts';
import { type GridPlan, type GridRoom, gridPlan } from './plan.ts';

type GridToken = Extract<BreakToken, { readonly kind: 'grid' }>;

interface Job {
  readonly context: LayoutContext;
  readonly grid: GridBox;
  readonly plan: GridPlan;
  readonly frame: Frame;
}

/** Lays out a grid container. */
export function layoutGrid(
  context: LayoutContext,
  grid: GridBox,
  constraints: Constraints,
  token?: GridToken,
): Result {
  const frame = frameOf(context, grid, constraints, token?.consumed);
  const plan = gridPlan(context, grid, roomOf(grid, frame, constraints.height));
  const job: Job = { context, grid, plan, frame };
  const { region, stopAt } = constraints;
  const rows = layoutRows({
    ...rowsJob(job),
    stopAt,
    token: token?.rows,
    top: frame.top + (token ? 0 : plan.top),
    region: { ...region, remaining: region.remaining - frame.bottom },
  });
  const children = rows.items.map((item) => placeItem(job, item));
  const isLast = rows.token === undefined;
  const baseless = constraints.borderHeight === undefined && baselessHeight(grid.style, constraints.height);
  const fragmentOf = (height: number): BoxFragment =>
    boxFragment({
      box: grid,
      width: frame.width,
      height,
      isFirst: frame.isFirst,
      isLast,
      children,
      outOfFlow: token ? [] : outOfFlowOf(grid, frame, height),
      ...wideBy(plan, frame),
      ...(baseless ? { baseless } : {}),
    });
  const extra = costInside(grid.style, region);
  if (rows.empty) return nothing(fragmentOf(0));
  if (rows.token) {
    const height = Math.max(region.remaining, rows.end + frame.reserve);
    const consumed = frame.consumed + height - frame.top - frame.reserve;
    return broken(
      fragmentOf(height),
      { kind: 'grid', rows: rows.token, consumed },
      rows.cost + extra,
      rows.forced,
    );
  }
  const { contentHeight } = plan;
  const end =
    contentHeight === undefined ? rows.end : frame.top + Math.max(contentHeight - frame.consumed, 0);
  const height = closingHeight(frame, grid, end, constraints.height);
  if (fits(height, region))
    return complete(fragmentOf(height), rows.early && { ...rows.early, cost: rows.early.cost + extra });
  if (region.mayProgress) return nothing(fragmentOf(0));
  return complete(fragmentOf(Math.max(rows.end + frame.bottom, region.remaining)));
}

/** Absolute boxes stand where they would as the only item in the content box. */
function outOfFlowOf(grid: GridBox, frame: Frame, height: number): readonly OutOfFlow[] {
  const content = { width: frame.contentWidth, height: Math.max(height - frame.top - frame.bottom, 0) };
  return grid.outOfFlow.map((box) => ({
    box,
    x: frame.contentLeft,
    y: frame.top,
    within: {
      ...content,
      shareX: shareBefore(selfAlignment(box.style.justifySelf, grid.style.justifyItems)),
      shareY: shareBefore(verticalAlignment(grid, box)),
    },
  }));
}

/** What the content box offers to tracks. */
function roomOf(
  { style }: GridBox,
  { edges, contentWidth, contentHeight }: Frame,
  base: number | undefined,
): GridRoom {
  const inset = alongOf(edges.inset);
  const least = Math.max(clampHeight(inset, style, edges, base) - inset, 0);
  const limit = resolveDefinite(style.maxHeight, base);
  const most =
    limit === undefined ? undefined : Math.max(clampHeight(Infinity, style, edges, base) - inset, 0);
  return { width: contentWidth, height: contentHeight, least, most };
}

function wideBy(plan: GridPlan, frame: Frame): { readonly tooWide?: number } {
  const end = (plan.columnX.at(-1) ?? 0) + (plan.columnWidths.at(-1) ?? 0);
  return end - frame.contentWidth > 0.5 ? { tooWide: end - frame.contentWidth } : {};
}

function rowsJob({ context, grid, plan }: Job): Omit<RowsJob, 'top' | 'region'> {
  return {
    from: 0,
    to: plan.heights.length,
    gap: plan.rowGap,
    heights: plan.heights,
    startsAt: (row) => plan.startsAt[row] ?? [],
    rowsOf: (item) => ({ row: plan.places[item]!.row, span: plan.places[item]!.rowSpan }),
    layoutItem: (item, region, token) => layoutItem(context, grid, plan, item, region, token),
    around: (item) => {
      const { margin } = edgesOf(grid.items[item]!.style, areaOf(plan, item).width);
      return { top: margin.top + plan.shims[item]!, bottom: margin.bottom };
    },
    between: (row) => plan.between[row] ?? 'auto',
    costInside: () => 0,
    forcedInside: (row) => plan.forcedInside[row] ?? false,
  };
}

/** An item in its area, from the border edge of the grid: aligned or stretched, or cut at a page end. */
function placeItem(job: Job, placed: PlacedItem): Placed {
  const { grid, plan, frame } = job;
  const item = grid.items[placed.item]!;
  const area = areaOf(plan, placed.item);
  const { margin } = edgesOf(item.style, area.width);
  const top = placed.isFirst ? margin.top + plan.shims[placed.item]! : 0;
  const room = placed.height - top - (placed.isLast ? margin.bottom : 0);
  const fragment = itemFragment(job, placed, Math.max(room, 0));
  const free = placed.isFirst && placed.isLast ? room - fragment.height : 0;
  return {
    x: frame.contentLeft + area.x + itemOffset(grid, item, fragment.width, area.width),
    y: placed.y + top + free * shareAbove(grid, item, free),
    fragment,
  };
}

/** The share of free room above an item: automatic margins take it when there is some (css-grid-2 §11.2). */
function shareAbove(grid: GridBox, item: Box, free: number): number {
  const { marginTop, marginBottom } = item.style;
  if (marginTop !== 'auto' && marginBottom !== 'auto') return shareBefore(verticalAlignment(grid, item));
  if (free < 0 || marginTop !== 'auto') return 0;
  return marginBottom === 'auto' ? 0.5 : 1;
}

function itemFragment(job: Job, placed: PlacedItem, room: number): BoxFragment {
  const { context, grid, plan } = job;
  const item = grid.items[placed.item]!;
  const { isFirst, isLast, result } = placed;
  if (!result)
    return boxFragment({ box: item, width: areaOf(plan, placed.item).width, height: room, isFirst, isLast });
  const { fragment } = result;
  const isWhole = isFirst && isLast;
  const isStretched = fillsHeight(item, verticalAlignment(grid, item));
  if (isWhole && takesPercentage(item)) {
    const { margin } = edgesOf(item.style, areaOf(plan, placed.item).width);
    const heights = { area: room + alongOf(margin), ...(isStretched ? { item: room } : {}) };
    return layoutItem(context, grid, plan, placed.item, ENDLESS, undefined, heights).fragment;
  }
  if (!isStretched) return { ...fragment, isFirst, isLast };
  const height = clampHeight(
    room,
    item.style,
    edgesOf(item.style, areaOf(plan, placed.item).width),
    undefined,
  );
  if (isWhole && dependsOnHeight(item) && Math.abs(height - fragment.height) > 0.5)
    return layoutItem(context, grid, plan, placed.item, ENDLESS, undefined, { item: height }).fragment;
  const lacks = fragment.height - height;
  return {
    ...fragment,
    height: isWhole ? height : room,
    isFirst,
    isLast,
    ...(isLast && lacks > 1 ? { tooFull: lacks } : {}),
  };
}
