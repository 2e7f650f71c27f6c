/**
 * The way back: a workbook that planners have edited becomes a list of changes of the data, and new texts of the
 * files where they hold. Nothing is written here.
 *
 *   bytes ──open──▶ parts ──read──▶ cells ──match──▶ rows and columns
 *   ──compare with what it held, and what the data say now──▶ changes ──patch──▶ texts ──rules──▶ findings
 */
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/outcome.ts';
import type { BuiltDataset } from '../model/dataset.ts';
import { type Editables, editablesOf } from '../model/editable.ts';
import { loadDataset } from '../model/load.ts';
import type { Lang, Publication } from '../model/publication.ts';
import { publicationOf } from '../model/publication-of.ts';
import { tablesOf } from '../model/tables.ts';
import { runRules } from '../rules/index.ts';
import { heldDigest, type Typed } from '../sheet/held-digest.ts';
import { BASE_VERSION } from '../sheet/place/base-sheet.ts';
import { BASE_NAME } from '../sheet/read/names.ts';
import type { Files } from '../world.ts';
import { type Base, type BaseTable, readBase } from './base.ts';
import { type Change, compareTable } from './compare.ts';
import { type Matched, matchTable } from './match.ts';
import { openReturned } from './open.ts';
import { patchText } from './patch.ts';
import { type ReturnedSheet, readWorkbook } from './read-workbook.ts';

export interface Pulled {
  /** What was found, in the order of the tables and rows. */
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: readonly Change[];
  /** New texts of files by their path; none where nothing changes, or the rules would not have it. */
  readonly texts: ReadonlyMap<string, string>;
}

/** `name` is what messages call the workbook; `date` is the day by which waivers are judged, if not the edition's. */
export function pull(name: string, bytes: Uint8Array, files: Files, date: string | undefined): Pulled {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const nothing = { diagnostics, changes: [], texts: new Map<string, string>() };
  const refuse = (why: string): Pulled => {
    report({ code: 'W011', severity: 'error', message: `${name}: ${why}` });
    return nothing;
  };
  const parts = openReturned(bytes);
  if (typeof parts === 'string') return refuse(parts);
  const sheets = readWorkbook(parts);
  if (!sheets) return refuse('the package holds no readable workbook');
  const base = baseOf(sheets);
  if (!base)
    return refuse(
      `it has no sheet ${BASE_NAME} of this version of Parkpress, which tells what it held when it was made`,
    );
  const data = loadDataset(files, 'data');
  if (!data.value || hasErrors(data.diagnostics)) return { ...nothing, diagnostics: data.diagnostics };
  const current = currentOf(base, data.value);
  if (typeof current === 'string') return refuse(current);
  const matched = matchAll(base, sheets, report);
  const changes = matched.flatMap((each) => compareMatched(each, current, report));
  tellElsewhere(base, sheets, matched, report);
  const texts = patched(changes);
  const broken = texts.size === 0 ? [] : newFaults(files, texts, changes, data.value, base, date);
  diagnostics.push(...broken);
  return { diagnostics, changes, texts: hasErrors(broken) ? new Map() : texts };
}

/** Whether a workbook has cells that are for editing, and so a way back. */
export function isEditable(bytes: Uint8Array): boolean {
  const parts = openReturned(bytes);
  const sheets = typeof parts === 'string' ? undefined : readWorkbook(parts);
  return sheets !== undefined && baseOf(sheets) !== undefined;
}

function baseOf(sheets: readonly ReturnedSheet[]): Base | undefined {
  const sheet = sheets.find(({ name }) => name === BASE_NAME);
  return sheet && readBase(sheet, BASE_VERSION);
}

interface CurrentData {
  readonly tables: ReturnType<typeof tablesOf>;
  readonly editables: Editables;
}

/** The data of the park that the workbook is of, or a sentence. */
function currentOf({ origin }: Base, dataset: BuiltDataset): CurrentData | string {
  const park = origin.get('park') ?? '';
  const lang = origin.get('lang');
  if (lang !== 'en' && lang !== 'zh') return 'it does not say which language it is in';
  const publication = publicationFor(park, lang, dataset);
  if (!publication) return `the data have no park "${park}", which it is of`;
  return { tables: tablesOf(publication), editables: editablesOf(publication, dataset.places) };
}

function publicationFor(park: string, lang: Lang, dataset: BuiltDataset): Publication | undefined {
  return publicationOf(dataset, park, lang, []);
}

interface MatchedTable {
  readonly table: BaseTable;
  readonly matched: Matched;
}

function matchAll(base: Base, sheets: readonly ReturnedSheet[], report: Report): readonly MatchedTable[] {
  return base.tables.flatMap((table) => {
    const matched = matchTable(table, sheets);
    if (!('why' in matched)) return [{ table, matched }];
    report({ code: 'W011', severity: 'error', message: matched.why });
    return [];
  });
}

function compareMatched(
  { table, matched }: MatchedTable,
  { tables, editables }: CurrentData,
  report: Report,
): readonly Change[] {
  const { changes, diagnostics } = compareTable(table, matched, { rows: tables[table.of] ?? [], editables });
  for (const diagnostic of diagnostics) report(diagnostic);
  return changes;
}

/** Changes outside the editable tables are lost, which has to be said. */
function tellElsewhere(
  base: Base,
  sheets: readonly ReturnedSheet[],
  tables: readonly MatchedTable[],
  report: Report,
): void {
  for (const [name, digest] of base.sheets) {
    const own = tables.filter(({ table }) => table.sheet === name).map(({ matched }) => matched);
    const sheet = own[0]?.sheet ?? sheets.find((each) => each.name === name);
    const extents = own.map(({ extent }) => extent);
    if (sheet && heldDigest(typedCells(sheet, extents)) === digest) continue;
    const where = own.length > 0 ? ' outside its editable table' : '';
    const what = sheet
      ? `holds other values${where} than when the workbook was made`
      : 'is missing, or has another name';
    report({ code: 'W016', severity: 'warning', message: `the sheet "${name}" ${what}` });
  }
}

function* typedCells(
  { rows }: ReturnedSheet,
  without: readonly (readonly [number, number])[],
): Generator<Typed> {
  for (const [row, cells] of rows) {
    if (without.some(([first, last]) => row >= first && row <= last)) continue;
    for (const held of cells.values()) {
      if (held.kind === 'text' || held.kind === 'date' || held.kind === 'error')
        yield { kind: 'text', text: held.text };
      if (held.kind === 'number') yield { ...held, isDay: false };
      if (held.kind === 'boolean') yield { kind: 'text', text: String(held.value) };
    }
  }
}

function patched(changes: readonly Change[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const source of new Set(changes.map(({ editable }) => editable.scalar.span.source))) {
    const own = changes.filter(({ editable }) => editable.scalar.span.source === source);
    const replacements = own.map(({ editable, written }) => ({ scalar: editable.scalar, written }));
    texts.set(source.path, patchText(source.text, replacements));
  }
  return texts;
}

/** What the rules say of the changed data that they did not say before; and whether every change reads as it was meant. */
function newFaults(
  files: Files,
  texts: ReadonlyMap<string, string>,
  changes: readonly Change[],
  before: BuiltDataset,
  base: Base,
  date: string | undefined,
): readonly Diagnostic[] {
  const encoder = new TextEncoder();
  const overlay: Files = {
    read: (path) => (texts.has(path) ? encoder.encode(texts.get(path)) : files.read(path)),
    list: (folder) => files.list(folder),
  };
  const after = loadDataset(overlay, 'data');
  const rules = after.value && runRules(after.value, date).diagnostics;
  const known = new Set([...runRules(before, date).diagnostics].map(identityOf));
  const found = [...after.diagnostics, ...(rules ?? [])].filter((each) => !known.has(identityOf(each)));
  const current = after.value && !hasErrors(after.diagnostics) ? currentOf(base, after.value) : undefined;
  const misread =
    typeof current === 'object'
      ? changes.filter(
          ({ key, field, written }) => current.editables.get(key)?.[field]?.scalar.source !== written,
        )
      : [];
  const told = hasErrors(found)
    ? [
        ...found,
        {
          code: 'W015',
          severity: 'error',
          message: 'with these changes the data would have errors; nothing is written',
        } as const,
      ]
    : found;
  return [
    ...told,
    ...misread.map(
      ({ cell, written }): Diagnostic => ({
        code: 'W013',
        severity: 'error',
        message: `${cell} cannot be written: the file would not say \`${written}\` there`,
      }),
    ),
  ];
}

function identityOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}
