/** References as addresses, for places where structured ones cannot stand: conditional formats, validations, sparklines. */
import { absoluteAddress, columnLetters, quoteSheetName } from '../address.ts';
import type { Reference } from '../formula/formula.ts';
import { referenceText } from '../formula/to-text.ts';
import type { BookPlan, TablePlan } from './layout.ts';

/** The sheets and plans of tables by their ids. */
export type TablePlaces = ReadonlyMap<string, { readonly plan: TablePlan; readonly sheet: string }>;

export function tablePlaces({ sheets }: BookPlan): TablePlaces {
  return new Map(
    sheets.flatMap(({ sheet, tables }) =>
      tables.map((plan) => [plan.table.id.value, { plan, sheet: sheet.name.value }] as const),
    ),
  );
}

/** As a formula on `sheet` in `row` writes it: cells of the same row go down with it, all others stay where they are. */
export function relativeText(to: Reference, sheet: string, row: number, places: TablePlaces): string {
  if (to.kind !== 'column' && to.kind !== 'same-row') return referenceText(to, sheet);
  const { plan, sheet: home } = places.get(to.table)!;
  const column = 1 + plan.table.columns.findIndex(({ id }) => id.value === to.column);
  if (to.kind === 'same-row') return `$${columnLetters(column)}${row}`;
  return rangeText(home, column, plan.firstData, plan.lastData, sheet);
}

/** A range of one column; the name of its sheet is left out on that sheet. */
export function rangeText(home: string, column: number, first: number, last: number, sheet: string): string {
  const range = `${absoluteAddress(first, column)}:${absoluteAddress(last, column)}`;
  return home === sheet ? range : `${quoteSheetName(home)}!${range}`;
}
