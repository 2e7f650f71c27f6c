/** The plan of a table: columns, borders and row heights, worked out once per width and used on every page. */
import type { ComputedStyle } from '../../markup/style.ts';
import type { BlockBox, Cell, TableBox } from '../box/box.ts';
import { ENDLESS, type Result } from '../contract.ts';
import type { Intrinsic, LayoutContext } from '../flow/context.ts';
import {
  acrossOf,
  alongOf,
  type Edges,
  edgesOf,
  resolveDefinite,
  specifiedHeight,
  specifiedWidth,
} from '../flow/sizes.ts';
import { firstBaseline } from '../fragment.ts';
import { type CollapsedBorders, collapseBorders, halfBorders } from './borders.ts';
import {
  type CellMeasure,
  type ColumnMeasure,
  columnsIntrinsic,
  distributeWidth,
  fixedWidths,
  measureColumns,
} from './columns.ts';

/** What does not depend on the width: cells with the edges they have in this table, and what columns ask for. */
export interface TableShape {
  readonly cells: readonly BlockBox[];
  /** Padding and border of the table box, collapsed borders counted by half. */
  readonly insets: Edges;
  readonly spacing: readonly [horizontal: number, vertical: number];
  readonly borders?: CollapsedBorders;
  readonly measures: readonly ColumnMeasure[];
  readonly cellMeasures: readonly CellMeasure[];
  readonly declared: readonly { readonly width?: number; readonly percent: number }[];
}

/** Positions in px from the table's border box. */
export interface TablePlan extends TableShape {
  readonly width: number;
  readonly columnX: readonly number[];
  readonly columnWidths: readonly number[];
  readonly heights: readonly number[];
  /** Distance from a row's top to the baseline of its baseline-aligned cells. */
  readonly baselines: readonly number[];
}

/** The plan for a border-box width. */
export function tablePlan(context: LayoutContext, table: TableBox, width: number): TablePlan {
  const shape = tableShape(context, table);
  const { insets, spacing, measures } = shape;
  const room = Math.max(width - acrossOf(insets) - spacing[0] * (table.columnCount + 1), 0);
  const isFixed = table.style.tableLayout === 'fixed' && table.style.width !== 'auto';
  const firstRow = shape.cellMeasures.filter((_, i) => table.cells[i]!.row === 0);
  const columnWidths = isFixed
    ? fixedWidths(table.columnCount, shape.declared, firstRow, room, spacing[0])
    : distributeWidth(measures, room);
  const columnX: number[] = [];
  let x = insets.left + spacing[0];
  for (const columnWidth of columnWidths) {
    columnX.push(x);
    x += columnWidth + spacing[0];
  }
  const used = table.columnCount === 0 ? width : Math.max(width, x + insets.right);
  return { ...shape, width: used, columnX, columnWidths, ...rowHeights(context, table, shape, columnWidths) };
}

/** Plans by width; a table is planned once for all its pages. */
export function knownTablePlan(context: LayoutContext, table: TableBox, width: number): TablePlan {
  const plans = context.caches.tablePlans.get(table) ?? new Map<string, TablePlan>();
  context.caches.tablePlans.set(table, plans);
  const key = String(width);
  const plan = plans.get(key) ?? tablePlan(context, table, width);
  plans.set(key, plan);
  return plan;
}

/** Intrinsic widths of the table's border box. */
export function tableIntrinsic(context: LayoutContext, table: TableBox): Intrinsic {
  const { measures, insets, spacing } = tableShape(context, table);
  const around = acrossOf(insets) + spacing[0] * (table.columnCount + 1);
  const { min, max } = columnsIntrinsic(measures);
  const captions = Math.max(0, ...table.captions.map((caption) => context.intrinsic(caption).min));
  return { min: Math.max(min + around, captions), max: Math.max(max + around, captions) };
}

/** Width of a cell on its columns. */
export function cellWidth(plan: Pick<TablePlan, 'columnWidths' | 'spacing'>, cell: Cell): number {
  const widths = plan.columnWidths.slice(cell.column, cell.column + cell.columnSpan);
  return widths.reduce((total, width) => total + width, plan.spacing[0] * (widths.length - 1));
}

/** Lays out a cell of the plan. */
export function layoutCell(
  context: LayoutContext,
  plan: Pick<TablePlan, 'cells' | 'columnWidths' | 'spacing'>,
  cell: Cell,
  index: number,
): Result {
  const width = cellWidth(plan, cell);
  return context.layout(plan.cells[index]!, { width, borderWidth: width, region: ENDLESS });
}

function tableShape(context: LayoutContext, table: TableBox): TableShape {
  const shape = context.caches.tableShapes.get(table) ?? makeShape(context, table);
  context.caches.tableShapes.set(table, shape);
  return shape;
}

function makeShape(context: LayoutContext, table: TableBox): TableShape {
  const isCollapsed = table.style.borderCollapse === 'collapse';
  const borders = isCollapsed ? collapseBorders(table) : undefined;
  const styleOf = cellStyles();
  const cells = table.cells.map((cell) => ({
    ...cell.box,
    style: styleOf(cell.box.style, borders && halfBorders(borders, cell)),
  }));
  const whole = { row: 0, column: 0, rowSpan: table.rows.length, columnSpan: table.columnCount };
  const insets = borders ? halfBorders(borders, whole) : edgesOf(table.style, 0).inset;
  const spacing = isCollapsed ? ([0, 0] as const) : table.style.borderSpacing;
  const cellMeasures = table.cells.map((cell, i) => measureCell(context, cell, cells[i]!));
  const declared = table.columns.map((style) => {
    const width = specifiedWidth(style, edgesOf(style, 0), undefined);
    return { percent: percentOf(style), ...(width === undefined ? {} : { width }) };
  });
  const measures = measureColumns(table.columnCount, declared, cellMeasures, spacing[0]);
  return { cells, insets, spacing, measures, cellMeasures, declared, ...(borders ? { borders } : {}) };
}

const auto = 'auto' as const;

/** Cell styles, one for all cells that share a style and its edges. */
function cellStyles(): typeof cellStyle {
  const known = new Map<ComputedStyle, Map<string, ComputedStyle>>();
  return (style, half) => {
    const variants = known.get(style) ?? new Map<string, ComputedStyle>();
    known.set(style, variants);
    const key = half ? `${half.top} ${half.right} ${half.bottom} ${half.left}` : '';
    const made = variants.get(key) ?? cellStyle(style, half);
    variants.set(key, made);
    return made;
  };
}

/** The table gives cells their size; of collapsed borders a cell has half, and the table paints them. */
function cellStyle(style: ComputedStyle, half: Edges | undefined): ComputedStyle {
  const sized: ComputedStyle = {
    ...style,
    width: auto,
    minWidth: auto,
    maxWidth: 'none',
    height: auto,
    minHeight: auto,
    maxHeight: 'none',
  };
  if (!half) return sized;
  return {
    ...sized,
    borderTopWidth: half.top,
    borderRightWidth: half.right,
    borderBottomWidth: half.bottom,
    borderLeftWidth: half.left,
    borderTopStyle: 'none',
    borderRightStyle: 'none',
    borderBottomStyle: 'none',
    borderLeftStyle: 'none',
  };
}

function measureCell(context: LayoutContext, cell: Cell, box: BlockBox): CellMeasure {
  const { min, max } = context.intrinsic(box);
  const { style } = cell.box;
  const edges = edgesOf(box.style, 0);
  const width = specifiedWidth(style, edges, undefined);
  const atLeast = resolveDefinite(style.minWidth, undefined) ?? 0;
  const measure = {
    column: cell.column,
    span: cell.columnSpan,
    percent: percentOf(style),
    min: Math.max(min, atLeast),
    max: Math.max(max, atLeast),
  };
  return width === undefined ? measure : { ...measure, width };
}

function percentOf(style: ComputedStyle): number {
  return style.width === 'auto' ? 0 : style.width.percent;
}

/** Row heights (css-tables-3 §3.10): the tallest cell, what `height` asks for, and room for cells that span rows. */
function rowHeights(
  context: LayoutContext,
  table: TableBox,
  shape: TableShape,
  columnWidths: readonly number[],
) {
  const plan = { ...shape, columnWidths };
  const heights = table.rows.map((row) => specifiedHeight(row.style, edgesOf(row.style, 0), undefined) ?? 0);
  const baselines = table.rows.map(() => 0);
  const natural = table.cells.map((cell, i) => layoutCell(context, plan, cell, i).fragment);
  const baselineOf = (i: number): number => firstBaseline(natural[i]!) ?? natural[i]!.height;
  table.cells.forEach((cell, i) => {
    const asked = specifiedHeight(cell.box.style, edgesOf(cell.box.style, 0), undefined) ?? 0;
    if (cell.rowSpan === 1) heights[cell.row] = Math.max(heights[cell.row]!, natural[i]!.height, asked);
    if (isBaseline(cell.box.style)) baselines[cell.row] = Math.max(baselines[cell.row]!, baselineOf(i));
  });
  table.cells.forEach((cell, i) => {
    if (cell.rowSpan > 1 || !isBaseline(cell.box.style)) return;
    heights[cell.row] = Math.max(
      heights[cell.row]!,
      baselines[cell.row]! + natural[i]!.height - baselineOf(i),
    );
  });
  const spanning = table.cells.map((cell, i) => ({ cell, i })).filter(({ cell }) => cell.rowSpan > 1);
  for (const { cell, i } of spanning.sort(
    (a, b) => a.cell.row + a.cell.rowSpan - b.cell.row - b.cell.rowSpan,
  )) {
    const last = cell.row + cell.rowSpan - 1;
    let room = shape.spacing[1] * (cell.rowSpan - 1);
    for (let r = cell.row; r <= last; r += 1) room += heights[r]!;
    heights[last] = heights[last]! + Math.max(natural[i]!.height - room, 0);
  }
  stretchRows(table, shape, heights);
  return { heights, baselines };
}

/** A table that asks for more height gives it to its body rows, by their heights. */
function stretchRows(table: TableBox, shape: TableShape, heights: number[]): void {
  const asked = specifiedHeight(table.style, edgesOf(table.style, 0), undefined);
  const total = heights.reduce(
    (sum, height) => sum + height,
    alongOf(shape.insets) + shape.spacing[1] * (heights.length + 1),
  );
  if (asked === undefined || asked <= total) return;
  const end = table.rows.length - table.footerRows;
  const body = heights.slice(table.headerRows, end).reduce((sum, height) => sum + height, 0);
  for (let r = table.headerRows; r < end; r += 1) {
    const share = body > 0 ? heights[r]! / body : 1 / (end - table.headerRows);
    heights[r] = heights[r]! + (asked - total) * share;
  }
}

/** Everything but top, middle and bottom aligns cells on the baseline (CSS 2.1 §17.5.3). */
export function isBaseline(style: ComputedStyle): boolean {
  return (
    style.verticalAlign !== 'top' && style.verticalAlign !== 'middle' && style.verticalAlign !== 'bottom'
  );
}
