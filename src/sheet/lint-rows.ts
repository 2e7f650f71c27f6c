/** Inspects the rows of a worksheet as they are written or read; no cell is kept but those that are asked for. */
import { parseAddress } from './address.ts';
import { refusedFunctions } from './formula/refused.ts';
import { MAX_TEXT } from './formula/value.ts';
import { type ReadCell, typed } from './package/read-cells.ts';
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
  const rows = new Set([...asked].map((address) => address.replace(/^[A-Z]+/, '')));
  const scanner = rowScanner((cell) => {
    const address = `${cell.column}${cell.row}`;
    lintValue(cell, `${sheet}!${address}`, strings, found);
    const isShort = cell.column !== '' && cell.column.length < 3 && cell.row.length < 7;
    if (!isShort && !parseAddress(address)) found.push(`"${address}" on ${sheet} is no address`);
    if (rows.has(cell.row) && asked.has(address)) values.set(address, typed(cell.type, cell.value, strings));
    const { formula } = cell;
    if (formula === null) return;
    if (cell.value === null) found.push(`the formula in ${sheet}!${address} has no value`);
    if (sound.has(formula)) return;
    const wrong = formulaFault(formula);
    if (wrong !== undefined) found.push(`the formula in ${sheet}!${address} ${wrong}`);
    else if (sound.size < REMEMBERED) sound.add(formula);
  });
  return { write: scanner.write, close: () => ({ isWellFormed: scanner.close(), found, values }) };
}

function lintValue(
  { type, value }: ScannedCell,
  where: string,
  strings: readonly string[],
  found: string[],
): void {
  if (value === null) return;
  switch (type) {
    case 's': {
      const { length } = strings[Number(value)] ?? '';
      if (length > MAX_TEXT) found.push(`${where} holds ${length} characters`);
      return;
    }
    case 'e':
      found.push(`${where} holds the error ${value}`);
      return;
    case 'str':
    case 'inlineStr':
      // Escapes of single characters count as the characters that they stand for.
      if (value.length > MAX_TEXT) {
        const held = typed(type, value, strings);
        if (typeof held === 'string' && held.length > MAX_TEXT)
          found.push(`${where} holds ${held.length} characters`);
      }
      return;
    case 'b':
      return;
    default:
      if (!Number.isFinite(Number(value))) found.push(`${where} holds a number that is none`);
  }
}

function formulaFault(formula: string): string | undefined {
  if (formula.length > MAX_FORMULA) return `has ${formula.length} characters`;
  const refused = refusedCalls.exec(formula.replace(/"[^"]*"|\[[^\]]*\]/g, ''))?.[1];
  return refused === undefined ? undefined : `uses ${refused}`;
}
