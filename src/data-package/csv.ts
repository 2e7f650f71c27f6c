/** Comma-separated values (RFC 4180) that spreadsheets cannot take for formulas. */

/** What a cell holds; numbers are written as they are, also negative ones. */
export type CsvValue = string | null;

/** Texts that a spreadsheet would compute when the file is opened. */
const DANGEROUS = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * UTF-8 with a byte order mark, which Excel needs to see that it is; lines end with CR LF. A text that begins like a
 * formula gets an apostrophe before it, as OWASP advises.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): Uint8Array {
  const lines = [header, ...rows].map((row) => row.map(field).join(','));
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

function field(value: CsvValue): string {
  if (value === null) return '';
  const safe = DANGEROUS.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
