/** Gives rows to everything that is declared, and leaves out tables and sheets without data that asked for it. */
import { MAX_ROWS } from '../address.ts';
import type { Book, Chart, Image, Row, Sheet, Table } from '../book.ts';
import type { ColumnSymbol, Symbols, TableSymbol } from '../formula/bind.ts';
import type { CellRef, NameRef } from '../formula/formula.ts';
import { knownNames } from '../read/attributes.ts';
import type { Fault } from '../read/fault.ts';
import type { Picture } from './picture.ts';
import type { DataRows, DataTables } from './rows.ts';

export interface SheetPlan {
  readonly sheet: Sheet;
  readonly rows: readonly RowPlan[];
  readonly heights: ReadonlyMap<number, number>;
  readonly tables: readonly TablePlan[];
  readonly charts: readonly ChartPlan[];
  readonly images: readonly ImagePlan[];
  /** Outline levels of rows. */
  readonly groups: ReadonlyMap<number, number>;
}

export interface ImagePlan {
  readonly image: Image;
  readonly picture: Picture;
  /** The first of the rows that it covers. */
  readonly at: number;
}

export interface ChartPlan {
  readonly chart: Chart;
  /** The first of the rows that it covers. */
  readonly at: number;
}

interface RowPlan {
  readonly row: Row;
  readonly at: number;
}

/** Where a table stands: its headings in `top`, its data below, at least one row of them. */
export interface TablePlan {
  readonly table: Table;
  readonly symbol: TableSymbol;
  readonly data: DataRows;
  readonly top: number;
  readonly firstData: number;
  readonly lastData: number;
  readonly totals: number | null;
  /** Row of the remark that the table has no rows. */
  readonly remark: number | null;
}

export interface BookPlan {
  readonly sheets: readonly SheetPlan[];
  /** Sheets left out for want of data, by id. */
  readonly omitted: ReadonlySet<string>;
  readonly symbols: Symbols;
}

/** Plans a workbook; reports data tables and fields that do not exist. */
export function planBook(
  book: Book,
  tables: DataTables,
  pictures: ReadonlyMap<Image, Picture>,
  fault: Fault,
): BookPlan {
  const sheets: SheetPlan[] = [];
  const omitted = new Set<string>();
  const cells = new Map<string, CellRef>();
  const symbols = new Map<string, TableSymbol>();
  const empty = emptySheets(book, tables);
  const isLeftOut = ({ with: other }: Row): boolean => other !== null && empty.has(other.value.toLowerCase());
  checkWith(book, fault);
  for (const declared of book.sheets) {
    const sheet = {
      ...declared,
      blocks: declared.blocks.filter((block) => block.kind !== 'row' || !isLeftOut(block)),
    };
    const plan = planSheet(sheet, tables, pictures, fault);
    const known = sheet.blocks.filter((block) => block.kind === 'table');
    for (const table of known) {
      const planned = plan.tables.find((each) => each.table === table);
      symbols.set(table.id.value.toLowerCase(), planned?.symbol ?? symbolOf(table, true));
    }
    if (empty.has(sheet.id.value.toLowerCase())) omitted.add(sheet.id.value);
    else {
      sheets.push(plan);
      for (const [id, cell] of cellsOf(plan)) cells.set(id, cell);
    }
  }
  if (sheets.length === 0 && book.sheets[0]) {
    const { at } = book.sheets[0].id;
    fault(
      'X005',
      at,
      'every sheet is left out because its tables have no rows',
      'add a sheet with free rows, or write when-empty="row"',
    );
  }
  const first = sheets[0]?.sheet;
  if (first && first.state !== 'visible')
    fault('X006', first.id.at, 'the first sheet is hidden', 'put a visible sheet before it');
  return {
    sheets,
    omitted,
    symbols: { cells, tables: symbols, names: namesOf(book, cells, symbols, fault) },
  };
}

/** Whether a sheet is left out, because its tables have no rows and asked for it. */
function isEmpty({ blocks }: Sheet, data: DataTables): boolean {
  const tables = blocks.filter((block) => block.kind === 'table');
  return (
    tables.length > 0 &&
    tables.every(
      ({ of, whenEmpty }) =>
        whenEmpty === 'omit' && Object.hasOwn(data, of.value) && data[of.value]!.length === 0,
    )
  );
}

/** Ids of the sheets that are left out for want of data, and of those that belong to them. */
function emptySheets({ sheets }: Book, tables: DataTables): ReadonlySet<string> {
  const key = ({ value }: { readonly value: string }): string => value.toLowerCase();
  const empty = new Set(sheets.filter((sheet) => isEmpty(sheet, tables)).map(({ id }) => key(id)));
  for (const { id, with: other } of sheets) if (other && empty.has(key(other))) empty.add(key(id));
  return empty;
}

/** Rows and sheets belong to sheets that there are. */
function checkWith({ sheets }: Book, fault: Fault): void {
  const ids = sheets.map(({ id }) => id.value);
  const known = new Set(ids.map((id) => id.toLowerCase()));
  const rows = sheets.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'row' ? block.with : null) ?? []),
  );
  for (const other of [...rows, ...sheets.flatMap(({ with: owner }) => owner ?? [])]) {
    if (other && !known.has(other.value.toLowerCase()))
      fault('X008', other.at, `there is no sheet "${other.value}"`, knownNames(other.value, ids));
  }
}

/** Rows under a chart or picture have a fixed height, so that it covers as many in every program. */
const CHART_ROW = 15;
const POINTS_PER_MM = 72 / 25.4;

function planSheet(
  sheet: Sheet,
  tables: DataTables,
  pictures: ReadonlyMap<Image, Picture>,
  fault: Fault,
): SheetPlan {
  const rows: RowPlan[] = [];
  const planned: TablePlan[] = [];
  const charts: ChartPlan[] = [];
  const images: ImagePlan[] = [];
  const heights = new Map<number, number>();
  const groups = new Map<number, number>();
  let next = 1;
  const skip = (millimetres: number): void => {
    const covered = Math.ceil((millimetres * POINTS_PER_MM) / CHART_ROW) + 1;
    for (const end = next + covered; next < end; next += 1) heights.set(next, CHART_ROW);
  };
  for (const block of sheet.blocks) {
    if (block.kind === 'table') {
      const data = dataOf(block, tables, fault);
      if (data.length === 0 && block.whenEmpty === 'omit') continue;
      const plan = planTable(block, fittingData(block, data, next, fault), next);
      planned.push(plan);
      next = (plan.totals ?? plan.remark ?? plan.lastData) + 1;
      continue;
    }
    if (block.kind === 'image') {
      const picture = pictures.get(block);
      if (!picture) continue;
      images.push({ image: block, picture, at: next });
      skip(picture.height);
      continue;
    }
    if (block.kind === 'chart') {
      charts.push({ chart: block, at: next });
      skip(block.height);
      continue;
    }
    if (block.height !== null) heights.set(next, block.height);
    if (block.kind === 'row') {
      rows.push({ row: block, at: next });
      if (block.group > 0) groups.set(next, block.group);
    }
    next += 1;
  }
  return { sheet, rows, heights, tables: planned, charts, images, groups };
}

/** The data of a table, none if a sheet has not so many rows: what was reported is not gone through. */
function fittingData(table: Table, data: DataRows, top: number, fault: Fault): DataRows {
  const last = top + data.length + 1;
  if (last <= MAX_ROWS) return data;
  const message = `the table "${table.id.value}" would end in row ${last}; a sheet has ${MAX_ROWS}`;
  fault('X017', table.of.at, message, 'divide its data among sheets');
  return [];
}

function planTable(table: Table, data: DataRows, top: number): TablePlan {
  const firstData = top + 1;
  const lastData = top + Math.max(1, data.length);
  const hasTotals = data.length > 0 && table.columns.some((column) => column.total !== 'none');
  return {
    table,
    symbol: symbolOf(table, false),
    data,
    top,
    firstData,
    lastData,
    totals: hasTotals ? lastData + 1 : null,
    remark: data.length === 0 ? lastData + 1 : null,
  };
}

function symbolOf(table: Table, omitted: boolean): TableSymbol {
  const columns = table.columns.map(({ id, heading, source, type }): [string, ColumnSymbol] => {
    const holdsText = source.kind === 'field' && (type === 'text' || type === 'url');
    return [id.value, { heading: heading.value, holdsText }];
  });
  return { id: table.id.value, columns: new Map(columns), omitted };
}

function dataOf(table: Table, tables: DataTables, fault: Fault): DataRows {
  const name = table.of.value;
  const data = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (!data) {
    fault('X008', table.of.at, `there is no data table "${name}"`, knownNames(name, Object.keys(tables)));
    return [];
  }
  if (data.length === 0) return data;
  const wanted = table.columns.flatMap(({ source, link, note }) => [
    ...(source.kind === 'field' ? [{ value: source.name, at: source.at }] : []),
    ...(link ? [link] : []),
    ...(note ? [note] : []),
  ]);
  const fields = fieldsOf(data, new Set(wanted.map(({ value }) => value)));
  for (const named of wanted) {
    if (fields.has(named.value)) continue;
    fault(
      'X008',
      named.at,
      `the data table "${name}" has no field "${named.value}"`,
      knownNames(named.value, [...fields]),
    );
  }
  return data;
}

/** Fields of the rows, as far as it takes to find those that are wanted. */
function fieldsOf(data: DataRows, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const fields = new Set<string>();
  const missing = new Set(wanted);
  for (const row of data) {
    for (const field of Object.keys(row)) {
      fields.add(field);
      missing.delete(field);
    }
    if (missing.size === 0) break;
  }
  return fields;
}

/** Free cells that have an id. A cell stands behind all columns covered by those before it. */
function* cellsOf(plan: SheetPlan): Generator<[string, CellRef]> {
  for (const { row, at } of plan.rows) {
    let column = 1;
    for (const cell of row.cells) {
      const id = cell.id?.value;
      if (id !== undefined)
        yield [id.toLowerCase(), { kind: 'cell', id, sheet: plan.sheet.name.value, row: at, column }];
      column += cell.span;
    }
  }
}

function namesOf(
  book: Book,
  cells: ReadonlyMap<string, CellRef>,
  tables: ReadonlyMap<string, TableSymbol>,
  fault: Fault,
): ReadonlyMap<string, NameRef> {
  const names = new Map<string, NameRef>();
  for (const { id, ref } of book.names) {
    const [first = '', second = ''] = ref.value.toLowerCase().split('.');
    const cell = cells.get(ref.value.toLowerCase());
    const table = tables.get(first);
    const column =
      table && !table.omitted
        ? [...table.columns].find(([each]) => each.toLowerCase() === second)
        : undefined;
    const to =
      cell ??
      (table && column
        ? ({ kind: 'column', table: table.id, column: column[0], ...column[1] } as const)
        : undefined);
    if (to) names.set(id.value.toLowerCase(), { kind: 'name', id: id.value, to });
    else if (!table?.omitted) {
      fault(
        'X008',
        ref.at,
        `the name "${id.value}" refers to "${ref.value}", which does not exist`,
        'write table.column or the id of a cell',
      );
    }
  }
  return names;
}
