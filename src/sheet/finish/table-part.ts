/** Writes table parts whole (18.5.1): computed columns and totals are what exceljs leaves out. */
import { addressOf } from '../address.ts';
import { element, writePart } from '../package/xml.ts';
import type { PlacedTable } from '../placed.ts';
import { escapeXstring } from '../write/writer.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** ST_TotalsRowFunction (18.18.89). */
const TOTALS = { sum: 'sum', count: 'count', average: 'average', min: 'min', max: 'max' } as const;

/** `id` is unique in the workbook, from 1. No table style: the cells carry theirs, which all programs draw. */
export function tablePart(table: PlacedTable, id: number): string {
  const { firstRow, lastRow, firstColumn, hasTotals, columns } = table;
  const right = firstColumn + columns.length - 1;
  const first = addressOf(firstRow, firstColumn);
  const root = element('table', {
    xmlns: MAIN,
    id: String(id),
    name: table.name,
    displayName: table.name,
    ref: `${first}:${addressOf(lastRow, right)}`,
    ...(hasTotals ? { totalsRowCount: '1' } : { totalsRowShown: '0' }),
  });
  const filter = element('autoFilter', {
    ref: `${first}:${addressOf(lastRow - (hasTotals ? 1 : 0), right)}`,
  });
  const declared = columns.map((column, index) => tableColumn(column, index + 1));
  const style = { showFirstColumn: '0', showLastColumn: '0', showRowStripes: '0', showColumnStripes: '0' };
  root.children.push(
    filter,
    element('tableColumns', { count: String(columns.length) }, declared),
    element('tableStyleInfo', style),
  );
  return writePart(root);
}

function tableColumn({ heading, formula, total, totalLabel }: PlacedTable['columns'][number], id: number) {
  const column = element('tableColumn', {
    id: String(id),
    name: escapeXstring(heading),
    ...(totalLabel === null ? {} : { totalsRowLabel: escapeXstring(totalLabel) }),
    ...(total === 'none' ? {} : { totalsRowFunction: TOTALS[total] }),
  });
  if (formula !== null) column.children.push(element('calculatedColumnFormula', {}, [formula]));
  return column;
}
