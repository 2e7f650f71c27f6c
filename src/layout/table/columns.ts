/**
 * What the columns of a table ask for (css-tables-3 §3.8): the widths of `col` elements and cells joined, and
 * what cells over several columns need shared out to them. Where the draft leaves room, as browsers do.
 */
import { shareAcross } from './widths.ts';

/**
 * Lengths in px. `percent` is of the room for columns, `edges` what it leaves out. `fixed` says that a
 * length was given. No cell begins in a `merged` column: it has no width and no spacing of its own.
 */
export interface ColumnMeasure {
  readonly min: number;
  readonly max: number;
  readonly percent: number | undefined;
  readonly edges: number;
  readonly fixed: boolean;
  readonly merged: boolean;
}

/** What one cell or `col` asks for; `max` is the given width where it is `fixed`. */
export type Measure = Omit<ColumnMeasure, 'merged'>;

/** A cell over several columns, of those it asked for. */
export interface SpanningMeasure extends Measure {
  readonly column: number;
  readonly span: number;
  readonly asked: number;
}

/** Columns while cells are joined to them. */
export interface MutableMeasure {
  min: number;
  max: number;
  percent: number | undefined;
  edges: number;
  fixed: boolean;
  merged: boolean;
}

/** Columns before any cell is seen. In a fixed layout all columns count, also those where no cell begins. */
export function startColumns(
  count: number,
  declared: readonly (Measure | undefined)[],
  isFixedLayout: boolean,
): MutableMeasure[] {
  return Array.from({ length: count }, (_, c) => {
    const given = declared[c];
    const isEmpty = !given || (given.max === 0 && given.percent === undefined);
    return given
      ? { ...given, merged: isEmpty && !isFixedLayout }
      : { min: 0, max: 0, percent: undefined, edges: 0, fixed: false, merged: !isFixedLayout };
  });
}

/** Joins a cell that is in this column only. */
export function joinCell(column: MutableMeasure, cell: Measure): void {
  column.merged = false;
  column.min = Math.max(column.min, cell.min);
  if (cell.fixed && !column.fixed) column.max = Math.max(cell.max, column.min);
  else if (column.fixed && !cell.fixed) column.max = Math.max(column.max, cell.min);
  else column.max = Math.max(column.max, cell.max);
  column.fixed ||= cell.fixed;
  if (cell.percent === undefined || cell.percent <= (column.percent ?? 0)) return;
  column.percent = cell.percent;
  column.edges = cell.edges;
}

/** Joins cells over several columns, those over fewer first; percentages beyond 100 are cut off. */
export function finishColumns(
  columns: readonly MutableMeasure[],
  spanning: readonly SpanningMeasure[],
  spacing: number,
): readonly ColumnMeasure[] {
  for (const cell of spanning) columns[cell.column]!.merged = false;
  for (const cell of [...spanning].sort((a, b) => a.asked - b.asked || a.column - b.column))
    joinSpanning(columns.slice(cell.column, cell.column + cell.span), cell, spacing);
  let left = 100;
  for (const column of columns) {
    column.max = Math.max(column.max, column.min);
    if (column.percent === undefined) continue;
    column.percent = Math.min(column.percent, left);
    left -= column.percent;
  }
  return columns;
}

function joinSpanning(columns: readonly MutableMeasure[], cell: SpanningMeasure, spacing: number): void {
  const shown = columns.filter(({ merged }) => !merged);
  const gaps = spacing * (shown.length - 1);
  if (cell.percent !== undefined) sharePercent(shown, cell.percent);
  const least = shareAcross(shown, Math.max(cell.min - gaps, 0), true);
  shown.forEach((column, i) => {
    column.min = Math.max(column.min, least[i]!);
    column.max = Math.max(column.max, column.min);
  });
  const most = shareAcross(shown, Math.max(cell.max - gaps, 0), cell.fixed);
  shown.forEach((column, i) => {
    column.max = Math.max(column.max, most[i]!);
  });
}

/** What a percentage has beyond those of its columns goes to columns without one, by their largest widths. */
function sharePercent(columns: readonly MutableMeasure[], percent: number): void {
  const open = columns.filter((column) => column.percent === undefined);
  const known = columns.reduce((total, column) => total + (column.percent ?? 0), 0);
  if (percent <= known || open.length === 0) return;
  const width = open.reduce((total, column) => total + column.max, 0);
  for (const column of open)
    column.percent = (percent - known) * (width > 0 ? column.max / width : 1 / open.length);
}
