/** The rows of data of a surveyed table, made one by one. */
import type { BodyCell, BodyLook, BodyRow, CellContent, PlacedBody } from '../placed.ts';
import type { CellStyle } from '../style/cell-style.ts';
import { lookOf, styleOfLook } from './looks.ts';
import type { Placing } from './place.ts';
import { NOTHING, type RowContent, rowReader } from './row-content.ts';
import { type DataRow, numberedRows } from './rows.ts';
import type { Survey } from './survey.ts';
import { countLines, linesHeight } from './width.ts';

export function bodyOf(survey: Survey, widths: readonly number[], placing: Placing): PlacedBody {
  const { plan, columns, marks } = survey;
  const looks: BodyLook[] = [];
  for (const [index, { looks: own, wraps }] of columns.entries())
    for (const look of own.found)
      looks[look.place] = {
        style: styleOfLook(own, look, wraps),
        quoted: look.quoted,
        row: plan.firstData + look.row,
        column: index + 1,
      };
  const heights = looks.map(({ style }) => linesHeight(1, style));
  const makeRow = (
    found: readonly (RowContent | undefined)[],
    data: DataRow | undefined,
    row: number,
  ): BodyRow => {
    const cells: BodyCell[] = [];
    let height = 0;
    for (let index = 0; index < columns.length; index++) {
      // A workbook with a cell that has no content is not written.
      const content = found[index] ?? NOTHING;
      const look = lookOf(columns[index]!.looks, content, data, row, looks.length).place;
      const { style } = looks[look]!;
      const tall = style.wrap ? wrappedHeight(content.content, style, widths[index]!) : heights[look]!;
      if (tall > height) height = tall;
      cells.push({ content: content.content, look });
    }
    return { row: plan.firstData + row, height, cells };
  };
  function* rows(): Generator<BodyRow> {
    const read = rowReader(plan, placing, () => {});
    for (const [row, data] of numberedRows(plan.data)) yield makeRow(read(data, row), data, row);
    if (plan.data.length === 0) yield makeRow([], undefined, 0);
  }
  return { firstRow: plan.firstData, lastRow: plan.lastData, looks, marks, rows };
}

function wrappedHeight(content: CellContent, style: CellStyle, width: number): number {
  return linesHeight(content.kind === 'text' ? countLines(content.text, style, width - 1) : 1, style);
}
