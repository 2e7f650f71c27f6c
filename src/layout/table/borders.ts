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

interface Resolving {
  readonly horizontal: BorderEdge[][];
  readonly vertical: BorderEdge[][];
  /** The cell in every slot, to tell edges inside spanning cells; absent without such cells. */
  readonly slots: readonly (readonly (number | undefined)[])[] | undefined;
}

interface BorderEdges {
  readonly top: BorderEdge;
  readonly right: BorderEdge;
  readonly bottom: BorderEdge;
  readonly left: BorderEdge;
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const none: BorderEdge = { width: 0, style: 'none', color: { r: 0, g: 0, b: 0, alpha: 0 } };

/** Of borders equally wide the later in this list is drawn. */
const byStrength: readonly string[] = [
  'inset',
  'groove',
  'outset',
  'ridge',
  'dotted',
  'dashed',
  'solid',
  'double',
];

/** The four border edges of a style. */
export function edgesOfStyle(style: ComputedStyle): BorderEdges {
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

/**
 * Resolves all conflicts (§17.6.2.1): `hidden` wins, then the wider border, then the stronger style, then that of the
 * cell, row, row group, column, column group, table; of two alike the one further to the top and left.
 */
export function collapseBorders(table: TableBox): CollapsedBorders {
  const rows = table.rows.length;
  const columns = table.columnCount;
  const line = (count: number): BorderEdge[] => Array.from({ length: count }, () => none);
  const borders: Resolving = {
    horizontal: Array.from({ length: rows + 1 }, () => line(columns)),
    vertical: Array.from({ length: rows }, () => line(columns + 1)),
    slots: slotsOf(table),
  };
  const edgesOf = edgesByStyle();
  const add = (
    style: ComputedStyle,
    row: number,
    column: number,
    rowSpan: number,
    columnSpan: number,
  ): void => {
    const edges = edgesOf(style);
    if (edges && rowSpan > 0 && columnSpan > 0) addArea(borders, edges, { row, column, rowSpan, columnSpan });
  };
  for (const { box, row, column, rowSpan, columnSpan } of table.cells)
    add(box.style, row, column, rowSpan, columnSpan);
  table.rows.forEach((row, r) => {
    if (!row.anonymous) add(row.style, r, 0, 1, columns);
  });
  for (const group of table.groups)
    if (!group.anonymous) add(group.style, group.firstRow, 0, group.rowCount, columns);
  table.columns.forEach(({ style, element, group }, c) => {
    if (group === undefined || element !== table.columnGroups[group]!.element) add(style, 0, c, rows, 1);
  });
  table.columnGroups.forEach(({ style }, g) => {
    const first = table.columns.findIndex(({ group }) => group === g);
    const last = table.columns.findLastIndex(({ group }) => group === g);
    if (first >= 0) add(style, 0, first, rows, last - first + 1);
  });
  add(table.style, 0, 0, rows, columns);
  return borders;
}

/** The edges of styles, made once for each; undefined when they have no border at all. */
function edgesByStyle(): (style: ComputedStyle) => BorderEdges | undefined {
  const known = new Map<ComputedStyle, BorderEdges | undefined>();
  return (style) => {
    if (known.has(style)) return known.get(style);
    const edges = edgesOfStyle(style);
    const isThere = Object.values(edges).some((edge: BorderEdge) => edge.style !== 'none');
    known.set(style, isThere ? edges : undefined);
    return isThere ? edges : undefined;
  };
}

function slotsOf({ rows, cells }: TableBox): Resolving['slots'] {
  if (cells.every(({ rowSpan, columnSpan }) => rowSpan === 1 && columnSpan === 1)) return undefined;
  const slots: (number | undefined)[][] = rows.map(() => []);
  cells.forEach((cell, index) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r += 1) {
      for (let c = cell.column; c < cell.column + cell.columnSpan; c += 1) slots[r]![c] ??= index;
    }
  });
  return slots;
}

function addArea({ horizontal, vertical, slots }: Resolving, edges: BorderEdges, area: Area): void {
  const endRow = area.row + area.rowSpan;
  const endColumn = area.column + area.columnSpan;
  for (let c = area.column; c < endColumn; c += 1) {
    if (!isOneCell(slots, area.row - 1, c, area.row, c)) put(horizontal[area.row]!, c, edges.top);
    if (!isOneCell(slots, endRow - 1, c, endRow, c)) put(horizontal[endRow]!, c, edges.bottom);
  }
  for (let r = area.row; r < endRow; r += 1) {
    if (!isOneCell(slots, r, area.column - 1, r, area.column)) put(vertical[r]!, area.column, edges.left);
    if (!isOneCell(slots, r, endColumn - 1, r, endColumn)) put(vertical[r]!, endColumn, edges.right);
  }
}

function isOneCell(
  slots: Resolving['slots'],
  rowA: number,
  columnA: number,
  rowB: number,
  columnB: number,
): boolean {
  const a = slots?.[rowA]?.[columnA];
  return a !== undefined && a === slots?.[rowB]?.[columnB];
}

function put(line: BorderEdge[], at: number, edge: BorderEdge): void {
  if (isStronger(edge, line[at] ?? none)) line[at] = edge;
}

function isStronger(edge: BorderEdge, known: BorderEdge): boolean {
  if (known.style === 'hidden' || edge.style === 'none') return false;
  if (edge.style === 'hidden' || edge.width !== known.width)
    return edge.style === 'hidden' || edge.width > known.width;
  return rankOf(edge.style) > rankOf(known.style);
}

function rankOf(style: BorderStyle): number {
  return byStrength.indexOf(style);
}

/** Half of the borders around an area: what its cell has of them. */
export function halfBorders(borders: CollapsedBorders, { row, column, rowSpan, columnSpan }: Area): Edges {
  const endRow = row + rowSpan;
  const endColumn = column + columnSpan;
  let left = 0;
  let right = 0;
  for (let r = row; r < endRow; r += 1) {
    left = Math.max(left, borders.vertical[r]![column]!.width);
    right = Math.max(right, borders.vertical[r]![endColumn]!.width);
  }
  return {
    top: widest(borders.horizontal[row], column, endColumn) / 2,
    right: right / 2,
    bottom: widest(borders.horizontal[endRow], column, endColumn) / 2,
    left: left / 2,
  };
}

/** Half of the borders around the whole table. A row that is short of cells ends with the border of its last cell. */
export function outerHalves(borders: CollapsedBorders, { rows, columnCount, cells }: TableBox): Edges {
  const around = halfBorders(borders, { row: 0, column: 0, rowSpan: rows.length, columnSpan: columnCount });
  const ends = rows.map(() => 0);
  for (const { row, rowSpan, column, columnSpan } of cells)
    for (let r = row; r < row + rowSpan; r += 1) ends[r] = Math.max(ends[r]!, column + columnSpan);
  const right = ends.map((end, r) => (end > 0 ? borders.vertical[r]![end]!.width / 2 : 0));
  return { ...around, right: right.reduce((most, half) => Math.max(most, half), around.right) };
}

function widest(line: readonly BorderEdge[] | undefined, from: number, to: number): number {
  let width = 0;
  for (let c = from; c < to; c += 1) width = Math.max(width, line?.[c]?.width ?? 0);
  return width;
}
