/** The workbook that the formulas of the cases stand in: a table `t` and cells, here and in the file. */

import { isValueFault, typedValue } from '../../place/cell-value.ts';
import { fixedResult } from '../../place/gather.ts';
import type { DataTables } from '../../place/rows.ts';
import type { DataType } from '../../read/vocabulary.ts';
import type { ColumnSymbol, Symbols } from '../bind.ts';
import type { Lookup } from '../evaluate.ts';
import type { CellRef } from '../formula.ts';
import type { Result } from '../value.ts';

interface Column {
  readonly type: DataType;
  /** As the data has them; null for what is not stated. */
  readonly values: readonly (string | null)[];
}

/** `mix` has days, texts and nothing: a year or a month alone stays text. */
const columns: Readonly<Record<string, Column>> = {
  id: { type: 'text', values: ['built', 'approved', 'output', 'tax', 'a*b', 'zero', 'blank'] },
  group: { type: 'text', values: ['land', 'Land', 'economy', 'economy', 'park of land', null, null] },
  n: { type: 'number', values: ['8', '27.96', '79140000000', '-3.5', '0.1', '0', null] },
  k: { type: 'integer', values: ['5', '3', '3', '9', '1', null, '-2'] },
  same: { type: 'number', values: ['0.1', '0.1', '0.1', '0.1', '0.1', '0.1', '0.1'] },
  mix: { type: 'date', values: ['2017-12-11', '2018', '2020-02-29', null, '2019-06', '2024-01-31', null] },
  text: { type: 'text', values: ['12', 'x', null, '3', null, '', 'y'] },
};

const cells: Readonly<Record<string, { readonly type: DataType; readonly value: string | null }>> = {
  word: { type: 'text', value: 'Baotou Rare Earth Zone' },
  spaced: { type: 'text', value: '\u00a0two  and   three ' },
  chinese: { type: 'text', value: '包头稀土高新区' },
  digits: { type: 'text', value: '27.96' },
  nothing: { type: 'text', value: null },
  minus: { type: 'number', value: '-7.5' },
  half: { type: 'number', value: '2.5' },
  day: { type: 'date', value: '2024-01-31' },
  leap: { type: 'date', value: '2024-02-29' },
};

function resultOf(written: string | null, type: DataType): Result {
  const typed = typedValue(written, type);
  if (isValueFault(typed)) throw new Error(typed.message);
  return fixedResult(typed.content);
}

const columnSymbols: ReadonlyMap<string, ColumnSymbol> = new Map(
  Object.entries(columns).map(([id, { type }]) => [id, { heading: id, holdsText: type === 'text' }]),
);

export const groundSymbols: Symbols = {
  cells: new Map(
    Object.keys(cells).map((id, index): [string, CellRef] => [
      id,
      { kind: 'cell', id, sheet: 'S', row: index + 1, column: 1 },
    ]),
  ),
  tables: new Map([['t', { id: 't', columns: columnSymbols, omitted: false }]]),
  names: new Map(),
};

export const groundLookup: Lookup = (to) => {
  if (to.kind === 'cell') return { cells: [resultOf(cells[to.id]!.value, cells[to.id]!.type)], single: true };
  if (to.kind !== 'column') throw new Error('the cases name cells and columns');
  const { type, values } = columns[to.column]!;
  return { cells: values.map((value) => resultOf(value, type)), single: false };
};

/** Elements of one sheet: the cells, the table, and `rows`. */
export function groundSheet(rows: readonly string[]): string {
  const free = Object.entries(cells).map(([id, { type, value }]) => {
    const held = value === null ? '' : ` type="${type}" value="${escapeXml(value)}"`;
    return `<row><cell id="${id}"${held}/></row>`;
  });
  const headings = Object.entries(columns).map(
    ([id, { type }]) => `<col id="${id}" heading="${id}" type="${type}"/>`,
  );
  return [...free, ...rows, `<table id="t" of="t">${headings.join('')}</table>`].join('\n');
}

export const groundTables: DataTables = {
  t: columns.id!.values.map((_, row) =>
    Object.fromEntries(Object.entries(columns).map(([id, { values }]) => [id, values[row] ?? null])),
  ),
};

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
