/**
 * The parts of a table as they are written, before cells get their places: groups, rows and cells in visual order,
 * with what is missing around them added (CSS 2.1 §17.2.1, css-tables-3 §3.3).
 */
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement, StyledNode } from '../../markup/tree.ts';
import { anonymousStyle } from './anonymous.ts';
import { spanOf } from './spans.ts';

interface Part {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  readonly anonymous: boolean;
}

export interface SourceCell extends Part {
  readonly nodes: readonly StyledNode[];
}

export interface SourceRow extends Part {
  readonly cells: readonly SourceCell[];
}

export interface SourceGroup extends Part {
  readonly rows: readonly SourceRow[];
}

/** `group` is an index into the column groups. */
export interface SourceColumn {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  readonly group?: number;
}

export interface TableSource {
  readonly captions: readonly StyledElement[];
  readonly columns: readonly SourceColumn[];
  readonly columnGroups: readonly { readonly element: StyledElement; readonly style: ComputedStyle }[];
  /** Header groups first, footer groups last. */
  readonly groups: readonly SourceGroup[];
  /** Absolutely positioned children of the table, its groups and rows. */
  readonly outOfFlow: readonly StyledElement[];
}

interface OpenCell extends Part {
  readonly nodes: StyledNode[];
}

interface OpenRow extends Part {
  readonly cells: OpenCell[];
}

interface OpenGroup extends Part {
  readonly rows: OpenRow[];
}

interface Reading {
  readonly captions: StyledElement[];
  readonly columns: SourceColumn[];
  readonly columnGroups: { element: StyledElement; style: ComputedStyle }[];
  readonly groups: OpenGroup[];
  readonly outOfFlow: StyledElement[];
}

/** Reads the children of a table element. */
export function readTable(table: StyledElement): TableSource {
  const reading: Reading = { captions: [], columns: [], columnGroups: [], groups: [], outOfFlow: [] };
  for (const node of partsOf(table, reading)) readPart(table, reading, node);
  const rank = ({ style }: Part): number =>
    style.display === 'table-header-group' ? 0 : style.display === 'table-footer-group' ? 2 : 1;
  return { ...reading, groups: reading.groups.sort((a, b) => rank(a) - rank(b)) };
}

function readPart(table: StyledElement, reading: Reading, node: StyledNode): void {
  switch (node.kind === 'text' ? 'inline' : node.style.display) {
    case 'table-caption':
      reading.captions.push(node as StyledElement);
      break;
    case 'table-column':
      addColumn(reading, node as StyledElement);
      break;
    case 'table-column-group':
      addColumnGroup(reading, node as StyledElement);
      break;
    case 'table-row-group':
    case 'table-header-group':
    case 'table-footer-group':
      reading.groups.push(readGroup(node as StyledElement, reading));
      break;
    case 'table-row':
      looseGroup(table, reading.groups).rows.push(readRow(node as StyledElement, reading));
      break;
    default:
      addToCell(looseRow(table, looseGroup(table, reading.groups)), table, node);
  }
}

/** What counts among the children of a part: neither white space nor boxes that are not there or out of flow. */
function partsOf(parent: StyledElement, { outOfFlow }: Pick<Reading, 'outOfFlow'>): StyledNode[] {
  const found: StyledNode[] = [];
  const waiting = [...parent.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'text') {
      if (node.text.trim() !== '') found.push(node);
    } else if (node.style.display === 'contents') waiting.push(...[...node.children].reverse());
    else if (node.style.display === 'none') continue;
    else if (node.style.position === 'absolute') outOfFlow.push(node);
    else found.push(node);
  }
  return found;
}

function addColumn(reading: Reading, element: StyledElement, group?: number): void {
  const column = { element, style: element.style, ...(group === undefined ? {} : { group }) };
  for (let i = spanOf(element, 'span'); i > 0; i -= 1) reading.columns.push(column);
}

/** The `span` of a group counts when no columns are in it. */
function addColumnGroup(reading: Reading, group: StyledElement): void {
  const index = reading.columnGroups.push({ element: group, style: group.style }) - 1;
  const inner = partsOf(group, reading).filter(
    (child) => child.kind === 'element' && child.style.display === 'table-column',
  ) as StyledElement[];
  if (inner.length === 0) addColumn(reading, group, index);
  for (const column of inner) addColumn(reading, column, index);
}

function readGroup(element: StyledElement, reading: Reading): OpenGroup {
  const group: OpenGroup = { element, style: element.style, anonymous: false, rows: [] };
  for (const node of partsOf(element, reading)) {
    if (node.kind === 'element' && node.style.display === 'table-row')
      group.rows.push(readRow(node, reading));
    else addToCell(looseRow(element, group), element, node);
  }
  return group;
}

function readRow(element: StyledElement, reading: Reading): OpenRow {
  const row: OpenRow = { element, style: element.style, anonymous: false, cells: [] };
  for (const node of partsOf(element, reading)) addToCell(row, element, node);
  return row;
}

/** A cell as it is; anything else joins the anonymous cell before it or begins one. */
function addToCell(row: OpenRow, parent: StyledElement, node: StyledNode): void {
  if (node.kind === 'element' && node.style.display === 'table-cell') {
    row.cells.push({
      element: node,
      style: node.style,
      nodes: node.children as StyledNode[],
      anonymous: false,
    });
    return;
  }
  const last = row.cells.at(-1);
  if (last?.anonymous) last.nodes.push(node);
  else row.cells.push({ ...anonymous(parent, 'table-cell'), nodes: [node] });
}

function anonymous(parent: StyledElement, display: 'table-row-group' | 'table-row' | 'table-cell'): Part {
  return { element: parent, style: anonymousStyle(parent.style, display), anonymous: true };
}

/** The anonymous group that loose rows of the table join, or a new one. */
function looseGroup(table: StyledElement, groups: OpenGroup[]): OpenGroup {
  const last = groups.at(-1);
  if (last?.anonymous) return last;
  const group: OpenGroup = { ...anonymous(table, 'table-row-group'), rows: [] };
  groups.push(group);
  return group;
}

/** The anonymous row that loose cells of a group join, or a new one. */
function looseRow(parent: StyledElement, group: OpenGroup): OpenRow {
  const last = group.rows.at(-1);
  if (last?.anonymous) return last;
  const row: OpenRow = { ...anonymous(parent, 'table-row'), cells: [] };
  group.rows.push(row);
  return row;
}
