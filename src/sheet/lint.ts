/**
 * Inspects a finished package for what the schema validators do not see. Every workbook passes here before it
 * is handed out; each sentence names a rule of the format that was broken.
 */
import { addressOf, looksLikeAddress, parseAddress } from './address.ts';
import { refusedFunctions } from './formula/refused.ts';
import { MAX_TEXT } from './formula/value.ts';
import { type ReadCell, type ReadSheet, readSheets, unescapeXstring } from './package/read-cells.ts';
import { relationshipsOf, sheetParts, workbookPart } from './package/workbook-parts.ts';
import { descendantsOf, type Element, parseXml } from './package/xml.ts';
import { openPackage, type Parts, partText } from './package/zip.ts';
import { BASE_NAME, sheetNameFault } from './read/names.ts';

/** Sentences about what is wrong; none for a sound package. */
export function lintPackage(bytes: Uint8Array): readonly string[] {
  const parts = openPackage(bytes);
  if (!parts) return ['the file is no readable package'];
  const broken = [...parts.keys()].filter(
    (name) => /\.(xml|rels|vml)$/.test(name) && !parseXml(partText(parts, name)!),
  );
  if (broken.length > 0) return broken.map((name) => `the part ${name} is not well-formed XML`);
  const workbook = workbookPart(parts);
  const root = workbook === undefined ? undefined : parseXml(partText(parts, workbook) ?? '');
  const sheets = readSheets(parts);
  if (workbook === undefined || !root || !sheets) return ['the package holds no complete workbook'];
  return [
    ...lintRelationships(parts),
    ...lintSheetNames(sheets),
    ...lintNames(root),
    ...sheets.flatMap(lintCells),
    ...lintTables(parts, workbook, root, sheets),
    ...lintShapes(parts),
  ];
}

function lintRelationships(parts: Parts): string[] {
  const found: string[] = [];
  for (const name of parts.keys()) {
    if (!name.endsWith('.rels')) continue;
    const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
    const ids = new Set<string>();
    for (const { id, target, external, kind } of relationshipsOf(parts, owner)) {
      if (ids.has(id)) found.push(`${name} uses the id ${id} twice`);
      ids.add(id);
      if (!external && !parts.has(target)) found.push(`${name} leads to ${target}, which is not there`);
      if (external && !/^(https:|mailto:)/.test(target))
        found.push(`${name} leads to ${target}, which is neither https nor mailto`);
      if (external && kind !== 'hyperlink') found.push(`${name} reaches outside for its ${kind}`);
    }
  }
  return found;
}

function lintSheetNames(sheets: readonly ReadSheet[]): string[] {
  const faults = sheets
    .filter(({ name }) => name !== BASE_NAME)
    .map((sheet) => sheetNameFault(sheet.name))
    .filter((fault) => fault !== null);
  return [
    ...faults,
    ...repeated(sheets.map((sheet) => sheet.name)).map((name) => `two sheets are called "${name}"`),
  ];
}

function lintNames(workbook: Element): string[] {
  return descendantsOf(workbook, 'definedName')
    .map((each) => each.attributes.name ?? '')
    .filter(
      (name) =>
        !name.startsWith('_xlnm.') && (!/^[A-Za-z_\\][\w.\\]{0,254}$/.test(name) || looksLikeAddress(name)),
    )
    .map((name) => `"${name}" cannot be a defined name`);
}

const MAX_FORMULA = 8192;
const refusedCalls = new RegExp(`\\b(${Object.keys(refusedFunctions).join('|')})\\(`, 'i');

function lintCells(sheet: ReadSheet): string[] {
  const found: string[] = [];
  for (const { address, formula, value } of sheet.cells) {
    const where = `${sheet.name}!${address}`;
    if (!parseAddress(address)) found.push(`"${address}" on ${sheet.name} is no address`);
    if (typeof value === 'string' && value.length > MAX_TEXT)
      found.push(`${where} holds ${value.length} characters`);
    if (typeof value === 'object' && value !== null) found.push(`${where} holds the error ${value.error}`);
    if (typeof value === 'number' && !Number.isFinite(value))
      found.push(`${where} holds a number that is none`);
    if (formula === null) continue;
    if (value === null) found.push(`the formula in ${where} has no value`);
    if (formula.length > MAX_FORMULA) found.push(`the formula in ${where} has ${formula.length} characters`);
    const refused = refusedCalls.exec(formula.replace(/"[^"]*"|\[[^\]]*\]/g, ''))?.[1];
    if (refused !== undefined) found.push(`the formula in ${where} uses ${refused}`);
  }
  return found;
}

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function lintTables(parts: Parts, workbook: string, root: Element, sheets: readonly ReadSheet[]): string[] {
  const found: string[] = [];
  const names: string[] = [];
  const ids: string[] = [];
  for (const [index, { part }] of sheetParts(parts, workbook, root).entries()) {
    const cells = new Map(sheets[index]!.cells.map((cell) => [cell.address, cell]));
    const areas: Area[] = [];
    for (const { target } of relationshipsOf(parts, part).filter((each) => each.kind === 'table')) {
      const table = parseXml(partText(parts, target) ?? '');
      if (!table) continue;
      names.push(table.attributes.displayName ?? '');
      ids.push(table.attributes.id ?? '');
      found.push(...lintTable(table, cells, areas));
    }
  }
  found.push(...repeated(names).map((name) => `two tables are called "${name}"`));
  found.push(...repeated(ids).map((id) => `two tables have the id ${id}`));
  return found;
}

function lintTable(table: Element, cells: ReadonlyMap<string, ReadCell>, areas: Area[]): string[] {
  const found: string[] = [];
  const name = table.attributes.displayName ?? '';
  if (!/^[A-Za-z_\\][\w.\\]{0,254}$/.test(name) || looksLikeAddress(name))
    found.push(`"${name}" cannot name a table`);
  const columns = descendantsOf(table, 'tableColumn').map((column) =>
    unescapeXstring(column.attributes.name ?? ''),
  );
  found.push(...repeated(columns).map((column) => `the table ${name} has two columns "${column}"`));
  found.push(
    ...columns
      .filter((column) => /[\r\n]/.test(column))
      .map((column) => `the heading "${column}" of ${name} has a line break`),
  );
  const area = areaOf(table.attributes.ref ?? '');
  if (!area) return [...found, `the table ${name} has no range`];
  if (area.right - area.left + 1 !== columns.length)
    found.push(`the table ${name} has ${columns.length} columns in ${table.attributes.ref}`);
  if (area.bottom <= area.top) found.push(`the table ${name} has no row of data`);
  if (areas.some((other) => overlaps(area, other))) found.push(`the table ${name} overlaps another`);
  areas.push(area);
  const [first = ''] = (table.attributes.ref ?? '').split(':');
  for (const [index, column] of columns.entries()) {
    const address = addressBeside(first, index);
    if (cells.get(address)?.value !== column)
      found.push(`the heading "${column}" of ${name} is not what ${address} holds`);
  }
  return found;
}

function areaOf(ref: string): Area | undefined {
  const [first, last] = ref.split(':').map(parseAddress);
  return first && last
    ? { top: first.row, left: first.column, bottom: last.row, right: last.column }
    : undefined;
}

function addressBeside(address: string, columns: number): string {
  const at = parseAddress(address)!;
  return addressOf(at.row, at.column + columns);
}

function overlaps(a: Area, b: Area): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/** Ids of the shapes that hold notes are unique in the workbook. */
function lintShapes(parts: Parts): string[] {
  const ids = [...parts.keys()]
    .filter((name) => name.endsWith('.vml'))
    .flatMap((name) =>
      descendantsOf(parseXml(partText(parts, name)!)!, 'v:shape').map((shape) => shape.attributes.id ?? ''),
    );
  return repeated(ids).map((id) => `two notes have the shape id ${id}`);
}

/** Those that stand more than once, without regard to case. */
function repeated(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const key = word.toLowerCase();
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}
