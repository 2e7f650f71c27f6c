/** Column widths (css-tables-3 §3.8, §3.9; fixed layout CSS 2.1 §17.5.2.1). */
import type { Intrinsic } from '../flow/context.ts';

/** What a column asks for; `percent` is of the table, `fixed` says that a length was given for it. */
export interface ColumnMeasure {
  readonly min: number;
  readonly max: number;
  readonly percent: number;
  readonly fixed: boolean;
}

/** What a cell asks for; `width` is its border-box width when it is a length. */
export interface CellMeasure extends Intrinsic {
  readonly column: number;
  readonly span: number;
  readonly percent: number;
  readonly width?: number;
}

interface MutableMeasure {
  min: number;
  max: number;
  percent: number;
  fixed: boolean;
}

/** Measures of all columns from `col` widths and cells; cells over several columns add what those columns lack. */
export function measureColumns(
  count: number,
  declared: readonly { readonly width?: number; readonly percent: number }[],
  cells: readonly CellMeasure[],
  spacing: number,
): readonly ColumnMeasure[] {
  const columns = Array.from({ length: count }, (_, c): MutableMeasure => {
    const width = declared[c]?.width;
    return {
      min: width ?? 0,
      max: width ?? 0,
      percent: declared[c]?.percent ?? 0,
      fixed: width !== undefined,
    };
  });
  for (const cell of cells) if (cell.span === 1) addCell(columns[cell.column]!, cell);
  const spanning = cells.filter((cell) => cell.span > 1).sort((a, b) => a.span - b.span);
  for (const cell of spanning)
    addSpanning(columns.slice(cell.column, cell.column + cell.span), cell, spacing);
  return columns.map((column) => ({ ...column, max: Math.max(column.min, column.max) }));
}

function addCell(column: MutableMeasure, { min, max, percent, width }: CellMeasure): void {
  column.min = Math.max(column.min, min);
  column.max = Math.max(column.max, min, width ?? max);
  column.percent = Math.max(column.percent, percent);
  if (width === undefined) return;
  column.min = Math.max(column.min, width);
  column.fixed = true;
}

/** css-tables-3 §3.8.3, simplified: what is lacking goes to automatic columns first, by their largest widths. */
function addSpanning(columns: readonly MutableMeasure[], cell: CellMeasure, spacing: number): void {
  const gaps = spacing * (columns.length - 1);
  const free = columns.filter((column) => !column.fixed && column.percent === 0);
  const takers = free.length > 0 ? free : columns;
  const total = takers.reduce((sum, column) => sum + column.max, 0);
  const share = (column: MutableMeasure): number => (total > 0 ? column.max / total : 1 / takers.length);
  const shares = takers.map(share);
  const sumOf = (key: 'min' | 'max'): number => columns.reduce((sum, column) => sum + column[key], gaps);
  const lacksMax = Math.max(cell.width ?? cell.max, cell.min) - sumOf('max');
  const lacksMin = Math.max(cell.min, cell.width ?? 0) - sumOf('min');
  takers.forEach((column, i) => {
    if (lacksMax > 0) column.max += lacksMax * shares[i]!;
    if (lacksMin > 0) column.min += lacksMin * shares[i]!;
  });
  const known = columns.reduce((sum, column) => sum + column.percent, 0);
  const open = columns.filter((column) => column.percent === 0);
  if (cell.percent > known) for (const column of open) column.percent = (cell.percent - known) / open.length;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Smallest and largest useful sum of column widths. Percentages ask for a table wide enough for all others. */
export function columnsIntrinsic(columns: readonly ColumnMeasure[]): Intrinsic {
  const min = sum(columns.map((column) => column.min));
  const largest = sum(columns.map((column) => column.max));
  const percent = sum(columns.map((column) => column.percent));
  const others = sum(columns.filter((column) => column.percent === 0).map((column) => column.max));
  const byPercent = columns.map((column) => (column.percent > 0 ? (column.max * 100) / column.percent : 0));
  const byOthers = percent > 0 && percent < 100 ? (others * 100) / (100 - percent) : 0;
  return { min, max: Math.max(min, largest, ...byPercent, byOthers) };
}

/** Widths that add up to `width` where that is at least the sum of the smallest widths (css-tables-3 §3.9.3). */
export function distributeWidth(columns: readonly ColumnMeasure[], width: number): readonly number[] {
  const percentage = (column: ColumnMeasure): number => Math.max(column.min, (column.percent * width) / 100);
  const guesses = [
    columns.map((column) => column.min),
    columns.map((column) => (column.percent > 0 ? percentage(column) : column.min)),
    columns.map((column) =>
      column.percent > 0 ? percentage(column) : column.fixed ? column.max : column.min,
    ),
    columns.map((column) => (column.percent > 0 ? percentage(column) : column.max)),
  ];
  if (width <= sum(guesses[0]!)) return guesses[0]!;
  for (let i = 1; i < guesses.length; i += 1) {
    const larger = guesses[i]!;
    const total = sum(larger);
    if (width > total) continue;
    const smaller = guesses[i - 1]!;
    const base = sum(smaller);
    const part = total > base ? (width - base) / (total - base) : 0;
    return smaller.map((size, c) => size + (larger[c]! - size) * part);
  }
  return addExcess(columns, guesses[3]!, width);
}

/** Room beyond the largest widths: to automatic columns, else to fixed ones, else to percentages. */
function addExcess(
  columns: readonly ColumnMeasure[],
  sizes: readonly number[],
  width: number,
): readonly number[] {
  const excess = width - sum(sizes);
  const isAuto = (column: ColumnMeasure): boolean => !column.fixed && column.percent === 0;
  const ranks = [
    (column: ColumnMeasure): number => (isAuto(column) ? column.max : 0),
    (column: ColumnMeasure): number => (column.fixed && column.percent === 0 ? column.max : 0),
    (column: ColumnMeasure): number => column.percent,
    (): number => 1,
  ];
  const weight = ranks.find((rank) => columns.some((column) => rank(column) > 0))!;
  const total = sum(columns.map(weight));
  return sizes.map((size, c) => size + (excess * weight(columns[c]!)) / total);
}

/** Fixed layout: widths from `col` and the first row, the rest shared equally. */
export function fixedWidths(
  count: number,
  declared: readonly { readonly width?: number; readonly percent: number }[],
  firstRow: readonly CellMeasure[],
  width: number,
  spacing: number,
): readonly number[] {
  const sizes: (number | undefined)[] = Array.from({ length: count }, (_, c) => {
    const column = declared[c];
    return column?.width ?? (column && column.percent > 0 ? (column.percent * width) / 100 : undefined);
  });
  for (const cell of firstRow) {
    const asked = cell.width ?? (cell.percent > 0 ? (cell.percent * width) / 100 : undefined);
    for (let c = cell.column; asked !== undefined && c < cell.column + cell.span; c += 1) {
      sizes[c] ??= Math.max((asked - spacing * (cell.span - 1)) / cell.span, 0);
    }
  }
  const open = sizes.filter((size) => size === undefined).length;
  const used = sum(sizes.map((size) => size ?? 0));
  const rest = Math.max(width - used, 0);
  if (open > 0) return sizes.map((size) => size ?? rest / open);
  return used > 0 && rest > 0 ? sizes.map((size) => (size! * width) / used) : sizes.map((size) => size!);
}
