/** What of a table does not depend on its width: cells with the edges they have in it, and what columns ask for. */
import type { ComputedStyle, LengthOrAuto } from '../../markup/style.ts';
import type { BlockBox, Cell, TableBox } from '../box/box.ts';
import type { Intrinsic, LayoutContext } from '../flow/context.ts';
import { acrossOf, clampWidth, type Edges, edgesOf, resolveDefinite, specifiedWidth } from '../flow/sizes.ts';
import { type CollapsedBorders, collapseBorders, halfBorders, outerHalves } from './borders.ts';
import {
  type ColumnMeasure,
  finishColumns,
  joinCell,
  type Measure,
  type SpanningMeasure,
  startColumns,
} from './columns.ts';
import { automaticIntrinsic, fixedIntrinsic } from './widths.ts';

export interface TableShape {
  /** The boxes of the cells: the table gives them their size. */
  readonly cells: readonly BlockBox[];
  /** Padding and border of the table box, collapsed borders counted by half. */
  readonly insets: Edges;
  readonly spacing: readonly [horizontal: number, vertical: number];
  readonly borders?: CollapsedBorders;
  readonly columns: readonly ColumnMeasure[];
  /** `table-layout: fixed` that has a width to go by. */
  readonly isFixed: boolean;
}

/** The shape of a table, worked out once. */
export function tableShape(context: LayoutContext, table: TableBox): TableShape {
  const known = context.caches.tableShapes.get(table);
  if (known) return known;
  const shape = makeShape(context, table);
  context.caches.tableShapes.set(table, shape);
  return shape;
}

/** Intrinsic widths of the table's border box; captions are not squeezed below their words. */
export function tableIntrinsic(context: LayoutContext, table: TableBox): Intrinsic {
  const { columns, isFixed, ...shape } = tableShape(context, table);
  const around = acrossOf(shape.insets) + gapsAcross(columns, shape.spacing[0]);
  const { min, max } = isFixed ? fixedIntrinsic(columns) : automaticIntrinsic(columns, !table.inCell);
  const captions = Math.max(0, ...table.captions.map((caption) => context.intrinsic(caption).min));
  return { min: Math.max(min + around, captions), max: Math.max(max + around, captions) };
}

/** Spacing between columns and at both ends. */
export function gapsAcross(columns: readonly ColumnMeasure[], spacing: number): number {
  const shown = columns.reduce((count, { merged }) => count + (merged ? 0 : 1), 0);
  return shown === 0 ? spacing : spacing * (shown + 1);
}

function makeShape(context: LayoutContext, table: TableBox): TableShape {
  const { style } = table;
  const isCollapsed = style.borderCollapse === 'collapse';
  const borders = isCollapsed ? collapseBorders(table) : undefined;
  const sizedBox = cellBoxes();
  const cells = table.cells.map((cell) => sizedBox(cell.box, borders && halfBorders(borders, cell)));
  const insets = borders ? outerHalves(borders, table) : edgesOf(style, 0).inset;
  const spacing = isCollapsed ? ([0, 0] as const) : style.borderSpacing;
  const isFixed = style.tableLayout === 'fixed' && style.width !== 'auto';
  const columns = columnsOf(context, table, cells, spacing[0], isFixed);
  return { cells, insets, spacing, columns, isFixed, ...(borders ? { borders } : {}) };
}

function columnsOf(
  context: LayoutContext,
  table: TableBox,
  cells: readonly BlockBox[],
  spacing: number,
  isFixed: boolean,
): readonly ColumnMeasure[] {
  const declared = table.columns.map(({ style, group }) => {
    const ofGroup = group === undefined ? undefined : table.columnGroups[group]!.style;
    return measureColumn(style, style.width === 'auto' && ofGroup ? ofGroup.width : style.width);
  });
  const columns = startColumns(table.columnCount, declared, isFixed);
  const spanning: SpanningMeasure[] = [];
  const last = isFixed ? firstRowWithCells(table) : Infinity;
  table.cells.forEach((cell, i) => {
    if (cell.row > last) return;
    const measure = isFixed ? measureFixed(cell, cells[i]!) : measureCell(context, cell, cells[i]!);
    const { column, columnSpan: span, askedSpan: asked } = cell;
    if (asked > 1) spanning.push({ ...measure, column, span, asked });
    else if (!isFixed || !columns[cell.column]!.fixed) joinCell(columns[cell.column]!, measure);
  });
  if (!isFixed) return finishColumns(columns, spanning, spacing);
  for (const cell of spanning) {
    const open = columns.slice(cell.column, cell.column + cell.span);
    const share = (cell.max - spacing * (cell.span - 1)) / cell.span;
    for (const column of open.filter(isUndeclared)) {
      column.fixed = cell.fixed;
      column.max = cell.fixed ? Math.max(share, 0) : 0;
      column.percent = cell.percent === undefined ? undefined : cell.percent / cell.span;
    }
  }
  return columns;
}

function isUndeclared({ fixed, percent }: ColumnMeasure): boolean {
  return !fixed && percent === undefined;
}

function firstRowWithCells({ rows }: TableBox): number {
  return rows.findIndex(({ cells }) => cells.length > 0);
}

/** A `col` gives its width like a cell; only `min-width` keeps its column from becoming narrower. */
function measureColumn(style: ComputedStyle, given: LengthOrAuto): Measure {
  const least = resolveDefinite(style.minWidth, undefined) ?? 0;
  const most = resolveDefinite(style.maxWidth, undefined) ?? Infinity;
  const width = resolveDefinite(given, undefined);
  const max = Math.max(Math.min(width ?? 0, most), least);
  return { min: least, max, percent: percentOf(given), edges: 0, fixed: width !== undefined };
}

function measureCell(context: LayoutContext, { box: { style } }: Cell, box: BlockBox): Measure {
  const { min, max } = context.intrinsic(box);
  const percent = percentOf(style.width);
  if (style.width === 'auto' && style.minWidth === 'auto' && style.maxWidth === 'none')
    return { min, max, percent, edges: 0, fixed: false };
  const edges = edgesOf(box.style, 0);
  const width = specifiedWidth(style, edges, undefined);
  const least = clampWidth(min, style, edges, undefined);
  const most = clampWidth(width ?? max, style, edges, undefined);
  return { min: least, max: Math.max(most, least), percent, edges: 0, fixed: width !== undefined };
}

/** In a fixed layout the content of cells does not matter. */
function measureFixed({ box: { style } }: Cell, box: BlockBox): Measure {
  const edges = edgesOf(box.style, 0);
  const width = specifiedWidth(style, edges, undefined);
  const percent = percentOf(style.width);
  const around = percent !== undefined && style.boxSizing === 'content-box' ? acrossOf(edges.inset) : 0;
  return { min: 0, max: width ?? 0, percent, edges: around, fixed: width !== undefined };
}

/** Sums of lengths and percentages count as automatic widths. */
function percentOf(width: LengthOrAuto): number | undefined {
  return width === 'auto' || width.px !== 0 || width.percent === 0 ? undefined : width.percent;
}

interface SizedStyle {
  readonly half: Edges | undefined;
  readonly style: ComputedStyle;
}

/** Makes boxes that leave their size to the table; styles are shared by cells that are alike. */
function cellBoxes(): (box: BlockBox, half: Edges | undefined) => BlockBox {
  const known = new Map<ComputedStyle, SizedStyle[]>();
  return (box, half) => {
    if (!half && isSizeless(box.style)) return box;
    const variants = known.get(box.style) ?? [];
    const variant = variants.find((one) => isSame(one.half, half));
    if (variant) return { ...box, style: variant.style };
    const style = sizedStyle(box.style, half);
    known.set(box.style, [...variants, { half, style }]);
    return { ...box, style };
  };
}

function isSame(a: Edges | undefined, b: Edges | undefined): boolean {
  if (!a || !b) return a === b;
  return a.top === b.top && a.right === b.right && a.bottom === b.bottom && a.left === b.left;
}

const sizeless = {
  width: 'auto',
  minWidth: 'auto',
  maxWidth: 'none',
  height: 'auto',
  minHeight: 'auto',
  maxHeight: 'none',
} as const;

function isSizeless(style: ComputedStyle): boolean {
  return (Object.keys(sizeless) as (keyof typeof sizeless)[]).every((key) => style[key] === sizeless[key]);
}

/** Of collapsed borders a cell has half, and the table paints them. */
function sizedStyle(style: ComputedStyle, half: Edges | undefined): ComputedStyle {
  if (!half) return { ...style, ...sizeless };
  return {
    ...style,
    ...sizeless,
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
