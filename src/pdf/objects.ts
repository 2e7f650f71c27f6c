/** PDF objects (ISO 32000-1, 7.3) as plain values, and what can be done with a file that is being written. */

/**
 * A PDF object as a value. A plain `string` is a name without its slash; `text()` makes a text string;
 * bytes become a hexadecimal string; `undefined` entries of a dictionary are left out.
 */
export type PdfValue =
  | string
  | PdfText
  | number
  | boolean
  | null
  | Uint8Array
  | PdfRef
  | readonly PdfValue[]
  | PdfDict;

export interface PdfDict {
  [key: string]: PdfValue | undefined;
}

/** A text string; the brand keeps it apart from names. */
export interface PdfText {
  readonly [brand]: 'text string';
}

declare const brand: unique symbol;

/** An indirect object. Every reserved object has to be ended once, after its `data` is complete. */
export interface PdfRef {
  readonly id: number;
  data: PdfDict;
  end(): void;
}

/** A text string (7.9.2): ASCII as it is, anything else in UTF-16. */
export function text(value: string): PdfText {
  return Object(value) as PdfText;
}

/** A page that is being painted; lengths in pt, origin at the bottom left. */
export interface PdfPage {
  readonly ref: PdfRef;
  readonly data: PdfDict;
  readonly resources: PdfDict;
  /** The content stream, in the page's coordinates turned to y down by a leading `cm`. */
  write(content: Uint8Array): void;
}

/** A face of which only the used glyphs are embedded (9.7.4). */
export interface FontSubset {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly isCff: boolean;
  /** The glyph id in the subset that stands for one of the face. */
  include(glyph: number): number;
  /** Natural advance in font units. */
  advanceOf(glyph: number): number;
  /** The font program with the included glyphs. */
  encode(): Uint8Array;
  readonly metrics: FontMetrics;
}

/** What the font descriptor (9.8) says of a face, in font units; heights are 0 where the face does not tell them. */
export interface FontMetrics {
  /** Left, bottom, right and top of a box that holds every glyph. */
  readonly box: readonly number[];
  readonly ascent: number;
  readonly descent: number;
  readonly xHeight: number;
  readonly capHeight: number;
  /** Degrees, counted against the clock. */
  readonly italicAngle: number;
  readonly isFixedPitch: boolean;
}

/** A file that is being written. */
export interface PdfFile {
  readonly catalog: PdfDict;
  /** Reserves an object number for data that is not complete yet. */
  reserve(data?: PdfDict): PdfRef;
  /** Writes an object that is complete. */
  add(data: PdfDict): PdfRef;
  /** Writes a stream; compressed unless `data.Filter` is given or `plain` is true. */
  stream(data: PdfDict, bytes: Uint8Array, plain?: boolean): PdfRef;
  page(width: number, height: number): PdfPage;
  /** The same subset for the same face. */
  font(bytes: Uint8Array): FontSubset;
  /** Writes what is left and returns the whole file. */
  finish(): Uint8Array;
}
