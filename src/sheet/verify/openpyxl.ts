/** openpyxl, an independent reader, loads a workbook and tells what it sees. */
import { readSheets } from '../package/read-cells.ts';
import { openPackage, type Parts, partText } from '../package/zip.ts';
import type { Verdict, Workshop } from './workshop.ts';

const SCRIPT = `import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
names = book.defined_names
names = list(names) if hasattr(names, "keys") else [each.name for each in names.definedName]
sheets = [{"name": s.title, "tables": {t.displayName: t.ref for t in s.tables.values()},
  "validations": len(s.data_validations.dataValidation), "charts": len(s._charts),
  "cells": sum(1 for row in s.iter_rows() for c in row if c.value is not None)} for s in book.worksheets]
print(json.dumps({"names": names, "sheets": sheets}))
`;

/** What openpyxl saw of a workbook. */
interface SeenWorkbook {
  readonly names: readonly string[];
  readonly sheets: readonly {
    readonly name: string;
    readonly tables: Readonly<Record<string, string>>;
    readonly validations: number;
    readonly charts: number;
    readonly cells: number;
  }[];
}

/** Loads the workbook with openpyxl; undefined when Python or openpyxl is not installed. */
async function seeWithOpenpyxl(
  bytes: Uint8Array,
  workshop: Workshop,
): Promise<SeenWorkbook | string | undefined> {
  await workshop.write('see.py', SCRIPT);
  await workshop.write('see.xlsx', bytes);
  for (const python of ['/usr/bin/python3', 'python3']) {
    const ran = await workshop.run(python, [`${workshop.folder}/see.py`, `${workshop.folder}/see.xlsx`]);
    if (!ran || ran.stderr.includes("No module named 'openpyxl'")) continue;
    return ran.status === 0 ? (JSON.parse(ran.stdout) as SeenWorkbook) : ran.stderr.trim();
  }
  return undefined;
}

/** Passes when openpyxl loads the file and sees every sheet with all its cells. */
export async function judgeByOpenpyxl(bytes: Uint8Array, workshop: Workshop): Promise<Verdict> {
  const seen = await seeWithOpenpyxl(bytes, workshop);
  if (seen === undefined) return { kind: 'skipped', why: 'python3 with openpyxl is not installed' };
  if (typeof seen === 'string')
    return { kind: 'failed', findings: [`openpyxl cannot load the file: ${seen}`] };
  const parts = openPackage(bytes);
  const sheets = (parts && readSheets(parts)) ?? [];
  const findings = sheets.flatMap(({ name, cells }) => {
    const match = seen.sheets.find((sheet) => sheet.name === name);
    const filled = cells.filter((cell) => cell.value !== null || cell.formula !== null).length;
    if (!match) return [`openpyxl does not see the sheet "${name}"`];
    return match.cells === filled ? [] : [`openpyxl sees ${match.cells} of ${filled} cells on "${name}"`];
  });
  const held = parts ? partCounts(parts) : { validations: 0, charts: 0 };
  for (const what of ['validations', 'charts'] as const) {
    const found = seen.sheets.reduce((sum, sheet) => sum + sheet[what], 0);
    if (found !== held[what]) findings.push(`openpyxl sees ${found} of ${held[what]} ${what}`);
  }
  if (findings.length > 0) return { kind: 'failed', findings };
  const tables = seen.sheets.reduce((sum, sheet) => sum + Object.keys(sheet.tables).length, 0);
  return {
    kind: 'passed',
    checked: `${seen.sheets.length} sheets, ${tables} tables, ${held.charts} charts, ${held.validations} validations, ${seen.names.length} names`,
  };
}

/** How many validations and charts the package holds. */
function partCounts(parts: Parts): { readonly validations: number; readonly charts: number } {
  const names = [...parts.keys()];
  const validations = names
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .flatMap((name) => partText(parts, name)!.match(/<dataValidation /g) ?? []);
  return {
    validations: validations.length,
    charts: names.filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name)).length,
  };
}
