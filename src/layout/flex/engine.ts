/**
 * What flex layout asks of its solver: plain numbers in, plain numbers out, in px, along a main and a cross axis
 * that the caller turns into rows or columns. Positions count from the left or the top, also on lines that run
 * backwards; `before` is the left or upper margin.
 */

/** Margins of an item along one axis; `auto` takes free room. */
export interface AxisMargins {
  readonly before: number | 'auto';
  readonly after: number | 'auto';
}

/** An item whose main size is settled. */
export interface SizedItem {
  readonly size: number;
  readonly margins: AxisMargins;
}

/** An item that takes a share of free room: `grow` and `shrink` are the factors of css-flexbox-1 §7. */
export interface FlexibleItem extends SizedItem {
  readonly grow: number;
  readonly shrink: number;
  /** The part of `size` that shrinking is weighed by: the content box. */
  readonly inner: number;
}

/** An item on its line. `cross` is its natural border-box size; `stretch` gives it that of the line, within bounds. */
export interface LineItem extends SizedItem {
  readonly cross: number;
  readonly crossMargins: AxisMargins;
  readonly align: 'start' | 'center' | 'end' | 'stretch';
  readonly leastCross: number;
  readonly mostCross: number;
}

export type Justify =
  | 'flex-start'
  | 'flex-end'
  | 'center'
  | 'space-between'
  | 'space-around'
  | 'space-evenly';

/** One flex line. Without `cross` the line is as large as its items need. */
export interface Line {
  readonly items: readonly LineItem[];
  readonly available: number;
  readonly cross: number | undefined;
  readonly gap: number;
  readonly justify: Justify;
  readonly reverse: boolean;
}

export interface ArrangedLine {
  readonly cross: number;
  readonly items: readonly { readonly main: number; readonly cross: number; readonly crossSize: number }[];
}

export interface FlexEngine {
  /** The line of each item when lines are at most `available` long (§9.3). */
  readonly breakLines: (items: readonly SizedItem[], available: number, gap: number) => readonly number[];
  /** Main sizes when the items share the free room of a line, without lower or upper bounds (§9.7). */
  readonly share: (items: readonly FlexibleItem[], available: number, gap: number) => readonly number[];
  /** Where the items of a line go (§9.5, §9.6). */
  readonly arrange: (line: Line) => ArrangedLine;
}
