/**
 * Inspects a finished package for what the schema validators do not see. Every workbook passes here before it
 * is handed out; each sentence names a rule of the format that was broken.
 */
import { addressOf, looksLikeAddress, parseAddress } from './address.ts';
import { type LintedRows, type RowLint, rowLint } from './lint-rows.ts';
import { sharedStrings, unescapeXstring } from './package/read-cells.ts';
import { withoutRows } from './package/scan-rows.ts';
import { relationshipsOf, type SheetPart, sheetParts, workbookPart } from './package/workbook-parts.ts';
import { descendantsOf, type Element, parseXml } from './package/xml.ts';
import { openPackage, type Parts, partPieces, partText } from './package/zip.ts';
import { BASE_NAME, sheetNameFault } from './read/names.ts';

/** Sentences about what is wrong; none for a sound package. */
export function lintPackage(bytes: Uint8Array): readonly string[] {
  const parts = openPackage(bytes);
  return parts ? lintParts(parts, new Map()) : ['the file is no readable package'];
}

/** `linted`: rows that were inspected while they were written, by the part of their sheet, which holds none of them. */
export function lintParts(parts: Parts, linted: ReadonlyMap<string, LintedRows>): readonly string[] {
  const workbook = workbookPart(parts);
  const root = workbook === undefined ? undefined : parseXml(partText(parts, workbook) ?? '');
  const sheets = workbook === undefined || !root ? [] : sheetsOf(parts, workbook, root, linted);
  const own = new Set(sheets.map(({ part }) => part));
  const broken = [...parts.keys()].filter((name) =>
    own.has(name)
      ? !sheets.find(({ part }) => part === name)!.isWellFormed
      : /\.(xml|rels|vml)$/.test(name) && !parseXml(partText(parts, name)!),
  );
  if (broken.length > 0) return broken.map((name) => `the part ${name} is not well-formed XML`);
  if (workbook === undefined || !root || sheets.some(({ part }) => !parts.has(part)))
    return ['the package holds no complete workbook'];
  return [
    ...lintRelationships(parts),
    ...lintSheetNames(sheets),
    ...lintNames(root),
    ...sheets.flatMap(({ found }) => found),
    ...lintTables(sheets),
    ...lintShapes(parts),
  ];
}

/** A sheet, its tables and what was found in its rows. */
interface LintedSheet extends SheetPart, LintedRows {
  readonly tables: readonly Element[];
}

function sheetsOf(
  parts: Parts,
  workbook: string,
  root: Element,
  linted: ReadonlyMap<string, LintedRows>,
): readonly LintedSheet[] {
  const strings = sharedStrings(parts, workbook);
  return sheetParts(parts, workbook, root).map((sheet) => {
    const tables = tablesOf(parts, sheet.part);
    const rows = linted.get(sheet.part) ?? lintRows(parts, sheet, tables, strings);
    return { ...sheet, ...rows, tables };
  });
}

function lintRows(
  parts: Parts,
  { name, part }: SheetPart,
  tables: readonly Element[],
  strings: readonly string[],
): LintedRows {
  const lint = rowLint(name, headingCells(tables), strings);
  const rest = withoutRows(partPieces(parts, part), lint.write);
  const rows = lint.close();
  return { ...rows, isWellFormed: rows.isWellFormed && parseXml(rest) !== undefined };
}

/** What inspects the rows of a sheet while they are written; all other parts are there. */
export function lintWhileWritten(parts: Parts, part: string): RowLint {
  const workbook = workbookPart(parts)!;
  const sheets = sheetParts(parts, workbook, parseXml(partText(parts, workbook)!)!);
  const name = sheets.find((each) => each.part === part)!.name;
  return rowLint(name, headingCells(tablesOf(parts, part)), sharedStrings(parts, workbook));
}

function tablesOf(parts: Parts, part: string): readonly Element[] {
  return relationshipsOf(parts, part)
    .filter(({ kind }) => kind === 'table')
    .flatMap(({ target }) => parseXml(partText(parts, target) ?? '') ?? []);
}

function headingCells(tables: readonly Element[]): ReadonlySet<string> {
  return new Set(
    tables.flatMap((table) => {
      const [first = ''] = (table.attributes.ref ?? '').split(':');
      const columns = descendantsOf(table, 'tableColumn');
      return parseAddress(first) ? columns.map((_, index) => addressBeside(first, index)) : [];
    }),
  );
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

function lintSheetNames(sheets: readonly SheetPart[]): string[] {
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

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function lintTables(sheets: readonly LintedSheet[]): string[] {
  const found: string[] = [];
  const tables = sheets.flatMap((sheet) => sheet.tables);
  for (const sheet of sheets) {
    const areas: Area[] = [];
    for (const table of sheet.tables) found.push(...lintTable(table, sheet.values, areas));
  }
  const all = (key: string): string[] => tables.map(({ attributes }) => attributes[key] ?? '');
  found.push(...repeated(all('displayName')).map((name) => `two tables are called "${name}"`));
  found.push(...repeated(all('id')).map((id) => `two tables have the id ${id}`));
  return found;
}

function lintTable(table: Element, values: LintedRows['values'], areas: Area[]): string[] {
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
    if (values.get(address) !== column)
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
