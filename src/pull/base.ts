/** What a workbook held when it was made, from its hidden sheet (`sheet/place/base-sheet.ts` says how it is written). */
import type { DataType } from '../sheet/read/vocabulary.ts';
import type { Held } from './held.ts';
import type { ReturnedSheet } from './read-workbook.ts';

export interface Base {
  readonly origin: ReadonlyMap<string, string>;
  readonly tables: readonly BaseTable[];
  /** Digests of what sheets held outside editable tables, by name. */
  readonly sheets: ReadonlyMap<string, string>;
}

export interface BaseTable {
  readonly id: string;
  readonly sheet: string;
  /** The data table that it shows. */
  readonly of: string;
  /** The field that holds the keys of rows. */
  readonly key: string;
  readonly columns: readonly BaseColumn[];
  /** Values by the key of their row, in the order of the columns. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

export interface BaseColumn {
  readonly id: string;
  /** '' for computed columns. */
  readonly field: string;
  readonly type: DataType;
  readonly isEditable: boolean;
  readonly heading: string;
}

/** Undefined when the sheet is not as this version writes it. */
export function readBase(sheet: ReturnedSheet, version: string): Base | undefined {
  const records = [...sheet.rows.entries()].sort(([a], [b]) => a - b).map(([, cells]) => recordOf(cells));
  const [first, ...rest] = records;
  if (first?.[0] !== 'base' || first[1] !== version) return undefined;
  const origin = new Map<string, string>();
  for (let index = 2; index < first.length; index += 2) origin.set(first[index]!, first[index + 1] ?? '');
  const tables = new Map<string, BaseTable & { columns: BaseColumn[]; rows: Map<string, string[]> }>();
  const sheets = new Map<string, string>();
  for (const [kind, id = '', ...fields] of rest) {
    if (kind === 'sheet') {
      sheets.set(id, fields[0] ?? '');
      continue;
    }
    if (kind === 'table') {
      const [name = '', of = '', key = ''] = fields;
      tables.set(id, { id, sheet: name, of, key, columns: [], rows: new Map() });
      continue;
    }
    const table = tables.get(id);
    if (!table) return undefined;
    if (kind === 'column') {
      const [column = '', field = '', type = 'text', edit = '', heading = ''] = fields;
      table.columns.push({ id: column, field, type: type as DataType, isEditable: edit === 'edit', heading });
    } else if (kind === 'row') {
      const [key = '', ...values] = fields;
      table.rows.set(
        key,
        table.columns.map((_, index) => values[index] ?? ''),
      );
    } else return undefined;
  }
  return { origin, tables: [...tables.values()], sheets };
}

/** The cells of a row as texts; programs may have made numbers of them. */
function recordOf(cells: ReadonlyMap<number, Held>): string[] {
  const last = Math.max(...cells.keys());
  return Array.from({ length: last }, (_, index) => {
    const held = cells.get(index + 1);
    if (!held) return '';
    return held.kind === 'number' || held.kind === 'boolean' ? String(held.value) : held.text;
  });
}
