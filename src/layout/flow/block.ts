/**
 * Block formatting (CSS 2.1 §9.4.1): children one below the other, their margins collapsed, broken over pages
 * between them (class A of css-break-3 §4.1), inside them, or in the empty space at the end of the box.
 */
import type { BlockBox, Box } from '../box/box.ts';
import { isOutOfFlow } from '../box/box.ts';
import { breakBetween, isForced } from '../box/breaks.ts';
import type { BreakToken, Constraints, EarlyBreak, Region, Result } from '../contract.ts';
import { ENDLESS, EPSILON } from '../contract.ts';
import { boxFragment, firstBaseline, type OutOfFlow, type Placed } from '../fragment.ts';
import {
  betterBreak,
  broken,
  COST,
  complete,
  costBetween,
  costInside,
  fits,
  nothing,
  wayToBreak,
} from './breaking.ts';
import type { LayoutContext } from './context.ts';
import { closingHeight, type Frame, frameOf } from './frame.ts';
import {
  collapsed,
  joinStruts,
  joinsFirstChild,
  joinsLastChild,
  type Margins,
  NO_MARGIN,
  type Strut,
} from './margins.ts';
import { edgesOf, offsetInLine } from './sizes.ts';

type BlockToken = Extract<BreakToken, { readonly kind: 'block' }>;

/** The job of one call: everything that does not change while children are placed. */
interface Job {
  readonly context: LayoutContext;
  readonly box: BlockBox;
  readonly frame: Frame;
  readonly constraints: Constraints;
  readonly token: BlockToken | undefined;
}

/** Where the flow stands. `history` has a state per child begun, to go back to. */
interface Flow {
  readonly placed: Placed[];
  readonly outOfFlow: OutOfFlow[];
  /** Bottom of the last border box, and the margins below it that are still collapsing. */
  y: number;
  pending: Strut;
  /** Margins so far adjoin the top of this box (or of the page) and are taken care of there. */
  atTop: boolean;
  last: Box | undefined;
  early: EarlyBreak | undefined;
  readonly history: {
    readonly child: number;
    readonly placed: number;
    readonly outOfFlow: number;
    readonly y: number;
    readonly offset: number;
  }[];
}

/** Lays out a block container. */
export function layoutBlock(
  context: LayoutContext,
  box: BlockBox,
  constraints: Constraints,
  token?: BlockToken,
): Result {
  const frame = frameOf(context, box, constraints, token?.consumed);
  const job: Job = { context, box, frame, constraints, token };
  const flow: Flow = {
    placed: [],
    outOfFlow: [],
    y: frame.top,
    pending: NO_MARGIN,
    last: undefined,
    early: undefined,
    history: [],
    atTop: token ? !token.forced : joinsFirstChild(box, constraints.width),
  };
  for (let i = token?.child ?? 0; i < box.children.length; i += 1) {
    const child = box.children[i]!;
    if (isOutOfFlow(child))
      flow.outOfFlow.push({ box: child, x: frame.contentLeft, y: flow.y + collapsed(flow.pending) });
    else {
      const ended = placeChild(job, flow, child, i);
      if (ended) return ended;
    }
  }
  return close(job, flow);
}

/** Places one child, or gives the result of the whole box when it has to break here. */
function placeChild(job: Job, flow: Flow, child: Box, i: number): Result | undefined {
  const { context, frame, constraints } = job;
  const between = flow.last ? breakBetween(flow.last, child) : 'auto';
  const isPaged = Number.isFinite(constraints.region.remaining);
  if (isPaged && isForced(between)) return breakAt(job, flow, { child: i, forced: between, consumed: 0 }, 0);
  const stop = constraints.stopAt?.index === i ? constraints.stopAt : undefined;
  if (stop && !stop.inside) return breakAt(job, flow, { child: i, consumed: 0 }, stop.cost);

  const margins = context.marginsOf(child, frame.contentWidth);
  const offset = offsetOf(job, flow, margins, i);
  flow.history.push({
    child: i,
    placed: flow.placed.length,
    outOfFlow: flow.outOfFlow.length,
    y: flow.y,
    offset,
  });
  const result = layoutChild(job, child, i, offset, flow, stop?.inside);
  if (result.token && (result.forced || stop)) return splitAt(job, flow, child, i, offset, result);
  if (result.empty || result.token)
    return breakNear(job, flow, child, i, offset, result, costBetween(between));

  if (flow.last) flow.early = betterBreak(flow.early, { index: i, cost: costBetween(between) });
  if (result.early)
    flow.early = betterBreak(flow.early, { index: i, inside: result.early, cost: result.early.cost });
  advance(job, flow, child, offset, result, margins);
  return undefined;
}

/** Where the top border edge of a child goes: after the margins that meet above it. */
function offsetOf({ token }: Job, flow: Flow, { before }: Margins, i: number): number {
  const goesOn = i === token?.child && token.inner !== undefined;
  if (flow.atTop || goesOn) return flow.y;
  return flow.y + collapsed(joinStruts(flow.pending, before));
}

function layoutChild(
  job: Job,
  child: Box,
  i: number,
  offset: number,
  flow: Flow,
  stopAt: EarlyBreak | undefined,
): Result {
  const { context, frame, token } = job;
  return context.layout(
    child,
    {
      width: frame.contentWidth,
      ...(frame.contentHeight === undefined ? {} : { height: frame.contentHeight }),
      region: regionAt(job, offset, flow.last !== undefined),
      ...(stopAt ? { stopAt } : {}),
    },
    i === token?.child ? token.inner : undefined,
  );
}

function regionAt({ constraints: { region }, frame }: Job, offset: number, hasContentAbove: boolean): Region {
  const repeated = frame.reserve > 0 ? frame.edges.inset.top + frame.reserve : 0;
  return {
    remaining: region.remaining - offset - frame.reserve,
    full: region.full - repeated,
    mayProgress: region.mayProgress || hasContentAbove,
  };
}

function advance(
  { frame }: Job,
  flow: Flow,
  child: Box,
  offset: number,
  result: Result,
  margins: Margins,
): void {
  flow.placed.push(placeAt(frame, child, offset, result));
  flow.last = child;
  if (margins.through) {
    if (!flow.atTop) flow.pending = joinStruts(flow.pending, margins.before);
    return;
  }
  flow.atTop = false;
  flow.y = offset + result.fragment.height;
  flow.pending = margins.after;
}

function placeAt(frame: Frame, child: Box, offset: number, { fragment }: Result): Placed {
  const edges = edgesOf(child.style, frame.contentWidth);
  return {
    x: frame.contentLeft + offsetInLine(child.style, edges, fragment.width, frame.contentWidth),
    y: offset,
    fragment,
  };
}

/** Child `i` does not fit: asks the breaking policy and does what it says. */
function breakNear(
  job: Job,
  flow: Flow,
  child: Box,
  i: number,
  offset: number,
  result: Result,
  pushCost: number,
): Result {
  const way = wayToBreak(
    {
      split: result.token && !result.empty ? result.cost : undefined,
      push: flow.last ? pushCost : undefined,
      rewind: flow.early?.cost,
    },
    job.constraints.region,
  );
  switch (way) {
    case 'split':
      return splitAt(job, flow, child, i, offset, result);
    case 'push':
      return breakAt(job, flow, { child: i, consumed: 0 }, pushCost);
    case 'rewind':
      return rewind(job, flow, flow.early!);
    case 'leave':
    case 'spill':
      return nothing(fragmentOf(job, flow, 0, false));
  }
}

function splitAt(job: Job, flow: Flow, child: Box, i: number, offset: number, result: Result): Result {
  if (result.empty || !result.token) return breakAt(job, flow, { child: i, consumed: 0 }, 0);
  flow.placed.push(placeAt(job.frame, child, offset, result));
  flow.y = offset + result.fragment.height;
  return breakAt(job, flow, { child: i, inner: result.token, consumed: 0 }, result.cost, result.forced);
}

/** Goes back to the state before child `early.index` and breaks there, or inside that child. */
function rewind(job: Job, flow: Flow, early: EarlyBreak): Result {
  const at = flow.history.find(({ child }) => child === early.index)!;
  flow.placed.length = at.placed;
  flow.outOfFlow.length = at.outOfFlow;
  flow.y = at.y;
  if (!early.inside) return breakAt(job, flow, { child: early.index, consumed: 0 }, early.cost);
  const child = job.box.children[early.index]!;
  const before = { ...flow, last: at.placed > 0 ? child : undefined };
  return splitAt(
    job,
    flow,
    child,
    early.index,
    at.offset,
    layoutChild(job, child, early.index, at.offset, before, early.inside),
  );
}

/** Ends this fragment with a break; it fills the page up to its end (css-break-3 §5.1). */
function breakAt(
  job: Job,
  flow: Flow,
  left: Omit<BlockToken, 'kind'>,
  cost: number,
  isForced = left.forced !== undefined,
): Result {
  const { frame, constraints, box } = job;
  const rest = constraints.region.remaining;
  const whole =
    frame.height === undefined
      ? Infinity
      : frame.height -
        frame.consumed -
        frame.edges.inset.bottom +
        (frame.isFirst ? 0 : -frame.edges.inset.top);
  const height = Math.max(Math.min(rest, Math.max(whole, 0) + frame.reserve), flow.y + frame.reserve, 0);
  const consumed = frame.consumed + Math.max(height - frame.top - frame.reserve, 0);
  return broken(
    fragmentOf(job, flow, height, false),
    { kind: 'block', ...left, consumed },
    cost + costInside(box.style),
    isForced,
  );
}

/** All children are placed: adds the end of the box, or breaks if that does not fit. */
function close(job: Job, flow: Flow): Result {
  const { frame, box, constraints } = job;
  const endsWithMargin = !joinsLastChild(box, constraints.width) && !flow.atTop;
  const contentEnd = Math.max(flow.y + (endsWithMargin ? collapsed(flow.pending) : 0), frame.top);
  const withMarker = Math.max(contentEnd, frame.top + markerHeight(job, flow));
  const height = closingHeight(frame, box, withMarker, constraints.height);
  const ended = fits(height, constraints.region) ? undefined : tear(job, flow, height);
  if (ended) return ended;
  const early = flow.early && { ...flow.early, cost: flow.early.cost + costInside(box.style) };
  return complete(fragmentOf(job, flow, height, true), early);
}

/** The end does not fit: breaks earlier, or tears the empty space at the end as a last resort (css-break-3 class C). */
function tear(job: Job, flow: Flow, height: number): Result | undefined {
  const {
    frame,
    box,
    token,
    constraints: { region },
  } = job;
  const end = box.children.length;
  const hasRoom = region.remaining > frame.top && fits(flow.y, region);
  const filler = height - frame.bottom - flow.y;
  // Edges alone are torn once only: repeated by `clone`, or taller than a page, they would never end.
  const helps =
    token?.child !== end || (filler > EPSILON && region.remaining - frame.top - frame.reserve > EPSILON);
  const canTear = hasRoom && helps && (flow.last !== undefined || !region.mayProgress);
  const way = wayToBreak({ split: canTear ? COST.avoid : undefined, rewind: flow.early?.cost }, region);
  if (way === 'split') return breakAt(job, flow, { child: end, consumed: 0 }, COST.avoid);
  if (way === 'rewind') return rewind(job, flow, flow.early!);
  return way === 'leave' ? nothing(fragmentOf(job, flow, 0, false)) : undefined;
}

function fragmentOf(job: Job, flow: Flow, height: number, isLast: boolean) {
  const { box, frame } = job;
  const full =
    frame.height !== undefined && isLast
      ? flow.y - frame.top - Math.max((frame.contentHeight ?? 0) - frame.consumed, 0)
      : 0;
  return boxFragment({
    box,
    width: frame.width,
    height,
    isFirst: frame.isFirst,
    isLast,
    children: withMarker(job, flow),
    outOfFlow: flow.outOfFlow,
    ...(full > 1 ? { tooFull: full } : {}),
  });
}

/** An empty list item is as tall as its marker. */
function markerHeight({ box, context, frame }: Job, flow: Flow): number {
  if (!box.marker || flow.last || !frame.isFirst) return 0;
  return context.layout(box.marker, markerConstraints(context, box.marker)).fragment.height;
}

function markerConstraints(context: LayoutContext, marker: NonNullable<BlockBox['marker']>): Constraints {
  return { width: Math.ceil(context.intrinsic(marker).max) + 1, region: ENDLESS };
}

/** Outside markers stand left of the content, on the baseline of the first line (css-lists-3 §3.1). */
function withMarker({ box, context, frame }: Job, flow: Flow): readonly Placed[] {
  if (!box.marker || !frame.isFirst) return flow.placed;
  const { fragment } = context.layout(box.marker, markerConstraints(context, box.marker));
  const gap = box.style.fontSize * 0.4;
  const own = firstBaseline(fragment) ?? 0;
  const first = flow.placed
    .map(({ y, fragment: child }) => ({ y, baseline: firstBaseline(child) }))
    .find(({ baseline }) => baseline !== undefined);
  const y = first ? first.y + first.baseline! - own : frame.top;
  return [{ x: frame.contentLeft - context.intrinsic(box.marker).max - gap, y, fragment }, ...flow.placed];
}
