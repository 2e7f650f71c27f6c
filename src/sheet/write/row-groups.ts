/** The rows of a sheet from top to bottom: single ones, and between them the bodies of tables. */
import type { PlacedBody, PlacedCell, PlacedSheet } from '../placed.ts';

export type RowGroup =
  | { readonly kind: 'row'; readonly row: number; readonly cells: readonly PlacedCell[] }
  | { readonly kind: 'body'; readonly row: number; readonly body: PlacedBody };

export function rowGroups({ cells, heights, outlines, tables }: PlacedSheet): readonly RowGroup[] {
  const rows = new Map<number, PlacedCell[]>();
  for (const row of [...heights.keys(), ...outlines.rows.keys()]) rows.set(row, []);
  for (const cell of cells) {
    const known = rows.get(cell.row);
    if (known) known.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const groups: RowGroup[] = [...rows].map(([row, own]) => ({ kind: 'row', row, cells: own }));
  for (const { body } of tables) groups.push({ kind: 'body', row: body.firstRow, body });
  return groups.sort((a, b) => a.row - b.row);
}

/** From so many cells on, the data of a sheet are written as they are made. */
const LARGE = 50_000;

export function isLarge({ tables }: PlacedSheet): boolean {
  const cells = tables.reduce(
    (sum, { body, columns }) => sum + (body.lastRow - body.firstRow + 1) * columns.length,
    0,
  );
  return cells > LARGE;
}
