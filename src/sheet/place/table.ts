/** The cells of a bound table: headings, data, computed columns, totals, or the remark that there is nothing. */
import type { Lang } from '../../model/publication.ts';
import type { Column } from '../book.ts';
import type { SheetCode } from '../codes.ts';
import { evaluate } from '../formula/evaluate.ts';
import type { BoundFormula } from '../formula/formula.ts';
import { formulaText } from '../formula/to-text.ts';
import { isProblem, type Result } from '../formula/value.ts';
import type { CellContent, PlacedCell, PlacedColumn, PlacedTable } from '../placed.ts';
import type { TextRange } from '../read/fault.ts';
import { isSafeLink } from '../read/value-types.ts';
import { composeStyle, type StylePart } from '../style/cell-style.ts';
import {
  isPlainAddress,
  isQuantity,
  isValueFault,
  textFault,
  typedValue,
  typeFormats,
} from './cell-value.ts';
import type { ComputeRow } from './compute.ts';
import { columnKey, fixedResult } from './gather.ts';
import { inputStyle } from './input.ts';
import type { TablePlan } from './layout.ts';
import type { Placing } from './place.ts';
import { type DataRow, numberedRows } from './rows.ts';
import { contentWidth, PADDING } from './width.ts';

const words: Readonly<Record<Lang, { readonly total: string; readonly empty: string }>> = {
  en: { total: 'Total', empty: 'Not stated in the sources.' },
  zh: { total: '合计', empty: '资料来源未载明。' },
};

/** Numbers of SUBTOTAL that skip filtered rows. */
const SUBTOTAL = { sum: 109, count: 103, average: 101, min: 105, max: 104 } as const;

/** All cells of a table, column by column; reports values that do not fit. */
export function placeTable(plan: TablePlan, placing: Placing): PlacedCell[] {
  const labelled = labelColumn(plan);
  const rows = rowsOf(plan, placing);
  const cells = plan.table.columns.flatMap((column, index) => {
    const data = placeColumn(plan, column, index + 1, rows, placing);
    const total = plan.totals === null ? [] : [placeTotal(plan, column, index, data, labelled, placing)];
    return [heading(plan, column, index + 1, placing), ...withWrap(data, column), ...total];
  });
  if (plan.remark !== null) cells.push(remark(plan, plan.remark, placing));
  return cells;
}

interface Row {
  readonly data: DataRow;
  readonly computed: ReturnType<ComputeRow>;
}

function rowsOf(plan: TablePlan, { computed }: Placing): readonly Row[] {
  const compute = computed.rowsOf(plan);
  return Array.from(numberedRows(plan.data), ([row, data]) => ({ data, computed: [...compute(data, row)] }));
}

/** The table as the file declares it. */
export function placedTable(plan: TablePlan, placing: Placing): PlacedTable {
  const labelled = labelColumn(plan);
  const columns = plan.table.columns.map((column, index): PlacedColumn => {
    return {
      heading: column.heading.value,
      formula: placing.computed.columns.get(columnKey(plan.table.id.value, column.id.value)) ?? null,
      total: plan.totals === null ? 'none' : column.total,
      totalLabel: plan.totals !== null && index === labelled ? totalLabel(plan, placing) : null,
    };
  });
  return {
    name: plan.table.id.value,
    firstRow: plan.top,
    lastRow: plan.totals ?? plan.lastData,
    firstColumn: 1,
    hasTotals: plan.totals !== null,
    columns,
  };
}

/** A step of indentation keeps texts off the edges, and numbers off the texts beside them. */
function alignment(column: Column): StylePart {
  return { align: isQuantity(column.type) ? 'right' : 'left', indent: 1 };
}

function heading(plan: TablePlan, column: Column, at: number, { book }: Placing): PlacedCell {
  const style = composeStyle(book.base, alignment(column), plan.table.headerStyle);
  return {
    row: plan.top,
    column: at,
    span: 1,
    content: { kind: 'text', text: column.heading.value },
    style,
    link: null,
    note: null,
  };
}

function placeColumn(
  plan: TablePlan,
  column: Column,
  at: number,
  rows: readonly Row[],
  placing: Placing,
): PlacedCell[] {
  const cells: PlacedCell[] = [];
  const misfits: Misfit[] = [];
  const style = composeStyle(
    placing.book.base,
    { format: typeFormats[column.type] },
    alignment(column),
    plan.table.style,
    column.style,
    column.format ? { format: column.format } : undefined,
  );
  const keepsFormat = column.format !== null || column.style.format !== undefined;
  const formula = placing.computed.columns.get(columnKey(plan.table.id.value, column.id.value)) ?? '';
  const linkStyle = composeStyle(style, placing.book.styles.get('link'));
  const openPart = inputStyle(column.input, placing);
  const open =
    openPart && composeStyle(style, openPart, column.style.fill ? { fill: column.style.fill } : undefined);
  for (let row = plan.firstData; row <= plan.lastData; row++) {
    const found = contentOf(
      rows[row - plan.firstData],
      column,
      row - plan.firstData,
      at - 1,
      formula,
      misfits,
    );
    if (!found) continue;
    const data = rows[row - plan.firstData]?.data;
    const look =
      open && data && isOpen(data, column, placing) ? open : found.link === null ? style : linkStyle;
    const format = found.format === null || keepsFormat ? look.format : found.format;
    cells.push({
      row,
      column: at,
      span: 1,
      content: found.content,
      style: format === look.format ? look : { ...look, format },
      link: found.link,
      note: column.note ? remarkOf(data?.[column.note.value] ?? null, column.note.at, row, misfits) : null,
    });
  }
  tellMisfits(misfits, plan, placing);
  return cells;
}

/** A value that does not fit its column. */
interface Misfit {
  readonly code: SheetCode;
  readonly at: TextRange;
  readonly row: number;
  readonly message: string;
  readonly help: string;
}

/** A column of the wrong type is one fault, however many rows it has. */
function tellMisfits(misfits: readonly Misfit[], plan: TablePlan, { fault }: Placing): void {
  for (const code of new Set(misfits.map((misfit) => misfit.code))) {
    const [first, ...others] = misfits.filter((misfit) => misfit.code === code);
    if (!first) continue;
    const more = others.length === 0 ? '' : ` (and ${others.length} more of this column)`;
    const where = `row ${first.row + 1} of the data table "${plan.table.of.value}"`;
    fault(code, first.at, `${where}: ${first.message}${more}`, first.help);
  }
}

function isOpen(row: DataRow, { source }: Column, placing: Placing): boolean {
  return source.kind === 'field' && placing.isOpen(row, source.name);
}

/** A remark beside a cell; one that cannot be written is a misfit. */
function remarkOf(text: string | null, at: TextRange, row: number, misfits: Misfit[]): string | null {
  if (text === null || text === '') return null;
  const wrong = textFault(text);
  if (wrong) misfits.push({ ...wrong, at, row });
  return wrong ? null : text;
}

interface TableContent {
  readonly content: CellContent;
  readonly format: string | null;
  readonly link: string | null;
}

const NOTHING: TableContent = { content: { kind: 'blank' }, format: null, link: null };

function contentOf(
  found: Row | undefined,
  column: Column,
  row: number,
  index: number,
  formula: string,
  misfits: Misfit[],
): TableContent | undefined {
  if (!found) return NOTHING;
  const { data, computed } = found;
  const tell = (code: SheetCode, at: TextRange, message: string, help: string): undefined => {
    misfits.push({ code, at, row, message, help });
  };
  const { source } = column;
  // The value tells which rows are drawn; a line lies where it would stand.
  if (column.sparkline) return NOTHING;
  if (source.kind !== 'field') {
    const value = computed[index];
    if (value === undefined) return undefined;
    return { content: { kind: 'formula', text: formula, value }, format: null, link: null };
  }
  const value = typedValue(data[source.name] ?? null, column.type);
  if (isValueFault(value)) return tell(value.code, source.at, value.message, value.help);
  const address = column.link ? (data[column.link.value] ?? '') : '';
  if (address === '' || isPlainAddress(address) || value.content.kind === 'blank') return value;
  if (isSafeLink(address) && !address.startsWith('#')) return { ...value, link: address };
  return tell(
    'X018',
    column.link!.at,
    `"${address.slice(0, 60)}" is not a link that workbooks may hold`,
    'write an address that begins with https://',
  );
}

/** Long texts are broken into lines, unless the column says otherwise. */
function withWrap(cells: readonly PlacedCell[], column: Column): readonly PlacedCell[] {
  const limit = (column.width ?? column.maxWidth) - PADDING;
  const wraps = column.wrap ?? cells.some((cell) => contentWidth(cell.content, cell.style) > limit);
  return wraps ? cells.map((cell) => ({ ...cell, style: composeStyle(cell.style, { wrap: true }) })) : cells;
}

/** Index of the column that holds the word before the totals: the first, unless it has a total itself. */
function labelColumn(plan: TablePlan): number {
  return plan.table.columns[0]?.total === 'none' ? 0 : -1;
}

function totalLabel(plan: TablePlan, { book }: Placing): string {
  return plan.table.totalLabel ?? words[book.lang].total;
}

function placeTotal(
  plan: TablePlan,
  column: Column,
  index: number,
  data: readonly PlacedCell[],
  labelled: number,
  placing: Placing,
): PlacedCell {
  const { book } = placing;
  const format = totalFormat(column, data);
  const style = composeStyle(book.base, alignment(column), { format }, plan.table.totalStyle);
  const place = { row: plan.totals!, column: index + 1, span: 1, style, link: null, note: null };
  if (column.total !== 'none')
    return { ...place, content: computeTotal(plan, column, column.total, data, placing) };
  return {
    ...place,
    content: index === labelled ? { kind: 'text', text: totalLabel(plan, placing) } : { kind: 'blank' },
  };
}

/** As many decimals as the most precise value of the column. */
function totalFormat(column: Column, data: readonly PlacedCell[]): string {
  if (column.total === 'count') return typeFormats.integer;
  const formats = data.map((cell) => cell.style.format);
  return formats.reduce(
    (longest, format) => (format.length > longest.length ? format : longest),
    formats[0] ?? typeFormats[column.type],
  );
}

function computeTotal(
  plan: TablePlan,
  column: Column,
  kind: keyof typeof SUBTOTAL,
  data: readonly PlacedCell[],
  placing: Placing,
): CellContent {
  const at = column.id.at;
  const to = {
    kind: 'column',
    table: plan.table.id.value,
    column: column.id.value,
    heading: column.heading.value,
    holdsText: false,
  } as const;
  const number = SUBTOTAL[kind];
  const formula: BoundFormula = {
    kind: 'call',
    name: 'SUBTOTAL',
    nameAt: at,
    at,
    args: [
      { kind: 'number', value: number, written: String(number), at },
      { kind: 'reference', to, at },
    ],
  };
  const cells = data.map(
    (cell): Result => (cell.content.kind === 'formula' ? cell.content.value : fixedResult(cell.content)),
  );
  const value = evaluate(formula, () => ({ cells, single: false }));
  if (!isProblem(value)) return { kind: 'formula', text: formulaText(formula, ''), value: value ?? 0 };
  placing.fault(
    'X015',
    at,
    `the ${kind} of the column "${column.heading.value}" gives ${value.problem}: ${value.why}`,
    'leave total= out, or correct the type of the column',
  );
  return { kind: 'blank' };
}

function remark(plan: TablePlan, row: number, { book }: Placing): PlacedCell {
  const text = plan.table.emptyText ?? words[book.lang].empty;
  const style = composeStyle(book.base, book.styles.get('not-stated'));
  return { row, column: 1, span: 1, content: { kind: 'text', text }, style, link: null, note: null };
}
