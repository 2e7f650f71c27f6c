/** Reads the cells of a finished workbook: addresses, formulas and the values that the file holds. */
import { SaxesParser } from 'saxes';
import { relationshipsOf, sheetParts, workbookPart } from './workbook-parts.ts';
import { childrenOf, parseXml, textOf } from './xml.ts';
import { type Parts, partText } from './zip.ts';

export interface ReadCell {
  readonly address: string;
  readonly formula: string | null;
  /** null when the file holds none; errors such as `#N/A` are `{ error }`. */
  readonly value: string | number | boolean | { readonly error: string } | null;
  /** Index of its style. */
  readonly style: number;
}

export interface ReadSheet {
  readonly name: string;
  readonly cells: readonly ReadCell[];
}

/** All sheets with their cells; undefined when the parts are no workbook. */
export function readSheets(parts: Parts): readonly ReadSheet[] | undefined {
  const workbook = workbookPart(parts);
  const root = workbook === undefined ? undefined : parseXml(partText(parts, workbook) ?? '');
  if (workbook === undefined || !root) return undefined;
  const strings = sharedStrings(parts, workbook);
  const sheets: ReadSheet[] = [];
  for (const { name, part } of sheetParts(parts, workbook, root)) {
    const text = partText(parts, part);
    if (text === undefined) return undefined;
    sheets.push({ name, cells: readCells(text, strings) });
  }
  return sheets;
}

export function sharedStrings(parts: Parts, workbook: string): readonly string[] {
  const part = relationshipsOf(parts, workbook).find((each) => each.kind === 'sharedStrings')?.target;
  const root = part === undefined ? undefined : parseXml(partText(parts, part) ?? '');
  return root ? childrenOf(root, 'si').map((item) => unescapeXstring(textOf(item))) : [];
}

function readCells(text: string, strings: readonly string[]): readonly ReadCell[] {
  const cells: ReadCell[] = [];
  const parser = cellParser(({ address, type, style, formula, value }) =>
    cells.push({ address, formula, value: typed(type, value, strings), style }),
  );
  parser.write(text);
  parser.close();
  return cells;
}

/** A cell as it is written: the text of its value says nothing without its type. */
interface ParsedCell {
  readonly address: string;
  readonly type: string;
  readonly style: number;
  readonly formula: string | null;
  readonly value: string | null;
}

/** Parses the text of a worksheet, or a part of it, as it comes; `close` takes the last of it and tells whether all was well-formed. */
export function cellParser(onCell: (cell: ParsedCell) => void) {
  const parser = new SaxesParser({ position: false });
  let cell = { address: '', type: '', style: 0 };
  let within = '';
  let formula: string | null = null;
  let value: string | null = null;
  let isSound = true;
  parser.on('error', () => {
    isSound = false;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const { r = '', t = 'n', s = '0' } = attributes as Record<string, string>;
    if (name === 'c') {
      cell = { address: r, type: t, style: Number(s) };
      formula = null;
      value = null;
    }
    if (name === 'f') formula = '';
    if (name === 'v' || name === 't') value ??= '';
    within = name;
  });
  parser.on('text', (part) => {
    if (within === 'f') formula = (formula ?? '') + part;
    if (within === 'v' || within === 't') value = (value ?? '') + part;
  });
  parser.on('closetag', ({ name }) => {
    within = '';
    if (name === 'c') onCell({ ...cell, formula, value });
  });
  const write = (text: string): void => {
    parser.write(text);
  };
  const close = (text = ''): boolean => {
    parser.write(text).close();
    return isSound;
  };
  return { write, close };
}

export function typed(type: string, value: string | null, strings: readonly string[]): ReadCell['value'] {
  if (value === null) return null;
  if (type === 's') return strings[Number(value)] ?? null;
  if (type === 'b') return value === '1';
  if (type === 'e') return { error: value };
  return type === 'str' || type === 'inlineStr' ? unescapeXstring(value) : Number(value);
}

/** Undoes `_xHHHH_` (22.9.2.19). */
export function unescapeXstring(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
