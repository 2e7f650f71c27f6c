/** How many columns there are and how wide they are (css-multicol-1 §3.4). Lengths in px. */
import type { ComputedStyle } from '../../markup/style.ts';
import type { ColumnsBox } from '../box/box.ts';
import type { Intrinsic, LayoutContext } from '../flow/context.ts';
import { resolve } from '../flow/sizes.ts';

export interface ColumnWidths {
  readonly count: number;
  readonly width: number;
  readonly gap: number;
}

/** No container has more columns than this, however narrow they are asked to be. */
const mostColumns = 1000;

/** The used columns in a container whose content box is `available` wide. */
export function columnWidths(style: ComputedStyle, available: number): ColumnWidths {
  const gap = gapOf(style, available);
  const room = Math.max(available, 0);
  const count = countIn(style, room, gap);
  return { count, gap, width: Math.max((room + gap) / count - gap, 0) };
}

function countIn({ columnWidth, columnCount }: ComputedStyle, room: number, gap: number): number {
  const asked = columnCount === 'auto' ? mostColumns : columnCount;
  if (columnWidth === 'auto') return asked;
  const fitting = Math.floor((room + gap) / Math.max(columnWidth + gap, 1));
  return Math.max(Math.min(fitting, asked), 1);
}

/** `normal` is 1 em between columns (css-multicol-1 §4.1); percentages of an unknown width are nothing. */
function gapOf({ columnGap, fontSize }: ComputedStyle, available: number): number {
  if (columnGap === 'normal') return fontSize;
  return Math.max(resolve(columnGap, Number.isFinite(available) ? available : 0), 0);
}

/**
 * Smallest and largest useful width of a row of columns (css-sizing-3 §5.2): a width that is asked for can give
 * way to fewer columns, a count that is asked for cannot.
 */
export function columnsIntrinsic(context: LayoutContext, { style, flow }: ColumnsBox): Intrinsic {
  const { min, max } = context.intrinsic(flow);
  const { columnWidth, columnCount } = style;
  const count = columnCount === 'auto' ? 1 : columnCount;
  const gaps = gapOf(style, Infinity) * (count - 1);
  if (columnWidth === 'auto') return { min: min * count + gaps, max: max * count + gaps };
  return { min: Math.min(min, columnWidth), max: Math.max(max, columnWidth) * count + gaps };
}
