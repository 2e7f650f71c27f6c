/** The data that tables are bound to. */

/** One row: texts in the publication's language, numbers as exact decimals, null where nothing is stated. */
export type DataRow = Readonly<Record<string, string | null>>;

export type DataTables = Readonly<Record<string, readonly DataRow[]>>;
