/** The floats of block formatting: where children of a block go that float, clear floats or stand beside them. */
import type { Box } from '../box/box.ts';
import { type Constraints, EPSILON } from '../contract.ts';
import type { Flow, Job } from '../flow/block.ts';
import { sizingOf } from '../flow/fitted.ts';
import { usedWidth } from '../flow/frame.ts';
import { collapsed } from '../flow/margins.ts';
import { edgesOf, offsetInLine } from '../flow/sizes.ts';
import {
  clearedBy,
  clearsWaiting,
  type FloatSpace,
  lowestEnd,
  NO_FLOATS,
  reaches,
  type WaitingFloat,
} from './areas.ts';
import { avoidsFloats, type Beside, placeBeside } from './beside.ts';
import { type PageEnd, placeFloat, placeWaiting } from './place.ts';

/** Where the border box of a child begins, in the border box of its parent. */
export interface ChildSpot {
  readonly offset: number;
  /** Further down than margins alone would have it. */
  readonly moved: boolean;
  /** The room between floats that the child was put in. */
  readonly room?: NonNullable<Beside['room']>;
}

/** The end of the page in the coordinates of the formatting context. */
function pageEnd({ constraints: { region }, frame, origin }: Job, flow: Flow): PageEnd {
  const repeated = frame.reserve > 0 ? frame.edges.inset.top + frame.reserve : 0;
  return {
    y: origin.y + region.remaining - frame.reserve,
    full: region.full - repeated,
    mayWait:
      region.mayProgress || flow.last !== undefined || flow.ownFloats > 0 || flow.floats.ceiling > -Infinity,
  };
}

/**
 * Places the floats that waited for this page, above everything else of their formatting context, which may be
 * wider by `growth` px here than where they were met.
 */
export function openFloats(job: Job, flow: Flow, waiting: readonly WaitingFloat[], growth: number): void {
  const { context, frame } = job;
  const moved = growth === 0 ? waiting : waiting.map((float) => regrown(context, float, growth));
  const { areas, placed } = placeWaiting(context, flow.floats, moved, frame.top, pageEnd(job, flow));
  flow.floats = areas;
  flow.placed.push(...placed);
  flow.ownFloats += placed.length;
}

/** A float whose containing block is wider by so much; one that has begun keeps its own width. */
function regrown(context: Job['context'], float: WaitingFloat, growth: number): WaitingFloat {
  const right = float.right + growth;
  const { box, left, token, sizing } = float;
  if (token) return { ...float, right };
  return { ...float, right, sizing: sizingOf(context, box, Math.max(right - left, 0), sizing.height) };
}

/** Places a child that floats. */
export function addFloat(job: Job, flow: Flow, box: Box): void {
  const { context, frame, origin } = job;
  const left = origin.x + frame.contentLeft;
  const place = {
    y: origin.y + flow.y + collapsed(flow.pending),
    keepFrom: origin.y + flow.y,
    left,
    right: left + frame.contentWidth,
    page: pageEnd(job, flow),
  };
  const { areas, placed } = placeFloat(context, flow.floats, box, place, frame.contentHeight);
  flow.floats = areas;
  if (!placed) return;
  flow.placed.push({ ...placed, x: placed.x - origin.x, y: placed.y - origin.y });
  flow.ownFloats += 1;
}

/** Whether a child has to clear a float that only the next page has room for. */
export function isHeldBack({ token, box }: Job, { floats }: Flow, child: Box): boolean {
  const goesOn = token?.inner !== undefined && box.children[token.child] === child;
  return floats.waiting.length > 0 && !goesOn && clearsWaiting(floats, child.style.clear);
}

/** Where a child goes: at `offset`, unless it has to clear floats or keep off them. */
export function spotOf(job: Job, flow: Flow, child: Box, offset: number): ChildSpot {
  if (flow.floats === NO_FLOATS) return { offset, moved: false };
  const { context, frame, origin, box, token } = job;
  const goesOn = token?.inner !== undefined && box.children[token.child] === child;
  let top = offset;
  // Clearance brings its top border edge to the end of the floats, whatever its margin (CSS 2.1 §9.5.2).
  if (!goesOn) top = Math.max(offset, clearedBy(flow.floats, child.style.clear) - origin.y);
  const y = origin.y + top;
  if (avoidsFloats(child) && reaches(flow.floats, y)) {
    const left = origin.x + frame.contentLeft;
    const beside = placeBeside(context, flow.floats, child, y, left, left + frame.contentWidth);
    const { room } = beside;
    top = beside.y - origin.y;
    const moved = top > offset + EPSILON;
    if (!room) return { offset: top, moved };
    const inBox = { ...room, left: room.left - origin.x, right: room.right - origin.x };
    return { offset: top, moved, room: inBox };
  }
  return { offset: top, moved: top > offset + EPSILON };
}

/** What a child has to know of floats: nothing when none reaches it and it holds none. */
export function floatSpaceOf(
  { context, frame, origin }: Job,
  { floats }: Flow,
  child: Box,
  { offset }: ChildSpot,
): FloatSpace | undefined {
  if (child.kind !== 'lines' && child.kind !== 'block') return undefined;
  if (child.kind === 'block' && child.independent) return undefined;
  const y = origin.y + offset;
  const isReached = child.kind === 'lines' ? lowestEnd(floats) > y + EPSILON : reaches(floats, y);
  if (!child.hasFloats && !isReached) return undefined;
  if (child.kind === 'lines') return { areas: floats, x: origin.x + frame.contentLeft, y };
  const edges = edgesOf(child.style, frame.contentWidth);
  const height = frame.contentHeight;
  const constraints: Pick<Constraints, 'width' | 'height'> = {
    width: frame.contentWidth,
    ...(height === undefined ? {} : { height }),
  };
  const width = usedWidth(context, child, constraints, edges);
  const x = frame.contentLeft + offsetInLine(child.style, edges, width, frame.contentWidth);
  return { areas: floats, x: origin.x + x, y };
}
