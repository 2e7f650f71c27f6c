/** The writer that uses exceljs. Nothing else knows exceljs, and nothing is ever read with it. */
import type { Alignment, Borders, Style, Workbook, Worksheet } from 'exceljs';
import { addressOf } from '../address.ts';
import type { CellContent, PlacedCell, PlacedSheet } from '../placed.ts';
import type { BorderLine, CellStyle } from '../style/cell-style.ts';
import { shellCells, styleKeys } from './shell-cells.ts';
import { escapeXstring, type WriteBook } from './writer.ts';

const PAPERS = { A4: 9, A3: 8, Letter: 1 } as const;
const STATES = { visible: 'visible', hidden: 'hidden', 'very-hidden': 'veryHidden' } as const;
const MM_PER_INCH = 25.4;

export const writeWithExceljs: WriteBook = async (book) => {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const styles = styleCache();
  for (const sheet of book.sheets) writeSheet(workbook, sheet, styles);
  workbook.calcProperties.fullCalcOnLoad = true;
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
};

function writeSheet(
  workbook: Workbook,
  sheet: PlacedSheet,
  styleOf: (style: CellStyle) => Partial<Style>,
): void {
  const worksheet = workbook.addWorksheet(sheet.name, { state: STATES[sheet.state] });
  setUpView(worksheet, sheet);
  setUpPage(worksheet, sheet);
  sheet.widths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width;
  });
  setUpOutlines(worksheet, sheet);
  for (const table of sheet.tables) addTableShell(worksheet, table);
  for (const cell of shellCells(sheet)) writeCell(worksheet, cell, styleOf);
}

function setUpView(worksheet: Worksheet, { freeze, zoom, gridLines, tabColor }: PlacedSheet): void {
  const look = { showGridLines: gridLines, zoomScale: zoom };
  const frozen = freeze.rows > 0 || freeze.columns > 0;
  worksheet.views = frozen
    ? [{ state: 'frozen', xSplit: freeze.columns, ySplit: freeze.rows, ...look }]
    : [{ state: 'normal', ...look }];
  if (tabColor !== null) worksheet.properties.tabColor = argb(tabColor);
}

/** Groups are folded into the column before them and the row above them. */
function setUpOutlines(worksheet: Worksheet, { outlines }: PlacedSheet): void {
  const { columns, rows } = outlines;
  if (columns.size + rows.size === 0) return;
  const deepest = (all: typeof rows): number => Math.max(0, ...[...all.values()].map(({ level }) => level));
  if (deepest(columns) > 0) worksheet.properties.outlineLevelCol = deepest(columns);
  if (deepest(rows) > 0) worksheet.properties.outlineLevelRow = deepest(rows);
  worksheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
  for (const [at, { level, isHidden }] of columns) {
    const column = worksheet.getColumn(at);
    if (level > 0) column.outlineLevel = level;
    if (isHidden) column.hidden = true;
  }
}

function setUpPage(worksheet: Worksheet, { page }: PlacedSheet): void {
  const [top, right, bottom, left] = page.margins.map(
    (each) => Math.round((each / MM_PER_INCH) * 1000) / 1000,
  ) as [number, number, number, number];
  worksheet.pageSetup = {
    paperSize: PAPERS[page.paper] as number,
    orientation: page.orientation,
    fitToPage: page.fitWidth > 0,
    ...(page.fitWidth > 0 ? { fitToWidth: page.fitWidth, fitToHeight: 0 } : {}),
    margins: { top, right, bottom, left, header: 0.3, footer: 0.3 },
  };
  if (page.header !== '') worksheet.headerFooter.oddHeader = page.header;
  if (page.footer !== '') worksheet.headerFooter.oddFooter = page.footer;
}

/** exceljs makes the part and its relations; the finisher writes what stands in it. */
function addTableShell(worksheet: Worksheet, table: PlacedSheet['tables'][number]): void {
  worksheet.addTable({
    name: table.name,
    ref: addressOf(table.firstRow, table.firstColumn),
    headerRow: true,
    totalsRow: table.hasTotals,
    columns: table.columns.map((column) => ({ name: escapeXstring(column.heading), filterButton: true })),
    rows: [[]],
  });
}

function writeCell(
  worksheet: Worksheet,
  { row, column, span, content, style, note }: PlacedCell,
  styleOf: (style: CellStyle) => Partial<Style>,
): void {
  const cell = worksheet.getCell(row, column);
  cell.value = exceljsValue(content);
  cell.style = styleOf(style);
  if (note !== null) cell.note = { texts: [{ text: escapeXstring(note) }] };
  for (let covered = 1; covered < span; covered++)
    worksheet.getCell(row, column + covered).style = styleOf(style);
  if (span > 1) worksheet.mergeCells(row, column, row, column + span - 1);
}

function exceljsValue(content: CellContent) {
  switch (content.kind) {
    case 'blank':
      return null;
    case 'text':
      return escapeXstring(content.text);
    case 'number':
      return content.value;
    case 'formula': {
      const result = typeof content.value === 'string' ? escapeXstring(content.value) : content.value;
      return { formula: content.text, result, date1904: false };
    }
  }
}

/** One object for each style: exceljs compares them by identity. */
function styleCache(): (style: CellStyle) => Partial<Style> {
  const made = new Map<string, Partial<Style>>();
  const keyOf = styleKeys();
  return (style) => {
    const key = keyOf(style);
    const found = made.get(key) ?? exceljsStyle(style);
    made.set(key, found);
    return found;
  };
}

function exceljsStyle(style: CellStyle): Partial<Style> {
  const alignment: Partial<Alignment> = { vertical: style.valign };
  if (style.align !== 'auto') alignment.horizontal = style.align;
  if (style.wrap) alignment.wrapText = true;
  if (style.indent > 0) alignment.indent = style.indent;
  return {
    font: {
      name: style.font,
      size: style.size,
      color: argb(style.color),
      ...(style.bold ? { bold: true } : {}),
      ...(style.italic ? { italic: true } : {}),
      ...(style.underline ? { underline: true } : {}),
    },
    alignment,
    border: bordersOf(style),
    numFmt: style.format,
    ...(style.locked ? {} : { protection: { locked: false } }),
    ...(style.fill === null
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: argb(style.fill) } }),
  };
}

function bordersOf(style: CellStyle): Partial<Borders> {
  const borders: Partial<Borders> = {};
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const line: BorderLine | null = style[side];
    if (line) borders[side] = { style: line.line, color: argb(line.color) };
  }
  return borders;
}

function argb(color: string): { argb: string } {
  return { argb: `FF${color.slice(1).toUpperCase()}` };
}
