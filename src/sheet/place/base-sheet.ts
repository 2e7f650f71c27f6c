/**
 * The sheet that no reader sees: what the editable tables of a workbook held when it was made. When the workbook
 * comes back, its rows are matched by their keys and compared with this. Rows of the sheet are records:
 *
 *   base | 1 | key of the origin | value | …
 *   table | id | sheet | data table | field of the key
 *   column | id of the table | id | field or nothing | type | edit or nothing | heading
 *   row | id of the table | key | values in the order of the columns, as the data has them
 *   sheet | name | digest of its cells, those of editable tables left out
 */
import { heldDigest, type Typed } from '../held-digest.ts';
import type { CellContent, PlacedCell, PlacedSheet } from '../placed.ts';
import { BASE_NAME } from '../read/names.ts';
import { isDayFormat } from '../serial-day.ts';
import { type CellStyle, composeStyle } from '../style/cell-style.ts';
import { textFault } from './cell-value.ts';
import type { SheetPlan, TablePlan } from './layout.ts';
import type { Placing } from './place.ts';
import { numberedRows } from './rows.ts';

/** Changes when records do. */
export const BASE_VERSION = '1';

/** No sheet for a workbook in which nothing is edited. */
export function baseSheet(
  sheets: readonly PlacedSheet[],
  placing: Placing,
  origin: Readonly<Record<string, string>>,
): readonly PlacedSheet[] {
  const tables = placing.plan.sheets.flatMap((sheet) =>
    sheet.tables.flatMap((table) => (isEdited(table) ? [{ sheet, table }] : [])),
  );
  if (tables.length === 0) return [];
  const edited = new Set(tables.map(({ table }) => table.table.id.value));
  const records = [
    ['base', BASE_VERSION, ...Object.entries(origin).flat()],
    ...tables.flatMap(({ sheet, table }) => tableRecords(sheet, table, placing)),
    ...sheets.map((sheet) => ['sheet', sheet.name, heldDigest(typedCells(sheet, edited))]),
  ];
  return [hiddenSheet(records, placing)];
}

/** What of a sheet could have been typed, outside the editable tables: all but formulas. */
function* typedCells({ cells, tables }: PlacedSheet, edited: ReadonlySet<string>): Generator<Typed> {
  const own = tables.filter(({ name }) => edited.has(name));
  for (const { row, content, style } of cells)
    if (!own.some(({ firstRow, lastRow }) => row >= firstRow && row <= lastRow))
      yield* typedCell(content, style);
  for (const { name, body } of tables) {
    if (edited.has(name)) continue;
    for (const row of body.rows())
      for (const { content, look } of row.cells) yield* typedCell(content, body.looks[look]!.style);
  }
}

function* typedCell(content: CellContent, { format }: CellStyle): Generator<Typed> {
  if (content.kind === 'text') yield content;
  if (content.kind === 'number') yield { ...content, isDay: isDayFormat(format) };
}

function isEdited({ table }: TablePlan): boolean {
  return table.key !== null && table.columns.some(({ input }) => input !== null);
}

function tableRecords({ sheet }: SheetPlan, { table, data }: TablePlan, { fault }: Placing): string[][] {
  const key = table.key!;
  const id = table.id.value;
  const seen = new Set<string>();
  const rows = Array.from(numberedRows(data), ([index, row]) => {
    const own = row[key.value] ?? '';
    if (own === '' || seen.has(own)) {
      const what = own === '' ? 'has no value' : `has the value "${own}" of a row before it`;
      fault(
        'X021',
        key.at,
        `row ${index + 1} of the data table ${what} in "${key.value}"`,
        'name a field that tells rows apart',
      );
    }
    seen.add(own);
    const values = table.columns.map(({ source }) =>
      source.kind === 'field' ? (row[source.name] ?? '') : '',
    );
    return ['row', id, own, ...values];
  });
  const columns = table.columns.map(({ id: column, source, type, input, heading }) => {
    const field = source.kind === 'field' ? source.name : '';
    return ['column', id, column.value, field, type, input ? 'edit' : '', heading.value];
  });
  return [['table', id, sheet.name.value, table.of.value, key.value], ...columns, ...rows];
}

function hiddenSheet(records: readonly (readonly string[])[], { book }: Placing): PlacedSheet {
  const style = composeStyle(book.base);
  const cells = records.flatMap((record, row) =>
    record.flatMap((text, column): PlacedCell[] => {
      // What no cell can hold was reported where it is shown.
      if (text === '' || textFault(text)) return [];
      const content = { kind: 'text', text } as const;
      return [{ row: row + 1, column: column + 1, span: 1, content, style, link: null, note: null }];
    }),
  );
  return {
    name: BASE_NAME,
    state: 'very-hidden',
    isProtected: false,
    tabColor: null,
    page: {
      orientation: 'landscape',
      paper: 'A4',
      fitWidth: 1,
      margins: [15, 15, 15, 15],
      titleRows: null,
      titleColumns: 0,
      breaks: [],
      header: '',
      footer: '',
    },
    freeze: { rows: 0, columns: 0 },
    zoom: 100,
    gridLines: true,
    widths: [],
    heights: new Map(),
    outlines: { columns: new Map(), rows: new Map() },
    cells,
    tables: [],
    charts: [],
    pictures: [],
    highlights: [],
    validations: [],
    sparklines: [],
  };
}
