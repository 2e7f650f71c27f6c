/** Table boxes: groups, rows and cells on their grid, missing wrappers added (CSS 2.1 §17.2.1, css-tables-3 §3.3). */
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement, StyledNode } from '../../markup/tree.ts';
import { anonymousStyle } from './anonymous.ts';
import type { BlockBox, Cell, Row, RowGroup, TableBox } from './box.ts';
import { betweenOf, joinBreaks } from './breaks.ts';

/** Makes the box of a cell or caption; `element` is the table's own for anonymous cells around `nodes`. */
export type MakeBlock = (
  element: StyledElement,
  style: ComputedStyle,
  nodes: readonly StyledNode[],
  isAnonymous: boolean,
) => BlockBox;

export type TableParts = Pick<
  TableBox,
  'captions' | 'columns' | 'columnCount' | 'groups' | 'rows' | 'cells' | 'headerRows' | 'footerRows'
>;

const largestSpan = 1000;

interface SourceRow {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  readonly anonymous: boolean;
  readonly cells: SourceCell[];
}

interface SourceCell {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  readonly nodes: StyledNode[];
  readonly anonymous: boolean;
}

interface SourceGroup {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  readonly anonymous: boolean;
  readonly rows: SourceRow[];
}

/** The parts of a table element; header groups come first, footer groups last. */
export function tableParts(table: StyledElement, makeBlock: MakeBlock): TableParts {
  const captions: BlockBox[] = [];
  const columns: ComputedStyle[] = [];
  const groups: SourceGroup[] = [];
  for (const node of table.children) {
    if (node.kind === 'text' || node.style.display === 'none') {
      if (node.kind === 'text' && node.text.trim() !== '') addToCell(looseRow(table, groups), table, node);
      continue;
    }
    switch (node.style.display) {
      case 'table-caption':
        captions.push(makeBlock(node, node.style, node.children, false));
        break;
      case 'table-column':
        addColumn(columns, node);
        break;
      case 'table-column-group':
        addColumnGroup(columns, node);
        break;
      case 'table-row-group':
      case 'table-header-group':
      case 'table-footer-group':
        groups.push(groupOf(node));
        break;
      case 'table-row':
        looseGroup(table, groups).rows.push(rowOf(node));
        break;
      default:
        addToCell(looseRow(table, groups), table, node);
    }
  }
  return { captions, columns, ...placeCells(groups, makeBlock, columns.length) };
}

function addColumn(columns: ComputedStyle[], column: StyledElement): void {
  for (let i = spanOf(column, 'span'); i > 0; i -= 1) columns.push(column.style);
}

function addColumnGroup(columns: ComputedStyle[], group: StyledElement): void {
  const inner = group.children.filter(
    (child) => child.kind === 'element' && child.style.display === 'table-column',
  ) as StyledElement[];
  if (inner.length === 0) addColumn(columns, group);
  for (const column of inner) addColumn(columns, column);
}

function groupOf(element: StyledElement): SourceGroup {
  const group: SourceGroup = { element, style: element.style, anonymous: false, rows: [] };
  let loose: SourceRow | undefined;
  for (const child of element.children) {
    if (child.kind === 'element' && child.style.display === 'none') continue;
    if (child.kind === 'element' && child.style.display === 'table-row') {
      group.rows.push(rowOf(child));
      loose = undefined;
    } else if (child.kind === 'element' || child.text.trim() !== '') {
      if (!loose) {
        loose = anonymousRow(element);
        group.rows.push(loose);
      }
      addToCell(loose, element, child);
    }
  }
  return group;
}

function rowOf(element: StyledElement): SourceRow {
  const row: SourceRow = { element, style: element.style, anonymous: false, cells: [] };
  for (const child of element.children) {
    if (child.kind === 'text' ? child.text.trim() !== '' : child.style.display !== 'none')
      addToCell(row, element, child);
  }
  return row;
}

function anonymousRow(parent: StyledElement): SourceRow {
  return { element: parent, style: anonymousStyle(parent.style, 'table-row'), anonymous: true, cells: [] };
}

/** A cell as it is; anything else joins the anonymous cell before it or begins one. */
function addToCell(row: SourceRow, parent: StyledElement, node: StyledNode): void {
  if (node.kind === 'element' && node.style.display === 'table-cell') {
    row.cells.push({ element: node, style: node.style, nodes: [...node.children], anonymous: false });
    return;
  }
  const last = row.cells.at(-1);
  if (last?.anonymous) last.nodes.push(node);
  else
    row.cells.push({
      element: parent,
      style: anonymousStyle(parent.style, 'table-cell'),
      nodes: [node],
      anonymous: true,
    });
}

function looseGroup(table: StyledElement, groups: SourceGroup[]): SourceGroup {
  const last = groups.at(-1);
  if (last?.anonymous) return last;
  const group: SourceGroup = {
    element: table,
    style: anonymousStyle(table.style, 'table-row-group'),
    anonymous: true,
    rows: [],
  };
  groups.push(group);
  return group;
}

function looseRow(table: StyledElement, groups: SourceGroup[]): SourceRow {
  const group = looseGroup(table, groups);
  const last = group.rows.at(-1);
  if (last?.anonymous) return last;
  const row = anonymousRow(table);
  group.rows.push(row);
  return row;
}

/** Puts cells on the grid (HTML §4.9.12.1): each takes the first free slots of its row; spans stay in their group. */
function placeCells(groups: readonly SourceGroup[], makeBlock: MakeBlock, declaredColumns: number) {
  const rank = (group: SourceGroup): number => (isHeader(group) ? 0 : isFooter(group) ? 2 : 1);
  const ordered = [...groups].sort((a, b) => rank(a) - rank(b));
  const placed: { groups: RowGroup[]; rows: Row[]; cells: Cell[] } = { groups: [], rows: [], cells: [] };
  let columnCount = declaredColumns;
  for (const group of ordered) {
    const firstRow = placed.rows.length;
    const width = placeGroup(group, placed, makeBlock);
    columnCount = Math.max(columnCount, width);
    placed.groups.push({
      element: group.element,
      style: group.style,
      anonymous: group.anonymous,
      firstRow,
      rowCount: group.rows.length,
    });
  }
  const count = (is: (group: SourceGroup) => boolean): number =>
    ordered.filter(is).reduce((sum, group) => sum + group.rows.length, 0);
  return { ...placed, columnCount, headerRows: count(isHeader), footerRows: count(isFooter) };
}

function placeGroup(
  group: SourceGroup,
  placed: { groups: RowGroup[]; rows: Row[]; cells: Cell[] },
  makeBlock: MakeBlock,
): number {
  const firstRow = placed.rows.length;
  const takenUntil: number[] = []; // by column: the first row where it is free again
  let width = 0;
  group.rows.forEach((source, r) => {
    const row = firstRow + r;
    const cells: number[] = [];
    let column = 0;
    for (const cell of source.cells) {
      while ((takenUntil[column] ?? 0) > row) column += 1;
      const columnSpan = spanOf(cell.element, 'colspan', cell.anonymous);
      const asked =
        cell.element.attributes.get('rowspan') === '0'
          ? Infinity
          : spanOf(cell.element, 'rowspan', cell.anonymous);
      const rowSpan = Math.min(asked, group.rows.length - r);
      for (let i = 0; i < columnSpan; i += 1) takenUntil[column + i] = row + rowSpan;
      cells.push(placed.cells.length);
      placed.cells.push({
        box: makeBlock(cell.element, cell.style, cell.nodes, cell.anonymous),
        row,
        column,
        rowSpan,
        columnSpan,
      });
      column += columnSpan;
      width = Math.max(width, column);
    }
    const isFirst = r === 0;
    const isLast = r === group.rows.length - 1;
    const before = betweenOf(source.style.breakBefore);
    const after = betweenOf(source.style.breakAfter);
    placed.rows.push({
      element: source.element,
      style: source.style,
      anonymous: source.anonymous,
      group: placed.groups.length,
      cells,
      breakBefore: isFirst ? joinBreaks(betweenOf(group.style.breakBefore), before) : before,
      breakAfter: isLast ? joinBreaks(after, betweenOf(group.style.breakAfter)) : after,
    });
  });
  return width;
}

function isHeader(group: { readonly style: ComputedStyle }): boolean {
  return group.style.display === 'table-header-group';
}

function isFooter(group: { readonly style: ComputedStyle }): boolean {
  return group.style.display === 'table-footer-group';
}

function spanOf(element: StyledElement, name: 'span' | 'colspan' | 'rowspan', isAnonymous = false): number {
  const value = isAnonymous ? 1 : Number.parseInt(element.attributes.get(name) ?? '1', 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), largestSpan) : 1;
}
