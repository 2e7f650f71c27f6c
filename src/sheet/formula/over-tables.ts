/**
 * Formulas over the data tables themselves, outside any workbook: what a brochure prints is computed by the tree that
 * gives cells their values. Tables are named as in `of=`, columns as in `field=`.
 */
import type { DataTables } from '../place/rows.ts';
import type { Fault } from '../read/fault.ts';
import { bindFormula, type ColumnSymbol, type TableSymbol } from './bind.ts';
import { evaluate } from './evaluate.ts';
import type { Reference } from './formula.ts';
import { parseFormula } from './parse.ts';
import { type Cells, isProblem, type Result, type Scalar } from './value.ts';

/** A value, or why there is none. */
export type Computed =
  | { readonly value: Exclude<Scalar, null> }
  | { readonly why: string; readonly help?: string };

/** Computes formulas over these tables; columns are made when they are first asked for. */
export function computeOver(tables: DataTables): (formula: string) => Computed {
  const columns = new Map<string, Cells>();
  const symbols = { cells: new Map(), names: new Map(), tables: lazily(() => symbolsOf(tables)) };
  const lookup = (to: Reference): Cells => {
    if (to.kind !== 'column') throw new Error('Data tables have columns only.');
    const key = `${to.table}.${to.column}`;
    const found = columns.get(key) ?? { cells: cellsOf(tables, to.table, to.column), single: false };
    columns.set(key, found);
    return found;
  };
  return (formula) => {
    let told: { why: string; help?: string } | undefined;
    const fault: Fault = (_code, _at, message, help) => {
      told ??= { why: message, ...(help !== undefined && { help }) };
    };
    const parsed = parseFormula(formula, (offset) => offset, fault);
    const bound = parsed && bindFormula(parsed, { ...symbols, tables: symbols.tables() }, undefined, fault);
    if (!bound) return told ?? { why: 'the formula cannot be read' };
    const result = evaluate(bound, lookup);
    if (!isProblem(result)) return { value: result ?? 0 };
    const gives = result.problem === 'unknown' ? 'it cannot be computed' : `it gives ${result.problem}`;
    return {
      why: `${gives}: ${result.why}`,
      help: 'Guard it with IF or IFERROR, or print it only where the figures are there.',
    };
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Ids of formulas do not tell capitals apart. */
function symbolsOf(tables: DataTables): ReadonlyMap<string, TableSymbol> {
  return new Map(
    Object.entries(tables).map(([id, rows]) => {
      const fields = new Set<string>();
      for (const row of rows) for (const field of Object.keys(row)) fields.add(field);
      const columns = new Map(
        [...fields].map((field): [string, ColumnSymbol] => [field, { heading: field, holdsText: false }]),
      );
      return [id.toLowerCase(), { id, columns, omitted: rows.length === 0 }];
    }),
  );
}

/** Spreadsheets keep no more digits; a number with more is a text here, too. */
const NUMBER = /^-?(?=(?:\D*\d){1,15}\D*$)\d+(?:\.\d+)?$/;

/** A column is one of numbers if all that it holds are; codes beside years stay texts. */
function cellsOf(tables: DataTables, table: string, field: string): readonly Result[] {
  const written = Array.from(tables[table]!, (row) => row[field] ?? null);
  const isNumeric = written.every((each) => each === null || each === '' || NUMBER.test(each));
  return written.map((each) => (each === null || each === '' ? null : isNumeric ? Number(each) : each));
}
