/**
 * Goes through the rows of a table once and keeps what has to be known before the first of them is written: what does
 * not fit, how wide the columns are, the looks of their cells, links, notes and totals.
 */
import type { Column } from '../book.ts';
import type { BodyMark, CellContent } from '../placed.ts';
import { textFault } from './cell-value.ts';
import type { TablePlan } from './layout.ts';
import { type ColumnLooks, columnLooks, type Look, lookOf, styleOfLook } from './looks.ts';
import type { Placing } from './place.ts';
import { type Misfit, NOTHING, type RowContent, rowReader } from './row-content.ts';
import { type DataRow, numberedRows } from './rows.ts';
import { countTotal, type Total } from './total.ts';
import { contentWidth, PADDING } from './width.ts';

export interface Survey {
  readonly plan: TablePlan;
  readonly columns: readonly ColumnSurvey[];
  readonly marks: readonly BodyMark[];
}

export interface ColumnSurvey {
  readonly column: Column;
  readonly looks: ColumnLooks;
  readonly total: Total | null;
  /** Width of the widest content in characters; no more than just over `limit` is looked for. */
  readonly widest: number;
  /** Whether its texts are broken into lines. */
  readonly wraps: boolean;
}

/** A survey while it goes on. */
interface Surveyed {
  readonly column: Column;
  readonly looks: ColumnLooks;
  readonly total: Total | null;
  /** Contents wider than this are broken into lines. */
  readonly limit: number;
  /** By code: the first of them and how many there are. */
  readonly misfits: Map<string, { readonly first: Misfit; readonly row: number; count: number }>;
  widest: number;
}

export function surveyTable(plan: TablePlan, placing: Placing): Survey {
  const columns = plan.table.columns.map((column) => beginColumn(plan, column, placing));
  const marks: BodyMark[] = [];
  let looks = 0;
  const tell = (index: number, row: number, misfit: Misfit): void => addMisfit(columns[index]!, row, misfit);
  const surveyRow = (
    found: readonly (RowContent | undefined)[],
    data: DataRow | undefined,
    row: number,
  ): void => {
    for (let index = 0; index < columns.length; index++) {
      const content = found[index];
      if (!content) continue;
      const column = columns[index]!;
      const look = lookOf(column.looks, content, data, row, looks);
      if (look.place === looks) looks += 1;
      measure(column, content.content, look);
      column.total?.add(heldIn(content.content));
      const note = remarkOf(column, data, row);
      if (content.link !== null || note !== null)
        marks.push({
          row: plan.firstData + row,
          column: index + 1,
          look: look.place,
          link: content.link,
          note,
        });
    }
  };
  const read = rowReader(plan, placing, tell);
  for (const [row, data] of numberedRows(plan.data)) surveyRow(read(data, row), data, row);
  if (plan.data.length === 0)
    surveyRow(
      columns.map(() => NOTHING),
      undefined,
      0,
    );
  for (const column of columns) tellMisfits(column, plan, placing);
  return { plan, columns: columns.map(endColumn), marks };
}

function beginColumn(plan: TablePlan, column: Column, placing: Placing): Surveyed {
  const isMeasured = column.width === null || column.wrap === null;
  return {
    column,
    looks: columnLooks(plan, column, placing),
    total: column.total === 'none' ? null : countTotal(column.total),
    limit: isMeasured ? (column.width ?? column.maxWidth) - PADDING : -1,
    misfits: new Map(),
    widest: 0,
  };
}

/** Long texts are broken into lines, unless the column says otherwise. */
function endColumn({ column, looks, total, limit, widest }: Surveyed): ColumnSurvey {
  let most = widest;
  for (const look of looks.found)
    for (const value of [look.least, look.most])
      if (Number.isFinite(value))
        most = Math.max(most, contentWidth({ kind: 'number', value }, styleOfLook(looks, look, false)));
  return { column, looks, total, widest: most, wraps: column.wrap ?? most > limit };
}

/** Of numbers in one format the least and the greatest are the widest; in a general one each may be. */
function measure(surveyed: Surveyed, content: CellContent, look: Look): void {
  if (surveyed.widest > surveyed.limit) return;
  const value = content.kind === 'number' || content.kind === 'formula' ? content.value : null;
  if (typeof value === 'number' && look.format !== 'General' && look.format !== '@') {
    if (value < look.least) look.least = value;
    if (value > look.most) look.most = value;
    return;
  }
  const width = contentWidth(content, surveyed.looks.styles[look.kind]);
  if (width > surveyed.widest) surveyed.widest = width;
}

function heldIn(content: CellContent): number | string | boolean | null {
  switch (content.kind) {
    case 'blank':
      return null;
    case 'text':
      return content.text;
    case 'number':
    case 'formula':
      return content.value;
  }
}

/** A remark beside a cell; one that cannot be written is a misfit. */
function remarkOf(surveyed: Surveyed, data: DataRow | undefined, row: number): string | null {
  const { note } = surveyed.column;
  const text = note && data?.[note.value];
  if (!text) return null;
  const wrong = textFault(text);
  if (wrong) addMisfit(surveyed, row, { ...wrong, at: note.at });
  return wrong ? null : text;
}

function addMisfit({ misfits }: Surveyed, row: number, misfit: Misfit): void {
  const known = misfits.get(misfit.code);
  if (known) known.count += 1;
  else misfits.set(misfit.code, { first: misfit, row, count: 1 });
}

/** A column of the wrong type is one fault, however many rows it has. */
function tellMisfits({ misfits }: Surveyed, plan: TablePlan, { fault }: Placing): void {
  for (const { first, row, count } of misfits.values()) {
    const more = count === 1 ? '' : ` (and ${count - 1} more of this column)`;
    const where = `row ${row + 1} of the data table "${plan.table.of.value}"`;
    fault(first.code, first.at, `${where}: ${first.message}${more}`, first.help);
  }
}
