/** A workbook with addresses: every cell placed, every formula with its text and its value. What writers write. */
import type { Lang } from '../model/publication.ts';
import type { Highlight } from './book.ts';
import type { ChartKind } from './read/vocabulary.ts';
import type { CellStyle, StylePart } from './style/cell-style.ts';

export interface PlacedBook {
  readonly title: string;
  readonly lang: Lang;
  /** Style of cells that nobody placed. */
  readonly base: CellStyle;
  /** `#rrggbb` by their names in the theme: `accent1`. */
  readonly theme: ReadonlyMap<string, string>;
  readonly sheets: readonly PlacedSheet[];
  /** Defined names and what they refer to, as formula text. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}

export interface PlacedSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'very-hidden';
  /** Without a password: against slips, not against will. */
  readonly isProtected: boolean;
  readonly tabColor: string | null;
  readonly page: PageSetup;
  /** Rows and columns that stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly zoom: number;
  readonly gridLines: boolean;
  /** Widths in characters of the default font, from column 1. */
  readonly widths: readonly number[];
  /** By row; rows of data know their own. */
  readonly heights: ReadonlyMap<number, RowHeight>;
  /** Columns and rows that are folded or not shown, by number. */
  readonly outlines: { readonly columns: Outlines; readonly rows: Outlines };
  /** Row by row, from left to right; those of the rows of data are in the bodies of the tables. */
  readonly cells: readonly PlacedCell[];
  readonly tables: readonly PlacedTable[];
  readonly charts: readonly PlacedChart[];
  readonly pictures: readonly PlacedPicture[];
  readonly highlights: readonly PlacedHighlight[];
  readonly validations: readonly PlacedValidation[];
  readonly sparklines: readonly PlacedSparkline[];
}

/** `level` of the group, 0 for none. */
export type Outlines = ReadonlyMap<number, { readonly level: number; readonly isHidden: boolean }>;

/** What is taken in these cells (18.3.1.32); formulas are texts without `=`. */
export interface PlacedValidation {
  /** Ranges with spaces between. */
  readonly ranges: string;
  readonly takes:
    | { readonly kind: 'list'; readonly formula: string }
    | {
        readonly kind: 'decimal' | 'whole' | 'date';
        readonly least: number | null;
        readonly most: number | null;
      }
    | { readonly kind: 'any' };
  readonly hint: string | null;
  /** What is said when something else is typed. */
  readonly fault: string;
}

/** Small columns of the values of one range, drawn into one cell. */
export interface PlacedSparkline {
  readonly cell: string;
  readonly range: string;
  /** `#rrggbb` */
  readonly color: string;
  /** Whether its columns begin at 0, as none of the values is less. */
  readonly fromZero: boolean;
}

/** Height of a row in points; one that is not `fixed` was measured, and changes when its text is edited. */
export interface RowHeight {
  readonly points: number;
  readonly fixed: boolean;
}

interface PageSetup {
  readonly orientation: 'portrait' | 'landscape';
  readonly paper: 'A4' | 'A3' | 'Letter';
  readonly fitWidth: number;
  /** Top, right, bottom, left, in millimetres. */
  readonly margins: readonly [number, number, number, number];
  /** First and last row repeated on every page, and how many columns, from the first. */
  readonly titleRows: readonly [number, number] | null;
  readonly titleColumns: number;
  /** Rows behind which a page ends. */
  readonly breaks: readonly number[];
  /** In the codes of SpreadsheetML (18.3.1.46): `&L…&C…&R…`. */
  readonly header: string;
  readonly footer: string;
}

/** A conditional format of these ranges. */
export interface PlacedHighlight {
  /** Ranges with spaces between: `B3:B9 D3:D9`. */
  readonly ranges: string;
  readonly look:
    | { readonly kind: 'style'; readonly formula: string; readonly style: StylePart }
    | Exclude<Highlight['look'], { readonly kind: 'style' }>;
}

/** A picture with its sizes in millimetres; its top left corner is that of the first cell of `row`. */
export interface PlacedPicture {
  readonly row: number;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly bytes: Uint8Array;
  readonly ending: 'png' | 'jpeg';
}

/** A chart with its sizes in millimetres; its top left corner is that of the first cell of `row`. */
export interface PlacedChart {
  readonly row: number;
  readonly width: number;
  readonly height: number;
  readonly drawn: ChartKind;
  readonly title: string | null;
  readonly alt: string;
  readonly xTitle: string | null;
  readonly yTitle: string | null;
  readonly secondTitle: string | null;
  readonly legend: 'none' | 'right' | 'bottom' | 'top';
  readonly labels: boolean;
  readonly points: ChartColumn;
  readonly series: readonly PlacedSeries[];
}

/** Cells of a column, as formulas refer to them, with the values that they hold. */
export interface ChartColumn {
  readonly ref: string;
  readonly values: readonly (string | number | null)[];
  readonly format: string;
}

export interface PlacedSeries {
  readonly name: {
    readonly text: string /** null for a name that no cell holds. */;
    readonly ref: string | null;
  };
  readonly values: ChartColumn;
  readonly drawn: 'column' | 'line' | 'area' | null;
  readonly isSecond: boolean;
  readonly color: string | null;
}

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  /** Columns that it covers. */
  readonly span: number;
  readonly content: CellContent;
  readonly style: CellStyle;
  /** `https:`, `mailto:`, or `#` and a place of this workbook: `#'Facts'!A1`. */
  readonly link: string | null;
  readonly note: string | null;
}

export type CellContent =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'formula'; readonly text: string; readonly value: number | string | boolean };

/** A table of SpreadsheetML (18.5.1.2). It always has a data row, empty where there are no data. */
export interface PlacedTable {
  readonly name: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly hasTotals: boolean;
  readonly columns: readonly PlacedColumn[];
  readonly body: PlacedBody;
}

/** The rows of data of a table. They are made whenever they are gone through, so that nobody has to hold them. */
export interface PlacedBody {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly looks: readonly BodyLook[];
  /** Cells with links or notes, row by row. */
  readonly marks: readonly BodyMark[];
  readonly rows: () => Iterable<BodyRow>;
}

/** A look that cells of a body have, and the first of these cells. */
export interface BodyLook {
  readonly style: CellStyle;
  /** Whether its texts could be taken for formulas when they are edited. */
  readonly quoted: boolean;
  readonly row: number;
  readonly column: number;
}

export interface BodyMark {
  readonly row: number;
  readonly column: number;
  /** Place among the looks. */
  readonly look: number;
  readonly link: string | null;
  readonly note: string | null;
}

/** A row of data with one cell for each column of the table; `height` in points, as it was measured. */
export interface BodyRow {
  readonly row: number;
  readonly height: number;
  readonly cells: readonly BodyCell[];
}

export interface BodyCell {
  readonly content: CellContent;
  /** Place among the looks. */
  readonly look: number;
}

export interface PlacedColumn {
  readonly heading: string;
  /** Formula of a computed column. */
  readonly formula: string | null;
  readonly total: 'none' | 'sum' | 'count' | 'average' | 'min' | 'max';
  readonly totalLabel: string | null;
}
