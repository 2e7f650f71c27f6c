/**
 * The floats of one block formatting context on one page, as the room they leave (CSS 2.1 §9.5.1). A value:
 * placing a float gives new areas. Coordinates in px, x and y from the top left corner of the border box of the
 * box that establishes the context, of its fragment on this page.
 */
import type { Box } from '../box/box.ts';
import { type BreakToken, type Constraints, EPSILON } from '../contract.ts';

/** The margin box of a float: `edge` is the side that text keeps off. */
interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly edge: number;
}

/** A float, or what is left of one, that goes on on the next page; `left` and `right` are its containing block. */
export interface WaitingFloat {
  readonly box: Box;
  readonly token?: BreakToken;
  readonly sizing: Pick<Constraints, 'width' | 'height' | 'borderWidth'>;
  readonly left: number;
  readonly right: number;
}

export interface FloatAreas {
  readonly left: readonly Area[];
  readonly right: readonly Area[];
  /** The top of the last float: no later one may be higher. */
  readonly ceiling: number;
  /** Where the lowest float of each side ends. */
  readonly bottoms: { readonly left: number; readonly right: number };
  readonly waiting: readonly WaitingFloat[];
}

/** The areas, and where the border box of the box that is laid out stands among them. */
export interface FloatSpace {
  readonly areas: FloatAreas;
  readonly x: number;
  readonly y: number;
}

const NONE: readonly Area[] = [];

/** No floats at all: what a formatting context begins with. */
export const NO_FLOATS: FloatAreas = {
  left: NONE,
  right: NONE,
  ceiling: -Infinity,
  bottoms: { left: -Infinity, right: -Infinity },
  waiting: [],
};

/** Where the lowest float ends; -Infinity without floats. */
export function lowestEnd({ bottoms }: FloatAreas): number {
  return Math.max(bottoms.left, bottoms.right);
}

/** Whether a float is beside or below `y`, or still waits to be placed. */
export function reaches(areas: FloatAreas, y: number): boolean {
  return areas !== NO_FLOATS && (lowestEnd(areas) > y + EPSILON || areas.waiting.length > 0);
}

export interface Room {
  readonly left: number;
  readonly right: number;
  /** A float takes some of what there would be. */
  readonly narrowed: boolean;
}

/** What floats leave of `left` to `right` everywhere between `y` and `y + height`. */
export function roomAt(areas: FloatAreas, y: number, height: number, left: number, right: number): Room {
  const isBeside = ({ top, bottom }: Area): boolean =>
    bottom > y + EPSILON && (top < y + height - EPSILON || top <= y + EPSILON);
  let [from, to] = [left, right];
  for (const area of areas.left) if (area.edge > from && isBeside(area)) from = area.edge;
  for (const area of areas.right) if (area.edge < to && isBeside(area)) to = area.edge;
  return { left: from, right: to, narrowed: from > left + EPSILON || to < right - EPSILON };
}

/** The next place below `y` where a float ends, and where there may be more room. */
export function nextEnd({ left, right }: FloatAreas, y: number): number {
  let next = Infinity;
  for (const { bottom } of left) if (bottom > y + EPSILON && bottom < next) next = bottom;
  for (const { bottom } of right) if (bottom > y + EPSILON && bottom < next) next = bottom;
  return next;
}

/** Where a box with this `clear` may begin: below the floats it clears (CSS 2.1 §9.5.2). */
export function clearedBy({ bottoms }: FloatAreas, clear: 'none' | 'left' | 'right' | 'both'): number {
  if (clear === 'none') return -Infinity;
  if (clear === 'both') return Math.max(bottoms.left, bottoms.right);
  return bottoms[clear];
}

/** Whether a float that waits for the next page is to be cleared. */
export function clearsWaiting({ waiting }: FloatAreas, clear: 'none' | 'left' | 'right' | 'both'): boolean {
  return clear !== 'none' && waiting.some(({ box: { style } }) => clear === 'both' || style.float === clear);
}

/** The areas with one more: a margin box of `side`. Floats that end above `y`, where the flow stands, no longer matter. */
export function withArea(areas: FloatAreas, side: 'left' | 'right', area: Area, y: number): FloatAreas {
  const known = areas[side].some(({ bottom }) => bottom <= y)
    ? areas[side].filter(({ bottom }) => bottom > y)
    : areas[side];
  return {
    ...areas,
    [side]: [...known, area],
    ceiling: Math.max(areas.ceiling, area.top),
    bottoms: { ...areas.bottoms, [side]: Math.max(areas.bottoms[side], area.bottom) },
  };
}

/** The areas with one more float that waits for the next page. */
export function withWaiting(areas: FloatAreas, float: WaitingFloat): FloatAreas {
  return { ...areas, waiting: [...areas.waiting, float] };
}
