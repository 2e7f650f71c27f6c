/** The look of a cell: a closed record; named styles and columns give parts of it. */

export interface BorderLine {
  readonly line: 'hair' | 'thin' | 'medium' | 'thick' | 'double';
  /** `#rrggbb`. */
  readonly color: string;
}

/** Colours are `#rrggbb`, null for none; `size` in points; `format` an Excel number format code. */
export interface CellStyle {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly color: string;
  readonly fill: string | null;
  readonly align: 'auto' | 'left' | 'center' | 'right';
  readonly valign: 'top' | 'middle' | 'bottom';
  readonly wrap: boolean;
  readonly indent: number;
  readonly format: string;
  readonly top: BorderLine | null;
  readonly right: BorderLine | null;
  readonly bottom: BorderLine | null;
  readonly left: BorderLine | null;
  /** Cells of a protected sheet cannot be changed where they are locked. */
  readonly locked: boolean;
}

export type StylePart = Partial<CellStyle>;

/** The later parts win. */
export function composeStyle(base: CellStyle, ...parts: readonly (StylePart | undefined)[]): CellStyle {
  return Object.assign({}, base, ...parts) as CellStyle;
}
