/**
 * The last step: the writer's package becomes the file that is handed out. Parts are found by their relationships,
 * repaired or written anew from the placed workbook. Worksheets with large tables are made while they are sealed.
 */

import { addContentType, addRelationship, OFFICE } from '../package/relate.ts';
import { relationshipsOf, type SheetPart, sheetParts, workbookPart } from '../package/workbook-parts.ts';
import { childrenOf, type Element, parseXml, writePart } from '../package/xml.ts';
import { openPackage, type Parts, partText, setPart } from '../package/zip.ts';
import type { PlacedBook, PlacedTable } from '../placed.ts';
import { isLarge } from '../write/row-groups.ts';
import { type SharedTexts, sharedTexts } from '../write/texts.ts';
import { addDrawing } from './drawings.ts';
import { renumberShapes } from './notes-part.ts';
import { appPart, corePart, customPart, type WorkbookProperties } from './properties.ts';
import { type FinishedSheet, finishSheet, type OutsideLink, sheetText } from './sheet-part.ts';
import { type StylesPart, stylesPart } from './styles-part.ts';
import { tablePart } from './table-part.ts';
import { themePart } from './theme-part.ts';
import { workbookPartText } from './workbook-part.ts';

const TEXTS = 'xl/sharedStrings.xml';

export interface FinishedPackage {
  /** All parts but those of `large`. */
  readonly parts: Parts;
  /** Worksheets with large tables, by the names of their parts. */
  readonly large: ReadonlyMap<string, FinishedSheet>;
}

export function finishPackage(
  written: Uint8Array,
  book: PlacedBook,
  properties: WorkbookProperties,
): FinishedPackage {
  const parts = openPackage(written)!;
  const workbook = workbookPart(parts)!;
  const sheets = sheetParts(parts, workbook, parseXml(partText(parts, workbook)!)!);
  const stylesName = relationshipsOf(parts, workbook).find((each) => each.kind === 'styles')!.target;
  const styles = stylesPart(partText(parts, stylesName)!, book.base);
  setPart(parts, workbook, workbookPartText(partText(parts, workbook)!, book));
  const texts = sharedTexts(book);
  const large = finishSheets(parts, sheets, book, styles, texts);
  setTexts(parts, workbook, texts);
  setPart(parts, stylesName, styles.write());
  const theme = relationshipsOf(parts, workbook).find((each) => each.kind === 'theme')!.target;
  setPart(parts, theme, themePart(partText(parts, theme)!, book));
  setProperties(parts, book, properties);
  return { parts, large };
}

/** All texts are ours: the writer knew only some of the cells. */
function setTexts(parts: Parts, workbook: string, texts: SharedTexts): void {
  const known = relationshipsOf(parts, workbook).find((each) => each.kind === 'sharedStrings')?.target;
  if (known !== undefined || texts.count() > 0) setPart(parts, known ?? TEXTS, texts.part());
  if (known !== undefined || texts.count() === 0) return;
  addRelationship(parts, workbook, 'rIdTexts', `${OFFICE}/sharedStrings`, `/${TEXTS}`);
  addContentType(
    parts,
    TEXTS,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml',
  );
}

function finishSheets(
  parts: Parts,
  sheets: readonly SheetPart[],
  book: PlacedBook,
  styles: StylesPart,
  texts: SharedTexts,
): ReadonlyMap<string, FinishedSheet> {
  const large = new Map<string, FinishedSheet>();
  let tableId = 0;
  let block = 0;
  let chart = 1;
  for (const [index, { part }] of sheets.entries()) {
    const sheet = book.sheets[index]!;
    const finished = finishSheet(partText(parts, part)!, sheet, index === 0, styles, texts);
    if (isLarge(sheet)) {
      parts.delete(part);
      large.set(part, finished);
    } else setPart(parts, part, sheetText(finished));
    addLinks(parts, part, finished.outside);
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
  return large;
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
