/**
 * The last step: the writer's package becomes the file that is handed out. Parts are found by their
 * relationships, repaired or written anew from the placed workbook, and sealed in a fixed order with fixed times.
 */

import {
  relationshipsOf,
  relationshipsPart,
  type SheetPart,
  sheetParts,
  workbookPart,
} from '../package/workbook-parts.ts';
import { childrenOf, type Element, element, parseXml, writePart } from '../package/xml.ts';
import { openPackage, type Parts, partText, sealPackage, setPart } from '../package/zip.ts';
import type { PlacedBook, PlacedTable } from '../placed.ts';
import { renumberShapes } from './notes-part.ts';
import { appPart, corePart, customPart, type WorkbookProperties } from './properties.ts';
import { finishSheet, type OutsideLink } from './sheet-part.ts';
import { type StylesPart, stylesPart } from './styles-part.ts';
import { tablePart } from './table-part.ts';
import { workbookPartText } from './workbook-part.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

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
  for (const [index, { part }] of sheets.entries()) {
    const sheet = book.sheets[index]!;
    const { text, outside } = finishSheet(partText(parts, part)!, sheet, index === 0, styles.quoted);
    setPart(parts, part, text);
    addLinks(parts, part, outside);
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

function addRelationship(
  parts: Parts,
  part: string,
  id: string,
  type: string,
  target: string,
  external: boolean,
): void {
  const name = relationshipsPart(part);
  const empty = element('Relationships', {
    xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships',
  });
  const root = parseXml(partText(parts, name) ?? '') ?? empty;
  const mode: Record<string, string> = external ? { TargetMode: 'External' } : {};
  root.children.push(element('Relationship', { Id: id, Type: type, Target: target, ...mode }));
  setPart(parts, name, writePart(root));
}

const CUSTOM = 'docProps/custom.xml';

function setProperties(parts: Parts, book: PlacedBook, properties: WorkbookProperties): void {
  setPart(parts, 'docProps/core.xml', corePart(properties, book.lang));
  setPart(parts, 'docProps/app.xml', appPart(book));
  const types = parseXml(partText(parts, '[Content_Types].xml')!)!;
  if (Object.keys(properties.custom).length > 0) {
    setPart(parts, CUSTOM, customPart(properties.custom));
    addRelationship(parts, '', 'rIdCustom', `${OFFICE}/custom-properties`, CUSTOM, false);
    const ContentType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
    types.children.push(element('Override', { PartName: `/${CUSTOM}`, ContentType }));
  }
  sortTypes(types);
  setPart(parts, '[Content_Types].xml', writePart(types));
}

/** Defaults before overrides, each by name. */
function sortTypes(types: Element): void {
  const key = ({ name, attributes }: Element): string =>
    `${name} ${attributes.Extension ?? attributes.PartName}`;
  types.children = childrenOf(types).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
