/**
 * The last step: the writer's package becomes the file that is handed out. Parts are found by their
 * relationships, repaired or written anew from the placed workbook, and sealed in a fixed order with fixed times.
 */

import { addContentType, addRelationship, OFFICE } from '../package/relate.ts';
import { relationshipsOf, type SheetPart, sheetParts, workbookPart } from '../package/workbook-parts.ts';
import { childrenOf, type Element, parseXml, writePart } from '../package/xml.ts';
import { openPackage, type Parts, partText, sealPackage, setPart } from '../package/zip.ts';
import type { PlacedBook, PlacedTable } from '../placed.ts';
import { addDrawing } from './drawings.ts';
import { renumberShapes } from './notes-part.ts';
import { appPart, corePart, customPart, type WorkbookProperties } from './properties.ts';
import { finishSheet, type OutsideLink } from './sheet-part.ts';
import { type StylesPart, stylesPart } from './styles-part.ts';
import { tablePart } from './table-part.ts';
import { themePart } from './theme-part.ts';
import { workbookPartText } from './workbook-part.ts';

export function finishPackage(
  written: Uint8Array,
  book: PlacedBook,
  properties: WorkbookProperties,
): Uint8Array {
  const parts = openPackage(written)!;
  const workbook = workbookPart(parts)!;
  const sheets = sheetParts(parts, workbook, parseXml(partText(parts, workbook)!)!);
  const stylesName = relationshipsOf(parts, workbook).find((each) => each.kind === 'styles')!.target;
  const styles = stylesPart(partText(parts, stylesName)!, book.base);
  setPart(parts, workbook, workbookPartText(partText(parts, workbook)!, book));
  finishSheets(parts, sheets, book, styles);
  setPart(parts, stylesName, styles.write());
  const theme = relationshipsOf(parts, workbook).find((each) => each.kind === 'theme')!.target;
  setPart(parts, theme, themePart(partText(parts, theme)!, book));
  setProperties(parts, book, properties);
  return sealPackage(parts);
}

function finishSheets(
  parts: Parts,
  sheets: readonly SheetPart[],
  book: PlacedBook,
  styles: StylesPart,
): void {
  let tableId = 0;
  let block = 0;
  let chart = 1;
  for (const [index, { part }] of sheets.entries()) {
    const sheet = book.sheets[index]!;
    const { text, outside } = finishSheet(partText(parts, part)!, sheet, index === 0, styles);
    setPart(parts, part, text);
    addLinks(parts, part, outside);
    addDrawing(parts, part, sheet, book, chart, index + 1);
    chart += sheet.charts.length;
    const relationships = relationshipsOf(parts, part);
    for (const { target } of relationships.filter((each) => each.kind === 'table')) {
      setPart(parts, target, tablePart(tableNamed(partText(parts, target)!, sheet.tables), ++tableId));
    }
    for (const { target } of relationships.filter((each) => each.kind === 'vmlDrawing')) {
      setPart(parts, target, renumberShapes(partText(parts, target)!, ++block));
    }
  }
}

function tableNamed(part: string, tables: readonly PlacedTable[]): PlacedTable {
  const name = parseXml(part)!.attributes.name;
  return tables.find((table) => table.name === name)!;
}

function addLinks(parts: Parts, part: string, outside: readonly OutsideLink[]): void {
  for (const { id, target } of outside) addRelationship(parts, part, id, `${OFFICE}/hyperlink`, target, true);
}

const CUSTOM = 'docProps/custom.xml';

function setProperties(parts: Parts, book: PlacedBook, properties: WorkbookProperties): void {
  setPart(parts, 'docProps/core.xml', corePart(properties, book.lang));
  setPart(parts, 'docProps/app.xml', appPart(book));
  if (Object.keys(properties.custom).length > 0) {
    setPart(parts, CUSTOM, customPart(properties.custom));
    addRelationship(parts, '', 'rIdCustom', `${OFFICE}/custom-properties`, CUSTOM);
    addContentType(parts, CUSTOM, 'application/vnd.openxmlformats-officedocument.custom-properties+xml');
  }
  const types = parseXml(partText(parts, '[Content_Types].xml')!)!;
  sortTypes(types);
  setPart(parts, '[Content_Types].xml', writePart(types));
}

/** Defaults before overrides, each by name. */
function sortTypes(types: Element): void {
  const key = ({ name, attributes }: Element): string =>
    `${name} ${attributes.Extension ?? attributes.PartName}`;
  types.children = childrenOf(types).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
