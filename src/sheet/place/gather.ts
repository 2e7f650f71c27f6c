/** Collects what formulas can meet (known values of free cells, by key) and the formulas themselves as jobs. */
import { bindFormula, type Symbols, type TableSymbol } from '../formula/bind.ts';
import type { BoundFormula, Formula } from '../formula/formula.ts';
import { formulaText } from '../formula/to-text.ts';
import type { Problem, Result } from '../formula/value.ts';
import type { Fault, TextRange } from '../read/fault.ts';
import type { DataType } from '../read/vocabulary.ts';
import { type FixedContent, isValueFault, typedValue } from './cell-value.ts';
import type { BookPlan, SheetPlan, TablePlan } from './layout.ts';

/** Key of a free cell, and of a column of a table. */
export const cellKey = (sheet: string, row: number, column: number): string =>
  `cell ${row} ${column} ${sheet}`;
export const columnKey = (table: string, column: string): string => `column ${table}.${column}`;

/** A formula of one free cell, or of all cells of a column. */
export interface Job {
  readonly formula: BoundFormula;
  readonly text: string;
  readonly at: TextRange;
  /** The column that it computes, from 0; null for a free cell. */
  readonly column: { readonly plan: TablePlan; readonly index: number } | null;
}

export interface Gathered {
  /** Values of free cells by key: those that are written now, those of formulas as they are computed. */
  readonly values: Map<string, Result>;
  readonly jobs: Map<string, Job>;
  /** Texts of the formulas of computed columns. */
  readonly columnTexts: Map<string, string>;
}

/** Formulas that use something that was reported are not reported again. */
export const TOLD: Problem = { problem: 'unknown', why: 'something it uses was reported' };

export function gatherFormulas(plan: BookPlan, fault: Fault): Gathered {
  const gathered: Gathered = { values: new Map(), jobs: new Map(), columnTexts: new Map() };
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
        if (read) gatherer.jobs.set(key, { ...read, at: content.at, column: null });
        else gatherer.values.set(key, TOLD);
      }
    }
  }
}

/** A column whose formula was reported has no job, and no row a value for it. */
function gatherTable(plan: TablePlan, sheet: string, gatherer: Gatherer): void {
  const { table, symbol, data } = plan;
  for (const [index, { id, source }] of table.columns.entries()) {
    if (source.kind !== 'formula') continue;
    const key = columnKey(table.id.value, id.value);
    const read = readFormula(source.formula, sheet, symbol, gatherer);
    if (!read) continue;
    gatherer.columnTexts.set(key, read.text);
    if (data.length > 0) gatherer.jobs.set(key, { ...read, at: source.at, column: { plan, index } });
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

/** What formulas get for a value as it is written. */
export function knownValue(written: string | null, type: DataType): Result {
  const value = typedValue(written, type);
  return isValueFault(value) ? TOLD : fixedResult(value.content);
}

/** What a formula that refers to a cell with this content gets. */
export function fixedResult(content: FixedContent): Result {
  if (content.kind === 'blank') return null;
  return content.kind === 'text' ? content.text : content.value;
}
