/** Grids on pages (css-grid-2 §11.9, css-grid-2 §13): rows are kept whole where they can be. */
import type { GridBox } from '../box/box.ts';
import { type BreakToken, type Constraints, ENDLESS, type Result } from '../contract.ts';
import { broken, complete, costInside, fits, nothing } from '../flow/breaking.ts';
import type { LayoutContext } from '../flow/context.ts';
import { closingHeight, type Frame, frameOf } from '../flow/frame.ts';
import { layoutRows, type PlacedItem, type RowsJob } from '../flow/rows.ts';
import { alongOf, clampHeight, edgesOf } from '../flow/sizes.ts';
import { type BoxFragment, boxFragment, type Placed } from '../fragment.ts';
import { areaOf, type GridPlan, gridPlan, itemOffset, layoutItem, verticalAlignment } from './plan.ts';

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
  const inset = alongOf(frame.edges.inset);
  const minHeight = Math.max(clampHeight(inset, grid.style, frame.edges, constraints.height) - inset, 0);
  const plan = gridPlan(context, grid, frame.contentWidth, frame.contentHeight, minHeight);
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
  const outOfFlow = token ? [] : grid.outOfFlow.map((box) => ({ box, x: frame.contentLeft, y: frame.top }));
  const isLast = rows.token === undefined;
  const fragmentOf = (height: number): BoxFragment =>
    boxFragment({
      box: grid,
      width: frame.width,
      height,
      isFirst: frame.isFirst,
      isLast,
      children,
      outOfFlow,
      ...wideBy(plan, frame),
    });
  const extra = costInside(grid.style);
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
  const height = closingHeight(frame, grid, rows.end, constraints.height);
  if (fits(height, region))
    return complete(fragmentOf(height), rows.early && { ...rows.early, cost: rows.early.cost + extra });
  if (region.mayProgress) return nothing(fragmentOf(0));
  return complete(fragmentOf(Math.max(rows.end + frame.bottom, region.remaining)));
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
    around: (item) => edgesOf(grid.items[item]!.style, areaOf(plan, item).width).margin,
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
  const isGoingOn = !placed.isFirst;
  const top = isGoingOn ? 0 : margin.top;
  const room = placed.height - top - (placed.isLast ? margin.bottom : 0);
  const fragment = itemFragment(job, placed, Math.max(room, 0));
  const alignment = verticalAlignment(grid, item);
  const free = placed.isFirst && placed.isLast ? room - fragment.height : 0;
  const share = alignment === 'center' ? 0.5 : alignment === 'end' ? 1 : 0;
  return {
    x: frame.contentLeft + area.x + itemOffset(grid, item, fragment.width, area.width),
    y: placed.y + top + free * share,
    fragment,
  };
}

function itemFragment(job: Job, placed: PlacedItem, room: number): BoxFragment {
  const { context, grid, plan } = job;
  const item = grid.items[placed.item]!;
  const { isFirst, isLast, result } = placed;
  if (!result)
    return boxFragment({ box: item, width: areaOf(plan, placed.item).width, height: room, isFirst, isLast });
  const { fragment } = result;
  const alignment = verticalAlignment(grid, item);
  const isStretched =
    item.kind !== 'replaced' &&
    item.style.height === 'auto' &&
    (alignment === 'normal' || alignment === 'stretch');
  if (!isStretched) return { ...fragment, isFirst, isLast };
  if (isFirst && isLast && item.kind === 'grid' && room - fragment.height > 0.5) {
    return layoutItem(context, grid, plan, placed.item, ENDLESS, undefined, room).fragment;
  }
  const lacks = fragment.height - room;
  return { ...fragment, height: room, isFirst, isLast, ...(isLast && lacks > 1 ? { tooFull: lacks } : {}) };
}
