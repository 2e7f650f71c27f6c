/**
 * Rows of columns (css-multicol-1): content flows through columns side by side. Where a page ends, its columns are
 * filled and the next page goes on; the last ones are balanced. Columns that do not fit a fixed height stand to
 * the right of the others and are reported.
 */
import type { ColumnsBox } from '../box/box.ts';
import type { BreakToken, Constraints, Region, Result } from '../contract.ts';
import { broken, complete, nothing } from '../flow/breaking.ts';
import type { LayoutContext } from '../flow/context.ts';
import { type BoxFragment, boxFragment, type CollapsedRule, type Placed } from '../fragment.ts';
import { balance, UNBOUNDED } from './balance.ts';
import { contentOf } from './extent.ts';
import { type ColumnsJob, type Filled, fillColumns, overflows } from './fill.ts';
import { columnWidths } from './widths.ts';

type ColumnsToken = Extract<BreakToken, { readonly kind: 'columns' }>;

/** The greatest height that the columns can have, and what ends them there. */
interface Room {
  readonly height: number;
  /** The height is fixed, or there are no pages: more columns go to the right instead of to the next page. */
  readonly isFixed: boolean;
}

/** Lays out a row of columns. `constraints.height` is what a fixed height of the container leaves for it. */
export function layoutColumns(
  context: LayoutContext,
  box: ColumnsBox,
  constraints: Constraints,
  token?: ColumnsToken,
): Result {
  const { region, stopAt } = constraints;
  const widths = columnWidths(box.style, constraints.width);
  const job: ColumnsJob = { context, box, widths, base: constraints.height, token: token?.flow };
  const row: Row = { job, constraints, isFirst: token === undefined };
  if (stopAt) {
    const early = { height: stopAt.index, isFixed: false };
    return brokenRow(row, fillTo(job, early, { ...region, mayProgress: false }), region);
  }
  const room = roomFor(constraints);
  const filled = fillTo(job, room, region);
  if (filled.columns.length === 0) return nothing(fragmentOf(row, filled, 0, false));
  if (filled.ending === 'left' && !room.isFixed) return brokenRow(row, filled, region);
  const {
    height,
    filled: best,
    early,
  } = isBalanced(box, filled, widths.count, room)
    ? balance(job, filled, room.height, region)
    : { filled, height: usedHeight(filled, box, widths.count, room), early: undefined };
  if (best.ending === 'page') return brokenRow(row, best, region);
  return complete(fragmentOf(row, best, height, true), early && { index: early.height, cost: early.cost });
}

interface Row {
  readonly job: ColumnsJob;
  readonly constraints: Constraints;
  readonly isFirst: boolean;
}

function roomFor({ region, height: given }: Constraints): Room {
  const fixed = given !== undefined && given > 0 ? given : UNBOUNDED;
  const isFixed = fixed < region.remaining;
  return { height: isFixed ? fixed : region.remaining, isFixed };
}

/** All columns of the row at the greatest height; as many as the content needs where they cannot go on elsewhere. */
function fillTo(job: ColumnsJob, { height, isFixed }: Room, region: Region): Filled {
  const { count } = job.widths;
  const paged = region.column?.paged ?? Number.isFinite(region.remaining);
  return fillColumns(job, isFixed ? Infinity : count, (column) => ({
    remaining: height,
    full: isFixed ? height : region.full,
    mayProgress: !isFixed && region.mayProgress,
    column: { paged, endsPage: column === count - 1 && !isFixed && (region.column?.endsPage ?? true) },
  }));
}

/** Whether the columns are to be made equal: the last ones of a container, or all with `balance-all`. */
function isBalanced({ style }: ColumnsBox, filled: Filled, count: number, { height }: Room): boolean {
  const { columns, ending } = filled;
  if (style.columnFill === 'auto' || columns.length > count) return false;
  if (columns.some((column) => overflows(column, height))) return false;
  return ending === 'complete' || (ending === 'page' && style.columnFill === 'balance-all');
}

/** Height of columns that are filled one after the other: fixed, or that of the highest. */
function usedHeight({ columns }: Filled, { style }: ColumnsBox, count: number, room: Room): number {
  const isFull = columns.length > count || style.columnFill === 'auto';
  if (isFull && room.isFixed && room.height < UNBOUNDED) return room.height;
  const heights = columns.map((column) => (column.isLast ? column.height : contentOf(column)));
  return Math.max(0, ...heights);
}

/** Ends the row with a break: it is as high as there is room, as every box is that is cut at a page end. */
function brokenRow(row: Row, filled: Filled, { remaining }: Region): Result {
  const fragment = fragmentOf(row, filled, remaining, false);
  return broken(fragment, { kind: 'columns', flow: filled.token! }, filled.cost, filled.forced);
}

function fragmentOf(row: Row, { columns }: Filled, height: number, isLast: boolean): BoxFragment {
  const { job, constraints, isFirst } = row;
  const { count, width, gap } = job.widths;
  const placed = columns.map((fragment, i): Placed => ({ x: i * (width + gap), y: 0, fragment }));
  const excess = (columns.length - count) * (width + gap);
  return boxFragment({
    box: job.box,
    width: constraints.width,
    height,
    isFirst,
    isLast,
    children: [...ruled(job, columns, height), ...placed],
    ...(excess > 0 ? { tooWide: excess } : {}),
  });
}

/** Lines in the middle of the gaps that have content on both sides, behind what is in the columns (css-multicol-1 §4). */
function ruled(
  { box, widths }: ColumnsJob,
  columns: readonly BoxFragment[],
  height: number,
): readonly Placed[] {
  const { columnRuleWidth: thick, columnRuleStyle: style, columnRuleColor: color } = box.style;
  if (style === 'none' || thick === 0) return [];
  const edge = { width: thick, style, color };
  const rules = columns.slice(1).flatMap((next, i): CollapsedRule[] => {
    if (columns[i]!.children.length === 0 || next.children.length === 0) return [];
    const middle = (i + 1) * (widths.width + widths.gap) - widths.gap / 2;
    return [{ rect: { x: middle - thick / 2, y: 0, width: thick, height }, edge, along: 'y' }];
  });
  if (rules.length === 0) return [];
  return [
    { x: 0, y: 0, fragment: boxFragment({ box, width: 0, height: 0, isFirst: true, isLast: true, rules }) },
  ];
}
