/** Repairs a worksheet part: order of elements, links, quoted texts, ignored warnings, false attributes. */
import { addressOf } from '../address.ts';
import { childrenOf, type Element, element, orderChildren, parseXml, writeXml } from '../package/xml.ts';
import type { PlacedSheet } from '../placed.ts';
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

export interface FinishedSheet {
  readonly text: string;
  readonly outside: readonly OutsideLink[];
}

/** `isActive`: the sheet that is open at first. */
export function finishSheet(
  text: string,
  sheet: PlacedSheet,
  isActive: boolean,
  styles: Pick<StylesPart, 'quoted' | 'differential'>,
): FinishedSheet {
  const cut = text.indexOf('</sheetData>');
  const head = text.slice(0, cut < 0 ? text.indexOf('<sheetData/>') : cut);
  const data = cut < 0 ? '<sheetData/>' : '</sheetData>';
  const outside: OutsideLink[] = [];
  const written = text.slice(head.length + data.length).replace('</worksheet>', '');
  const tail = finishTail(written, sheet, outside, styles.differential);
  const start = finishStart(head.slice(0, head.indexOf('<sheetData')), isActive);
  const rows = finishRows(
    head.slice(head.indexOf('<sheetData') < 0 ? head.length : head.indexOf('<sheetData')),
    sheet,
    styles.quoted,
  );
  return { text: `${start}${rows}${data}${tail}</worksheet>`, outside };
}

function finishStart(start: string, isActive: boolean): string {
  const plain = start
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
const NEEDS_QUOTE = /^[=+\-@\t\r]/;

function finishRows(rows: string, sheet: PlacedSheet, quoted: (style: number) => number): string {
  const dangerous = new Set<string>();
  for (const { row, column, content } of sheet.cells) {
    if (content.kind === 'text' && NEEDS_QUOTE.test(content.text)) dangerous.add(addressOf(row, column));
  }
  const plain = rows
    .replace(/ collapsed="[^"]*"/g, '')
    .replace(/<row r="([0-9]+)"[^>]*>/g, (tag, row: string) =>
      sheet.heights.get(Number(row))?.fixed ? tag : tag.replace(' customHeight="1"', ''),
    );
  if (dangerous.size === 0) return plain;
  return plain.replace(/<c r="([A-Z]+[0-9]+)"(?: s="([0-9]+)")?/g, (whole, address: string, style = '0') =>
    dangerous.has(address) ? `<c r="${address}" s="${quoted(Number(style))}"` : whole,
  );
}

function finishTail(
  tail: string,
  sheet: PlacedSheet,
  outside: OutsideLink[],
  formatOf: StylesPart['differential'],
): string {
  const root = parseXml(`<tail xmlns:r="r" xmlns:x14="x14">${tail}</tail>`)!;
  const links = sheet.cells.filter((cell) => cell.link !== null);
  if (links.length > 0) {
    const hyperlinks = links.map(({ row, column, link }) => {
      const ref = addressOf(row, column);
      if (link!.startsWith('#')) return element('hyperlink', { ref, location: link!.slice(1) });
      const id = idOf(link!, outside);
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

/** One relationship for each address, however often it is linked. */
function idOf(target: string, outside: OutsideLink[]): string {
  const known = outside.find((each) => each.target === target);
  if (known) return known.id;
  const id = `rIdLink${outside.length + 1}`;
  outside.push({ id, target });
  return id;
}

function usedRange(sheet: PlacedSheet): string | undefined {
  const last = sheet.cells.reduce((most, cell) => Math.max(most, cell.column), 0);
  const bottom = sheet.cells.at(-1)?.row;
  return bottom === undefined ? undefined : `A1:${addressOf(bottom, last)}`;
}
