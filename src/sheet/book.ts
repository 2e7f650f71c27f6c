/** A workbook as its template declares it: ids and names are checked, nothing has an address yet. */
import type { Lang } from '../model/publication.ts';
import type { Formula } from './formula/formula.ts';
import type { Located, TextRange } from './read/fault.ts';
import type { AttributeValue, ChartKind, DataType } from './read/vocabulary.ts';
import type { CellStyle, StylePart } from './style/cell-style.ts';

export interface Book {
  readonly title: string;
  readonly lang: Lang;
  readonly base: CellStyle;
  /** `#rrggbb` by name. */
  readonly colors: ReadonlyMap<string, string>;
  /** Built-in and declared styles by name. */
  readonly styles: ReadonlyMap<string, StylePart>;
  readonly sheets: readonly Sheet[];
  readonly names: readonly Name[];
}

export interface Sheet {
  readonly id: Located<string>;
  readonly name: Located<string>;
  readonly tabColor: string | null;
  readonly orientation: 'portrait' | 'landscape';
  readonly paper: AttributeValue<'sheet', 'paper'>;
  /** Pages side by side; null for as many as keep the print legible. */
  readonly fitWidth: number | null;
  /** Top, right, bottom, left, in millimetres. */
  readonly margins: readonly [number, number, number, number];
  readonly freeze: readonly [number, number] | 'header' | 'none';
  readonly printTitles: readonly [number, number] | 'header' | 'none';
  readonly zoom: number;
  readonly gridLines: boolean;
  readonly header: Located<string> | null;
  readonly footer: Located<string> | null;
  /** The sheet that it belongs to. */
  readonly with: Located<string> | null;
  readonly state: 'visible' | 'hidden' | 'very-hidden';
  readonly isProtected: boolean;
  readonly columns: readonly { readonly width: number | null; readonly maxWidth: number | null }[];
  readonly blocks: readonly Block[];
}

/** What a sheet is made of, from top to bottom. */
export type Block = Row | Spacer | Table | Chart | Image;

interface Spacer {
  readonly kind: 'spacer';
  readonly height: number | null;
}

export interface Row {
  readonly kind: 'row';
  readonly height: number | null;
  /** Outline level, 0 for none. */
  readonly group: number;
  /** The sheet that it tells of. */
  readonly with: Located<string> | null;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly id: Located<string> | null;
  readonly style: StylePart;
  readonly span: number;
  readonly type: DataType;
  readonly content: Content;
  readonly format: string | null;
  readonly link: Located<string> | null;
  readonly note: Located<string> | null;
  readonly input: Input | null;
  readonly at: TextRange;
}

/** That readers may change a cell, and what is taken (18.3.1.32). */
export interface Input {
  readonly at: TextRange;
  /** A column of a table. */
  readonly list: Located<string> | null;
  /** Numbers, or ISO days where the cells are dates. */
  readonly least: Located<string> | null;
  readonly most: Located<string> | null;
  readonly hint: string | null;
}

export type Content =
  | { readonly kind: 'value'; readonly text: string; readonly at: TextRange }
  | { readonly kind: 'formula'; readonly formula: Formula; readonly at: TextRange }
  /** A formula that was reported; it keeps its place so that nothing else is blamed. */
  | { readonly kind: 'broken' };

export interface Table {
  readonly kind: 'table';
  readonly id: Located<string>;
  readonly of: Located<string>;
  readonly style: StylePart;
  readonly headerStyle: StylePart;
  readonly totalStyle: StylePart;
  readonly totalLabel: string | null;
  readonly whenEmpty: 'row' | 'omit';
  readonly emptyText: string | null;
  /** The field that tells rows apart. */
  readonly key: Located<string> | null;
  readonly columns: readonly Column[];
  readonly highlights: readonly Highlight[];
}

/** A conditional format (18.3.1.10). */
export interface Highlight {
  /** Ids of columns; null for all. */
  readonly columns: Located<readonly string[]> | null;
  readonly look:
    | {
        readonly kind: 'style';
        readonly when: Exclude<Content, { kind: 'value' }>;
        readonly style: StylePart;
      }
    | { readonly kind: 'bar'; readonly color: string }
    | { readonly kind: 'scale'; readonly from: string; readonly to: string }
    | { readonly kind: 'icons'; readonly icons: NonNullable<AttributeValue<'highlight', 'icons'>> };
}

export interface Column {
  readonly id: Located<string>;
  /** What fills it: a field of the data, or a formula in every row. */
  readonly source:
    | { readonly kind: 'field'; readonly name: string; readonly at: TextRange }
    | Exclude<Content, { kind: 'value' }>;
  /** With its unit. */
  readonly heading: Located<string>;
  readonly type: DataType;
  readonly format: string | null;
  readonly style: StylePart;
  readonly width: number | null;
  readonly maxWidth: number;
  /** null: where a text is longer than `maxWidth`. */
  readonly wrap: boolean | null;
  readonly total: AttributeValue<'col', 'total'>;
  readonly link: Located<string> | null;
  /** The field that holds remarks. */
  readonly note: Located<string> | null;
  readonly isHidden: boolean;
  /** Outline level, 0 for none. */
  readonly group: number;
  readonly input: Input | null;
  readonly sparkline: Sparkline | null;
}

/** A small line of the values of a column, in the rows where another column has the value of the cell. */
export interface Sparkline {
  readonly values: Located<string>;
  readonly by: Located<string>;
}

/** A picture; sizes in mm, null for those that follow from its shape. */
export interface Image {
  readonly kind: 'image';
  readonly src: Located<string>;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface Chart {
  readonly kind: 'chart';
  readonly drawn: ChartKind;
  readonly alt: string;
  readonly title: string | null;
  readonly of: Located<string>;
  /** The rows that are drawn: those with this value in a column; null for all. */
  readonly rows: { readonly by: Located<string>; readonly is: string } | null;
  readonly xTitle: string | null;
  readonly yTitle: string | null;
  readonly secondTitle: string | null;
  readonly format: string | null;
  readonly legend: AttributeValue<'chart', 'legend'> | null;
  readonly labels: boolean | null;
  /** mm */
  readonly width: number;
  readonly height: number;
  readonly series: readonly Series[];
}

export interface Series {
  readonly values: Located<string>;
  readonly name: string | null;
  readonly drawn: AttributeValue<'series', 'kind'> | null;
  readonly isSecond: boolean;
  /** `#rrggbb`; null for the next one of the workbook. */
  readonly color: string | null;
}

export interface Name {
  readonly id: Located<string>;
  readonly ref: Located<string>;
}
