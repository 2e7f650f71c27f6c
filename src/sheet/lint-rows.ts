/** Inspects the rows of a worksheet as they are written or read; no cell is kept but those that are asked for. */
import { parseAddress } from './address.ts';
import { refusedFunctions } from './formula/refused.ts';
import { MAX_TEXT } from './formula/value.ts';
import { type ReadCell, typed, unescapeXstring } from './package/read-cells.ts';
import { rowScanner, type ScannedCell } from './package/scan-rows.ts';

export interface RowLint {
  /** Takes the next piece of what stands in `sheetData`: whole rows. */
  readonly write: (piece: string) => void;
  readonly close: () => LintedRows;
}

export interface LintedRows {
  readonly isWellFormed: boolean;
  readonly found: readonly string[];
  /** Values of the cells that were asked for, by address. */
  readonly values: ReadonlyMap<string, ReadCell['value']>;
}

const MAX_FORMULA = 8192;
const refusedCalls = new RegExp(`\\b(${Object.keys(refusedFunctions).join('|')})\\(`, 'i');
/** Sound formulas are remembered: those of a column are all the same. */
const REMEMBERED = 100;

/** `asked`: addresses of cells; `strings`: the shared texts of the workbook. */
export function rowLint(sheet: string, asked: ReadonlySet<string>, strings: readonly string[]): RowLint {
  const found: string[] = [];
  const values = new Map<string, ReadCell['value']>();
  const sound = new Set<string>();
  const rows = [...new Set([...asked].map((address) => address.replace(/^[A-Z]+/, '')))];
  const scanner = rowScanner((cell) => {
    const { column, row, formula } = cell;
    const isShort = column !== '' && column.length < 3 && row.length < 7;
    if (!isShort && !parseAddress(column + row)) found.push(`"${column}${row}" on ${sheet} is no address`);
    if (rows.includes(row) && asked.has(column + row))
      values.set(column + row, typed(cell.type, cell.value, strings));
    const wrong = valueFault(cell, strings);
    if (wrong !== undefined) found.push(`${sheet}!${column}${row} holds ${wrong}`);
    if (formula === null || (cell.value !== null && sound.has(formula))) return;
    const fault = cell.value === null ? 'has no value' : formulaFault(formula);
    if (fault !== undefined) found.push(`the formula in ${sheet}!${column}${row} ${fault}`);
    else if (sound.size < REMEMBERED) sound.add(formula);
  });
  return { write: scanner.write, close: () => ({ isWellFormed: scanner.close(), found, values }) };
}

function valueFault({ type, value }: ScannedCell, strings: readonly string[]): string | undefined {
  if (value === null) return undefined;
  switch (type) {
    case 's':
      return lengthFault(strings[Number(value)] ?? '');
    case 'e':
      return `the error ${value}`;
    case 'str':
    case 'inlineStr':
      // An escape counts as the one character that it stands for.
      return value.length > MAX_TEXT ? lengthFault(unescapeXstring(value)) : undefined;
    case 'b':
      return undefined;
    default:
      return Number.isFinite(Number(value)) ? undefined : 'a number that is none';
  }
}

function lengthFault({ length }: string): string | undefined {
  return length > MAX_TEXT ? `${length} characters` : undefined;
}

function formulaFault(formula: string): string | undefined {
  if (formula.length > MAX_FORMULA) return `has ${formula.length} characters`;
  const refused = refusedCalls.exec(formula.replace(/"[^"]*"|\[[^\]]*\]/g, ''))?.[1];
  return refused === undefined ? undefined : `uses ${refused}`;
}
