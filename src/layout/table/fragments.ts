/** Fragments of row groups, rows and cells of one page, from the places that `layoutRows` found for them. */
import type { Cell, TableBox } from '../box/box.ts';
import type { Rect } from '../display.ts';
import type { PlacedItem, PlacedRow } from '../flow/rows.ts';
import { type BoxFragment, boxFragment } from '../fragment.ts';
import { baselineOf, isBaseline } from './baseline.ts';
import { isHidden, layersOf } from './layers.ts';
import { cellWidth, type TablePlan } from './plan.ts';

/** What all fragments of a table on one page share. */
export interface Sheet {
  readonly table: TableBox;
  readonly plan: TablePlan;
  /** Top and height of the rows on this page, px from the table's border box. */
  readonly y: number;
  readonly height: number;
}

export interface PlacedGroup {
  readonly x: number;
  readonly y: number;
  readonly fragment: BoxFragment;
}

/** The row groups of these rows, in the table's border box. */
export function groupFragments(
  sheet: Sheet,
  rows: readonly PlacedRow[],
  items: readonly PlacedItem[],
): readonly PlacedGroup[] {
  const { table, plan } = sheet;
  const byRow = new Map<number, PlacedItem[]>(rows.map(({ row }) => [row, []]));
  for (const item of items) byRow.get(item.row)!.push(item);
  const left = plan.columnX[0] ?? plan.insets.left;
  const width = (plan.columnEnds.at(-1) ?? left) - left;
  const groups: PlacedGroup[] = [];
  for (let i = 0; i < rows.length; ) {
    const index = table.rows[rows[i]!.row]!.group;
    let end = i + 1;
    while (end < rows.length && table.rows[rows[end]!.row]!.group === index) end += 1;
    const last = rows[end - 1]!;
    const area: Rect = { x: left, y: rows[i]!.y, width, height: last.y + last.height - rows[i]!.y };
    groups.push(groupFragment(sheet, index, rows.slice(i, end), byRow, area));
    i = end;
  }
  return groups;
}

function groupFragment(
  sheet: Sheet,
  index: number,
  rows: readonly PlacedRow[],
  items: ReadonlyMap<number, readonly PlacedItem[]>,
  area: Rect,
): PlacedGroup {
  const group = sheet.table.groups[index]!;
  const last = rows.at(-1)!;
  const children = rows.map((row) => ({
    x: 0,
    y: row.y - area.y,
    fragment: rowFragment(sheet, row, items.get(row.row)!, area),
  }));
  const fragment = boxFragment({
    box: group,
    width: area.width,
    height: area.height,
    children,
    isFirst: rows[0]!.row === group.firstRow && rows[0]!.isFirst,
    isLast: last.row === group.firstRow + group.rowCount - 1 && last.isLast,
    ...undecorated(sheet),
  });
  return { x: area.x, y: area.y, fragment };
}

/** Borders of rows and groups only take part in collapsed borders (CSS 2.1 §17.6.1). */
function undecorated({ plan: { layering } }: Sheet): Pick<BoxFragment, 'undecorated'> {
  return { undecorated: layering.byCells ? 'all' : 'border' };
}

function rowFragment(
  sheet: Sheet,
  placed: PlacedRow,
  items: readonly PlacedItem[],
  groupArea: Rect,
): BoxFragment {
  const { table, plan } = sheet;
  const { row, y, height, isFirst, isLast } = placed;
  const area: Rect = { ...groupArea, y, height };
  const children = items.map((item) => {
    const x = plan.columnX[table.cells[item.item]!.column]!;
    return { x: x - area.x, y: item.y - y, fragment: cellFragment(sheet, item, x, area, groupArea) };
  });
  return boxFragment({
    box: table.rows[row]!,
    width: area.width,
    height,
    isFirst,
    isLast,
    children,
    ...undecorated(sheet),
  });
}

/** A cell as tall as its rows, its content aligned (CSS 2.1 §17.5.3); parts of a cell cut by a page stay at the top. */
function cellFragment(sheet: Sheet, item: PlacedItem, x: number, row: Rect, group: Rect): BoxFragment {
  const { table, plan } = sheet;
  const cell = table.cells[item.item]!;
  const box = plan.cells[item.item]!;
  const { height, isFirst, isLast, result } = item;
  const layers = isHidden(table, box)
    ? []
    : layersOf(plan.layering, cell, x, item.y, {
        row: { style: table.rows[cell.row]!.style, area: row },
        group: { style: table.groups[table.rows[cell.row]!.group]!.style, area: group },
        y: sheet.y,
        height: sheet.height,
      });
  const extra = {
    ...(layers.length > 0 ? { layers } : {}),
    ...(isHidden(table, box) ? { undecorated: 'all' as const } : {}),
  };
  if (!result) return boxFragment({ box, width: cellWidth(plan, cell), height, isFirst, isLast, ...extra });
  const { fragment } = result;
  const shift = isFirst && isLast ? shiftOf(plan, cell, item.row, fragment, height) : 0;
  return { ...shifted(fragment, shift), height, isFirst, isLast, ...extra };
}

function shifted(fragment: BoxFragment, by: number): BoxFragment {
  if (by === 0) return fragment;
  const move = <T extends { readonly y: number }>(placed: T): T => ({ ...placed, y: placed.y + by });
  return { ...fragment, children: fragment.children.map(move), outOfFlow: fragment.outOfFlow.map(move) };
}

function shiftOf(plan: TablePlan, cell: Cell, row: number, fragment: BoxFragment, height: number): number {
  const free = Math.max(height - fragment.height, 0);
  const { style } = cell.box;
  if (style.verticalAlign === 'middle') return free / 2;
  if (style.verticalAlign === 'bottom') return free;
  if (!isBaseline(style)) return 0;
  const own = baselineOf(fragment);
  return Math.min(Math.max((plan.baselines[row] ?? 0) - own, 0), free);
}
