/** Collects what formulas can meet (known values, by key) and the formulas themselves as jobs. */
import { bindFormula, type Symbols, type TableSymbol } from '../formula/bind.ts';
import type { BoundFormula, Formula } from '../formula/formula.ts';
import { formulaText } from '../formula/to-text.ts';
import type { Problem, Result } from '../formula/value.ts';
import type { Fault, TextRange } from '../read/fault.ts';
import type { DataType } from '../read/vocabulary.ts';
import { type FixedContent, isValueFault, typedValue } from './cell-value.ts';
import type { BookPlan, SheetPlan, TablePlan } from './layout.ts';

/** Key of a free cell, of a cell of a table (rows from 0), and of a whole column. */
export const cellKey = (sheet: string, row: number, column: number): string =>
  `cell ${row} ${column} ${sheet}`;
export const tableKey = (table: string, column: string, row: number): string =>
  `table ${table}.${column} ${row}`;
export const columnKey = (table: string, column: string): string => `column ${table}.${column}`;

/** One formula in one cell. */
interface Job {
  readonly formula: BoundFormula;
  readonly text: string;
  readonly at: TextRange;
  /** Row of the table, for computed columns. */
  readonly row: number;
}

export interface Gathered {
  /** Values by the key of their cell: those of the data now, those of formulas as they are computed. */
  readonly values: Map<string, Result>;
  readonly jobs: Map<string, Job>;
  /** Keys of the cells of every column, from its first row. */
  readonly columns: Map<string, readonly string[]>;
  /** Texts of the formulas of computed columns. */
  readonly columnTexts: Map<string, string>;
}

/** Formulas that use something that was reported are not reported again. */
export const TOLD: Problem = { problem: 'unknown', why: 'something it uses was reported' };

export function gatherFormulas(plan: BookPlan, fault: Fault): Gathered {
  const gathered: Gathered = {
    values: new Map(),
    jobs: new Map(),
    columns: new Map(),
    columnTexts: new Map(),
  };
  const gatherer: Gatherer = { ...gathered, symbols: plan.symbols, fault };
  for (const sheet of plan.sheets) {
    gatherFreeCells(sheet, gatherer);
    for (const table of sheet.tables) gatherTable(table, sheet.sheet.name.value, gatherer);
  }
  return gathered;
}

interface Gatherer extends Gathered {
  readonly symbols: Symbols;
  readonly fault: Fault;
}

function gatherFreeCells(plan: SheetPlan, gatherer: Gatherer): void {
  const sheet = plan.sheet.name.value;
  for (const { row, at } of plan.rows) {
    let column = 1;
    for (const { content, type, span } of row.cells) {
      const key = cellKey(sheet, at, column);
      column += span;
      if (content.kind === 'value') gatherer.values.set(key, knownValue(content.text, type));
      else if (content.kind === 'broken') gatherer.values.set(key, TOLD);
      else {
        const read = readFormula(content.formula, sheet, undefined, gatherer);
        addJob(key, read && { ...read, at: content.at, row: -1 }, gatherer);
      }
    }
  }
}

function gatherTable({ table, symbol, data }: TablePlan, sheet: string, gatherer: Gatherer): void {
  const id = table.id.value;
  for (const column of table.columns) {
    const { source, type } = column;
    const keys = data.map((_, row) => tableKey(id, column.id.value, row));
    gatherer.columns.set(columnKey(id, column.id.value), keys);
    if (source.kind === 'field') {
      for (const [row, key] of keys.entries()) {
        gatherer.values.set(key, knownValue(data[row]?.[source.name] ?? null, type));
      }
      continue;
    }
    const read = source.kind === 'formula' ? readFormula(source.formula, sheet, symbol, gatherer) : undefined;
    if (read) gatherer.columnTexts.set(columnKey(id, column.id.value), read.text);
    const at = source.kind === 'formula' ? source.at : column.id.at;
    for (const [row, key] of keys.entries()) addJob(key, read && { ...read, at, row }, gatherer);
  }
}

function readFormula(
  formula: Formula,
  sheet: string,
  table: TableSymbol | undefined,
  { symbols, fault }: Gatherer,
): { formula: BoundFormula; text: string } | undefined {
  const bound = bindFormula(formula, symbols, table, fault);
  return bound && { formula: bound, text: formulaText(bound, sheet) };
}

function addJob(key: string, job: Job | undefined, { jobs, values }: Gatherer): void {
  if (job) jobs.set(key, job);
  else values.set(key, TOLD);
}

function knownValue(written: string | null, type: DataType): Result {
  const value = typedValue(written, type);
  return isValueFault(value) ? TOLD : fixedResult(value.content);
}

/** What a formula that refers to a cell with this content gets. */
export function fixedResult(content: FixedContent): Result {
  if (content.kind === 'blank') return null;
  return content.kind === 'text' ? content.text : content.value;
}
