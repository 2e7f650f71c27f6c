/**
 * Flex containers on pages (css-flexbox-1): planned once for a size, then placed line by line (rows) or item by item
 * (columns), as far as the page reaches.
 */
import type { FlexBox } from '../box/box.ts';
import type { Constraints, Region, Result } from '../contract.ts';
import { broken, complete, costInside, fits, nothing } from '../flow/breaking.ts';
import type { LayoutContext } from '../flow/context.ts';
import { closingHeight, type Frame, frameOf } from '../flow/frame.ts';
import { layoutRows, type RowsResult } from '../flow/rows.ts';
import { alongOf, baselessHeight, clampHeight, resolveDefinite } from '../flow/sizes.ts';
import { type BoxFragment, boxFragment, type OutOfFlow, type Placed } from '../fragment.ts';
import { crossShare, mainShare } from './arrange.ts';
import { itemsDown, linesAcross } from './columns.ts';
import type { FlexFlow, FlexJob, FlexToken } from './flow.ts';
import { type FlexRoom, isRow } from './items.ts';
import { flexPlan } from './plan.ts';
import { linesDown } from './rows.ts';

/** Lays out a flex container. */
export function layoutFlex(
  context: LayoutContext,
  flex: FlexBox,
  constraints: Constraints,
  token?: FlexToken,
): Result {
  const frame = frameOf(context, flex, constraints, token?.consumed);
  const room = roomOf(flex, frame, constraints.height);
  const job: FlexJob = { context, flex, room, plan: flexPlan(context, flex, room) };
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
  { flex }: FlexJob,
  frame: Frame,
  { region, height: base, borderHeight }: Constraints,
  rows: RowsResult,
  children: readonly Placed[],
  goesOn: boolean,
): Result {
  const baseless = borderHeight === undefined && baselessHeight(flex.style, base);
  const fragmentOf = (height: number): BoxFragment =>
    boxFragment({
      box: flex,
      width: frame.width,
      height,
      isFirst: frame.isFirst,
      isLast: rows.token === undefined,
      children,
      outOfFlow: goesOn ? [] : outOfFlowOf(flex, frame, height),
      ...overflowOf(frame, children, rows.token ? Infinity : height - frame.bottom),
      ...(baseless ? { baseless } : {}),
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

/** Absolute boxes stand where they would as the only item in the content box (§4.1). */
function outOfFlowOf(flex: FlexBox, frame: Frame, height: number): readonly OutOfFlow[] {
  const content = { width: frame.contentWidth, height: Math.max(height - frame.top - frame.bottom, 0) };
  return flex.outOfFlow.map((box) => {
    const [shareX, shareY] = isRow(flex)
      ? [mainShare(flex), crossShare(flex, box)]
      : [crossShare(flex, box), mainShare(flex)];
    return { box, x: frame.contentLeft, y: frame.top, within: { ...content, shareX, shareY } };
  });
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

function flowOf(job: FlexJob, token: FlexToken | undefined): FlexFlow {
  if (isRow(job.flex)) return linesDown(job);
  return job.plan.lines.length > 1 ? linesAcross(job) : itemsDown(job, 0, token);
}

function moved(placed: Placed, left: number): Placed {
  return { ...placed, x: placed.x + left };
}
