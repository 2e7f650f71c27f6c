/** The cells of a worksheet part (18.3.1.80), read as a stream. */
import { SaxesParser } from 'saxes';
import { parseAddress } from '../sheet/address.ts';
import { unescapeXstring } from '../sheet/package/read-cells.ts';
import { childrenOf, type Element, localName, textOf } from '../sheet/package/xml.ts';
import { numberedDay } from '../sheet/serial-day.ts';
import type { Held } from './held.ts';

export interface CellContext {
  readonly strings: readonly string[];
  /** By index of the cell style: whether numbers are shown as days. */
  readonly dates: readonly boolean[];
  readonly is1904: boolean;
}

type Rows = Map<number, Map<number, Held>>;

const MAX_CELLS = 4_000_000;

/** Cells that hold something; undefined when the part is damaged or has too many. */
export function readCells(text: string, context: CellContext): Rows | undefined {
  const rows: Rows = new Map();
  const parser = new SaxesParser({ position: false });
  let cell = NO_CELL;
  let within = '';
  let isPhonetic = false;
  let formula: string | undefined;
  let value = '';
  let isFailed = false;
  let count = 0;
  let nextRow = 1;
  let nextColumn = 1;
  parser.on('error', () => {
    isFailed = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    const { r, t = 'n', s = '0' } = attributes as Record<string, string>;
    if (local === 'row') {
      nextRow = Number(r ?? nextRow);
      nextColumn = 1;
    }
    if (local === 'c') {
      const at = (r !== undefined ? parseAddress(r) : undefined) ?? { row: nextRow, column: nextColumn };
      cell = { ...at, type: t, style: Number(s) };
      formula = undefined;
      value = '';
    }
    if (local === 'f') formula = '';
    if (local === 'rPh') isPhonetic = true;
    within = local;
  });
  parser.on('text', (part) => {
    if (within === 'f') formula = (formula ?? '') + part;
    if ((within === 'v' || within === 't') && !isPhonetic) value += part;
  });
  parser.on('closetag', ({ name }) => {
    const local = localName(name);
    within = '';
    if (local === 'rPh') isPhonetic = false;
    if (local === 'row') nextRow += 1;
    if (local !== 'c') return;
    nextColumn = cell.column + 1;
    const held = heldOf(cell, formula, value, context);
    if (!held) return;
    count += 1;
    if (count > MAX_CELLS) return;
    const row = rows.get(cell.row) ?? new Map<number, Held>();
    rows.set(cell.row, row.set(cell.column, held));
  });
  parser.write(text).close();
  return isFailed || count > MAX_CELLS ? undefined : rows;
}

const NO_CELL = { row: 1, column: 1, type: 'n', style: 0 };

function heldOf(
  { type, style }: typeof NO_CELL,
  formula: string | undefined,
  value: string,
  { strings, dates, is1904 }: CellContext,
): Held | undefined {
  if (formula !== undefined) return { kind: 'formula', text: formula };
  if (value === '') return undefined;
  switch (type) {
    case 's': {
      const text = strings[Number(value)] ?? '';
      return text === '' ? undefined : { kind: 'text', text };
    }
    case 'str':
    case 'inlineStr':
      return { kind: 'text', text: plain(unescapeXstring(value)) };
    case 'b':
      return { kind: 'boolean', value: value === '1' };
    case 'e':
      return { kind: 'error', text: value };
    case 'd':
      return { kind: 'date', text: value };
    default: {
      const number = Number(value);
      if (!Number.isFinite(number)) return { kind: 'error', text: value };
      return dates[style]
        ? { kind: 'date', text: numberedDay(number, is1904) }
        : { kind: 'number', value: number };
    }
  }
}

/** Line breaks as the data have them. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

/** The text of a string item (18.4.8): plain or in runs, without the readings written above it. */
export function textOfRuns(item: Element): string {
  const pieces = childrenOf(item).map((child) => {
    if (child.name === 't') return textOf(child);
    return child.name === 'r' ? childrenOf(child, 't').map(textOf).join('') : '';
  });
  return plain(unescapeXstring(pieces.join('')));
}
