/** Columns filled one after the other with what flows through them (css-multicol-1 §8.1). Lengths in px. */
import type { ColumnsBox } from '../box/box.ts';
import { type BreakToken, EPSILON, type Region } from '../contract.ts';
import type { LayoutContext } from '../flow/context.ts';
import { forcedAfter } from '../flow/tokens.ts';
import type { BoxFragment } from '../fragment.ts';
import { contentOf } from './extent.ts';
import type { ColumnWidths } from './widths.ts';

/** What one row of columns is laid out with, whatever its height. */
export interface ColumnsJob {
  readonly context: LayoutContext;
  readonly box: ColumnsBox;
  readonly widths: ColumnWidths;
  /** The height that percentages in the columns refer to. */
  readonly base: number | undefined;
  /** Where the content goes on after an earlier page. */
  readonly token: BreakToken | undefined;
}

/** Whether all content was placed, a forced page break ended it, or no column was left. */
type Ending = 'complete' | 'page' | 'left';

export interface Filled {
  readonly columns: readonly BoxFragment[];
  readonly ending: Ending;
  /** What is left. */
  readonly token: BreakToken | undefined;
  /** The last column ended with a forced break. */
  readonly forced: boolean;
  /** The worst of what the breaks between the columns break of the rules. */
  readonly cost: number;
}

/** Fills at most `most` columns; `regionOf` gives the room in each. */
export function fillColumns(
  { context, box, widths, base, token: start }: ColumnsJob,
  most: number,
  regionOf: (column: number) => Region,
): Filled {
  const columns: BoxFragment[] = [];
  let token = start;
  let cost = 0;
  let forced = false;
  while (columns.length < most) {
    const region = regionOf(columns.length);
    const height = base === undefined ? {} : { height: base };
    const result = context.layout(box.flow, { width: widths.width, ...height, region }, token);
    if (result.empty) break;
    columns.push(result.fragment);
    cost = Math.max(cost, result.cost);
    token = result.token;
    if (!token) return { columns, ending: 'complete', token, forced: false, cost };
    forced = result.forced;
    const asked = forced ? forcedAfter(token) : undefined;
    if (asked !== undefined && asked !== 'column') return { columns, ending: 'page', token, forced, cost };
  }
  return { columns, ending: 'left', token, forced, cost };
}

/** Whether the content of a column reaches below a height. */
export function overflows(column: BoxFragment, height: number): boolean {
  return contentOf(column) > height + EPSILON;
}
