/** The looks of the cells of a column: its style with the formats, links and marks that its values ask for. */
import type { Column } from '../book.ts';
import { type CellStyle, composeStyle, type StylePart } from '../style/cell-style.ts';
import { isQuantity, typeFormats } from './cell-value.ts';
import { inputStyle } from './input.ts';
import type { TablePlan } from './layout.ts';
import type { Placing } from './place.ts';
import type { RowContent } from './row-content.ts';
import type { DataRow } from './rows.ts';

type LookKind = 'plain' | 'link' | 'open';

/** A look, the first row of data that has it, and the ends of its numbers. */
export interface Look {
  readonly kind: LookKind;
  readonly format: string;
  readonly quoted: boolean;
  /** Place among the looks of the table. */
  readonly place: number;
  readonly row: number;
  least: number;
  most: number;
}

export interface ColumnLooks {
  readonly styles: Readonly<Record<LookKind, CellStyle>>;
  /** Whether the template chose the format. */
  readonly keepsFormat: boolean;
  /** Whether a reader may change the cell of this row. */
  readonly isOpen: (data: DataRow) => boolean;
  /** In the order in which rows have them. */
  readonly found: Look[];
}

/** A step of indentation keeps texts off the edges, and numbers off the texts beside them. */
export function alignment(column: Column): StylePart {
  return { align: isQuantity(column.type) ? 'right' : 'left', indent: 1 };
}

export function columnLooks(plan: TablePlan, column: Column, placing: Placing): ColumnLooks {
  const plain = composeStyle(
    placing.book.base,
    { format: typeFormats[column.type] },
    alignment(column),
    plan.table.style,
    column.style,
    column.format ? { format: column.format } : undefined,
  );
  const openPart = inputStyle(column.input, placing);
  const { source } = column;
  return {
    styles: {
      plain,
      link: composeStyle(plain, placing.book.styles.get('link')),
      open: composeStyle(plain, openPart, column.style.fill ? { fill: column.style.fill } : undefined),
    },
    keepsFormat: column.format !== null || column.style.format !== undefined,
    isOpen: (data) => openPart !== undefined && source.kind === 'field' && placing.isOpen(data, source.name),
    found: [],
  };
}

/** The look of a cell; one that the column did not have yet gets the next place of the table, `next`. */
export function lookOf(
  looks: ColumnLooks,
  { content, format, link }: RowContent,
  data: DataRow | undefined,
  row: number,
  next: number,
): Look {
  const kind = data && looks.isOpen(data) ? 'open' : link === null ? 'plain' : 'link';
  const shown = format === null || looks.keepsFormat ? looks.styles[kind].format : format;
  const quoted = content.kind === 'text' && needsQuote(content.text);
  for (const look of looks.found)
    if (look.format === shown && look.kind === kind && look.quoted === quoted) return look;
  const look: Look = { kind, format: shown, quoted, place: next, row, least: Infinity, most: -Infinity };
  looks.found.push(look);
  return look;
}

/** The style of a look. */
export function styleOfLook({ styles }: ColumnLooks, { kind, format }: Look, wraps: boolean): CellStyle {
  const style = styles[kind];
  if (style.format === format && !wraps) return style;
  return composeStyle(style, { format }, wraps ? { wrap: true } : undefined);
}

/** Signs that a spreadsheet could take for the beginning of a formula when the text is edited. */
export function needsQuote(text: string): boolean {
  switch (text.charCodeAt(0)) {
    case 0x3d: // =
    case 0x2b: // +
    case 0x2d: // -
    case 0x40: // @
    case 0x09: // tab
    case 0x0d: // return
      return true;
    default:
      return false;
  }
}
