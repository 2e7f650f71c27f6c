/**
 * Rows of parallel flows over pages, for tables and grids alike (css-break-3 §4.1, §5.2): a page ends between rows
 * where it can; a row taller than a page goes on inside its items, all of them in parallel; items that span
 * rows are cut where their rows are.
 */
import type { Between } from '../box/box.ts';
import {
  type BreakToken,
  type EarlyBreak,
  ENDLESS,
  type Forced,
  type Region,
  type Result,
  type RowsToken,
} from '../contract.ts';
import { betterBreak, COST, costBetween, fits, forcedIn, wayToBreak } from './breaking.ts';

/** Rows `from` to `to` (exclusive), laid out below `top`. Rows and items are known by their indexes. */
export interface RowsJob {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly gap: number;
  /** Height that each row has when it is not split, px. */
  readonly heights: readonly number[];
  readonly startsAt: (row: number) => readonly number[];
  readonly rowsOf: (item: number) => { readonly row: number; readonly span: number };
  readonly layoutItem: (item: number, region: Region, token?: BreakToken) => Result;
  /** Margins above and below an item, px. */
  readonly around: (item: number) => { readonly top: number; readonly bottom: number };
  /** The joined break values before a row. */
  readonly between: (row: number) => Between;
  /** Cost of a break before a row beyond that of `between`; `above` are the rows that this page has before it. */
  readonly costBefore?: (row: number, above: number) => number;
  /** Cost that the row itself adds to being split. */
  readonly costInside: (row: number) => number;
  /** An item that begins in the row has a forced break inside. */
  readonly forcedInside: (row: number) => boolean;
  /** `remaining` counts from the top of the fragment and leaves out what must follow the rows. */
  readonly region: Region;
  readonly token?: RowsToken | undefined;
  readonly stopAt?: EarlyBreak | undefined;
}

export interface PlacedRow {
  readonly row: number;
  readonly y: number;
  readonly height: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** `result` is absent when all content is on earlier pages. `height` includes margins. */
export interface PlacedItem {
  readonly item: number;
  /** The row on this page that the item is shown with. */
  readonly row: number;
  readonly y: number;
  readonly height: number;
  readonly result?: Result;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export interface RowsResult {
  readonly rows: readonly PlacedRow[];
  readonly items: readonly PlacedItem[];
  /** Bottom of the last row. */
  readonly end: number;
  readonly token?: RowsToken;
  readonly empty: boolean;
  readonly forced: boolean;
  readonly cost: number;
  readonly early?: EarlyBreak;
}

type State = BreakToken | 'done' | 'fresh' | undefined;

interface Open {
  readonly item: number;
  readonly y: number;
  readonly row: number;
  readonly state: State;
}

interface Flow {
  y: number;
  readonly rows: PlacedRow[];
  readonly items: PlacedItem[];
  /** Items that span rows and have not ended. */
  readonly open: Map<number, Open>;
  early: EarlyBreak | undefined;
}

/** Lays out rows until they end or the page does. */
export function layoutRows(job: RowsJob): RowsResult {
  const first = job.token?.row ?? job.from;
  const flow: Flow = { y: job.top, rows: [], items: [], open: new Map(), early: undefined };
  for (const [item, state] of job.token?.items ?? []) {
    if (job.rowsOf(item).row < first) flow.open.set(item, { item, y: job.top, row: first, state });
  }
  for (let row = first; row < job.to; row += 1) {
    const ended = placeRow(job, flow, row, row === first);
    if (ended) return ended;
  }
  return finish(flow, {});
}

function placeRow(job: RowsJob, flow: Flow, row: number, isTop: boolean): RowsResult | undefined {
  const isPaged = Number.isFinite(job.region.remaining);
  const between = isTop ? 'auto' : job.between(row);
  const forced = forcedIn(between, job.region);
  const pushCost =
    costBetween(between, job.region) +
    (flow.open.size > 0 ? COST.acrossSpan : 0) +
    (job.costBefore?.(row, flow.rows.length) ?? 0);
  if (!isTop) {
    if (forced) return breakBefore(job, flow, row, 0, forced);
    if (job.stopAt?.index === row) return breakBefore(job, flow, row, pushCost);
  }
  const y = flow.y + (isTop ? 0 : job.gap);
  const height = heightOf(job, flow, row, y);
  const doesFit = fits(y + height, job.region);
  if (!doesFit || (isPaged && job.forcedInside(row))) {
    const ended = overflow(job, flow, row, y, height, { isTop, doesFit, pushCost });
    if (ended) return ended;
  } else commitRow(job, flow, row, y, height);
  if (!isTop) flow.early = betterBreak(flow.early, { index: row, cost: pushCost });
  return undefined;
}

/** What an item that begins in `row` still has to show. */
function stateIn(job: RowsJob, item: number): State {
  return job.token?.items.get(item);
}

function layoutState(job: RowsJob, item: number, state: State, region: Region): Result | undefined {
  if (state === 'done') return undefined;
  return job.layoutItem(item, region, state === 'fresh' ? undefined : state);
}

/** Height of an item with its margins when nothing cuts it. */
function restOf(job: RowsJob, item: number, state: State): number {
  const result = layoutState(job, item, state, ENDLESS);
  const { top, bottom } = job.around(item);
  return result ? (typeof state === 'object' ? 0 : top) + result.fragment.height + bottom : 0;
}

/** Height of a row; what earlier pages hold of it, or of items that end in it, is left out. */
function heightOf(job: RowsJob, flow: Flow, row: number, y: number): number {
  const starting = job.startsAt(row);
  const wasBegun = job.token?.row === row && starting.some((item) => stateIn(job, item) !== undefined);
  let height = wasBegun ? 0 : job.heights[row]!;
  if (wasBegun) {
    for (const item of starting)
      if (job.rowsOf(item).span === 1) height = Math.max(height, restOf(job, item, stateIn(job, item)));
  }
  for (const { item, state, y: top } of flow.open.values()) {
    if (state !== undefined && endsIn(job, item, row))
      height = Math.max(height, restOf(job, item, state) - (y - top));
  }
  return height;
}

function endsIn(job: RowsJob, item: number, row: number): boolean {
  const { row: start, span } = job.rowsOf(item);
  return Math.min(start + span, job.to) - 1 === row;
}

/** Places a row that fits, with all items that begin and end in it. */
function commitRow(job: RowsJob, flow: Flow, row: number, y: number, height: number): void {
  const starting = job.startsAt(row);
  for (const item of starting) flow.open.set(item, { item, y, row, state: stateIn(job, item) });
  for (const open of [...flow.open.values()]) {
    if (!endsIn(job, open.item, row)) continue;
    flow.open.delete(open.item);
    placeItem(flow, open, y + height - open.y, layoutState(job, open.item, open.state, ENDLESS), true);
  }
  addRow(job, flow, row, y, height, true);
}

function addRow(job: RowsJob, flow: Flow, row: number, y: number, height: number, isLast: boolean): void {
  const wasBegun =
    job.token?.row === row && job.startsAt(row).some((item) => stateIn(job, item) !== undefined);
  flow.rows.push({ row, y, height, isFirst: !wasBegun, isLast });
  flow.y = y + height;
}

function placeItem(
  flow: Flow,
  open: Open,
  height: number,
  result: Result | undefined,
  isLast: boolean,
): void {
  const { item, row, y, state } = open;
  flow.items.push({
    item,
    row,
    y,
    height,
    isFirst: state === undefined,
    isLast,
    ...(result && !result.empty ? { result } : {}),
  });
}

interface Overflow {
  readonly isTop: boolean;
  readonly doesFit: boolean;
  readonly pushCost: number;
}

/** A row that does not fit, or that has a forced break inside; undefined when it could be placed after all. */
function overflow(
  job: RowsJob,
  flow: Flow,
  row: number,
  y: number,
  height: number,
  { isTop, doesFit, pushCost }: Overflow,
): RowsResult | undefined {
  const isTall = job.top + height > job.region.full;
  if (!doesFit && !isTop && pushCost === 0 && !isTall) return breakBefore(job, flow, row, 0);
  const parts = splitRow(job, flow, row, y, isTop);
  const isLeft = parts.some(
    ({ result }) => result !== undefined && (result.empty || result.token !== undefined),
  );
  const hasForced = parts.some(({ result }) => result?.forced);
  if (hasForced) return endInside(job, flow, row, y, parts, 0, true);
  if (doesFit) {
    commitRow(job, flow, row, y, height);
    return undefined;
  }
  const hasProgress = parts.some(({ result }) => result !== undefined && !result.empty);
  const partCost = Math.max(0, ...parts.map(({ result }) => result?.cost ?? 0));
  const splitCost =
    partCost + (isTall ? 0 : COST.insideRow + job.costInside(row)) + (isLeft ? 0 : COST.avoid);
  // With nothing left only the height asked for the row is too much: it is cut where the next page cannot help.
  const canSplit = isLeft ? hasProgress : !isTop || isTall || !job.region.mayProgress;
  const way = wayToBreak(
    { split: canSplit ? splitCost : undefined, push: isTop ? undefined : pushCost, rewind: flow.early?.cost },
    job.region,
  );
  switch (way) {
    case 'push':
      return breakBefore(job, flow, row, pushCost);
    case 'rewind':
      return layoutRows({ ...job, stopAt: flow.early });
    case 'leave':
      return finish(flow, { empty: true });
    case 'split':
    case 'spill':
      if (isLeft) return endInside(job, flow, row, y, parts, splitCost, false);
      commitRow(job, flow, row, y, heightOfParts(job, parts, y));
      return undefined;
  }
}

interface Part {
  readonly open: Open;
  readonly result: Result | undefined;
}

/** Lays out what is left of the page of every item that begins in the row or reaches into it. */
function splitRow(job: RowsJob, flow: Flow, row: number, y: number, isTop: boolean): readonly Part[] {
  const starting = job.startsAt(row).map((item): Open => ({ item, y, row, state: stateIn(job, item) }));
  return [...flow.open.values(), ...starting].map((open) => {
    const { top, bottom } = job.around(open.item);
    const above = typeof open.state === 'object' ? 0 : top;
    const region: Region = {
      ...job.region,
      remaining: job.region.remaining - open.y - above,
      full: job.region.full - job.top - top - bottom,
      mayProgress: job.region.mayProgress || !isTop,
    };
    return { open, result: layoutState(job, open.item, open.state, region) };
  });
}

function heightOfParts(job: RowsJob, parts: readonly Part[], y: number): number {
  const bottoms = parts.map(({ open, result }) => {
    const { top, bottom } = job.around(open.item);
    return result ? open.y + top + result.fragment.height + bottom - y : 0;
  });
  return Math.max(job.region.remaining - y, ...bottoms);
}

/** Ends the page inside a row. */
function endInside(
  job: RowsJob,
  flow: Flow,
  row: number,
  y: number,
  parts: readonly Part[],
  cost: number,
  isForced: boolean,
): RowsResult {
  const height = Math.max(job.region.remaining - y, 0);
  flow.open.clear();
  const items = new Map<number, BreakToken | 'done' | 'fresh'>();
  for (const { open, result } of parts) {
    placeItem(flow, open, y + height - open.y, result, false);
    items.set(open.item, stateAfter(open.state, result));
  }
  addRow(job, flow, row, y, height, false);
  return finish(flow, { token: { row, items }, cost, forced: isForced });
}

function stateAfter(state: State, result: Result | undefined): BreakToken | 'done' | 'fresh' {
  if (!result) return 'done';
  if (result.empty) return state ?? 'fresh';
  return result.token ?? 'done';
}

/** Ends the page before a row: items that reach over the break are cut there. */
function breakBefore(job: RowsJob, flow: Flow, row: number, cost: number, forced?: Forced): RowsResult {
  const items = new Map<number, BreakToken | 'done' | 'fresh'>();
  for (const open of flow.open.values()) {
    const { top } = job.around(open.item);
    const remaining = flow.y - open.y - (typeof open.state === 'object' ? 0 : top);
    const result = layoutState(job, open.item, open.state, {
      ...job.region,
      remaining,
      full: job.region.full - job.top,
      mayProgress: true,
    });
    placeItem(flow, open, flow.y - open.y, result, false);
    items.set(open.item, stateAfter(open.state, result));
  }
  const token: RowsToken = { row, items, ...(forced ? { forced } : {}) };
  return finish(flow, { token, cost, forced: forced !== undefined });
}

function finish(
  flow: Flow,
  ending: Partial<Pick<RowsResult, 'token' | 'cost' | 'empty' | 'forced'>>,
): RowsResult {
  const items = flow.items.sort((a, b) => a.item - b.item);
  const { early } = flow;
  return {
    rows: flow.rows,
    items,
    end: flow.y,
    empty: false,
    forced: false,
    cost: 0,
    ...(early ? { early } : {}),
    ...ending,
  };
}
