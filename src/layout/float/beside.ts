/**
 * Boxes that text flows around do not flow into others: tables, grids, pictures and everything that establishes
 * a formatting context stand beside floats where they fit, else below them (CSS 2.1 §9.5).
 */
import type { Box } from '../box/box.ts';
import { ENDLESS, EPSILON } from '../contract.ts';
import type { LayoutContext } from '../flow/context.ts';
import { type BoxEdges, clampWidth, edgesOf, specifiedWidth } from '../flow/sizes.ts';
import { type FloatAreas, nextEnd, type Room, roomAt } from './areas.ts';

/** Where a box was put beside floats. Coordinates of the areas. */
export interface Beside {
  readonly y: number;
  /** The room of its border box, and what to lay it out with; absent where no float is in the way. */
  readonly room?: {
    readonly left: number;
    readonly right: number;
    readonly sizing: { readonly width?: number; readonly borderWidth?: number };
  };
}

/** Whether a box in the flow keeps off floats as a whole, instead of only its lines. */
export function avoidsFloats(box: Box): boolean {
  return box.kind !== 'lines' && (box.kind !== 'block' || box.independent);
}

/** The first place at or below `y` where the box fits between `left` and `right`, the edges of its containing block. */
export function placeBeside(
  context: LayoutContext,
  areas: FloatAreas,
  box: Box,
  y: number,
  left: number,
  right: number,
): Beside {
  for (let top = y; ; top = nextEnd(areas, top)) {
    const fitted = fitAt(context, areas, box, top, left, right);
    if (fitted) return fitted;
  }
}

/** The box at `y`, with the room that there is over its whole height; undefined when it does not fit. */
function fitAt(
  context: LayoutContext,
  areas: FloatAreas,
  box: Box,
  y: number,
  left: number,
  right: number,
): Beside | undefined {
  const edges = edgesOf(box.style, right - left);
  let room = roomAt(areas, y, 0, left, right);
  // Less room makes the box taller, and a taller one may meet floats further down.
  for (;;) {
    const fitted = room.narrowed ? fitInto(context, box, edges, room, left, right) : undefined;
    if (room.narrowed && !fitted) return undefined;
    const found = fitted ? { y, room: fitted } : { y };
    if (!startsBelow(areas, y)) return found;
    const height = heightIn(context, box, { width: right - left, ...fitted?.sizing });
    const whole = roomAt(areas, y, height, left, right);
    if (whole.left <= room.left + EPSILON && whole.right >= room.right - EPSILON) return found;
    room = whole;
  }
}

/** Whether a float begins below `y`, so that there may be less room further down. */
function startsBelow({ left, right }: FloatAreas, y: number): boolean {
  return [left, right].some((side) => side.some(({ top }) => top > y + EPSILON));
}

function heightIn(
  context: LayoutContext,
  box: Box,
  sizing: { readonly width: number; readonly borderWidth?: number },
): number {
  return context.layout(box, { ...sizing, region: ENDLESS }).fragment.height;
}

/** The room of the border box, whose margins may lie over floats but not beyond the containing block. */
function fitInto(
  context: LayoutContext,
  box: Box,
  edges: BoxEdges,
  room: Room,
  left: number,
  right: number,
): Beside['room'] | undefined {
  const from = Math.max(room.left, left + edges.margin.left);
  const to = Math.min(room.right, right - edges.margin.right);
  const base = right - left;
  const needed = neededWidth(context, box, edges, base);
  if (needed > to - from + EPSILON) return undefined;
  return { left: from, right: to, sizing: sizingIn(box, edges, base, to - from) };
}

/** The least border-box width that the box can be laid out in. */
function neededWidth(context: LayoutContext, box: Box, edges: BoxEdges, base: number): number {
  if (box.kind === 'replaced') return context.layout(box, { width: base, region: ENDLESS }).fragment.width;
  const specified = specifiedWidth(box.style, edges, base);
  return specified === undefined
    ? clampWidth(context.intrinsic(box).min, box.style, edges, base)
    : clampWidth(specified, box.style, edges, base);
}

/** Boxes of automatic width fill the room, tables shrink to it. */
function sizingIn(
  { kind, style }: Box,
  edges: BoxEdges,
  base: number,
  room: number,
): NonNullable<Beside['room']>['sizing'] {
  if (kind === 'replaced' || style.width !== 'auto') return {};
  if (kind === 'table') return { width: room + edges.margin.left + edges.margin.right };
  return { borderWidth: clampWidth(room, style, edges, base) };
}
