/** Column widths from what stands in them, and heights of rows whose merged texts no spreadsheet measures. */
import type { Sheet } from '../book.ts';
import type { PlacedCell, RowHeight } from '../placed.ts';
import type { Survey } from './survey.ts';
import {
  contentWidth,
  countLines,
  FILTER_BUTTON,
  GREATEST_WIDTH,
  LEAST_WIDTH,
  linesHeight,
  PADDING,
} from './width.ts';

const MAX_FREE_WIDTH = 60;

/** Declared widths stand; the others are as wide as their widest text, within limits. */
export function measureColumns(
  sheet: Sheet,
  free: readonly PlacedCell[],
  tables: readonly { readonly survey: Survey; readonly cells: readonly PlacedCell[] }[],
): number[] {
  const widths: number[] = [];
  const widen = (column: number, width: number): void => {
    widths[column - 1] = Math.max(widths[column - 1] ?? 0, width);
  };
  for (const cell of free)
    if (isMeasured(cell, free))
      widen(cell.column, Math.min(contentWidth(cell.content, cell.style) + PADDING, MAX_FREE_WIDTH));
  for (const { survey, cells } of tables) measureTable(survey, cells, widen);
  for (const cell of free) widths[cell.column - 1] ??= 0;
  return Array.from({ length: Math.max(widths.length, sheet.columns.length) }, (_, index) => {
    const declared = sheet.columns[index];
    const measured = Math.max(
      LEAST_WIDTH,
      Math.min(widths[index] ?? 0, declared?.maxWidth ?? GREATEST_WIDTH),
    );
    return declared?.width ?? Math.round(measured * 4) / 4;
  });
}

function measureTable(
  { plan, columns: surveyed }: Survey,
  cells: readonly PlacedCell[],
  widen: (column: number, width: number) => void,
): void {
  const columns = plan.table.columns;
  for (const [index, { column, widest }] of surveyed.entries())
    widen(index + 1, column.width ?? Math.min(widest + PADDING, column.maxWidth));
  for (const cell of cells) {
    if (cell.row === plan.remark) continue;
    const column = columns[cell.column - 1]!;
    if (column.width !== null) {
      widen(cell.column, column.width);
      continue;
    }
    const isHeading = cell.row === plan.top;
    const natural = contentWidth(cell.content, cell.style) + PADDING;
    const width = isHeading ? headingWidth(natural) : natural;
    widen(cell.column, Math.min(width, column.maxWidth));
  }
}

/** Headings may take two lines; the filter button stands beside them. */
function headingWidth(natural: number): number {
  return natural <= 14
    ? natural + FILTER_BUTTON
    : Math.max(14 + FILTER_BUTTON, natural / 2 + FILTER_BUTTON + 3);
}

/** A text at the end of its row flows over the empty cells beside it and needs no width of its own. */
function isMeasured(cell: PlacedCell, cells: readonly PlacedCell[]): boolean {
  if (cell.span > 1 || cell.style.wrap) return false;
  if (cell.content.kind !== 'text') return true;
  return cells.some((other) => other.row === cell.row && other.column > cell.column);
}

/** Heights given by the template, else those of the row's highest text: not every program measures by itself. */
export function measureRows(
  cells: readonly PlacedCell[],
  widths: readonly number[],
  given: ReadonlyMap<number, number>,
): Map<number, RowHeight> {
  const heights = new Map([...given].map(([row, points]) => [row, { points, fixed: true }]));
  for (const cell of cells) {
    const known = heights.get(cell.row);
    if (known?.fixed) continue;
    const points = Math.max(known?.points ?? 0, heightOf(cell, widths));
    heights.set(cell.row, { points, fixed: false });
  }
  return heights;
}

function heightOf({ column, span, content, style }: PlacedCell, widths: readonly number[]): number {
  if (!style.wrap || content.kind !== 'text') return linesHeight(1, style);
  const width = widths.slice(column - 1, column - 1 + span).reduce((sum, each) => sum + each, 0);
  return linesHeight(countLines(content.text, style, width - 1), style);
}
