/** For tests: presses small workbooks and tells what a user would see. */
import { positionOf } from '../../diagnostics/position.ts';
import { finishedDocument } from '../../template/merged.ts';
import { pressWorkbook, type SheetContext } from '../index.ts';
import { type ReadCell, readSheets } from '../package/read-cells.ts';
import { openPackage, type Parts, partText } from '../package/zip.ts';
import type { DataTables } from '../place/rows.ts';

const properties: SheetContext['properties'] = {
  title: 'Test park',
  creator: 'Parkpress',
  date: '2026-11-23',
  custom: { Edition: '2026' },
};

export interface Pressed {
  readonly bytes: Uint8Array | undefined;
  /** `line:column message` in the order of the faults. */
  readonly messages: readonly string[];
  readonly help: readonly string[];
  /** The text of a part. */
  readonly part: (name: string) => string;
  readonly cell: (sheet: string, address: string) => ReadCell | undefined;
}

/** Presses a whole document. */
export async function press(
  text: string,
  tables: DataTables = {},
  lang: 'en' | 'zh' = 'en',
): Promise<Pressed> {
  const merged = finishedDocument({ path: 'book.xml', text });
  const { value, diagnostics } = await pressWorkbook(merged, { tables, lang, properties });
  const parts: Parts = (value && openPackage(value)) ?? new Map();
  const sheets = value ? (readSheets(parts) ?? []) : [];
  return {
    bytes: value,
    messages: diagnostics.map(({ primary, message }) => {
      if (!primary) return message;
      const { line, column } = positionOf(primary.span.source, primary.span.start);
      return `${line}:${column} ${message}`;
    }),
    help: diagnostics.map((each) => each.help ?? ''),
    part: (name) => partText(parts, name) ?? '',
    cell: (sheet, address) =>
      sheets.find((each) => each.name === sheet)?.cells.find((cell) => cell.address === address),
  };
}

/** Presses what stands on one sheet called `S`; its first line is line 1. */
export function pressSheet(inner: string, tables: DataTables = {}): Promise<Pressed> {
  return press(`<workbook title="T"><sheet id="s" name="S">${inner}</sheet></workbook>`, tables);
}

/** Columns before the content that `pressSheet` is given. */
export const sheetIndent = '<workbook title="T"><sheet id="s" name="S">'.length;
