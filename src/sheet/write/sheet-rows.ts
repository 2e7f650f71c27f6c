/** The rows of a worksheet (18.3.1.73) as text, in pieces of whole rows. */
import { addressOf, columnLetters } from '../address.ts';
import type { BodyRow, CellContent, PlacedBody, PlacedCell, PlacedSheet } from '../placed.ts';
import type { CellStyle } from '../style/cell-style.ts';
import { rowGroups } from './row-groups.ts';
import { type SharedTexts, textElement } from './texts.ts';
import { escapeText, escapeXstring } from './writer.ts';

/** What rows need of the rest of the package. */
export interface RowContext {
  /** Index of a style in the package; `quoted` for texts that could be taken for formulas. */
  readonly styleOf: (style: CellStyle, quoted: boolean) => number;
  readonly isQuoted: (cell: PlacedCell) => boolean;
  readonly texts: Pick<SharedTexts, 'indexOf'>;
}

/** Characters that are gathered before they are handed on. */
const PIECE = 1 << 16;

export function* sheetRows(sheet: PlacedSheet, context: RowContext): Generator<string> {
  let piece = '';
  for (const group of rowGroups(sheet)) {
    if (group.kind === 'row') piece += freeRow(sheet, group.row, group.cells, context);
    else
      for (const row of bodyRows(group.body, context)) {
        piece += row;
        if (piece.length < PIECE) continue;
        yield piece;
        piece = '';
      }
  }
  if (piece !== '') yield piece;
}

/** Row attributes as exceljs orders them: r, ht, customHeight, spans, x14ac:dyDescent, outlineLevel. */
function freeRow(
  { heights, outlines }: PlacedSheet,
  row: number,
  cells: readonly PlacedCell[],
  context: RowContext,
): string {
  const height = heights.get(row);
  const level = outlines.rows.get(row)?.level ?? 0;
  const last = cells.at(-1);
  const start = [
    `<row r="${row}"`,
    height ? ` ht="${height.points}"` : '',
    height?.fixed ? ' customHeight="1"' : '',
    last ? ` spans="${cells[0]!.column}:${last.column + last.span - 1}"` : '',
    ' x14ac:dyDescent="0.25"',
    level > 0 ? ` outlineLevel="${level}"` : '',
  ].join('');
  const inner = cells.map((cell) => freeCell(cell, context)).join('');
  return inner === '' ? `${start}/>` : `${start}>${inner}</row>`;
}

function freeCell(cell: PlacedCell, context: RowContext): string {
  const { row, column, span, content, style } = cell;
  const own = styleAttribute(context.styleOf(style, context.isQuoted(cell)));
  let text = cellText(addressOf(row, column), own, content, context);
  const covered = styleAttribute(context.styleOf(style, false));
  for (let next = 1; next < span; next++) text += `<c r="${addressOf(row, column + next)}"${covered}/>`;
  return text;
}

function* bodyRows(body: PlacedBody, context: RowContext): Generator<string> {
  const styles = body.looks.map(({ style, quoted }) => styleAttribute(context.styleOf(style, quoted)));
  const letters: string[] = [];
  for (const row of body.rows()) {
    while (letters.length < row.cells.length) letters.push(columnLetters(letters.length + 1));
    yield bodyRow(row, letters, styles, context);
  }
}

function bodyRow(
  { row, height, cells }: BodyRow,
  letters: readonly string[],
  styles: readonly string[],
  context: RowContext,
): string {
  let text = `<row r="${row}" ht="${height}" spans="1:${cells.length}" x14ac:dyDescent="0.25">`;
  for (let index = 0; index < cells.length; index++) {
    const { content, look } = cells[index]!;
    text += cellText(`${letters[index]!}${row}`, styles[look]!, content, context);
  }
  return `${text}</row>`;
}

function styleAttribute(style: number): string {
  return style === 0 ? '' : ` s="${style}"`;
}

/** A cell (18.3.1.4); one that neither holds nor shows anything is left out. */
function cellText(address: string, style: string, content: CellContent, { texts }: RowContext): string {
  switch (content.kind) {
    case 'blank':
      return style === '' ? '' : `<c r="${address}"${style}/>`;
    case 'number':
      return `<c r="${address}"${style}><v>${content.value}</v></c>`;
    case 'text': {
      const index = texts.indexOf(content.text);
      return index === undefined
        ? `<c r="${address}"${style} t="inlineStr"><is>${textElement(content.text)}</is></c>`
        : `<c r="${address}"${style} t="s"><v>${index}</v></c>`;
    }
    case 'formula': {
      const { text, value } = content;
      const formula = `<f>${escapeText(text)}</f>`;
      if (typeof value === 'number') return `<c r="${address}"${style}>${formula}<v>${value}</v></c>`;
      if (typeof value === 'boolean')
        return `<c r="${address}"${style} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
      return `<c r="${address}"${style} t="str">${formula}<v>${escapeText(escapeXstring(value))}</v></c>`;
    }
  }
}
