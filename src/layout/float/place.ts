/**
 * Places floats (CSS 2.1 §9.5.1): as high as the rules allow, then as far to their side. A float that does not
 * fit on the page waits for the next one as a whole; one taller than a page is split.
 */
import type { Box } from '../box/box.ts';
import { type BreakToken, EPSILON } from '../contract.ts';
import type { LayoutContext } from '../flow/context.ts';
import { layoutFitted, sizingOf } from '../flow/fitted.ts';
import { edgesOf } from '../flow/sizes.ts';
import type { Placed } from '../fragment.ts';
import {
  clearedBy,
  type FloatAreas,
  nextEnd,
  roomAt,
  type WaitingFloat,
  withArea,
  withWaiting,
} from './areas.ts';

/** The end of the page in the coordinates of the areas; `mayWait` when the next page can help. */
export interface PageEnd {
  readonly y: number;
  readonly full: number;
  readonly mayWait: boolean;
}

/**
 * Where a float is met, and its containing block: it goes to `y` or below. Nothing else of the flow will stand above
 * `keepFrom`.
 */
export interface FloatPlace {
  readonly y: number;
  readonly keepFrom: number;
  readonly left: number;
  readonly right: number;
  readonly page: PageEnd;
}

export interface FloatResult {
  readonly areas: FloatAreas;
  /** In the coordinates of the areas; absent when the float waits. */
  readonly placed?: Placed;
}

/** A float where it is met for the first time. `height` is that of its containing block, when definite. */
export function placeFloat(
  context: LayoutContext,
  areas: FloatAreas,
  box: Box,
  place: FloatPlace,
  height: number | undefined,
): FloatResult {
  const { left, right } = place;
  const sizing = sizingOf(context, box, Math.max(right - left, 0), height);
  const float: WaitingFloat = { box, sizing, left, right };
  // Rule 5: no float may be above one that came before it.
  if (areas.waiting.length > 0) return { areas: withWaiting(areas, float) };
  return settle(context, areas, float, place);
}

/** Floats that waited for this page, from its top on. */
export function placeWaiting(
  context: LayoutContext,
  areas: FloatAreas,
  waiting: readonly WaitingFloat[],
  y: number,
  page: PageEnd,
): { readonly areas: FloatAreas; readonly placed: readonly Placed[] } {
  const placed: Placed[] = [];
  let now = areas;
  for (const [i, float] of waiting.entries()) {
    const mayWait = page.mayWait || placed.length > 0;
    const result = settle(context, now, float, { ...float, y, keepFrom: y, page: { ...page, mayWait } });
    now = result.areas;
    if (result.placed) placed.push(result.placed);
    if (now.waiting.length > 0)
      return { areas: { ...now, waiting: [...now.waiting, ...waiting.slice(i + 1)] }, placed };
  }
  return { areas: now, placed };
}

/** The width of the margin box of a float, px. */
export function floatWidth(context: LayoutContext, box: Box, available: number, height?: number): number {
  const { margin } = edgesOf(box.style, available);
  const { fragment } = layoutFitted(context, box, sizingOf(context, box, available, height));
  return margin.left + fragment.width + margin.right;
}

function settle(
  context: LayoutContext,
  areas: FloatAreas,
  float: WaitingFloat,
  place: FloatPlace,
): FloatResult {
  const { box, sizing, token } = float;
  const { page } = place;
  const { margin } = edgesOf(box.style, sizing.width);
  const above = token ? 0 : margin.top;
  const whole = layoutFitted(context, box, sizing, token).fragment;
  const width = margin.left + whole.width + margin.right;
  const height = above + whole.height + margin.bottom;
  const top = topOf(areas, box, width, place);
  if (top + height <= page.y + EPSILON || top + above + whole.height <= page.y + EPSILON)
    return put(areas, float, place, { top, width, height, above, fragment: whole });
  if (page.mayWait && height <= page.full + EPSILON) return { areas: withWaiting(areas, float) };
  return split(context, areas, float, place, { top, width, above });
}

/** The float is taller than a page, or nothing is gained by waiting: what fits here, and the rest waits. */
function split(
  context: LayoutContext,
  areas: FloatAreas,
  float: WaitingFloat,
  place: FloatPlace,
  { top, width, above }: { top: number; width: number; above: number },
): FloatResult {
  const { page } = place;
  const { margin } = edgesOf(float.box.style, float.sizing.width);
  const region = { remaining: page.y - top - above, full: page.full, mayProgress: page.mayWait };
  const result = layoutFitted(context, float.box, float.sizing, float.token, region);
  if (result.empty && page.mayWait) return { areas: withWaiting(areas, float) };
  const { fragment } = result;
  const isDone = !result.token;
  const height = isDone
    ? above + fragment.height + margin.bottom
    : Math.max(page.y - top, above + fragment.height);
  const here = put(areas, float, place, { top, width, height, above, fragment });
  if (isDone) return here;
  const rest: WaitingFloat = { ...float, token: result.token as BreakToken };
  return { ...here, areas: withWaiting(here.areas, rest) };
}

/** As high as there is room for it: not above the flow, an earlier float or what it clears. */
function topOf(areas: FloatAreas, { style }: Box, width: number, { y, left, right }: FloatPlace): number {
  let top = Math.max(y, areas.ceiling, clearedBy(areas, style.clear));
  for (;;) {
    const room = roomAt(areas, top, 0, left, right);
    if (!room.narrowed || width <= room.right - room.left + EPSILON) return top;
    top = nextEnd(areas, top);
  }
}

interface Shape {
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly above: number;
  readonly fragment: Placed['fragment'];
}

function put(
  areas: FloatAreas,
  { box: { style }, sizing }: WaitingFloat,
  { keepFrom, left, right, page }: FloatPlace,
  { top, width, height, above, fragment }: Shape,
): FloatResult {
  const { margin } = edgesOf(style, sizing.width);
  const room = roomAt(areas, top, 0, left, right);
  const side = style.float === 'right' ? 'right' : 'left';
  const x = side === 'left' ? room.left : room.right - width;
  const edge = side === 'left' ? x + width : x;
  // A margin is cut off at the end of the page.
  const bottom = Math.min(top + height, Math.max(page.y, top + above + fragment.height));
  return {
    areas: withArea(areas, side, { top, bottom: Math.max(bottom, top), edge }, keepFrom),
    placed: { x: x + margin.left, y: top + above, fragment },
  };
}
