/** Cell addresses of SpreadsheetML (ECMA-376 part 1, 18.3.1.4): columns by letters, rows from 1. */

/** Limits of a worksheet. */
export const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** Letters of a column counted from 1: 1 is `A`, 27 is `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Number of a column from its letters. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column;
}

/** `B3` for row 3, column 2. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** `$B$3`. */
export function absoluteAddress(row: number, column: number): string {
  return `$${columnLetters(column)}$${row}`;
}

/** Row and column of an address such as `B3` or `$B$3`; undefined when it is none. */
export function parseAddress(address: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(address);
  if (!match) return undefined;
  const column = columnNumber(match[1]!);
  const row = Number(match[2]);
  return column <= MAX_COLUMNS && row <= MAX_ROWS ? { row, column } : undefined;
}

/** A sheet name as formulas write it: quoted, apostrophes doubled. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** True for words that a spreadsheet would read as an address: `tax2021`, `R1C1`, `r`. Such words name nothing. */
export function looksLikeAddress(word: string): boolean {
  if (/^(r|c|r[0-9]*c[0-9]*|r[0-9]+|c[0-9]+)$/i.test(word)) return true;
  return parseAddress(word.toUpperCase()) !== undefined;
}
