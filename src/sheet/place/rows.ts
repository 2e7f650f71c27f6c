/** The data that tables are bound to. */

/** One row: texts in the publication's language, numbers as exact decimals, null where nothing is stated. */
export type DataRow = Readonly<Record<string, string | null>>;

/**
 * Rows of a known number that can be gone through again and again, with the same rows each time: an array, or
 * what makes its rows when they are asked for.
 */
export interface DataRows extends Iterable<DataRow> {
  readonly length: number;
}

export type DataTables = Readonly<Record<string, DataRows>>;

/** The rows with their numbers from 0. As many as were promised must come: tables are planned by their number. */
export function* numberedRows(rows: DataRows): Generator<readonly [number, DataRow]> {
  let count = 0;
  for (const row of rows) {
    if (count === rows.length) break;
    yield [count++, row];
  }
  if (count < rows.length) throw new RangeError(`${rows.length} rows were promised, ${count} came`);
}
