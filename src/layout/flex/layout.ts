/**
 * Flex containers on pages (css-flexbox-1 §10): rows break between their lines, columns between their items; a line
 * or item that is taller than a page goes on inside. Lines of a column stand side by side and break in parallel.
 */
import { anonymousStyle } from '../box/anonymous.ts';
import type { Between, FlexBox } from '../box/box.ts';
import { joinBreaks } from '../box/breaks.ts';
import { type BreakToken, type Constraints, ENDLESS, type Region, type Result } from '../contract.ts';
import { broken, complete, costInside, fits, nothing } from '../flow/breaking.ts';
import type { LayoutContext } from '../flow/context.ts';
import { closingHeight, type Frame, frameOf } from '../flow/frame.ts';
import { layoutRows, type PlacedItem, type RowsJob, type RowsResult } from '../flow/rows.ts';
import { alongOf, clampHeight, edgesOf, resolveDefinite } from '../flow/sizes.ts';
import { dependsOnHeight } from '../flow/stretch.ts';
import { type BoxFragment, boxFragment, type Placed } from '../fragment.ts';
import { type FlexRoom, isRow, isStretched, marginsOf } from './items.ts';
import {
  type FlexPlan,
  flexPlan,
  type PlannedItem,
  type PlannedLine,
  plannedColumnConstraints,
  rowConstraints,
} from './plan.ts';

type FlexToken = Extract<BreakToken, { readonly kind: 'flex' }>;

interface Job {
  readonly context: LayoutContext;
  readonly flex: FlexBox;
  readonly plan: FlexPlan;
  readonly room: FlexRoom;
}

/** Lays out a flex container. */
export function layoutFlex(
  context: LayoutContext,
  flex: FlexBox,
  constraints: Constraints,
  token?: FlexToken,
): Result {
  const frame = frameOf(context, flex, constraints, token?.consumed);
  const room = roomOf(flex, frame, constraints.height);
  const job: Job = { context, flex, room, plan: flexPlan(context, flex, room) };
  const { region, stopAt } = constraints;
  const inner: Region = { ...region, remaining: region.remaining - frame.bottom };
  const flow = flowOf(job, token);
  const rows = layoutRows({
    ...flow.rows,
    stopAt,
    token: token?.rows,
    top: frame.top + (token ? 0 : flow.offset),
    region: inner,
  });
  const children = rows.items.map((item) => moved(flow.place(item), frame.contentLeft));
  return ending(job, frame, constraints, rows, children, token !== undefined);
}

function roomOf(
  { style }: FlexBox,
  { edges, contentWidth, contentHeight }: Frame,
  base: number | undefined,
): FlexRoom {
  const inset = alongOf(edges.inset);
  const limit = resolveDefinite(style.maxHeight, base);
  return {
    width: contentWidth,
    height: contentHeight,
    least: Math.max(clampHeight(0, style, edges, base) - inset, 0),
    most: limit === undefined ? Infinity : Math.max(clampHeight(Infinity, style, edges, base) - inset, 0),
  };
}

/** The fragment with everything placed, or with the break that ends it. */
function ending(
  { flex }: Job,
  frame: Frame,
  { region, height: base }: Constraints,
  rows: RowsResult,
  children: readonly Placed[],
  goesOn: boolean,
): Result {
  const outOfFlow = goesOn ? [] : flex.outOfFlow.map((box) => ({ box, x: frame.contentLeft, y: frame.top }));
  const fragmentOf = (height: number): BoxFragment =>
    boxFragment({
      box: flex,
      width: frame.width,
      height,
      isFirst: frame.isFirst,
      isLast: rows.token === undefined,
      children,
      outOfFlow,
      ...overflowOf(frame, children, rows.token ? Infinity : height - frame.bottom),
    });
  const extra = costInside(flex.style, region);
  if (rows.empty) return nothing(fragmentOf(0));
  if (rows.token) {
    const height = Math.max(region.remaining, rows.end + frame.reserve);
    const consumed = frame.consumed + height - frame.top - frame.reserve;
    const token: FlexToken = { kind: 'flex', rows: rows.token, consumed };
    return broken(fragmentOf(height), token, rows.cost + extra, rows.forced);
  }
  const height = closingHeight(frame, flex, rows.end, base);
  if (fits(height, region))
    return complete(fragmentOf(height), rows.early && { ...rows.early, cost: rows.early.cost + extra });
  if (region.mayProgress) return nothing(fragmentOf(0));
  return complete(fragmentOf(Math.max(rows.end + frame.bottom, region.remaining)));
}

/** How far items stick out of the content box: to the sides, and below a fixed height. */
function overflowOf(
  frame: Frame,
  children: readonly Placed[],
  bottom: number,
): Pick<BoxFragment, 'tooWide' | 'tooFull'> {
  const { contentLeft, contentWidth } = frame;
  const wide = children.reduce((most, { x, fragment }) => {
    return Math.max(most, x + fragment.width - contentLeft - contentWidth, contentLeft - x);
  }, 0);
  const low = children.reduce((most, { y, fragment }) => Math.max(most, y + fragment.height), 0);
  return {
    ...(wide > 0.5 ? { tooWide: wide } : {}),
    ...(frame.height !== undefined && low - bottom > 1 ? { tooFull: low - bottom } : {}),
  };
}

/** Rows for `layoutRows`, and where what it places goes: x from the content edge, y from the border edge. */
interface Flow {
  readonly rows: Omit<RowsJob, 'top' | 'region'>;
  readonly offset: number;
  readonly place: (item: PlacedItem) => Placed;
}

function flowOf(job: Job, token: FlexToken | undefined): Flow {
  const { flex, plan } = job;
  if (isRow(flex)) return linesDown(job);
  const [only] = plan.lines;
  return plan.lines.length > 1 ? linesAcross(job) : itemsDown(job, only ?? { items: [], cross: 0 }, token);
}

/** The lines of a row container, one below the other. */
function linesDown(job: Job): Flow {
  const { flex, plan } = job;
  const lineOf = new Map(plan.lines.flatMap(({ items }, line) => items.map((i) => [i, line] as const)));
  return {
    offset: plan.offset,
    rows: {
      from: 0,
      to: plan.lines.length,
      gap: plan.gap,
      heights: plan.lines.map(({ cross }) => cross),
      startsAt: (line) => plan.lines[line]!.items,
      rowsOf: (item) => ({ row: lineOf.get(item)!, span: 1 }),
      layoutItem: (item, region, token) => layoutInRow(job, item, { region }, token),
      around: (item) => around(job, item),
      between: betweenGroups(
        flex,
        plan.lines.map(({ items }) => items),
      ),
      costInside: () => 0,
      forcedInside: (line) => plan.lines[line]!.items.some((i) => flex.items[i]!.forcedInside),
    },
    place: (placed) => placeInRow(job, placed),
  };
}

/** Fixed margins above and below, and what moves the item to its baseline. */
function around({ flex, plan, room }: Job, item: number): { readonly top: number; readonly bottom: number } {
  const { margin } = edgesOf(flex.items[item]!.style, room.width);
  return { top: margin.top + plan.items[item]!.shim, bottom: margin.bottom };
}

/** The joined break values before each group of items but the first. */
function betweenGroups(flex: FlexBox, groups: readonly (readonly number[])[]): (group: number) => Between {
  const joined = (items: readonly number[], side: 'breakBefore' | 'breakAfter'): Between =>
    items.reduce<Between>((value, i) => joinBreaks(value, flex.items[i]![side]), 'auto');
  return (group) =>
    group === 0
      ? 'auto'
      : joinBreaks(joined(groups[group - 1]!, 'breakAfter'), joined(groups[group]!, 'breakBefore'));
}

function layoutInRow(
  { context, flex, plan, room }: Job,
  item: number,
  given: Pick<Constraints, 'region' | 'borderHeight'>,
  token?: BreakToken,
): Result {
  const constraints = { ...rowConstraints(room, plan.items[item]!.mainSize), ...given };
  return context.layout(flex.items[item]!, constraints, token);
}

/** An item on its line: where the plan has it, or at the top of what the page has of a line that is cut. */
function placeInRow(job: Job, placed: PlacedItem): Placed {
  const { plan } = job;
  const { item, isFirst, isLast, y, height } = placed;
  const planned = plan.items[item]!;
  const { top, bottom } = around(job, item);
  if (isFirst && isLast)
    return { x: planned.main, y: y + planned.cross, fragment: wholeInRow(job, placed, planned) };
  const above = isFirst ? top : 0;
  const room = Math.max(height - above - (isLast ? bottom : 0), 0);
  return { x: planned.main, y: y + above, fragment: partInRow(job, placed, room) };
}

function wholeInRow(
  job: Job,
  { item, result }: PlacedItem,
  { crossSize, mainSize }: PlannedItem,
): BoxFragment {
  const { flex } = job;
  const box = flex.items[item]!;
  if (!result) return boxFragment({ box, width: mainSize, height: crossSize, isFirst: true, isLast: true });
  const { fragment } = result;
  if (!isStretched(flex, box)) return fragment;
  if (Math.abs(fragment.height - crossSize) > 0.01 && dependsOnHeight(box))
    return layoutInRow(job, item, { region: ENDLESS, borderHeight: crossSize }).fragment;
  const lacks = fragment.height - crossSize;
  return { ...fragment, height: crossSize, ...(lacks > 1 ? { tooFull: lacks } : {}) };
}

/** A part of an item; it fills the page when the item is stretched. */
function partInRow({ flex, plan }: Job, placed: PlacedItem, room: number): BoxFragment {
  const { item, result, isFirst, isLast } = placed;
  const box = flex.items[item]!;
  if (!result) return boxFragment({ box, width: plan.items[item]!.mainSize, height: room, isFirst, isLast });
  const { fragment } = result;
  if (!isStretched(flex, box) || box.kind === 'replaced') return { ...fragment, isFirst, isLast };
  return { ...fragment, height: Math.max(room, isLast ? 0 : fragment.height), isFirst, isLast };
}

/** The items of one column, one below the other. Free room between items is margin, which the top of a page swallows. */
function itemsDown(job: Job, line: PlannedLine, token: FlexToken | undefined): Flow {
  const { context, flex, plan, room } = job;
  const items = [...line.items].sort((a, b) => plan.items[a]!.main - plan.items[b]!.main || a - b);
  const margins = items.map(
    (i) => marginsOf(flex.items[i]!.style, edgesOf(flex.items[i]!.style, room.width)).along,
  );
  const fixed = (margin: number | 'auto'): number => (margin === 'auto' ? 0 : margin);
  const first = token?.rows.row;
  const bounds = items.map((item, row) => {
    const { main, mainSize } = plan.items[item]!;
    const previous = items[row - 1];
    const above =
      previous === undefined
        ? 0
        : plan.items[previous]!.main +
          plan.items[previous]!.mainSize +
          fixed(margins[row - 1]!.after) +
          plan.mainGap;
    const top = row === first ? fixed(margins[row]!.before) : main - above;
    return { top, bottom: fixed(margins[row]!.after), height: mainSize };
  });
  const rowOf = new Map(items.map((item, row) => [item, row]));
  const layoutItem = (item: number, region: Region, inner?: BreakToken): Result =>
    context.layout(
      flex.items[item]!,
      { ...plannedColumnConstraints(context, flex, item, room, plan.items[item]!), region },
      inner,
    );
  return {
    offset: 0,
    rows: {
      from: 0,
      to: items.length,
      gap: plan.mainGap,
      heights: bounds.map(({ top, bottom, height }) => top + height + bottom),
      startsAt: (row) => [items[row]!],
      rowsOf: (item) => ({ row: rowOf.get(item)!, span: 1 }),
      layoutItem,
      around: (item) => bounds[rowOf.get(item)!]!,
      between: betweenGroups(
        flex,
        items.map((item) => [item]),
      ),
      costInside: () => 0,
      forcedInside: (row) => flex.items[items[row]!]!.forcedInside,
    },
    place: ({ item, y, height, isFirst, isLast, result }) => {
      const { cross, crossSize } = plan.items[item]!;
      const box = flex.items[item]!;
      const above = isFirst ? bounds[rowOf.get(item)!]!.top : 0;
      const rest = { width: crossSize, height: Math.max(height - above, 0), isFirst, isLast };
      const x = cross + (plan.lines.length > 1 ? 0 : plan.offset);
      return { x, y: y + above, fragment: result?.fragment ?? boxFragment({ box, ...rest }) };
    },
  };
}

/** The lines of a column container, side by side: parallel flows (css-break-3 §4.1) in one row. */
function linesAcross(job: Job): Flow {
  const { flex, plan, room } = job;
  const lefts = plan.lines.map(
    (_, n) => plan.offset + plan.lines.slice(0, n).reduce((sum, { cross }) => sum + cross + plan.gap, 0),
  );
  const layoutItem = (line: number, region: Region, token?: BreakToken): Result =>
    layoutLine(job, plan.lines[line]!, region, token?.kind === 'flex' ? token : undefined);
  const natural = plan.lines.map((_, line) => layoutItem(line, ENDLESS).fragment.height);
  return {
    offset: 0,
    rows: {
      from: 0,
      to: 1,
      gap: 0,
      heights: [Math.max(room.height ?? 0, ...natural)],
      startsAt: () => plan.lines.map((_, line) => line),
      rowsOf: () => ({ row: 0, span: 1 }),
      layoutItem,
      around: () => ({ top: 0, bottom: 0 }),
      between: () => 'auto',
      costInside: () => 0,
      forcedInside: () => flex.forcedInside,
    },
    place: ({ item: line, y, height, isFirst, isLast, result }) => {
      const box = { element: flex.element, style: anonymousStyle(flex.style), anonymous: true };
      const empty = { box, width: plan.lines[line]!.cross, height, isFirst, isLast };
      return { x: lefts[line]!, y, fragment: result?.fragment ?? boxFragment(empty) };
    },
  };
}

/** One line of a column container as a flow of its own, in an anonymous fragment. */
function layoutLine(job: Job, line: PlannedLine, region: Region, token: FlexToken | undefined): Result {
  const { flex } = job;
  const flow = itemsDown(job, line, token);
  const rows = layoutRows({ ...flow.rows, token: token?.rows, top: 0, region });
  const box = { element: flex.element, style: anonymousStyle(flex.style), anonymous: true };
  const fragment = boxFragment({
    box,
    width: line.cross,
    height: rows.token ? Math.max(region.remaining, rows.end) : rows.end,
    isFirst: token === undefined,
    isLast: rows.token === undefined,
    children: rows.items.map(flow.place),
  });
  if (rows.empty) return nothing(fragment);
  if (rows.token)
    return broken(fragment, { kind: 'flex', rows: rows.token, consumed: 0 }, rows.cost, rows.forced);
  return complete(fragment);
}

function moved(placed: Placed, left: number): Placed {
  return { ...placed, x: placed.x + left };
}
