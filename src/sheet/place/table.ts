/** A bound table: headings, totals, or the remark that there is nothing, around the rows of data. */
import type { Lang } from '../../model/publication.ts';
import type { Column } from '../book.ts';
import { isProblem } from '../formula/value.ts';
import type { CellContent, PlacedCell, PlacedColumn, PlacedTable } from '../placed.ts';
import { composeStyle } from '../style/cell-style.ts';
import { bodyOf } from './body.ts';
import { typeFormats } from './cell-value.ts';
import { columnKey } from './gather.ts';
import type { TablePlan } from './layout.ts';
import { alignment } from './looks.ts';
import type { Placing } from './place.ts';
import type { ColumnSurvey, Survey } from './survey.ts';
import { type TotalKind, totalText } from './total.ts';

const words: Readonly<Record<Lang, { readonly total: string; readonly empty: string }>> = {
  en: { total: 'Total', empty: 'Not stated in the sources.' },
  zh: { total: '合计', empty: '资料来源未载明。' },
};

/** Headings and totals of a table, or the remark that it has no rows; reports totals without value. */
export function placeTable(survey: Survey, placing: Placing): PlacedCell[] {
  const { plan } = survey;
  const labelled = labelColumn(plan);
  const cells = plan.table.columns.flatMap((column, index) => {
    const found = survey.columns[index]!;
    const total = plan.totals === null ? [] : [placeTotal(plan, column, index, found, labelled, placing)];
    return [heading(plan, column, index + 1, placing), ...total];
  });
  if (plan.remark !== null) cells.push(remark(plan, plan.remark, placing));
  return cells;
}

/** The table as the file declares it. */
export function placedTable(survey: Survey, widths: readonly number[], placing: Placing): PlacedTable {
  const { plan } = survey;
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
    body: bodyOf(survey, widths, placing),
  };
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
  found: ColumnSurvey,
  labelled: number,
  placing: Placing,
): PlacedCell {
  const { book } = placing;
  const style = composeStyle(
    book.base,
    alignment(column),
    { format: totalFormat(column, found) },
    plan.table.totalStyle,
  );
  const place = { row: plan.totals!, column: index + 1, span: 1, style, link: null, note: null };
  if (column.total !== 'none')
    return { ...place, content: totalContent(plan, column, column.total, found, placing) };
  return {
    ...place,
    content: index === labelled ? { kind: 'text', text: totalLabel(plan, placing) } : { kind: 'blank' },
  };
}

/** As many decimals as the most precise value of the column. */
function totalFormat(column: Column, { looks }: ColumnSurvey): string {
  if (column.total === 'count') return typeFormats.integer;
  const formats = looks.found.map(({ format }) => format);
  return formats.reduce(
    (longest, format) => (format.length > longest.length ? format : longest),
    formats[0] ?? typeFormats[column.type],
  );
}

function totalContent(
  plan: TablePlan,
  column: Column,
  kind: TotalKind,
  { total }: ColumnSurvey,
  { fault }: Placing,
): CellContent {
  const value = total?.value() ?? 0;
  if (!isProblem(value))
    return { kind: 'formula', text: totalText(kind, plan.table.id.value, column), value };
  fault(
    'X015',
    column.id.at,
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
