/**
 * Sheet vocabulary to XLSX: merged text is read into a declared workbook, placed together with the data,
 * written, finished and inspected. The same input gives the same bytes.
 */
import type { Report } from '../diagnostics/diagnostic.ts';
import { collect, type Outcome } from '../diagnostics/outcome.ts';
import type { Lang } from '../model/publication.ts';
import type { Merged } from '../template/merged.ts';
import type { Files } from '../world.ts';
import { finishPackage } from './finish/finish.ts';
import type { WorkbookProperties } from './finish/properties.ts';
import { sealInto } from './finish/seal.ts';
import { lintPackage } from './lint.ts';
import type { Sink } from './package/zip.ts';
import { placeBook, type Surroundings } from './place/place.ts';
import type { DataRow, DataTables } from './place/rows.ts';
import { type Fault, faultsOf } from './read/fault.ts';
import { readBook } from './read/read-book.ts';
import { writeWithExceljs } from './write/write-exceljs.ts';
import type { WriteBook } from './write/writer.ts';

export { vocabularyDocs } from './vocabulary-docs.ts';

export interface SheetContext {
  /** What tables are bound to, by name. */
  readonly tables: DataTables;
  readonly properties: WorkbookProperties;
  /** Language of built-in words and fonts, unless the workbook says another. */
  readonly lang: Lang;
  /** Gives pictures; without it there are none. */
  readonly files?: Pick<Files, 'read'>;
  /** Park, template and data, by which a returned workbook is recognised. */
  readonly origin?: Readonly<Record<string, string>>;
  /** Whether a change of a cell of this field could go back to the data; by default all could. */
  readonly isOpen?: (row: DataRow, field: string) => boolean;
}

/** Makes the finished workbook; no bytes when anything is wrong. `write` replaces exceljs, for other writers. */
export async function pressWorkbook(
  merged: Merged,
  context: SheetContext,
  write: WriteBook = writeWithExceljs,
): Promise<Outcome<Uint8Array>> {
  const pieces: Uint8Array[] = [];
  const { value, diagnostics } = await pressWorkbookInto(
    (bytes) => {
      pieces.push(bytes);
    },
    merged,
    context,
    write,
  );
  return value ? { value: joined(pieces), diagnostics } : { diagnostics };
}

/**
 * The same, piece by piece: large tables are made while their bytes go out, and nothing grows with their rows. Nothing
 * goes out before all data are known to fit; what has gone out is worthless if the outcome has no value all the same.
 */
export async function pressWorkbookInto(
  sink: Sink,
  merged: Merged,
  context: SheetContext,
  write: WriteBook = writeWithExceljs,
): Promise<Outcome<true>> {
  let faults = 0;
  const placed = collect((report) => {
    const tell = faultsOf(merged, report);
    const fault: Fault = (...told) => {
      faults += 1;
      tell(...told);
    };
    const book = readBook(merged, context.lang, context.files ?? noFiles, fault);
    return book && placeBook(book, surroundingsOf(merged, context), fault);
  });
  if (!placed.value || faults > 0) return { diagnostics: placed.diagnostics };
  const finished = finishPackage(await write(placed.value), placed.value, context.properties);
  const found = await sealInto(sink, finished);
  const inspected = collect((report) => tellFound(found, report));
  const diagnostics = [...placed.diagnostics, ...inspected.diagnostics];
  return inspected.value ? { value: true, diagnostics } : { diagnostics };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const noFiles: Pick<Files, 'read'> = { read: () => undefined };

function surroundingsOf({ base }: Merged, context: SheetContext): Surroundings {
  const { tables, files = noFiles, origin = {}, isOpen = () => true } = context;
  return { tables, files, base, origin, isOpen };
}

/** Inspects finished bytes; every message is a fault of Parkpress, not of the template. */
export function checkWorkbook(bytes: Uint8Array): Outcome<true> {
  return collect((report) => tellFound(lintPackage(bytes), report));
}

function tellFound(found: readonly string[], report: Report): true | undefined {
  const help = 'this is a fault in Parkpress; please report it';
  for (const message of found) report({ code: 'X100', severity: 'error', message, help });
  return found.length === 0 ? true : undefined;
}
