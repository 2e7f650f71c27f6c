/**
 * Block formatting (CSS 2.1 §9.4.1): children one below the other, their margins collapsed, broken over pages
 * between them (class A of css-break-3 §4.1), inside them, or in the empty space at the end of the box.
 */
import type { BlockBox, Box } from '../box/box.ts';
import { isFloat, isOutOfFlow } from '../box/box.ts';
import { breakBetween } from '../box/breaks.ts';
import { columnRoom } from '../columns/room.ts';
import type { BreakToken, Constraints, EarlyBreak, Region, Result } from '../contract.ts';
import { EPSILON } from '../contract.ts';
import { type FloatAreas, lowestEnd, NO_FLOATS } from '../float/areas.ts';
import { addFloat, type ChildSpot, floatSpaceOf, isHeldBack, openFloats, spotOf } from '../float/in-block.ts';
import { boxFragment, type OutOfFlow, type Placed } from '../fragment.ts';
import {
  betterBreak,
  broken,
  COST,
  complete,
  costBetween,
  costInside,
  fits,
  forcedIn,
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
import { markerHeight, withMarker } from './marker.ts';
import { baselessHeight, edgesOf, offsetInLine } from './sizes.ts';

type BlockToken = Extract<BreakToken, { readonly kind: 'block' }>;

/** The job of one call: everything that does not change while children are placed. */
export interface Job {
  readonly context: LayoutContext;
  readonly box: BlockBox;
  readonly frame: Frame;
  readonly constraints: Constraints;
  readonly token: BlockToken | undefined;
  /** Where the border box is in the formatting context that its floats belong to, and whether that is its own. */
  readonly origin: { readonly x: number; readonly y: number };
  readonly holdsContext: boolean;
}

/** Where the flow stands. `history` has a state per child begun, to go back to. */
export interface Flow {
  readonly placed: Placed[];
  readonly outOfFlow: OutOfFlow[];
  /** Bottom of the last border box, and the margins below it that are still collapsing. */
  y: number;
  pending: Strut;
  /** Margins so far adjoin the top of this box (or of the page) and are taken care of there. */
  atTop: boolean;
  /** The content ends here or below. */
  least: number;
  last: Box | undefined;
  early: EarlyBreak | undefined;
  floats: FloatAreas;
  /** How many floats of this fragment are children of this box. */
  ownFloats: number;
  readonly history: {
    readonly child: number;
    readonly placed: number;
    readonly outOfFlow: number;
    readonly y: number;
    readonly spot: ChildSpot;
    readonly floats: FloatAreas;
    readonly ownFloats: number;
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
  const holdsContext = box.independent || constraints.floats === undefined;
  const origin = holdsContext ? { x: 0, y: 0 } : constraints.floats!;
  const job: Job = { context, box, frame, constraints, token, origin, holdsContext };
  const flow: Flow = {
    placed: [],
    outOfFlow: [],
    y: frame.top,
    pending: NO_MARGIN,
    least: frame.top,
    last: undefined,
    early: undefined,
    floats: holdsContext ? NO_FLOATS : constraints.floats!.areas,
    ownFloats: 0,
    history: [],
    atTop: token ? !token.forced : joinsFirstChild(box, constraints.width),
  };
  if (token?.floats) openFloats(job, flow, token.floats.waiting, frame.width - token.floats.width);
  for (let i = token?.child ?? 0; i < box.children.length; i += 1) {
    const child = box.children[i]!;
    if (isFloat(child)) addFloat(job, flow, child);
    else if (isOutOfFlow(child))
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
  const forced = forcedIn(between, constraints.region);
  if (forced) return breakAt(job, flow, { child: i, forced, consumed: 0 }, 0);
  const stop = constraints.stopAt?.index === i ? constraints.stopAt : undefined;
  if (stop && !stop.inside) return breakAt(job, flow, { child: i, consumed: 0 }, stop.cost);

  const margins = context.marginsOf(child, frame.contentWidth);
  if (isHeldBack(job, flow, child)) return breakBefore(job, flow, i);
  const spot = spotOf(job, flow, child, offsetOf(job, flow, margins, i));
  const { placed, outOfFlow, y, floats, ownFloats } = flow;
  const state = { placed: placed.length, outOfFlow: outOfFlow.length, y, floats, ownFloats };
  flow.history.push({ child: i, spot, ...state });
  const result = layoutChild(job, child, i, spot, flow, stop?.inside);
  if (result.token && (result.forced || stop)) return splitAt(job, flow, child, i, spot, result);
  const cost = costBetween(between, constraints.region);
  if (result.empty || result.token) return breakNear(job, flow, child, i, spot, result, cost);

  if (flow.last) flow.early = betterBreak(flow.early, { index: i, cost });
  if (result.early)
    flow.early = betterBreak(flow.early, { index: i, inside: result.early, cost: result.early.cost });
  advance(job, flow, child, spot, result, margins);
  return undefined;
}

/** Child `i` has to begin on the next page, whatever is in front of it. */
function breakBefore(job: Job, flow: Flow, i: number): Result {
  const isEmpty = !flow.last && flow.ownFloats === 0;
  if (isEmpty && job.constraints.region.mayProgress) return nothing(fragmentOf(job, flow, 0, false));
  return breakAt(job, flow, restFrom(job, i), 0);
}

/** What is left when child `i` stands on the next page, whole or with what this page would have gone on with. */
function restFrom({ token }: Job, i: number): Pick<BlockToken, 'child' | 'inner' | 'consumed'> {
  const inner = i === token?.child ? token.inner : undefined;
  return { child: i, consumed: 0, ...(inner ? { inner } : {}) };
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
  spot: ChildSpot,
  flow: Flow,
  stopAt: EarlyBreak | undefined,
): Result {
  const { context, frame, token } = job;
  const floats = floatSpaceOf(job, flow, child, spot);
  return context.layout(
    child,
    {
      width: frame.contentWidth,
      ...heightFor(job, child, spot.offset),
      ...spot.room?.sizing,
      region: regionAt(job, spot.offset, flow.last !== undefined || flow.ownFloats > 0),
      ...(stopAt ? { stopAt } : {}),
      ...(floats ? { floats } : {}),
    },
    i === token?.child ? token.inner : undefined,
  );
}

/** The height that a child may take percentages of; rows of columns get what is left of it. */
function heightFor({ box, frame, constraints }: Job, child: Box, offset: number): { height?: number } {
  const height =
    child.kind === 'columns' ? columnRoom(box, frame, offset, constraints.height) : frame.contentHeight;
  return height === undefined ? {} : { height };
}

function regionAt({ constraints: { region }, frame }: Job, offset: number, hasContentAbove: boolean): Region {
  const repeated = frame.reserve > 0 ? frame.edges.inset.top + frame.reserve : 0;
  return {
    ...region,
    remaining: region.remaining - offset - frame.reserve,
    full: region.full - repeated,
    mayProgress: region.mayProgress || hasContentAbove,
  };
}

function advance(
  { frame }: Job,
  flow: Flow,
  child: Box,
  spot: ChildSpot,
  result: Result,
  margins: Margins,
): void {
  flow.placed.push(placeAt(frame, child, spot, result));
  flow.last = child;
  flow.floats = result.floats ?? flow.floats;
  // A part of a definite height is no empty box, which margins alone cannot know.
  if (margins.through && result.fragment.height === 0) {
    if (spot.moved) clearThrough(flow, spot, margins);
    else if (!flow.atTop) flow.pending = joinStruts(flow.pending, margins.before);
    return;
  }
  flow.atTop = false;
  flow.y = spot.offset + result.fragment.height;
  flow.pending = margins.after;
}

/** An empty box moved below floats: its margins meet those of what follows, but not the end of its parent (CSS 2.1 §8.3.1). */
function clearThrough(flow: Flow, { offset }: ChildSpot, { before }: Margins): void {
  flow.atTop = false;
  flow.y = offset - collapsed(before);
  flow.pending = before;
  flow.least = offset;
}

function placeAt(frame: Frame, child: Box, { offset, room }: ChildSpot, { fragment }: Result): Placed {
  const edges = edgesOf(child.style, frame.contentWidth);
  const left = room ? room.left - edges.margin.left : frame.contentLeft;
  const width = room ? room.right + edges.margin.right - left : frame.contentWidth;
  return { x: left + offsetInLine(child.style, edges, fragment.width, width), y: offset, fragment };
}

/** Child `i` does not fit: asks the breaking policy and does what it says. */
function breakNear(
  job: Job,
  flow: Flow,
  child: Box,
  i: number,
  spot: ChildSpot,
  result: Result,
  pushCost: number,
): Result {
  const way = wayToBreak(
    {
      split: result.token && !result.empty ? result.cost : undefined,
      push: flow.last || flow.ownFloats > 0 ? pushCost : undefined,
      rewind: flow.early?.cost,
    },
    job.constraints.region,
  );
  switch (way) {
    case 'split':
      return splitAt(job, flow, child, i, spot, result);
    case 'push':
      return breakAt(job, flow, restFrom(job, i), pushCost);
    case 'rewind':
      return rewind(job, flow, flow.early!);
    case 'leave':
    case 'spill':
      return nothing(fragmentOf(job, flow, 0, false));
  }
}

function splitAt(job: Job, flow: Flow, child: Box, i: number, spot: ChildSpot, result: Result): Result {
  if (result.empty || !result.token) return breakAt(job, flow, restFrom(job, i), 0);
  flow.placed.push(placeAt(job.frame, child, spot, result));
  flow.y = spot.offset + result.fragment.height;
  flow.floats = result.floats ?? flow.floats;
  return breakAt(job, flow, { child: i, inner: result.token, consumed: 0 }, result.cost, result.forced);
}

/** Goes back to the state before child `early.index` and breaks there, or inside that child. */
function rewind(job: Job, flow: Flow, early: EarlyBreak): Result {
  const at = flow.history.find(({ child }) => child === early.index)!;
  flow.placed.length = at.placed;
  flow.outOfFlow.length = at.outOfFlow;
  flow.y = at.y;
  flow.floats = at.floats;
  flow.ownFloats = at.ownFloats;
  if (!early.inside) return breakAt(job, flow, { child: early.index, consumed: 0 }, early.cost);
  const child = job.box.children[early.index]!;
  const before = { ...flow, last: at.placed > 0 ? child : undefined };
  const result = layoutChild(job, child, early.index, at.spot, before, early.inside);
  return splitAt(job, flow, child, early.index, at.spot, result);
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
  const { waiting } = flow.floats;
  const floats = job.holdsContext && waiting.length > 0 ? { floats: { waiting, width: frame.width } } : {};
  const result = broken(
    fragmentOf(job, flow, height, false),
    { kind: 'block', ...left, consumed, ...floats },
    cost + costInside(box.style, constraints.region),
    isForced,
  );
  return withFloats(job, flow, result);
}

/** The result with the floats that the formatting context around has to know of. */
function withFloats({ holdsContext }: Job, { floats }: Flow, result: Result): Result {
  return holdsContext ? result : { ...result, floats };
}

/** All children are placed: adds the end of the box, or breaks if that does not fit. */
function close(job: Job, flow: Flow): Result {
  const { frame, box, constraints } = job;
  const endsWithMargin = !joinsLastChild(box, constraints.width) && !flow.atTop;
  const margin = endsWithMargin ? endMargin(job, flow) : 0;
  if (job.holdsContext && flow.floats.waiting.length > 0) return breakBefore(job, flow, box.children.length);
  // CSS 2.1 §10.6.7: a formatting context is as tall as its floats.
  const floatsEnd = job.holdsContext ? lowestEnd(flow.floats) : -Infinity;
  const contentEnd = Math.max(flow.y + margin, flow.least, floatsEnd);
  const withMarker = Math.max(contentEnd, frame.top + ownMarkerHeight(job, flow));
  const height = closingHeight(frame, box, withMarker, constraints.height);
  const ended = fits(height, constraints.region) ? undefined : tear(job, flow, height, withMarker);
  if (ended) return ended;
  const early = flow.early && {
    ...flow.early,
    cost: flow.early.cost + costInside(box.style, constraints.region),
  };
  return withFloats(job, flow, complete(fragmentOf(job, flow, height, true), early));
}

/** The margin below the last child; at the end of a page or column it is cut there (css-break-3 §5.2). */
function endMargin({ box, constraints: { region } }: Job, flow: Flow): number {
  const margin = collapsed(flow.pending);
  return box.anonymous ? Math.min(margin, Math.max(region.remaining - flow.y, 0)) : margin;
}

/** The end does not fit: breaks earlier, or tears the empty space at the end as a last resort (css-break-3 class C). */
function tear(job: Job, flow: Flow, height: number, contentEnd: number): Result | undefined {
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
  const canTear = hasRoom && helps && (flow.last !== undefined || flow.ownFloats > 0 || !region.mayProgress);
  // Space that the height of the box asks for is kept together only if some page holds it.
  const isEndless = height - frame.bottom - contentEnd > EPSILON && height > region.full + EPSILON;
  const cost = isEndless ? 0 : COST.avoid;
  const way = wayToBreak({ split: canTear ? cost : undefined, rewind: flow.early?.cost }, region);
  if (way === 'split') return breakAt(job, flow, { child: end, consumed: 0 }, cost);
  if (way === 'rewind') return rewind(job, flow, flow.early!);
  return way === 'leave' ? nothing(fragmentOf(job, flow, 0, false)) : undefined;
}

function fragmentOf(job: Job, flow: Flow, height: number, isLast: boolean) {
  const { box, frame, constraints } = job;
  const full =
    frame.height !== undefined && isLast
      ? flow.y - frame.top - Math.max((frame.contentHeight ?? 0) - frame.consumed, 0)
      : 0;
  const baseless = constraints.borderHeight === undefined && baselessHeight(box.style, constraints.height);
  return boxFragment({
    box,
    width: frame.width,
    height,
    isFirst: frame.isFirst,
    isLast,
    children: withMarker(job.context, box, frame, flow.placed),
    outOfFlow: flow.outOfFlow,
    base: {
      width: frame.contentWidth,
      ...(frame.contentHeight === undefined ? {} : { height: frame.contentHeight }),
    },
    ...(full > 1 ? { tooFull: full } : {}),
    ...(baseless ? { baseless } : {}),
  });
}

function ownMarkerHeight({ box, context, frame }: Job, flow: Flow): number {
  return flow.last || !frame.isFirst ? 0 : markerHeight(context, box);
}
