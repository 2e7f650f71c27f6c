/**
 * Lines beside floats, and the floats anchored in them (CSS 2.1 §9.5): a line takes the room that floats leave
 * where it stands, and goes below them when not even its first word fits. A float stands at the top of its line
 * when there is room for it, else below that line.
 */
import { isFloat, type LinesBox } from '../box/box.ts';
import { type BreakToken, type Constraints, EPSILON, type Result } from '../contract.ts';
import { broken, COST, complete, fits, nothing, wayToBreak } from '../flow/breaking.ts';
import type { LayoutContext } from '../flow/context.ts';
import { outOfFlowOn } from '../flow/lines.ts';
import { anchoredIn, linesOf, paragraphOf } from '../flow/paragraphs.ts';
import { boxFragment, type OutOfFlow, type Placed } from '../fragment.ts';
import type { BrokenLine, LineBox, Paragraph } from '../text/lines.ts';
import { type FloatAreas, type FloatSpace, lowestEnd, NO_FLOATS, nextEnd, roomAt } from './areas.ts';
import { floatWidth, type PageEnd, placeFloat } from './place.ts';

type LinesToken = Extract<BreakToken, { readonly kind: 'lines' }>;

/** What does not change from line to line. */
interface Job {
  readonly context: LayoutContext;
  readonly box: LinesBox;
  readonly constraints: Constraints;
  readonly paragraph: Paragraph;
  readonly space: FloatSpace;
  readonly page: Omit<PageEnd, 'mayWait'>;
}

/** A line with the floats anchored in it; `areas` are those after it, `next` is where the next line begins. */
interface Row {
  readonly y: number;
  readonly line: LineBox;
  readonly floats: readonly Placed[];
  readonly areas: FloatAreas;
  readonly next: number | undefined;
}

/** Lays out inline content line by line, among the floats of its formatting context. */
export function layoutLinesBeside(
  context: LayoutContext,
  box: LinesBox,
  constraints: Constraints,
  token?: LinesToken,
): Result {
  const { region, stopAt } = constraints;
  const space = constraints.floats ?? { areas: NO_FLOATS, x: 0, y: 0 };
  const paragraph = paragraphOf(context, box, constraints.width);
  const page = { y: space.y + region.remaining, full: region.full };
  const job: Job = { context, box, constraints, paragraph, space, page };
  const start = startOf(context, box, token);
  const rows = rowsOf(job, start);
  if (stopAt) return cut(job, rows, start, stopAt.index, stopAt.cost);

  const beyond = rows.findIndex((row) => !fits(bottomOf(row), region));
  if (beyond < 0) {
    const early = earlyBreak(box, rows);
    return { ...cut(job, rows, start, rows.length, 0), ...(early ? { early } : {}) };
  }
  const kept = Math.min(beyond, rows.length - box.style.widows);
  const isPerfect = kept >= Math.max(box.style.orphans, 1);
  const split = isPerfect ? 0 : beyond > 0 ? COST.orphansOrWidows : undefined;
  switch (wayToBreak({ split }, region)) {
    case 'split':
      return cut(job, rows, start, isPerfect ? kept : beyond, split!);
    case 'leave':
      return nothing(fragmentOf(job, rows, start, 0));
    default:
      return cut(job, rows, start, 1, COST.orphansOrWidows, true);
  }
}

/** Where the paragraph goes on, whether its lines so far were broken one by one or all at once. */
function startOf(context: LayoutContext, box: LinesBox, token: LinesToken | undefined): number {
  if (!token) return 0;
  return token.start ?? linesOf(context, box, token.width)[token.line]?.start ?? 0;
}

function bottomOf({ y, line }: Row): number {
  return y + line.height;
}

/** The lines up to the end of the page, and as many more as tell whether there are enough for the next one. */
function rowsOf(job: Job, start: number): readonly Row[] {
  const { box, constraints, space } = job;
  const rows: Row[] = [];
  const most = constraints.stopAt?.index ?? Infinity;
  let at: number | undefined = job.paragraph.oneLine ? start : undefined;
  let y = 0;
  let areas = space.areas;
  let beyond = 0;
  while (at !== undefined && rows.length < most && beyond < Math.max(box.style.widows, 1)) {
    const row: Row = rowAt(job, areas, at, y, rows.length > 0);
    rows.push(row);
    if (!fits(bottomOf(row), constraints.region)) beyond += 1;
    at = row.next;
    y = bottomOf(row);
    areas = row.areas;
  }
  return rows;
}

/** The line that begins at `start`, at or below `y`. An anchor that falls off the line is left to a later one. */
function rowAt(job: Job, areas: FloatAreas, start: number, y: number, hasAbove: boolean): Row {
  let most = Infinity;
  for (;;) {
    const row = tryRow(job, areas, start, y, most, hasAbove);
    if (typeof row !== 'number') return row;
    most = row;
  }
}

/** A line with at most so many floats at its top; a number when only as many stay on the line. */
function tryRow(
  job: Job,
  before: FloatAreas,
  start: number,
  from: number,
  most: number,
  hasAbove: boolean,
): Row | number {
  const { paragraph, space, constraints } = job;
  const left = space.x;
  const right = space.x + constraints.width;
  const indent = start === 0 ? paragraph.indent(constraints.width) : 0;
  const floats: Placed[] = [];
  let areas = before;
  let handled = 0;
  let y = from;
  let height = 0;
  for (;;) {
    const room = roomAt(areas, space.y + y, height, left, right);
    const available = room.right - room.left - indent;
    const line = paragraph.oneLine!(start, available, room.narrowed);
    const anchors = floatsOn(line);
    if (handled > anchors.length) return handled - 1;
    const anchor = handled < most ? anchors[handled] : undefined;
    if (anchor && mayStandBeside(job, areas, anchor, y, available)) {
      const placed = place(job, areas, anchor.box, y, y, hasAbove);
      areas = placed.areas;
      floats.push(...placed.floats);
      handled += 1;
      continue;
    }
    if (room.narrowed && line.width > available + EPSILON) {
      y = nextEnd(areas, space.y + y) - space.y;
      height = 0;
      continue;
    }
    const set = line.set({ x: room.left - left + indent, available });
    const whole = roomAt(areas, space.y + y, set.height, left, right);
    const isNarrower = whole.left > room.left + EPSILON || whole.right < room.right - EPSILON;
    if (isNarrower && set.height > height + EPSILON) {
      height = set.height;
      continue;
    }
    for (const { box } of anchors.slice(handled)) {
      const placed = place(job, areas, box, y + set.height, y, true);
      areas = placed.areas;
      floats.push(...placed.floats);
    }
    return { y, line: set, floats, areas, next: line.isLast ? undefined : line.end };
  }
}

interface Anchored {
  readonly box: Parameters<typeof placeFloat>[2];
  readonly before: number;
}

function floatsOn({ anchors }: BrokenLine): readonly Anchored[] {
  return anchors
    .map(({ item, before }) => ({ box: anchoredIn(item).box, before }))
    .filter(({ box }) => isFloat(box));
}

/** A float with text before it stands beside that text only when it fits there; otherwise it goes below the line. */
function mayStandBeside(
  { context, constraints, space }: Job,
  areas: FloatAreas,
  { box, before }: Anchored,
  y: number,
  available: number,
): boolean {
  if (before === 0 || areas.waiting.length > 0) return true;
  if (areas.ceiling > space.y + y + EPSILON) return false;
  const clear = box.style.clear;
  const { bottoms } = areas;
  const cleared = clear === 'none' ? -Infinity : clear === 'both' ? lowestEnd(areas) : bottoms[clear];
  const width = floatWidth(context, box, constraints.width, constraints.height);
  return cleared <= space.y + y + EPSILON && before + width <= available + EPSILON;
}

/** Places a float at `y` or below, in the coordinates of the lines; `flowY` is where the line itself stands. */
function place(
  { context, constraints, space, page }: Job,
  areas: FloatAreas,
  box: Anchored['box'],
  y: number,
  flowY: number,
  hasAbove: boolean,
): { readonly areas: FloatAreas; readonly floats: readonly Placed[] } {
  const mayWait = constraints.region.mayProgress || hasAbove || areas !== NO_FLOATS;
  const result = placeFloat(
    context,
    areas,
    box,
    {
      y: space.y + y,
      keepFrom: space.y + flowY,
      left: space.x,
      right: space.x + constraints.width,
      page: { ...page, mayWait },
    },
    constraints.height,
  );
  const { placed } = result;
  return {
    areas: result.areas,
    floats: placed ? [{ ...placed, x: placed.x - space.x, y: placed.y - space.y }] : [],
  };
}

/** The last place where lines that all fit could have been broken. */
function earlyBreak({ style }: LinesBox, rows: readonly Row[]): Result['early'] {
  const kept = Math.min(rows.length - 1, rows.length - style.widows);
  if (kept > 0 && kept >= style.orphans) return { index: kept, cost: 0 };
  return rows.length > 1 ? { index: rows.length - 1, cost: COST.orphansOrWidows } : undefined;
}

/** The first `count` lines; the rest is left. */
function cut(
  job: Job,
  rows: readonly Row[],
  start: number,
  count: number,
  cost: number,
  isSpilled = false,
): Result {
  const last = rows[Math.min(count, rows.length) - 1];
  const fragment = fragmentOf(job, rows, start, count, isSpilled);
  const { width, floats: around } = job.constraints;
  // Lines that were told of no floats know nothing of those that wait for the next page.
  const floats = around ? { floats: last?.areas ?? around.areas } : {};
  const next = last ? last.next : start;
  if (next === undefined || rows.length === 0) return { ...complete(fragment), ...floats };
  return { ...broken(fragment, { kind: 'lines', line: 0, width, start: next }, cost), ...floats };
}

function fragmentOf(job: Job, rows: readonly Row[], start: number, count: number, isSpilled = false) {
  const { box, constraints } = job;
  const children: Placed[] = [];
  const outOfFlow: OutOfFlow[] = [];
  for (const { y, line, floats } of rows.slice(0, count)) {
    const fragment = {
      kind: 'line' as const,
      box,
      line,
      width: constraints.width,
      height: line.height,
      spilled: isSpilled,
    };
    children.push({ x: 0, y, fragment }, ...floats);
    outOfFlow.push(...outOfFlowOn(line, y));
  }
  const last = rows[Math.min(count, rows.length) - 1];
  return boxFragment({
    box,
    width: constraints.width,
    height: last ? bottomOf(last) : 0,
    isFirst: start === 0,
    isLast: count >= rows.length && last?.next === undefined,
    children,
    outOfFlow,
  });
}
