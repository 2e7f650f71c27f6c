/** Collapsed borders (CSS 2.1 §17.6.2): every edge of the grid has one border, the strongest of those that meet there. */
import type { BorderStyle, ComputedStyle } from '../../markup/style.ts';
import type { TableBox } from '../box/box.ts';
import type { BorderEdge } from '../display.ts';
import type { Edges } from '../flow/sizes.ts';

/** `horizontal[r][c]` lies above row r, `vertical[r][c]` left of column c; both have one line more than rows or columns. */
export interface CollapsedBorders {
  readonly horizontal: readonly (readonly BorderEdge[])[];
  readonly vertical: readonly (readonly BorderEdge[])[];
}

interface MutableBorders {
  readonly horizontal: BorderEdge[][];
  readonly vertical: BorderEdge[][];
}

const none: BorderEdge = { width: 0, style: 'none', color: { r: 0, g: 0, b: 0, alpha: 0 } };
const strength: Readonly<Record<BorderStyle, number>> = {
  none: 0,
  dotted: 1,
  dashed: 2,
  solid: 3,
  double: 4,
};

/** The four border edges of a style. */
export function edgesOfStyle(style: ComputedStyle): {
  top: BorderEdge;
  right: BorderEdge;
  bottom: BorderEdge;
  left: BorderEdge;
} {
  return {
    top: { width: style.borderTopWidth, style: style.borderTopStyle, color: style.borderTopColor },
    right: { width: style.borderRightWidth, style: style.borderRightStyle, color: style.borderRightColor },
    bottom: {
      width: style.borderBottomWidth,
      style: style.borderBottomStyle,
      color: style.borderBottomColor,
    },
    left: { width: style.borderLeftWidth, style: style.borderLeftStyle, color: style.borderLeftColor },
  };
}

/** Resolves all conflicts: the wider border wins, then the stronger style, then cell, row, group, column, table. */
export function collapseBorders(table: TableBox): CollapsedBorders {
  const rows = table.rows.length;
  const columns = table.columnCount;
  const line = (count: number): BorderEdge[] => Array.from({ length: count }, () => none);
  const borders: MutableBorders = {
    horizontal: Array.from({ length: rows + 1 }, () => line(columns)),
    vertical: Array.from({ length: rows }, () => line(columns + 1)),
  };
  const slots = slotsOf(table);
  const add = (
    style: ComputedStyle,
    row: number,
    column: number,
    rowSpan: number,
    columnSpan: number,
  ): void => addArea(borders, slots, edgesOfStyle(style), { row, column, rowSpan, columnSpan });
  for (const cell of table.cells) add(cell.box.style, cell.row, cell.column, cell.rowSpan, cell.columnSpan);
  table.rows.forEach((row, r) => {
    if (!row.anonymous) add(row.style, r, 0, 1, columns);
  });
  for (const group of table.groups)
    if (!group.anonymous) add(group.style, group.firstRow, 0, group.rowCount, columns);
  table.columns.forEach((style, c) => {
    add(style, 0, c, rows, 1);
  });
  add(table.style, 0, 0, rows, columns);
  return borders;
}

/** The cell in every slot, to tell edges inside spanning cells. */
function slotsOf(table: TableBox): (number | undefined)[][] {
  const slots: (number | undefined)[][] = table.rows.map(() => []);
  table.cells.forEach((cell, index) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r += 1) {
      for (let c = cell.column; c < cell.column + cell.columnSpan; c += 1) slots[r]![c] ??= index;
    }
  });
  return slots;
}

interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

function addArea(
  borders: MutableBorders,
  slots: (number | undefined)[][],
  edges: ReturnType<typeof edgesOfStyle>,
  area: Area,
): void {
  const lastRow = Math.min(area.row + area.rowSpan, borders.vertical.length);
  const lastColumn = area.column + area.columnSpan;
  for (let c = area.column; c < lastColumn; c += 1) {
    if (!isSameCell(slots, area.row - 1, c, area.row, c)) put(borders.horizontal[area.row]!, c, edges.top);
    if (!isSameCell(slots, lastRow - 1, c, lastRow, c)) put(borders.horizontal[lastRow]!, c, edges.bottom);
  }
  for (let r = area.row; r < lastRow; r += 1) {
    if (!isSameCell(slots, r, area.column - 1, r, area.column))
      put(borders.vertical[r]!, area.column, edges.left);
    if (!isSameCell(slots, r, lastColumn - 1, r, lastColumn))
      put(borders.vertical[r]!, lastColumn, edges.right);
  }
}

function isSameCell(
  slots: (number | undefined)[][],
  rowA: number,
  columnA: number,
  rowB: number,
  columnB: number,
): boolean {
  const a = slots[rowA]?.[columnA];
  return a !== undefined && a === slots[rowB]?.[columnB];
}

function put(line: BorderEdge[], at: number, edge: BorderEdge): void {
  const known = line[at];
  if (
    !known ||
    edge.width > known.width ||
    (edge.width === known.width && strength[edge.style] > strength[known.style])
  )
    line[at] = edge;
}

/** Half of the borders around an area: what its cell has of them. */
export function halfBorders(borders: CollapsedBorders, { row, column, rowSpan, columnSpan }: Area): Edges {
  const lastRow = Math.min(row + rowSpan, borders.vertical.length);
  const lastColumn = column + columnSpan;
  const widest = (line: readonly BorderEdge[]): number =>
    Math.max(0, ...line.slice(column, lastColumn).map((edge) => edge.width));
  const widestAt = (at: number): number => {
    let width = 0;
    for (let r = row; r < lastRow; r += 1) width = Math.max(width, borders.vertical[r]?.[at]?.width ?? 0);
    return width;
  };
  return {
    top: widest(borders.horizontal[row] ?? []) / 2,
    bottom: widest(borders.horizontal[lastRow] ?? []) / 2,
    left: widestAt(column) / 2,
    right: widestAt(lastColumn) / 2,
  };
}
