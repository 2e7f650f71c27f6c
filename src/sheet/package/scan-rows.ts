/**
 * Reads the rows of a worksheet as they go by. Rows in the form that Parkpress writes are read by two expressions, at
 * the speed that a million cells need; from the first that is in another form on, all are parsed.
 */
import { cellParser } from './read-cells.ts';

/** A cell as the file has it. `formula` and `value` are texts without references: `&`, not `&amp;`. */
export interface ScannedCell {
  /** Letters of the column. */
  readonly column: string;
  readonly row: string;
  /** ST_CellType (18.18.11). */
  readonly type: string;
  readonly formula: string | null;
  readonly value: string | null;
}

export interface RowScanner {
  /** Takes the next piece of what stands in `sheetData`: whole rows. */
  readonly write: (piece: string) => void;
  /** Whether all of it was well-formed. */
  readonly close: () => boolean;
}

const ROW = /<row(?: [\w:]+="[^"<]*")*(?:(\/>)|>)/y;
const CELL =
  /<c r="([A-Z]{1,3})([1-9][0-9]*)"(?: s="[0-9]+")?(?: t="([a-zA-Z]+)")?(?:\/>|>(?:<f>([^<]*)<\/f>)?(?:<v>([^<]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)?<\/c>)/y;
const ROW_END = '</row>';
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold these
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const NO_TEXT = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,6});)|\]\]>/;

export function rowScanner(onCell: (cell: ScannedCell) => void): RowScanner {
  let parser: ReturnType<typeof cellParser> | undefined;
  const parse = (text: string, isWithinRow: boolean): void => {
    parser ??= parserOf(onCell, isWithinRow);
    parser.write(text);
  };
  const write = (piece: string): void => {
    const isPlain = !parser && !UNREADABLE.test(piece) && !NO_TEXT.test(piece);
    const { at, isWithinRow } = isPlain ? scan(piece, onCell) : { at: 0, isWithinRow: false };
    if (at < piece.length) parse(piece.slice(at), isWithinRow);
  };
  return { write, close: () => !parser || parser.close('</sheetData>') };
}

/** How far a piece was read: to its end, or to the first row or cell that is in another form. */
function scan(
  piece: string,
  onCell: (cell: ScannedCell) => void,
): { readonly at: number; readonly isWithinRow: boolean } {
  let at = 0;
  while (at < piece.length) {
    ROW.lastIndex = at;
    const start = ROW.exec(piece);
    if (!start) return { at, isWithinRow: false };
    at = ROW.lastIndex;
    if (start[1] !== undefined) continue;
    CELL.lastIndex = at;
    for (let found = CELL.exec(piece); found; found = CELL.exec(piece)) {
      at = CELL.lastIndex;
      const [, column = '', row = '', type = 'n', formula, value, text] = found;
      onCell({ column, row, type, formula: plain(formula), value: plain(value ?? text) });
    }
    if (!piece.startsWith(ROW_END, at)) return { at, isWithinRow: true };
    at += ROW_END.length;
  }
  return { at, isWithinRow: false };
}

function parserOf(onCell: (cell: ScannedCell) => void, isWithinRow: boolean): ReturnType<typeof cellParser> {
  const parser = cellParser(({ address, type, formula, value }) => {
    const [, column = '', row = address] = /^([A-Z]{1,3})([1-9][0-9]*)$/.exec(address) ?? [];
    onCell({ column, row, type, formula, value });
  });
  parser.write(isWithinRow ? '<sheetData><row>' : '<sheetData>');
  return parser;
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#([0-9]+)|([a-z]+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? SIGNS[name]! : String.fromCodePoint(Number(code)),
  );
}

/** Gives the rows of a worksheet part to `rows` and returns the rest of it, with no rows. */
export function withoutRows(pieces: Iterable<string>, rows: (piece: string) => void): string {
  const [start, end] = ['<sheetData>', '</sheetData>'];
  let rest = '';
  let held = '';
  let state: 'before' | 'within' | 'behind' = 'before';
  for (const piece of pieces) {
    held += piece;
    if (state === 'before') {
      const cut = held.indexOf(start);
      if (cut >= 0) {
        rest = held.slice(0, cut + start.length);
        held = held.slice(rest.length);
        state = 'within';
      }
    }
    if (state === 'within') {
      const cut = held.indexOf(end);
      const whole = cut < 0 ? lastRowEnd(held) : cut;
      if (whole > 0) rows(held.slice(0, whole));
      held = held.slice(whole);
      if (cut >= 0) state = 'behind';
    }
  }
  return rest + held;
}

function lastRowEnd(text: string): number {
  const found = text.lastIndexOf(ROW_END);
  return found < 0 ? 0 : found + ROW_END.length;
}
