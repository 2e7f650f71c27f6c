/** What is wrong with the finished files of a data package; none of it can come from data, so it is our fault. */

/** Sentences about a CSV file: rows of one length, no field that a spreadsheet would compute. */
export function checkCsv(bytes: Uint8Array): readonly string[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const rows = parseCsv(text);
  if (!rows) return ['a quote is never closed'];
  const wrong = rows.findIndex((row) => row.length !== rows[0]!.length);
  const formula = rows.flat().find((field) => /^[=+@\t]/.test(field) || /^-(?!\d+(\.\d+)?$)/.test(field));
  return [
    ...(wrong < 0
      ? []
      : [`row ${wrong + 1} has ${rows[wrong]!.length} fields, the header ${rows[0]!.length}`]),
    ...(formula === undefined ? [] : [`"${formula.slice(0, 40)}" would be taken for a formula`]),
  ];
}

/** Reads RFC 4180; undefined when a quote stays open. */
export function parseCsv(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const field = quoted ? /"((?:[^"]|"")*)"/y : /([^,\r\n]*)/y;
    field.lastIndex = at;
    const found = field.exec(text);
    if (!found) return undefined;
    row.push(quoted ? found[1]!.replaceAll('""', '"') : found[1]!);
    at = field.lastIndex;
    if (text[at] === ',') {
      at += 1;
      // A comma at the end of a line is followed by an empty field.
      if (at === text.length || text[at] === '\r' || text[at] === '\n') row.push('');
      else continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Sentences about a descriptor. */
export function checkDescriptor(bytes: Uint8Array): readonly string[] {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as {
      resources?: unknown;
    };
    return Array.isArray(value.resources) && value.resources.length > 0 ? [] : ['it names no resources'];
  } catch {
    return ['it is no JSON'];
  }
}
