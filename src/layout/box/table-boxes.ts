/** Table boxes: cells on their grid (HTML §4.9.12.1): each takes the first free slots of its row, spans stay in their group. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement, StyledNode } from '../../markup/tree.ts';
import { faultAt } from '../fault.ts';
import type { BlockBox, Cell, Row, RowGroup, TableBox } from './box.ts';
import { isForced, joinBreaks, type Propagated, propagate } from './breaks.ts';
import { MOST_COLUMNS, spanOf } from './spans.ts';
import {
  readTable,
  type SourceCell,
  type SourceColumn,
  type SourceGroup,
  type SourceRow,
} from './table-source.ts';

/** Makes the box of a cell or caption; `element` is the table's own for anonymous cells around `nodes`. */
export type MakeBlock = (
  element: StyledElement,
  style: ComputedStyle,
  nodes: readonly StyledNode[],
  isAnonymous: boolean,
) => BlockBox;

export type TableParts = Pick<
  TableBox,
  | 'captions'
  | 'columns'
  | 'columnGroups'
  | 'columnCount'
  | 'groups'
  | 'rows'
  | 'cells'
  | 'headerRows'
  | 'footerRows'
>;

/** Where placing stands. */
interface Grid {
  readonly groups: RowGroup[];
  readonly rows: Row[];
  readonly cells: Cell[];
  columnCount: number;
  readonly makeBlock: MakeBlock;
  readonly report: Report;
}

/** The parts of a table element, and its absolutely positioned children. */
export function tableParts(
  table: StyledElement,
  makeBlock: MakeBlock,
  report: Report,
): { readonly parts: TableParts; readonly outOfFlow: readonly StyledElement[] } {
  const { captions, columns, columnGroups, groups, outOfFlow } = readTable(table);
  const grid: Grid = { groups: [], rows: [], cells: [], columnCount: columns.length, makeBlock, report };
  for (const group of groups) placeGroup(grid, group);
  const columnCount = usedColumns(table.style, grid, columns);
  const rowsIn = (display: ComputedStyle['display']): number =>
    groups.reduce((sum, { style, rows }) => sum + (style.display === display ? rows.length : 0), 0);
  const parts: TableParts = {
    captions: captions.map((caption) => makeBlock(caption, caption.style, caption.children, false)),
    columns: columns.slice(0, columnCount),
    columnGroups,
    columnCount,
    groups: grid.groups,
    rows: grid.rows,
    cells: grid.cells.map((cell) =>
      cell.column + cell.columnSpan > columnCount ? { ...cell, columnSpan: columnCount - cell.column } : cell,
    ),
    headerRows: rowsIn('table-header-group'),
    footerRows: rowsIn('table-footer-group'),
  };
  return { parts, outOfFlow };
}

/** Columns at the end where no cell begins and that ask for no width do not exist, unless the layout is fixed. */
function usedColumns(style: ComputedStyle, grid: Grid, columns: readonly SourceColumn[]): number {
  if (style.tableLayout === 'fixed' && style.width !== 'auto') return grid.columnCount;
  const last = grid.cells.reduce((most, { column }) => Math.max(most, column), -1);
  const asking = columns.findLastIndex(
    ({ style: { width } }) => width !== 'auto' && (width.px > 0 || width.percent > 0),
  );
  return Math.max(last, asking) + 1;
}

/** By column: the first row where it is free again, and the cell that takes it until then. */
interface Taken {
  readonly until: number[];
  readonly by: number[];
}

function placeGroup(grid: Grid, group: SourceGroup): void {
  const firstRow = grid.rows.length;
  const taken: Taken = { until: [], by: [] };
  group.rows.forEach((source, r) => {
    const cells = placeCells(grid, source, firstRow + r, group.rows.length - r, taken);
    const before = source.style.breakBefore;
    const after = source.style.breakAfter;
    grid.rows.push({
      element: source.element,
      style: source.style,
      anonymous: source.anonymous,
      group: grid.groups.length,
      cells,
      breakBefore: r === 0 ? joinBreaks(group.style.breakBefore, before) : before,
      breakAfter: r === group.rows.length - 1 ? joinBreaks(after, group.style.breakAfter) : after,
    });
  });
  const { element, style, anonymous } = group;
  grid.groups.push({ element, style, anonymous, firstRow, rowCount: group.rows.length });
}

function placeCells(
  grid: Grid,
  source: SourceRow,
  row: number,
  rowsLeft: number,
  taken: Taken,
): readonly number[] {
  const indexes: number[] = [];
  let column = 0;
  for (const cell of source.cells) {
    while ((taken.until[column] ?? 0) > row) column += 1;
    const columnSpan = columnSpanOf(grid, cell, column);
    const rowSpan = cell.anonymous ? 1 : Math.min(spanOf(cell.element, 'rowspan'), rowsLeft);
    const index = grid.cells.length;
    checkFree(grid, cell, row, column, columnSpan, taken);
    for (let c = column; c < column + columnSpan; c += 1) {
      taken.until[c] = row + rowSpan;
      taken.by[c] = index;
    }
    const box = grid.makeBlock(cell.element, cell.style, cell.nodes, cell.anonymous);
    grid.cells.push({ box, row, column, rowSpan, columnSpan, askedSpan: columnSpan });
    indexes.push(index);
    column += columnSpan;
    grid.columnCount = Math.max(grid.columnCount, column);
  }
  return indexes;
}

function columnSpanOf({ report }: Grid, { element, anonymous }: SourceCell, column: number): number {
  if (anonymous) return 1;
  const written = Number(element.attributes.get('colspan') ?? 1);
  const most = Math.max(MOST_COLUMNS - column, 1);
  if (written > most)
    report(
      faultAt(
        'L041',
        element.origin,
        `\`colspan="${element.attributes.get('colspan')}"\` would give the table more than ${MOST_COLUMNS} columns.`,
      ),
    );
  return Math.min(spanOf(element, 'colspan'), most);
}

/** HTML §4.9.12.1, step 14: two cells in one slot are an error in the table. */
function checkFree(
  { cells, report }: Grid,
  { element }: SourceCell,
  row: number,
  column: number,
  columnSpan: number,
  taken: Taken,
): void {
  for (let c = column + 1; c < column + columnSpan; c += 1) {
    if ((taken.until[c] ?? 0) <= row) continue;
    const other = cells[taken.by[c]!]!;
    const fault = faultAt(
      'L040',
      element.origin,
      `\`<${element.name} colspan="${columnSpan}">\` lies on a cell that reaches down from a row above (column ${c + 1}).`,
    );
    const label = {
      span: other.box.element.origin.place,
      text: `rowspan="${other.rowSpan}" reaches down from here`,
    };
    report({ ...fault, labels: [...(fault.labels ?? []), label] });
    return;
  }
}

/** What a table shows to its siblings: the breaks of its own, before its first body row, and after its last row. */
export function propagateRows(style: ComputedStyle, page: string, table: TableParts): Propagated {
  const shown = propagate(style, page, []);
  const { rows, cells, headerRows } = table;
  const first = rows[headerRows < rows.length ? headerRows : 0];
  const last = rows.at(-1);
  return {
    ...shown,
    breakBefore: first ? joinBreaks(shown.breakBefore, onlyForced(first.breakBefore)) : shown.breakBefore,
    breakAfter: last ? joinBreaks(onlyForced(last.breakAfter), shown.breakAfter) : shown.breakAfter,
    forcedInside:
      cells.some(({ box }) => box.forcedInside) ||
      rows.some((row, r) => r > 0 && isForced(joinBreaks(rows[r - 1]!.breakAfter, row.breakBefore))),
  };
}

function onlyForced(value: Row['breakBefore']): Row['breakBefore'] {
  return isForced(value) ? value : 'auto';
}
