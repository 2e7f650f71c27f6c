/** What stands in the rows of a table: typed fields and computed values. What does not fit its column is told. */
import type { Column } from '../book.ts';
import type { SheetCode } from '../codes.ts';
import type { CellContent } from '../placed.ts';
import type { TextRange } from '../read/fault.ts';
import { isSafeLink } from '../read/value-types.ts';
import { isPlainAddress, isValueFault, typedValue } from './cell-value.ts';
import { columnKey } from './gather.ts';
import type { TablePlan } from './layout.ts';
import type { Placing } from './place.ts';
import type { DataRow } from './rows.ts';

export interface RowContent {
  readonly content: CellContent;
  /** The format that shows a value as it was written; null for that of its column. */
  readonly format: string | null;
  readonly link: string | null;
}

/** A value that does not fit its column. */
export interface Misfit {
  readonly code: SheetCode;
  readonly at: TextRange;
  readonly message: string;
  readonly help: string;
}

/** Contents by column, undefined where there is none. The list is good until the next row is read. */
export type ReadRow = (data: DataRow, row: number) => readonly (RowContent | undefined)[];

export const NOTHING: RowContent = { content: { kind: 'blank' }, format: null, link: null };

/** `tell` gets the place of the column. */
export function rowReader(
  plan: TablePlan,
  { computed }: Placing,
  tell: (column: number, row: number, misfit: Misfit) => void,
): ReadRow {
  const { columns, id } = plan.table;
  const compute = computed.rowsOf(plan);
  const texts = columns.map((column) => computed.columns.get(columnKey(id.value, column.id.value)) ?? '');
  const contents: (RowContent | undefined)[] = [];
  return (data, row) => {
    const values = compute(data, row);
    for (let index = 0; index < columns.length; index++) {
      const found = contentOf(columns[index]!, data, values[index], texts[index]!);
      const isMisfit = found !== undefined && 'code' in found;
      if (isMisfit) tell(index, row, found);
      contents[index] = isMisfit ? undefined : found;
    }
    return contents;
  };
}

function contentOf(
  column: Column,
  data: DataRow,
  value: number | string | boolean | undefined,
  text: string,
): RowContent | Misfit | undefined {
  const { source } = column;
  // The value tells which rows are drawn; a line lies where it would stand.
  if (column.sparkline) return NOTHING;
  if (source.kind === 'field') return fieldContent(column, source, data);
  return value === undefined
    ? undefined
    : { content: { kind: 'formula', text, value }, format: null, link: null };
}

function fieldContent(
  { type, link }: Column,
  { name, at }: { readonly name: string; readonly at: TextRange },
  data: DataRow,
): RowContent | Misfit {
  const value = typedValue(data[name] ?? null, type);
  if (isValueFault(value)) return { ...value, at };
  if (!link) return value;
  const address = data[link.value] ?? '';
  if (address === '' || isPlainAddress(address) || value.content.kind === 'blank') return value;
  if (isSafeLink(address) && !address.startsWith('#')) return { ...value, link: address };
  return {
    code: 'X018',
    at: link.at,
    message: `"${address.slice(0, 60)}" is not a link that workbooks may hold`,
    help: 'write an address that begins with https://',
  };
}
