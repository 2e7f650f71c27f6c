/** From what columns ask for to widths (css-tables-3 §3.9.3; fixed layout CSS 2.1 §17.5.2.1). Lengths in px. */
import type { Intrinsic } from '../flow/context.ts';
import type { ColumnMeasure } from './columns.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const least = ({ min }: ColumnMeasure): number => min;
const isAuto = ({ fixed, percent }: ColumnMeasure): boolean => !fixed && percent === undefined;
const hasPercent = ({ percent }: ColumnMeasure): boolean => percent !== undefined;
const isFixed = ({ fixed, percent }: ColumnMeasure): boolean => fixed && percent === undefined;
const percentOf = ({ percent = 0 }: ColumnMeasure): number => percent;
const percentage = (column: ColumnMeasure, base: number): number =>
  Math.max(column.min, (percentOf(column) * base) / 100 + column.edges);

/** Stands for "as wide as can be": no width makes percentages true that leave nothing for the other columns. */
const WIDEST = 1e6;

/** Smallest and largest useful sum of column widths; when `heedsPercent`, percentages ask for a table that makes them true. */
export function automaticIntrinsic(columns: readonly ColumnMeasure[], heedsPercent: boolean): Intrinsic {
  const min = sum(columns.map(least));
  let wanted = sum(columns.map(({ max }) => max));
  if (!heedsPercent) return { min, max: Math.max(min, wanted) };
  const percent = sum(columns.map(percentOf));
  const others = sum(columns.filter((column) => percentOf(column) === 0).map(({ max }) => max));
  for (const column of columns)
    if (percentOf(column) > 0) wanted = Math.max(wanted, (column.max * 100) / percentOf(column));
  const left = 100 - percent;
  if (percent > 0 && others > 0) wanted = Math.max(wanted, left > 1e-6 ? (others * 100) / left : WIDEST);
  return { min, max: Math.max(min, wanted) };
}

/** Automatic widths that add up to `width` where that is at least the sum of the smallest widths. */
export function automaticWidths(columns: readonly ColumnMeasure[], width: number): readonly number[] {
  const shown = columns.filter(({ merged }) => !merged);
  const widths = shareAcross(shown, width, true);
  let next = 0;
  return columns.map(({ merged }) => (merged ? 0 : widths[next++]!));
}

/**
 * Shares `width` out to columns: from their smallest widths up to percentages, then to fixed widths, then to
 * largest widths, then beyond. Columns with fixed widths grow beyond them only when `isAsked`.
 */
export function shareAcross(
  columns: readonly ColumnMeasure[],
  width: number,
  isAsked: boolean,
): readonly number[] {
  const target = Math.max(width, sum(columns.map(least)));
  const guesses: readonly ((column: ColumnMeasure) => number)[] = [
    least,
    (column) => (hasPercent(column) ? percentage(column, target) : column.min),
    (column) => (hasPercent(column) ? percentage(column, target) : column.fixed ? column.max : column.min),
    (column) => (hasPercent(column) ? percentage(column, target) : column.max),
  ];
  let smaller = columns.map(least);
  for (const guess of guesses) {
    const larger = columns.map(guess);
    const total = sum(larger);
    if (total >= target) {
      const base = sum(smaller);
      const part = total > base ? (target - base) / (total - base) : 0;
      return smaller.map((size, c) => size + (larger[c]! - size) * part);
    }
    smaller = larger;
  }
  return addExcess(columns, smaller, target, isAsked);
}

/** Room beyond the largest widths: to automatic columns, else to fixed ones, else to percentages. */
function addExcess(
  columns: readonly ColumnMeasure[],
  sizes: readonly number[],
  width: number,
  isAsked: boolean,
): readonly number[] {
  const excess = width - sum(sizes);
  const takes = columns.some(isAuto) ? isAuto : isAsked && columns.some(isFixed) ? isFixed : hasPercent;
  const takers = columns.filter(takes);
  const weigh = (column: ColumnMeasure): number => column.percent ?? column.max;
  const total = sum(takers.map(weigh));
  return sizes.map((size, c) => {
    const column = columns[c]!;
    if (!takes(column)) return size;
    return size + excess * (total > 0 ? weigh(column) / total : 1 / takers.length);
  });
}

/** What columns of a fixed layout take at least: given widths. */
export function fixedIntrinsic(columns: readonly ColumnMeasure[]): Intrinsic {
  const width = sum(columns.map((column) => (isFixed(column) ? column.max : 0)));
  return { min: width, max: width };
}

/** Fixed layout: what is given, the rest shared equally by columns without a width, else by all. */
export function fixedWidths(columns: readonly ColumnMeasure[], width: number): readonly number[] {
  const fixed = sum(columns.map((column) => (isFixed(column) ? column.max : 0)));
  const room = Math.max(width - fixed, 0);
  const asked = sum(columns.map((column) => (hasPercent(column) ? percentage(column, width) : 0)));
  const scale = asked > room && asked > 0 ? room / asked : 1;
  const open = columns.filter(isAuto).length;
  const sizes = columns.map((column) => {
    if (hasPercent(column)) return percentage(column, width) * scale;
    if (column.fixed) return column.max;
    return Math.max(room - asked * scale, 0) / open;
  });
  const used = sum(sizes);
  if (open > 0 || used >= width || used === 0) return sizes;
  const grows = (column: ColumnMeasure): boolean => fixed === 0 || isFixed(column);
  const growing = sum(sizes.filter((_, c) => grows(columns[c]!)));
  return sizes.map((size, c) => (grows(columns[c]!) ? size + ((width - used) * size) / growing : size));
}
