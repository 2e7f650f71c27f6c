/** Sparklines, small charts in cells: for each row the rows of another table that belong to it, which have to stand together. */
import { addressOf } from '../address.ts';
import type { Column } from '../book.ts';
import { bindColumn } from '../formula/bind.ts';
import type { PlacedSparkline } from '../placed.ts';
import type { SheetPlan, TablePlan } from './layout.ts';
import type { Placing } from './place.ts';
import { rangeText, tablePlaces } from './refer.ts';
import { numberedRows } from './rows.ts';

export function placeSparklines({ tables }: SheetPlan, placing: Placing): PlacedSparkline[] {
  return tables.flatMap((table) =>
    table.table.columns.flatMap((column, index) => ofColumn(table, column, index + 1, placing)),
  );
}

function ofColumn(table: TablePlan, column: Column, at: number, placing: Placing): PlacedSparkline[] {
  const { sparkline, source } = column;
  if (!sparkline || source.kind !== 'field') return [];
  const values = bindColumn(sparkline.values, placing.plan.symbols, placing.fault);
  const by = bindColumn(sparkline.by, placing.plan.symbols, placing.fault);
  if (!values || !by) return [];
  if (values.table !== by.table) {
    placing.fault(
      'X021',
      sparkline.by.at,
      `the columns ${sparkline.values.value} and ${sparkline.by.value} belong to two tables`,
      'name two columns of one table',
    );
    return [];
  }
  const { plan, sheet } = tablePlaces(placing.plan).get(values.table)!;
  const runs = runsOf(plan, by.column);
  const drawn = 1 + plan.table.columns.findIndex(({ id }) => id.value === values.column);
  const fromZero = isNeverNegative(plan, values.column);
  return Array.from(numberedRows(table.data)).flatMap(([index, row]) => {
    const run = runs.get(row[source.name] ?? '');
    if (!run) return [];
    if (run.isBroken) {
      const message = `the rows of "${row[source.name]}" in ${plan.table.id.value} do not stand together`;
      placing.fault('X021', sparkline.by.at, message, 'sort the data table by that column');
    }
    const range = rangeText(sheet, drawn, run.first, run.last, '');
    return [
      {
        cell: addressOf(table.firstData + index, at),
        range,
        color: placing.book.colors.get('steel')!,
        fromZero,
      },
    ];
  });
}

/** Computed columns may hold anything. */
function isNeverNegative({ table, data }: TablePlan, id: string): boolean {
  const source = table.columns.find((each) => each.id.value === id)?.source;
  if (source?.kind !== 'field') return false;
  for (const row of data) if (Number(row[source.name] ?? 0) < 0) return false;
  return true;
}

export interface Run {
  readonly first: number;
  last: number;
  isBroken: boolean;
}

/** First and last row of every value of a column. */
export function runsOf({ table, data, firstData }: TablePlan, id: string): ReadonlyMap<string, Run> {
  const source = table.columns.find((each) => each.id.value === id)?.source;
  const runs = new Map<string, Run>();
  if (source?.kind !== 'field') return runs;
  for (const [index, row] of numberedRows(data)) {
    const key = row[source.name];
    if (key === null || key === undefined) continue;
    const known = runs.get(key);
    const at = firstData + index;
    if (!known) runs.set(key, { first: at, last: at, isBroken: false });
    else if (known.last === at - 1) known.last = at;
    else known.isBroken = true;
  }
  return runs;
}
