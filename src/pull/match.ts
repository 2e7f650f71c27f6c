/** Finds the tables of a returned workbook again: sheets by name or table, columns by heading, rows by key. */
import { addressOf, quoteSheetName } from '../sheet/address.ts';
import type { BaseColumn, BaseTable } from './base.ts';
import type { Held } from './held.ts';
import type { ReturnedSheet } from './read-workbook.ts';

export interface Matched {
  readonly sheet: ReturnedSheet;
  readonly columns: readonly MatchedColumn[];
  /** Headings that no column of the table had. */
  readonly added: readonly string[];
  readonly rows: readonly MatchedRow[];
  /** First and last row that belong to the table, with its headings and totals. */
  readonly extent: readonly [number, number];
}

export interface MatchedColumn {
  readonly base: BaseColumn;
  /** Where it stands, from 1. */
  readonly at: number;
  /** What stands above it now, where that is another heading. */
  readonly renamed: string | null;
}

export interface MatchedRow {
  readonly at: number;
  readonly key: string;
  readonly cells: ReadonlyMap<number, Held>;
}

/** Why a table cannot be compared. */
export interface Unmatched {
  readonly why: string;
}

export function matchTable(table: BaseTable, sheets: readonly ReturnedSheet[]): Matched | Unmatched {
  const named = sheets.find(({ tables }) => tables.some(({ name }) => name === table.id));
  const sheet = named ?? sheets.find(({ name }) => name === table.sheet);
  if (!sheet) return { why: `the sheet "${table.sheet}" is not there` };
  const declared = sheet.tables.find(({ name }) => name === table.id);
  const top = declared?.top ?? headingRow(table, sheet);
  if (top === undefined)
    return { why: `the headings of "${table.id}" are not found on the sheet "${sheet.name}"` };
  const columns = matchColumns(table, sheet, top);
  const key = columns.find(({ base }) => base.field === table.key);
  if (!key) return { why: `the column "${keyHeading(table)}", which tells rows apart, is not there` };
  const added = [...headingsOf(sheet, top)]
    .filter(([, at]) => !columns.some((each) => each.at === at))
    .map(([text]) => text);
  const bottom = declared?.bottom ?? 0;
  const totals = declared && declared.totals > 0 ? bottom : undefined;
  const { rows, end } = rowsOf(sheet, top, totals, bottom, columns, key.at);
  return { sheet, columns, added, rows, extent: [top, Math.max(bottom, end)] };
}

function keyHeading({ columns, key }: BaseTable): string {
  return columns.find(({ field }) => field === key)?.heading ?? key;
}

/** Where programs lost the table, the row that holds most of the headings; at least half of them. */
function headingRow({ columns }: BaseTable, sheet: ReturnedSheet): number | undefined {
  const wanted = new Set(columns.map(({ heading }) => heading));
  let best: number | undefined;
  let most = columns.length / 2;
  for (const [row, cells] of sheet.rows) {
    const found = [...cells.values()].filter((held) => held.kind === 'text' && wanted.has(held.text)).length;
    if (found > most) [best, most] = [row, found];
  }
  return best;
}

/** By heading; what is left over on both sides at the same place is the same column under another heading. */
function matchColumns(table: BaseTable, sheet: ReturnedSheet, top: number): readonly MatchedColumn[] {
  const headings = headingsOf(sheet, top);
  const known = new Set(table.columns.map(({ heading }) => heading));
  const left = new Map([...headings].filter(([text]) => !known.has(text)).map(([text, at]) => [at, text]));
  const start = Math.min(
    ...table.columns.map(({ heading }, index) => (headings.get(heading) ?? Number.POSITIVE_INFINITY) - index),
  );
  return table.columns.flatMap((base, index): readonly MatchedColumn[] => {
    const at = headings.get(base.heading);
    if (at !== undefined) return [{ base, at, renamed: null }];
    const place = (Number.isFinite(start) ? start : 1) + index;
    const renamed = left.get(place);
    return renamed === undefined ? [] : [{ base, at: place, renamed }];
  });
}

/** Texts of the row of headings, with their columns. */
function headingsOf({ rows }: ReturnedSheet, top: number): ReadonlyMap<string, number> {
  const headings = new Map<string, number>();
  for (const [at, held] of rows.get(top) ?? []) {
    const text = held.kind === 'text' ? held.text : held.kind === 'number' ? String(held.value) : '';
    if (text !== '' && !headings.has(text)) headings.set(text, at);
  }
  return headings;
}

/** Rows below the headings, up to the first empty one behind the end of the table. */
function rowsOf(
  { rows }: ReturnedSheet,
  top: number,
  totals: number | undefined,
  bottom: number,
  columns: readonly MatchedColumn[],
  key: number,
): { readonly rows: readonly MatchedRow[]; readonly end: number } {
  const places = columns.map(({ at }) => at);
  const last = Math.max(...rows.keys());
  const found: MatchedRow[] = [];
  let end = top;
  for (let at = top + 1; at <= last; at++) {
    const cells = new Map([...(rows.get(at) ?? [])].filter(([column]) => places.includes(column)));
    if (cells.size === 0) {
      if (at > bottom) break;
      continue;
    }
    end = at;
    const own = keyText(cells.get(key));
    if (isTotal(cells) || (at === totals && own === '')) continue;
    found.push({ at, key: own, cells });
  }
  return { rows: found, end };
}

/** Totals of tables count with SUBTOTAL, which no data does. */
function isTotal(cells: ReadonlyMap<number, Held>): boolean {
  return [...cells.values()].some((held) => held.kind === 'formula' && /^SUBTOTAL\(/i.test(held.text));
}

function keyText(held: Held | undefined): string {
  if (!held || held.kind === 'formula') return '';
  return held.kind === 'number' || held.kind === 'boolean' ? String(held.value) : held.text;
}

/** A cell as people name it: `Facts!D16`. */
export function placeOf(sheet: ReturnedSheet, row: number, column: number): string {
  const plain = /^[\p{L}\p{N}_]+$/u.test(sheet.name);
  return `${plain ? sheet.name : quoteSheetName(sheet.name)}!${addressOf(row, column)}`;
}
