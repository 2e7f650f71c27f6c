/** The plan of a table: columns, borders and row heights, worked out once per size and used on every page. */
import type { Cell, TableBox } from '../box/box.ts';
import type { LayoutContext } from '../flow/context.ts';
import { acrossOf } from '../flow/sizes.ts';
import { type RowHeights, rowHeights } from './heights.ts';
import { type Layering, layeringOf } from './layers.ts';
import { gapsAcross, type TableShape, tableShape } from './shape.ts';
import { automaticWidths, fixedWidths } from './widths.ts';

/** Positions in px from the table's border box; `columnX` and `columnEnds` are the left and right edges of columns. */
export interface TablePlan extends TableShape, RowHeights {
  readonly width: number;
  readonly columnX: readonly number[];
  readonly columnEnds: readonly number[];
  readonly layering: Layering;
}

/** The plan for a border-box width, and a height that the table shall have at least. A table is planned once for all its pages. */
export function tablePlan(
  context: LayoutContext,
  table: TableBox,
  width: number,
  height: number | undefined,
): TablePlan {
  const plans = context.caches.tablePlans.get(table) ?? new Map<string, TablePlan>();
  context.caches.tablePlans.set(table, plans);
  const key = `${width} ${height}`;
  const plan = plans.get(key) ?? makePlan(context, table, width, height);
  plans.set(key, plan);
  return plan;
}

function makePlan(
  context: LayoutContext,
  table: TableBox,
  width: number,
  height: number | undefined,
): TablePlan {
  const shape = tableShape(context, table);
  const { insets, spacing, columns, isFixed, cells } = shape;
  const room = Math.max(width - acrossOf(insets) - gapsAcross(columns, spacing[0]), 0);
  const widths = isFixed ? fixedWidths(columns, room) : automaticWidths(columns, room);
  const columnX: number[] = [];
  const columnEnds: number[] = [];
  let x = insets.left + spacing[0];
  widths.forEach((columnWidth, c) => {
    const start = columns[c]!.merged ? (columnEnds.at(-1) ?? x) : x;
    columnX.push(start);
    columnEnds.push(start + columnWidth);
    if (!columns[c]!.merged) x += columnWidth + spacing[0];
  });
  const used = table.columnCount === 0 ? width : Math.max(width, x + insets.right);
  const widthOf = (cell: Cell): number => cellWidth({ columnX, columnEnds }, cell);
  const input = { table, cells, widthOf, insets, spacing: spacing[1], asked: height };
  const layering = layeringOf(table, { columnX, columnEnds, spacing });
  return { ...shape, width: used, columnX, columnEnds, layering, ...rowHeights(context, input) };
}

/** Width of a cell on its columns. */
export function cellWidth(
  { columnX, columnEnds }: Pick<TablePlan, 'columnX' | 'columnEnds'>,
  { column, columnSpan }: Cell,
): number {
  return Math.max(columnEnds[column + columnSpan - 1]! - columnX[column]!, 0);
}
