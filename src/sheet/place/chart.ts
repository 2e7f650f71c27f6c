/** Charts get the cells of their columns, with the values that viewers show before they calculate. */
import { absoluteAddress, quoteSheetName } from '../address.ts';
import type { Chart, Series } from '../book.ts';
import { bindColumn } from '../formula/bind.ts';
import type { BodyCell, ChartColumn, PlacedChart, PlacedSeries, PlacedSheet } from '../placed.ts';
import type { Located } from '../read/fault.ts';
import type { ChartPlan, TablePlan } from './layout.ts';
import type { Placing } from './place.ts';
import { type Run, runsOf } from './sparkline.ts';

/** Where a column stands, its heading included. */
interface Column {
  readonly heading: { readonly text: string; readonly ref: string };
  readonly cells: ChartColumn;
}

/** The sheets with their charts; a chart of a table that is left out is left out, too. */
export function withCharts(sheets: readonly PlacedSheet[], placing: Placing): readonly PlacedSheet[] {
  return sheets.map((sheet, index) => {
    const plans = placing.plan.sheets[index]!.charts;
    return { ...sheet, charts: plans.flatMap((plan) => placeChart(plan, sheets, placing) ?? []) };
  });
}

function placeChart(
  { chart, at }: ChartPlan,
  sheets: readonly PlacedSheet[],
  placing: Placing,
): PlacedChart | undefined {
  if (isOmitted(chart.of, placing)) return undefined;
  const points = columnOf(chart.of, chart.rows, sheets, placing);
  const series = chart.series.flatMap((each) => placeSeries(each, chart, sheets, placing) ?? []);
  if (!points || series.length === 0) return undefined;
  if (chart.drawn === 'scatter') checkNumbers(chart.of, points.cells, placing);
  const isPie = chart.drawn === 'pie';
  const { drawn, title, alt, xTitle, yTitle, secondTitle, width, height } = chart;
  return {
    row: at,
    ...{ drawn, title, alt, xTitle, yTitle, secondTitle, width, height },
    legend: chart.legend ?? (isPie ? 'right' : series.length > 1 ? 'bottom' : 'none'),
    labels: chart.labels ?? isPie,
    points: points.cells,
    series,
  };
}

function isOmitted({ value }: Located<string>, { plan }: Placing): boolean {
  return plan.symbols.tables.get(value.split('.')[0]!.toLowerCase())?.omitted ?? false;
}

function placeSeries(
  series: Series,
  { format, rows }: Chart,
  sheets: readonly PlacedSheet[],
  placing: Placing,
): PlacedSeries | undefined {
  const column = columnOf(series.values, rows, sheets, placing);
  if (!column) return undefined;
  checkNumbers(series.values, column.cells, placing);
  return {
    name: series.name === null ? column.heading : { text: series.name, ref: null },
    values: format === null ? column.cells : { ...column.cells, format },
    drawn: series.drawn,
    isSecond: series.isSecond,
    color: series.color,
  };
}

/** A chart of texts is empty, and says nothing about it. */
function checkNumbers({ value, at }: Located<string>, { values }: ChartColumn, { fault }: Placing): void {
  if (values.some((each) => typeof each === 'string'))
    fault('X019', at, `the column ${value} holds texts, which no chart can draw`, 'name a column of numbers');
}

function columnOf(
  path: Located<string>,
  rows: Chart['rows'],
  sheets: readonly PlacedSheet[],
  { plan, fault }: Placing,
): Column | undefined {
  const found = bindColumn(path, plan.symbols, fault);
  const by = rows && bindColumn(rows.by, plan.symbols, fault);
  if (!found || by === undefined) return undefined;
  if (by && by.table !== found.table) {
    fault(
      'X019',
      path.at,
      `${path.value} is no column of the table ${by.table}`,
      'name columns of one table',
    );
    return undefined;
  }
  for (const [index, { tables }] of plan.sheets.entries())
    for (const table of tables)
      if (table.table.id.value === found.table) {
        const run = by && rows ? runsOf(table, by.column).get(rows.is) : undefined;
        if (!rows || (run && !run.isBroken)) return cellsOf(table, found.column, sheets[index]!, run);
        const what = run ? 'do not stand together' : 'are not there';
        fault(
          'X019',
          rows.by.at,
          `the rows with "${rows.is}" in ${rows.by.value} ${what}`,
          'name a value of the column, and sort the data by it',
        );
        return undefined;
      }
  return undefined;
}

function cellsOf(table: TablePlan, id: string, sheet: PlacedSheet, run: Run | undefined): Column {
  const column = 1 + table.table.columns.findIndex((each) => each.id.value === id);
  const { heading } = table.table.columns[column - 1]!;
  const at = (row: number): string => absoluteAddress(row, column);
  const name = quoteSheetName(sheet.name);
  const { body } = sheet.tables.find(({ name }) => name === table.table.id.value)!;
  const values: (string | number | null)[] = [];
  const looks = new Set<number>();
  const [first, last] = run ? [run.first, run.last] : [table.firstData, table.lastData];
  for (const { row, cells } of body.rows()) {
    if (row < first || row > last) continue;
    const cell = cells[column - 1];
    values.push(heldIn(cell));
    if (cell && cell.content.kind !== 'blank') looks.add(cell.look);
  }
  const formats = new Set(Array.from(looks, (look) => body.looks[look]!.style.format));
  return {
    heading: { text: heading.value, ref: `${name}!${at(table.top)}` },
    cells: {
      ref: `${name}!${at(first)}:${at(last)}`,
      values,
      format: commonFormat(values, formats),
    },
  };
}

/** The format of the cells; where they differ, one that shows as many decimals as each value has, or none of large ones. */
function commonFormat(values: ChartColumn['values'], formats: ReadonlySet<string>): string {
  if (formats.size < 2) return [...formats][0] ?? 'General';
  return values.some((value) => Math.abs(Number(value)) >= LARGE) ? '#,##0' : 'General';
}

/** From here on numbers are hard to read without their thousands set apart. */
const LARGE = 10_000;

function heldIn(cell: BodyCell | undefined): string | number | null {
  if (!cell || cell.content.kind === 'blank') return null;
  if (cell.content.kind === 'text') return cell.content.text;
  const { value } = cell.content;
  return typeof value === 'boolean' ? Number(value) : value;
}
