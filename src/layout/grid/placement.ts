/** Grid item placement (css-grid-2 §8): explicit lines and spans first, then the sparse cursor, row by row. */
import type { ComputedStyle, GridLine } from '../../markup/style.ts';

/** Zero-based. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Lines beyond this are taken as this: nobody means them. */
const farthestLine = 1000;

interface Range {
  /** Undefined when the placement algorithm decides. */
  readonly start: number | undefined;
  readonly span: number;
}

/** Places of all items, and how many columns and rows the grid has. */
export function placeItems(
  styles: readonly ComputedStyle[],
  explicitColumns: number,
  explicitRows: number,
): { readonly places: readonly GridPlace[]; readonly columns: number; readonly rows: number } {
  const wanted = styles.map((style) => ({
    column: rangeOf(style.gridColumnStart, style.gridColumnEnd, explicitColumns),
    row: rangeOf(style.gridRowStart, style.gridRowEnd, explicitRows),
  }));
  const columns = Math.max(
    explicitColumns,
    1,
    ...wanted.map(({ column }) => (column.start ?? 0) + column.span),
  );
  const taken = createOccupancy(columns);
  const places: GridPlace[] = new Array(styles.length);
  const settle = (item: number, row: number, column: number): void => {
    const { row: rows, column: cols } = wanted[item]!;
    places[item] = { row, column, rowSpan: rows.span, columnSpan: cols.span };
    taken.take(places[item]!);
  };
  wanted.forEach(({ row, column }, item) => {
    if (row.start !== undefined && column.start !== undefined) settle(item, row.start, column.start);
  });
  const nextInRow = new Map<number, number>();
  wanted.forEach(({ row, column }, item) => {
    if (row.start === undefined || column.start !== undefined) return;
    let at = nextInRow.get(row.start) ?? 0;
    while (at + column.span <= columns && !taken.isFree(row.start, at, row.span, column.span)) at += 1;
    const start = Math.min(at, columns - column.span);
    settle(item, row.start, start);
    nextInRow.set(row.start, start + column.span);
  });
  const cursor = { row: 0, column: 0 };
  wanted.forEach(({ row, column }, item) => {
    if (row.start !== undefined) return;
    if (column.start !== undefined) {
      if (column.start < cursor.column) cursor.row += 1;
      cursor.column = column.start;
      while (!taken.isFree(cursor.row, cursor.column, row.span, column.span)) cursor.row += 1;
    } else {
      while (
        cursor.column + column.span > columns ||
        !taken.isFree(cursor.row, cursor.column, row.span, column.span)
      ) {
        cursor.column += 1;
        if (cursor.column + column.span <= columns) continue;
        cursor.column = 0;
        cursor.row += 1;
      }
    }
    settle(item, cursor.row, cursor.column);
  });
  return {
    places,
    columns,
    rows: places.reduce((most, place) => Math.max(most, place.row + place.rowSpan), explicitRows),
  };
}

/** The range that a pair of lines asks for; negative lines count from the end of the explicit grid. */
function rangeOf(start: GridLine, end: GridLine, explicit: number): Range {
  const from = lineIndex(start, explicit);
  const to = lineIndex(end, explicit);
  if (from !== undefined && to !== undefined) {
    if (from === to) return { start: from, span: 1 };
    return { start: Math.min(from, to), span: Math.abs(to - from) };
  }
  const span = spanOf(start) ?? spanOf(end) ?? 1;
  if (from !== undefined) return { start: from, span: spanOf(end) ?? 1 };
  if (to !== undefined)
    return {
      start: Math.max(to - (spanOf(start) ?? 1), 0),
      span: Math.min(spanOf(start) ?? 1, Math.max(to, 1)),
    };
  return { start: undefined, span };
}

function lineIndex(line: GridLine, explicit: number): number | undefined {
  if (line === 'auto' || 'span' in line) return undefined;
  const index = line.line > 0 ? line.line - 1 : explicit + 1 + line.line;
  return Math.min(Math.max(index, 0), farthestLine);
}

function spanOf(line: GridLine): number | undefined {
  return line !== 'auto' && 'span' in line ? Math.min(Math.max(line.span, 1), farthestLine) : undefined;
}

/** Which slots are taken, by row. */
function createOccupancy(columns: number) {
  const rows = new Map<number, Uint8Array>();
  return {
    isFree: (row: number, column: number, rowSpan: number, columnSpan: number): boolean => {
      for (let r = row; r < row + rowSpan; r += 1) {
        const slots = rows.get(r);
        for (let c = column; slots && c < column + columnSpan; c += 1) if (slots[c]) return false;
      }
      return true;
    },
    take: ({ row, column, rowSpan, columnSpan }: GridPlace): void => {
      for (let r = row; r < row + rowSpan; r += 1) {
        const slots = rows.get(r) ?? new Uint8Array(columns);
        rows.set(r, slots);
        slots.fill(1, column, column + columnSpan);
      }
    },
  };
}
