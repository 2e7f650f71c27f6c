/** Repairs a worksheet part: order of elements, links, quoted texts, ignored warnings, false attributes. */
import { addressOf } from '../address.ts';
import { childrenOf, type Element, element, orderChildren, parseXml, writeXml } from '../package/xml.ts';
import { needsQuote } from '../place/looks.ts';
import type { PlacedCell, PlacedSheet } from '../placed.ts';
import type { CellStyle } from '../style/cell-style.ts';
import { type RowContext, sheetRows } from '../write/sheet-rows.ts';
import { shellCells, styleKeys } from '../write/shell-cells.ts';
import { DRAWING } from './drawings.ts';
import { conditionalFormats } from './highlights.ts';
import { dataValidations, sheetProtection } from './inputs.ts';
import { sparklineGroups } from './sparklines.ts';
import type { StylesPart } from './styles-part.ts';

/** Elements behind the data, in the order of CT_Worksheet (18.3.1.99). */
const TAIL_ORDER = [
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** A link that leaves the workbook needs a relationship. */
export interface OutsideLink {
  readonly id: string;
  readonly target: string;
}

/** A worksheet: what stands before its rows, the rows in pieces, made when they are asked for, and what stands behind. */
export interface FinishedSheet {
  readonly start: string;
  readonly rows: () => Iterable<string>;
  readonly end: string;
  readonly outside: readonly OutsideLink[];
}

/** `isActive`: the sheet that is open at first. */
export function finishSheet(
  text: string,
  sheet: PlacedSheet,
  isActive: boolean,
  styles: Pick<StylesPart, 'quoted' | 'differential'>,
  texts: RowContext['texts'],
): FinishedSheet {
  const [before = '', behind = ''] = text.split(/<sheetData\/>|<sheetData>.*<\/sheetData>/s);
  const outside: OutsideLink[] = [];
  const end = finishTail(behind.replace('</worksheet>', ''), sheet, outside, styles.differential);
  const context = { styleOf: sheetStyles(text, sheet, styles.quoted), isQuoted, texts };
  return {
    start: `${finishStart(before, sheet, isActive)}<sheetData>`,
    rows: () => sheetRows(sheet, context),
    end: `</sheetData>${end}</worksheet>`,
    outside,
  };
}

/** The whole part of a sheet that is not large. */
export function sheetText({ start, rows, end }: FinishedSheet): string {
  const data = [...rows()].join('');
  if (data === '') return start.replace(/<sheetData>$/, '<sheetData/>') + end.replace('</sheetData>', '');
  return start + data + end;
}

function finishStart(start: string, sheet: PlacedSheet, isActive: boolean): string {
  const plain = start
    .replace(/<dimension ref="[^"]*"/, `<dimension ref="${dimension(sheet)}"`)
    .replace(/ collapsed="[^"]*"/g, '')
    .replace(/ tabSelected="[^"]*"/g, '')
    .replace(/<sheetPr>.*?<\/sheetPr>/s, orderProperties);
  return isActive ? plain.replace('<sheetView ', '<sheetView tabSelected="1" ') : plain;
}

/** CT_SheetPr (18.3.1.82), which exceljs writes out of order. */
function orderProperties(text: string): string {
  const root = parseXml(text)!;
  orderChildren(root, ['tabColor', 'outlinePr', 'pageSetUpPr']);
  return writeXml(root);
}

/** Texts that a spreadsheet could take for a formula when they are edited keep a mark that they are texts. */
function isQuoted({ content }: PlacedCell): boolean {
  return content.kind === 'text' && needsQuote(content.text);
}

/** The styles of a sheet as the cells that the writer was given have them in `text`. */
function sheetStyles(
  text: string,
  sheet: PlacedSheet,
  quoted: (style: number) => number,
): RowContext['styleOf'] {
  const written = new Map(
    Array.from(text.matchAll(/<c r="([A-Z]+[0-9]+)" s="([0-9]+)"/g), ([, at, style]) => [at!, Number(style)]),
  );
  const keyOf = styleKeys();
  const ids = new Map<string, number>();
  for (const { row, column, style } of shellCells(sheet))
    ids.set(keyOf(style), written.get(addressOf(row, column)) ?? 0);
  const styleOf = (style: CellStyle, isMarked: boolean): number => {
    const id = ids.get(keyOf(style))!;
    return isMarked ? quoted(id) : id;
  };
  // Twins are made now, before the styles are written, and in the order of the cells that need them.
  const marked = [
    ...sheet.cells.filter(isQuoted),
    ...sheet.tables.flatMap(({ body }) => body.looks.filter((look) => look.quoted)),
  ].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { style } of marked) styleOf(style, true);
  return styleOf;
}

function finishTail(
  tail: string,
  sheet: PlacedSheet,
  outside: OutsideLink[],
  formatOf: StylesPart['differential'],
): string {
  const root = parseXml(`<tail xmlns:r="r" xmlns:x14="x14">${tail}</tail>`)!;
  const links = [...sheet.cells, ...sheet.tables.flatMap(({ body }) => body.marks)]
    .filter((cell) => cell.link !== null)
    .sort((a, b) => a.row - b.row || a.column - b.column);
  if (links.length > 0) {
    // One relationship for each address, however often it is linked.
    const known = new Map<string, string>();
    const hyperlinks = links.map(({ row, column, link }) => {
      const ref = addressOf(row, column);
      if (link!.startsWith('#')) return element('hyperlink', { ref, location: link!.slice(1) });
      const id = known.get(link!) ?? `rIdLink${known.size + 1}`;
      if (!known.has(link!)) outside.push({ id, target: link! });
      known.set(link!, id);
      return element('hyperlink', { ref, 'r:id': id });
    });
    root.children.push(element('hyperlinks', {}, hyperlinks));
  }
  const ref = usedRange(sheet);
  if (ref)
    root.children.push(
      element('ignoredErrors', {}, [element('ignoredError', { sqref: ref, numberStoredAsText: '1' })]),
    );
  root.children.push(...conditionalFormats(sheet.highlights, formatOf));
  if (sheet.validations.length > 0) root.children.push(dataValidations(sheet.validations));
  if (sheet.page.breaks.length > 0) root.children.push(rowBreaks(sheet.page.breaks));
  if (sheet.isProtected) root.children.push(sheetProtection());
  if (sheet.sparklines.length > 0) root.children.push(sparklineGroups(sheet.sparklines));
  if (sheet.charts.length + sheet.pictures.length > 0)
    root.children.push(element('drawing', { 'r:id': DRAWING }));
  // Headers and footers keep their size when wide sheets are scaled down.
  for (const printed of childrenOf(root, 'headerFooter')) printed.attributes.scaleWithDoc = '0';
  orderChildren(root, TAIL_ORDER);
  return root.children.map((child) => (typeof child === 'string' ? '' : writeXml(child))).join('');
}

/** Manual page breaks (18.3.1.74). */
function rowBreaks(rows: readonly number[]): Element {
  const count = String(rows.length);
  const breaks = rows.map((row) => element('brk', { id: String(row), max: '16383', man: '1' }));
  return element('rowBreaks', { count, manualBreakCount: count }, breaks);
}

function usedRange(sheet: PlacedSheet): string | undefined {
  const { last, bottom } = ends(sheet);
  return bottom === 0 ? undefined : `A1:${addressOf(bottom, last)}`;
}

/** From the first row to the last, those that have a height and no cells included (18.3.1.35). */
function dimension(sheet: PlacedSheet): string {
  const { last, bottom } = ends(sheet);
  const covered = sheet.cells.reduce((most, { column, span }) => Math.max(most, column + span - 1), last);
  const rows = [...sheet.heights.keys(), sheet.cells[0]?.row ?? 1];
  const first = rows.reduce((least, row) => Math.min(least, row));
  const end = rows.reduce((most, row) => Math.max(most, row), bottom);
  return covered === 0 ? 'A1' : `${addressOf(first, 1)}:${addressOf(end, covered)}`;
}

/** The last column and the last row that have cells; the columns of tables begin with the first. */
function ends({ cells, tables }: PlacedSheet): { readonly last: number; readonly bottom: number } {
  return {
    last: cells.reduce((most, { column }) => Math.max(most, column), 0),
    bottom: tables.reduce((most, { body }) => Math.max(most, body.lastRow), cells.at(-1)?.row ?? 0),
  };
}
