/**
 * Backgrounds of columns, row groups and rows (CSS 2.1 §17.5.1): they show in the cells that begin there, not in the
 * spacing between cells, and all of a cell over several rows has those of its first row.
 */
import type { ComputedStyle } from '../../markup/style.ts';
import type { BlockBox, Cell, TableBox } from '../box/box.ts';
import type { Rect } from '../display.ts';
import type { BoxFragment } from '../fragment.ts';
import { isBare } from '../paint/backgrounds.ts';
import type { TablePlan } from './plan.ts';

/** Where the backgrounds of a table are painted. */
export interface Layering {
  /** Rows and groups leave their backgrounds to their cells. */
  readonly byCells: boolean;
  /** Backgrounds of columns; absent when no column has one. */
  readonly columns: readonly (readonly ColumnLayer[])[] | undefined;
}

interface ColumnLayer {
  readonly style: ComputedStyle;
  readonly x: number;
  readonly width: number;
}

/** Rows paint their own backgrounds where that looks the same: without spacing, spans and column backgrounds. */
export function layeringOf(
  table: TableBox,
  plan: Pick<TablePlan, 'columnX' | 'columnEnds' | 'spacing'>,
): Layering {
  const columns = columnLayers(table, plan);
  const areRowsPlain = ![...table.rows, ...table.groups].some((row) => hasBackground(row.style));
  const areCellsPlain =
    plan.spacing[0] === 0 && plan.spacing[1] === 0 && table.cells.every(({ rowSpan }) => rowSpan === 1);
  return { columns, byCells: columns !== undefined || (!areRowsPlain && !areCellsPlain) };
}

function columnLayers(
  { columns, columnGroups, columnCount }: TableBox,
  { columnX, columnEnds }: Pick<TablePlan, 'columnX' | 'columnEnds'>,
): Layering['columns'] {
  const isPainted = [...columns, ...columnGroups].some(({ style }) => hasBackground(style));
  if (!isPainted) return undefined;
  return Array.from({ length: columnCount }, (_, c) => {
    const column = columns[c];
    if (!column) return [];
    const layers: ColumnLayer[] = [];
    const add = (style: ComputedStyle, first: number, last: number): void => {
      if (hasBackground(style))
        layers.push({ style, x: columnX[first]!, width: columnEnds[last]! - columnX[first]! });
    };
    const { group } = column;
    const ofGroup = group === undefined ? undefined : columnGroups[group];
    if (ofGroup)
      add(
        ofGroup.style,
        columns.findIndex((other) => other.group === group),
        columns.findLastIndex((other) => other.group === group),
      );
    if (column.element !== ofGroup?.element) add(column.style, c, c);
    return layers;
  });
}

/** The boxes around a cell, as areas of the table's border box. */
export interface Around {
  readonly row: { readonly style: ComputedStyle; readonly area: Rect };
  readonly group: { readonly style: ComputedStyle; readonly area: Rect };
  /** Top and height of all rows shown. */
  readonly y: number;
  readonly height: number;
}

/** The layers below a cell whose border box is at `x`, `y`, lowest first. */
export function layersOf(
  layering: Layering,
  cell: Cell,
  x: number,
  y: number,
  around: Around,
): NonNullable<BoxFragment['layers']> {
  if (!layering.byCells) return [];
  const columns = (layering.columns?.[cell.column] ?? []).map((column) => ({
    style: column.style,
    rect: { x: column.x - x, y: around.y - y, width: column.width, height: around.height },
  }));
  const rows = [around.group, around.row]
    .filter(({ style }) => hasBackground(style))
    .map(({ style, area }) => ({ style, rect: { ...area, x: area.x - x, y: area.y - y } }));
  return [...columns, ...rows];
}

/** Whether `empty-cells: hide` makes a cell invisible (§17.6.1.1). */
export function isHidden({ style }: TableBox, { children, style: own }: BlockBox): boolean {
  return (
    own.emptyCells === 'hide' &&
    style.borderCollapse === 'separate' &&
    children.every((child) => child.kind === 'lines' && child.phantom)
  );
}

function hasBackground(style: ComputedStyle): boolean {
  return !isBare(style);
}
