/**
 * Heights of rows (CSS 2.1 §17.5.3, css-tables-3 §3.10): the tallest cell, what `height` asks for, room for cells over
 * several rows. How a height that is left over is shared out the drafts leave open; it is done as browsers do.
 */
import type { ComputedStyle, LengthOrAuto } from '../../markup/style.ts';
import type { BlockBox, Cell, TableBox } from '../box/box.ts';
import { ENDLESS } from '../contract.ts';
import type { LayoutContext } from '../flow/context.ts';
import { alongOf, type Edges, edgesOf, specifiedHeight } from '../flow/sizes.ts';
import { baselineOf, isBaseline } from './baseline.ts';
import { growRows, type RowSize } from './row-growth.ts';

/** What heights follow from. `width` tells the border-box width of a cell. */
export interface HeightsInput {
  readonly table: TableBox;
  readonly cells: readonly BlockBox[];
  readonly widthOf: (cell: Cell) => number;
  readonly insets: Edges;
  readonly spacing: number;
  /** Border-box height that the table shall have at least, px. */
  readonly asked: number | undefined;
}

export interface RowHeights {
  readonly heights: readonly number[];
  /** Distance from a row's top to the baseline of its baseline-aligned cells. */
  readonly baselines: readonly number[];
}

interface SpanningCell {
  readonly row: number;
  readonly span: number;
  readonly height: number;
}

/** From so many cells on shaped text is let go when its lines are known; a new width shapes it again. */
const MANY_CELLS = 2000;

/** Heights of all rows. */
export function rowHeights(context: LayoutContext, input: HeightsInput): RowHeights {
  const { table, spacing } = input;
  const rows = table.rows.map(
    ({ style }): RowSize => ({
      height: givenHeight(style),
      percent: percentOf(style.height),
      isGiven: style.height !== 'auto',
      startsSpan: false,
    }),
  );
  const baselines = table.rows.map(() => 0);
  const below = table.rows.map(() => 0);
  const spanning: SpanningCell[] = [];
  table.cells.forEach((cell, i) => {
    measureCell(context, input, cell, i, { rows, baselines, below, spanning });
  });
  rows.forEach((row, r) => {
    row.height = Math.max(row.height, baselines[r]! + below[r]!);
  });
  spanning.sort((a, b) => a.span - b.span || a.row - b.row);
  for (const { row, span, height } of spanning)
    growRows(rows.slice(row, row + span), height, spacing, { isSpan: true });
  growGroups(table, rows, spacing);
  growTable(input, rows);
  return { heights: rows.map(({ height }) => height), baselines };
}

interface Measured {
  readonly rows: readonly RowSize[];
  readonly baselines: number[];
  readonly below: number[];
  readonly spanning: SpanningCell[];
}

function measureCell(
  context: LayoutContext,
  { table, cells, widthOf }: HeightsInput,
  cell: Cell,
  i: number,
  { rows, baselines, below, spanning }: Measured,
): void {
  const box = cells[i]!;
  const { style } = cell.box;
  const width = widthOf(cell);
  const { fragment } = context.layout(box, { width, borderWidth: width, region: ENDLESS });
  if (table.cells.length > MANY_CELLS) forgetShaping(context, box);
  const given =
    style.height === 'auto' && style.minHeight === 'auto' ? 0 : minimumOf(style, box.style, width);
  const height = Math.max(fragment.height, given);
  const row = rows[cell.row]!;
  if (cell.rowSpan > 1) {
    spanning.push({ row: cell.row, span: cell.rowSpan, height });
    row.startsSpan = true;
  } else {
    row.height = Math.max(row.height, height);
    row.percent = Math.max(row.percent, percentOf(style.height));
    row.isGiven ||= style.height !== 'auto';
  }
  if (!isBaseline(style)) return;
  const baseline = baselineOf(fragment);
  baselines[cell.row] = Math.max(baselines[cell.row]!, baseline);
  if (cell.rowSpan === 1) below[cell.row] = Math.max(below[cell.row]!, fragment.height - baseline);
}

function forgetShaping({ caches }: LayoutContext, { children }: BlockBox): void {
  for (const child of children) if (child.kind === 'lines') caches.paragraphs.delete(child);
}

/** The border-box height that a cell asks for; a collapsed border counts by half. */
function minimumOf(style: ComputedStyle, used: ComputedStyle, width: number): number {
  const edges = edgesOf(used, width);
  const least =
    style.minHeight === 'auto'
      ? 0
      : (specifiedHeight({ ...style, height: style.minHeight }, edges, undefined) ?? 0);
  return Math.max(specifiedHeight(style, edges, undefined) ?? 0, least);
}

function givenHeight({ height }: ComputedStyle): number {
  return height === 'auto' || height.percent !== 0 ? 0 : height.px;
}

function percentOf(height: LengthOrAuto): number {
  return height === 'auto' || height.px !== 0 ? 0 : height.percent;
}

/** Row groups that ask for more than their rows have. */
function growGroups(table: TableBox, rows: readonly RowSize[], spacing: number): void {
  for (const { style, firstRow, rowCount } of table.groups) {
    if (style.height === 'auto' || style.height.percent !== 0) continue;
    growRows(rows.slice(firstRow, firstRow + rowCount), style.height.px, spacing, { base: style.height.px });
  }
}

/** A table that asks for more gives it to its bodies, by their heights; without bodies to all groups. */
function growTable({ table, insets, spacing, asked }: HeightsInput, rows: readonly RowSize[]): void {
  if (asked === undefined || rows.length === 0) return;
  const heightOf = (from: number, count: number): number =>
    rows.slice(from, from + count).reduce((sum, row) => sum + row.height + spacing, -spacing);
  const total = heightOf(0, rows.length) + 2 * spacing + alongOf(insets);
  const bodies = table.groups.filter(
    ({ style, rowCount }) => rowCount > 0 && style.display === 'table-row-group',
  );
  const all = bodies.length > 0 ? bodies : table.groups.filter(({ rowCount }) => rowCount > 0);
  const open = all.filter(({ style }) => style.height === 'auto');
  const growing = open.length > 0 ? open : all;
  const sizes = growing.map(({ firstRow, rowCount }) => heightOf(firstRow, rowCount));
  const sum = sizes.reduce((whole, size) => whole + size, 0);
  growing.forEach(({ firstRow, rowCount }, g) => {
    const share = Math.max(asked - total, 0) * (sum > 0 ? sizes[g]! / sum : 1 / growing.length);
    const wanted = sizes[g]! + share;
    growRows(rows.slice(firstRow, firstRow + rowCount), wanted, spacing, { base: wanted });
  });
}
