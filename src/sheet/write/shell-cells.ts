/** The cells by which a package learns styles, notes and merged ranges. All other cells need no writer but ours. */
import type { PlacedCell, PlacedSheet } from '../placed.ts';
import type { CellStyle } from '../style/cell-style.ts';

/** One key for styles that look the same. */
export function styleKeys(): (style: CellStyle) => string {
  const known = new Map<CellStyle, string>();
  return (style) => {
    const found = known.get(style) ?? JSON.stringify(style);
    known.set(style, found);
    return found;
  };
}

/**
 * Row by row: the first cell of every style, cells with notes or spans, and the headings and totals of tables, which
 * exceljs would write without styles.
 */
export function shellCells(sheet: PlacedSheet): readonly PlacedCell[] {
  const edges = new Set(sheet.tables.flatMap(({ firstRow, lastRow }) => [firstRow, lastRow]));
  const seen = new Set<string>();
  const keyOf = styleKeys();
  return [...sheet.cells, ...sheet.tables.flatMap(({ body }) => bodyCells(body))]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .filter(({ row, span, note, style }) => {
      const key = keyOf(style);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew || note !== null || span > 1 || edges.has(row);
    });
}

function bodyCells({ looks, marks }: PlacedSheet['tables'][number]['body']): PlacedCell[] {
  const rest = { span: 1, content: { kind: 'blank' }, link: null } as const;
  const noted = marks.filter(({ note }) => note !== null);
  const known = new Set(noted.map(({ row, column }) => `${row} ${column}`));
  return [
    ...noted.map(({ row, column, look, note }) => ({
      ...rest,
      row,
      column,
      style: looks[look]!.style,
      note,
    })),
    ...looks.flatMap(({ row, column, style }) =>
      known.has(`${row} ${column}`) ? [] : [{ ...rest, row, column, style, note: null }],
    ),
  ];
}
