/**
 * The contract of every layout function: `layout(box, constraints, token?) => Result`. A fragment is what
 * fits here, a break token is the value that says what is left. Nothing is changed on the way, so that an
 * attempt can be thrown away and made again. Lengths in px.
 */
import type { FloatAreas, FloatSpace, WaitingFloat } from './float/areas.ts';
import type { BoxFragment } from './fragment.ts';

/**
 * The space up to the end of the page (the fragmentainer of css-break-3). `remaining` counts from the top of
 * the border box; `full` is what an empty page offers. `mayProgress` answers "can the next page help?": when
 * false, a box must place something here, because the next page would not have more room for it.
 */
export interface Region {
  readonly remaining: number;
  readonly full: number;
  readonly mayProgress: boolean;
  /** Inside a column: whether pages can end in it, and whether the next column is on another page. */
  readonly column?: { readonly paged: boolean; readonly endsPage: boolean };
}

/** No page end at all: for measuring, and for boxes that are never split. */
export const ENDLESS: Region = { remaining: Infinity, full: Infinity, mayProgress: false };

/** Tolerance of every "does it fit" (0.01 px): sums of mm and pt are never exact. */
export const EPSILON = 0.01;

/**
 * `width` and `height` are those of the containing block (`height` only when definite); `borderWidth` and
 * `borderHeight` are the border-box sizes when the parent decides them (cells, grid items, absolute boxes).
 * `stopAt` asks to break at a place that an earlier result named in `early`.
 */
export interface Constraints {
  readonly width: number;
  readonly height?: number;
  readonly borderWidth?: number;
  readonly borderHeight?: number;
  readonly region: Region;
  readonly stopAt?: EarlyBreak;
  /** Floats of the formatting context around, where they reach this box or it holds some of its own. */
  readonly floats?: FloatSpace;
}

/** A forced break: of a column, or of a page with the side that the next one must have. */
export type Forced = 'page' | 'left' | 'right' | 'column';

/** What is left of a box after a break. `consumed` is the content height that earlier pages hold. */
export type BreakToken =
  | {
      readonly kind: 'block';
      readonly child: number;
      readonly inner?: BreakToken;
      readonly forced?: Forced;
      readonly consumed: number;
      /** Floats that go on on the next page, and the width of the box when they were met. */
      readonly floats?: { readonly waiting: readonly WaitingFloat[]; readonly width: number };
    }
  | { readonly kind: 'columns'; readonly flow: BreakToken }
  /** `start` instead of `line` where lines were broken one by one beside floats: see `LineBox.start`. */
  | {
      readonly kind: 'lines';
      readonly line: number;
      readonly width: number;
      readonly start?: number;
    }
  | { readonly kind: 'table'; readonly rows: RowsToken }
  | { readonly kind: 'flex'; readonly rows: RowsToken; readonly consumed: number }
  | { readonly kind: 'grid'; readonly rows: RowsToken; readonly consumed: number };

/**
 * What is left of parallel flows: the row to go on with, and for every item that has begun what is left of
 * it. `fresh` items have begun (their box has) but none of their content is placed.
 */
export interface RowsToken {
  readonly row: number;
  readonly items: ReadonlyMap<number, BreakToken | 'done' | 'fresh'>;
  readonly forced?: Forced;
}

/** A place where a finished result could also have been broken: before or inside the child, row or line `index`. */
export interface EarlyBreak {
  readonly index: number;
  readonly inside?: EarlyBreak;
  readonly cost: number;
}

/**
 * `token` is present when something is left. `empty` says that nothing could be placed and the box should
 * move as a whole. `cost` is what the break breaks of the rules (0 = none), `forced` that it was asked for.
 */
export interface Result {
  readonly fragment: BoxFragment;
  readonly token?: BreakToken;
  readonly empty: boolean;
  readonly forced: boolean;
  readonly cost: number;
  readonly early?: EarlyBreak;
  /** The floats of the formatting context around after this box, when `Constraints.floats` were given. */
  readonly floats?: FloatAreas;
}
