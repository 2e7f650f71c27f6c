/** The second step: a declared workbook and the data become placed cells, tables, widths and page set-ups. */

import type { Files } from '../../world.ts';
import { addressOf, quoteSheetName } from '../address.ts';
import type { Book, Cell, Sheet } from '../book.ts';
import { referenceText } from '../formula/to-text.ts';
import type { Outlines, PlacedBook, PlacedCell, PlacedSheet } from '../placed.ts';
import { knownNames } from '../read/attributes.ts';
import type { Fault } from '../read/fault.ts';
import { composeStyle } from '../style/cell-style.ts';
import { themeColors } from '../style/defaults.ts';
import { decimalFormat } from '../style/formats.ts';
import { baseSheet } from './base-sheet.ts';
import { fitsUnscaled, pageBreaks } from './breaks.ts';
import { isValueFault, textFault, typedValue, typeFormats } from './cell-value.ts';
import { withCharts } from './chart.ts';
import { type Computed, computeFormulas } from './compute.ts';
import { cellKey } from './gather.ts';
import { placeHighlights } from './highlight.ts';
import { inputStyle, placeValidations } from './input.ts';
import { type BookPlan, planBook, type SheetPlan, type TablePlan } from './layout.ts';
import { measureColumns, measureRows } from './measure.ts';
import { defaultFooters, pageText } from './page-text.ts';
import { readPictures } from './picture.ts';
import type { DataRow, DataTables } from './rows.ts';
import { placeSparklines } from './sparkline.ts';
import { surveyTable } from './survey.ts';
import { placedTable, placeTable } from './table.ts';

/** What placing one sheet needs of the whole book. */
export interface Placing {
  readonly book: Book;
  readonly plan: BookPlan;
  readonly computed: Computed;
  readonly isOpen: Surroundings['isOpen'];
  readonly fault: Fault;
}

/** `files` gives pictures by their paths, which are relative to `base`; `tables` are the data. */
export interface Surroundings {
  readonly tables: DataTables;
  readonly files: Pick<Files, 'read'>;
  readonly base: string;
  /** What a returned workbook is recognised by: park, template, language, data. */
  readonly origin: Readonly<Record<string, string>>;
  /** Whether a cell of an editable field has a place in the data that a change could go to. */
  readonly isOpen: (row: DataRow, field: string) => boolean;
}

export function placeBook(book: Book, surroundings: Surroundings, fault: Fault): PlacedBook {
  const { tables, files, base, origin, isOpen } = surroundings;
  const plan = planBook(book, tables, readPictures(book, files, base, fault), fault);
  const computed = computeFormulas(plan, fault);
  const placing: Placing = { book, plan, computed, isOpen, fault };
  const sheets = withCharts(
    plan.sheets.map((sheet) => placeSheet(sheet, placing)),
    placing,
  );
  return {
    title: book.title,
    lang: book.lang,
    base: book.base,
    theme: new Map(Object.entries(themeColors).map(([role, name]) => [role, book.colors.get(name)!])),
    sheets: [...sheets, ...baseSheet(sheets, placing, origin)],
    names: [...plan.symbols.names.values()].map(({ id, to }) => ({
      name: id,
      refersTo: referenceText(to, ''),
    })),
  };
}

function placeSheet(plan: SheetPlan, placing: Placing): PlacedSheet {
  const { sheet } = plan;
  const free = plan.rows.flatMap((row) => placeRow(row.row.cells, row.at, sheet, placing));
  const tables = plan.tables.map((table) => {
    const survey = surveyTable(table, placing);
    return { survey, cells: placeTable(survey, placing) };
  });
  const cells = [...free, ...tables.flatMap((each) => each.cells)].sort(
    (a, b) => a.row - b.row || a.column - b.column,
  );
  checkLinks(sheet, [...free, ...tables.flatMap(({ survey }) => survey.marks)], placing);
  const widths = measureColumns(sheet, free, tables);
  const outlines = columnOutlines(plan);
  const shown = widths.map((width, index) => (outlines.get(index + 1)?.isHidden ? 0 : width));
  const drawn = [
    ...plan.charts.map(({ chart, at }) => ({ row: at, ...sizeOf(chart) })),
    ...plan.images.map(({ picture, at }) => ({ row: at, ...sizeOf(picture) })),
  ];
  // What is scaled has no breaks of its own, and drawings would be torn.
  const isPlain = drawn.length > 0 && sheet.fitWidth === null && fitsUnscaled(shown, drawn, sheet);
  const pages = isPlain ? 0 : (sheet.fitWidth ?? pagesAcross(shown, sheet));
  const heights = measureRows(cells, widths, plan.heights);
  const titleRows = printTitles(sheet, plan.tables[0]);
  const lastRow = Math.max(0, ...heights.keys());
  return {
    name: sheet.name.value,
    state: sheet.state,
    isProtected: sheet.isProtected,
    tabColor: sheet.tabColor,
    page: {
      orientation: sheet.orientation,
      paper: sheet.paper,
      fitWidth: pages,
      margins: sheet.margins,
      titleRows,
      breaks: pages === 0 ? pageBreaks(drawn, { heights, titleRows, lastRow }, sheet) : [],
      titleColumns: pages > 1 && plan.tables.length > 0 ? 1 : 0,
      header: sheet.header ? pageText(sheet.header, placing.book.title, placing.fault) : '',
      footer: pageText(
        sheet.footer ?? { value: defaultFooters[placing.book.lang], at: sheet.id.at },
        placing.book.title,
        placing.fault,
      ),
    },
    freeze: freezeOf(sheet, plan.tables[0]),
    zoom: sheet.zoom,
    gridLines: sheet.gridLines,
    widths,
    heights,
    cells,
    tables: tables.map(({ survey }) => placedTable(survey, widths, placing)),
    outlines: {
      columns: outlines,
      rows: new Map([...plan.groups].map(([row, level]) => [row, { level, isHidden: false }])),
    },
    charts: [],
    pictures: plan.images.map(({ image: { alt }, picture, at }) => ({ row: at, alt, ...picture })),
    highlights: plan.tables.flatMap((table) => placeHighlights(table, sheet.name.value, placing)),
    validations: placeValidations(plan, placing),
    sparklines: placeSparklines(plan, placing),
  };
}

function sizeOf({ width, height }: { readonly width: number; readonly height: number }) {
  return { width, height };
}

/** Excel keeps no more on a sheet. */
const MAX_LINKS = 65_530;

function checkLinks(
  { id }: Sheet,
  cells: readonly { readonly link: string | null }[],
  { fault }: Placing,
): void {
  const links = cells.filter(({ link }) => link !== null).length;
  if (links <= MAX_LINKS) return;
  const message = `the sheet "${id.value}" has ${links} links; spreadsheets keep ${MAX_LINKS}`;
  fault('X018', id.at, message, 'give columns of addresses type="text" and no link');
}

/** A column is folded or hidden for all tables of its sheet. */
function columnOutlines({ tables }: SheetPlan): Outlines {
  const outlines = new Map<number, { level: number; isHidden: boolean }>();
  for (const { table } of tables)
    for (const [index, { group, isHidden }] of table.columns.entries())
      if (group > 0 || isHidden) outlines.set(index + 1, { level: group, isHidden });
  return outlines;
}

/** Characters across a page when it is scaled down as far as one can still read, by the width of the paper. */
const LEGIBLE = { portrait: 160, landscape: 230 } as const;

function pagesAcross(widths: readonly number[], { orientation, paper }: Sheet): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const wide = LEGIBLE[orientation] * (paper === 'A3' ? Math.SQRT2 : 1);
  return Math.max(1, Math.ceil(total / wide));
}

/** Headings further down than this would fill the screen if they stayed in view. */
const MAX_FROZEN = 12;

function freezeOf(sheet: Sheet, first: TablePlan | undefined): PlacedSheet['freeze'] {
  if (typeof sheet.freeze !== 'string') return { rows: sheet.freeze[0], columns: sheet.freeze[1] };
  const rows = sheet.freeze === 'header' && first && first.top <= MAX_FROZEN ? first.top : 0;
  return { rows, columns: 0 };
}

function printTitles(sheet: Sheet, first: TablePlan | undefined): readonly [number, number] | null {
  if (typeof sheet.printTitles !== 'string') return sheet.printTitles;
  return sheet.printTitles === 'header' && first ? [first.top, first.top] : null;
}

function placeRow(cells: readonly Cell[], row: number, sheet: Sheet, placing: Placing): PlacedCell[] {
  const placed: PlacedCell[] = [];
  let column = 1;
  for (const cell of cells) {
    const found = placeCell(cell, row, column, sheet, placing);
    if (found) placed.push(found);
    column += cell.span;
  }
  return placed;
}

function placeCell(
  cell: Cell,
  row: number,
  column: number,
  sheet: Sheet,
  placing: Placing,
): PlacedCell | undefined {
  const { fault, book, computed } = placing;
  const where = { row, column, span: cell.span, note: noteOf(cell, fault) };
  const named = { ...(cell.format && { format: cell.format }), ...inputStyle(cell.input, placing) };
  const link = cell.link ? targetOf(cell.link.value, cell.link.at, placing) : null;
  const linked = link === null ? undefined : book.styles.get('link');
  if (cell.content.kind === 'broken') return undefined;
  if (cell.content.kind === 'formula') {
    const found = computed.cells.get(cellKey(sheet.name.value, row, column));
    if (!found) return undefined;
    const style = composeStyle(
      book.base,
      { format: formulaFormat(found.value, cell.type) },
      linked,
      cell.style,
      named,
    );
    return { ...where, content: { kind: 'formula', ...found }, style, link };
  }
  const value = typedValue(cell.content.text, cell.type);
  if (isValueFault(value)) {
    fault(value.code, cell.content.at, value.message, value.help);
    return undefined;
  }
  const shown = { format: value.format ?? typeFormats[cell.type] };
  const style = composeStyle(
    book.base,
    shown,
    linked ?? (value.link ? book.styles.get('link') : undefined),
    cell.style,
    named,
  );
  return { ...where, content: value.content, style, link: link ?? value.link };
}

/** Results with few decimals are shown with all of them, others with two. */
function formulaFormat(value: number | string | boolean, type: Cell['type']): string {
  if (type !== 'number' || typeof value !== 'number') return typeFormats[type];
  const decimals = /^-?[0-9]+(?:\.([0-9]{1,3}))?$/.exec(String(value));
  return decimals ? decimalFormat(decimals[1]?.length ?? 0) : typeFormats.number;
}

function noteOf(cell: Cell, fault: Fault): string | null {
  if (!cell.note) return null;
  const wrong = textFault(cell.note.value);
  if (wrong) fault(wrong.code, cell.note.at, wrong.message, wrong.help);
  return wrong ? null : cell.note.value;
}

/** `#id` becomes the first cell of that sheet; a link to a sheet that is left out is no link. */
function targetOf(
  link: string,
  at: { start: number; end: number },
  { plan, book, fault }: Placing,
): string | null {
  if (!link.startsWith('#')) return link;
  const id = link.slice(1).toLowerCase();
  const sheet = plan.sheets.find((each) => each.sheet.id.value.toLowerCase() === id)?.sheet;
  if (sheet) return `#${quoteSheetName(sheet.name.value)}!${addressOf(1, 1)}`;
  const ids = book.sheets.map((each) => each.id.value);
  if (!ids.some((each) => each.toLowerCase() === id)) {
    fault('X018', at, `there is no sheet "${link.slice(1)}" to link to`, knownNames(link.slice(1), ids));
  }
  return null;
}
