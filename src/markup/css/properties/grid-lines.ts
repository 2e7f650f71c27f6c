/** Grid lines and areas (css-grid-2 §7.2.1, §7.3, §8.3): names, numbers, spans. */
import type { GridAreas, GridLine } from '../../style.ts';
import { type Cursor, fixed, type Grammar } from '../grammar.ts';
import { type CssValue, wordOf } from '../values.ts';

/** Lines farther than this are refused: nobody means them, and a grid must not blow up. */
const maximumLine = 1000;
/** Rows and columns of a template of areas. */
const maximumAreas = 200;

const reserved: ReadonlySet<string> = new Set([
  'span',
  'auto',
  'inherit',
  'initial',
  'unset',
  'revert',
  'default',
]);

/** A name that a document may give to a line or an area; names keep their case. */
export function customIdent(value: CssValue | undefined): string | undefined {
  return value?.kind === 'ident' && !reserved.has(value.text.toLowerCase()) ? value.text : undefined;
}

/** `[first second]`: the names of one line. */
export function lineNames(cursor: Cursor): readonly string[] | undefined {
  const value = cursor.values[cursor.at];
  if (value?.kind !== 'group' || value.open !== '[') return undefined;
  const names = value.args.map(customIdent);
  if (names.includes(undefined)) return undefined;
  cursor.at += 1;
  return names as readonly string[];
}

/** A line as written, or undefined. */
export function readLine(cursor: Cursor): GridLine | undefined {
  if (wordOf(cursor.values[cursor.at]) === 'auto') {
    cursor.at += 1;
    return 'auto';
  }
  const parts = readParts(cursor.values, cursor.at);
  const line = parts && lineOf(parts);
  if (line === undefined) return undefined;
  cursor.at = parts!.end;
  return line;
}

interface Parts {
  readonly span: boolean;
  readonly number: number | undefined;
  readonly name: string | undefined;
  readonly end: number;
}

/** `span`, a whole number and a name in any order, each at most once. */
function readParts(values: readonly CssValue[], start: number): Parts | undefined {
  let found: Parts = { span: false, number: undefined, name: undefined, end: start };
  for (let at = start; at < values.length; at += 1) {
    const value = values[at]!;
    const name = customIdent(value);
    if (wordOf(value) === 'span' && !found.span) found = { ...found, span: true };
    else if (value.kind === 'number' && Number.isInteger(value.value) && found.number === undefined)
      found = { ...found, number: value.value };
    else if (name !== undefined && found.name === undefined) found = { ...found, name };
    else break;
    found = { ...found, end: at + 1 };
  }
  return found.end === start ? undefined : found;
}

function lineOf({ span, number, name }: Parts): GridLine | undefined {
  if (number === 0 || Math.abs(number ?? 1) > maximumLine) return undefined;
  if (span) {
    if (number !== undefined && number < 0) return undefined;
    if (number === undefined && name === undefined) return undefined;
    return { span: number ?? 1, ...(name === undefined ? {} : { name }) };
  }
  if (name !== undefined) return number === undefined ? { name } : { line: number, name };
  return number === undefined ? undefined : { line: number };
}

/** `auto`, a line number or name, or `span` and a count or a name (css-grid-2 §8.3). */
export const gridLine: Grammar<GridLine> = {
  expects: 'auto, a line number, the name of a line or area, span and a count',
  words: ['auto', 'span'],
  read: (cursor) => {
    const line = readLine(cursor);
    return line === undefined ? undefined : fixed(line);
  },
};

/** What a line that is left out of a shorthand is: the same name again, else auto (css-grid-2 §8.4). */
export function repeatedLine(line: GridLine): GridLine {
  return line !== 'auto' && 'name' in line && !('line' in line) && !('span' in line) ? line : 'auto';
}

/** Rows of area names as rectangles; undefined when a row is longer than another or an area is no rectangle. */
export function areasOf(rows: readonly string[]): GridAreas | undefined {
  const cells = rows.map((row) => row.trim().split(/[ \t\n\r\f]+/));
  const columns = cells[0]?.length ?? 0;
  if (cells.length > maximumAreas || columns > maximumAreas) return undefined;
  const isWord = (cell: string): boolean => /^(?:\.+|[-_\p{L}\p{N}\u{80}-\u{10ffff}]+)$/u.test(cell);
  if (cells.some((row) => row.length !== columns || !row.every(isWord))) return undefined;
  const found = new Map<
    string,
    { row: number; column: number; rowEnd: number; columnEnd: number; count: number }
  >();
  cells.forEach((names, row) => {
    names.forEach((name, column) => {
      if (name.startsWith('.')) return;
      const area = found.get(name) ?? { row, column, rowEnd: row, columnEnd: column, count: 0 };
      area.column = Math.min(area.column, column);
      area.columnEnd = Math.max(area.columnEnd, column + 1);
      area.rowEnd = row + 1;
      area.count += 1;
      found.set(name, area);
    });
  });
  const areas = [...found].map(([name, { row, column, rowEnd, columnEnd, count }]) => {
    const rowSpan = rowEnd - row;
    const columnSpan = columnEnd - column;
    return { name, row, column, rowSpan, columnSpan, isWhole: count === rowSpan * columnSpan };
  });
  if (areas.some(({ isWhole }) => !isWhole)) return undefined;
  return { rows: cells.length, columns, areas: areas.map(({ isWhole: _, ...area }) => area) };
}

/** The strings of `grid-template-areas`, as they follow each other. */
export const templateAreas: Grammar<GridAreas | 'none'> = {
  expects: 'none, a string of area names for each row, every area a rectangle',
  words: ['none'],
  read: (cursor) => {
    if (wordOf(cursor.values[cursor.at]) === 'none') {
      cursor.at += 1;
      return fixed('none');
    }
    const rows: string[] = [];
    for (let at = cursor.at; at < cursor.values.length; at += 1) {
      const value = cursor.values[at]!;
      if (value.kind !== 'string') break;
      rows.push(value.text);
    }
    const areas = rows.length === 0 ? undefined : areasOf(rows);
    if (areas === undefined) return undefined;
    cursor.at += rows.length;
    return fixed(areas);
  },
};
