/** PDF objects as read from a file (ISO 32000-1, 7.3). */

export type PdfObject = null | boolean | number | Name | Text | Ref | Dict | Stream | readonly PdfObject[];

export interface Name {
  readonly kind: 'name';
  readonly value: string;
}

/** A string object; what its bytes mean depends on where it stands. */
export interface Text {
  readonly kind: 'text';
  readonly bytes: Uint8Array;
}

export interface Ref {
  readonly kind: 'ref';
  readonly id: number;
}

export interface Dict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfObject>;
}

export interface Stream {
  readonly kind: 'stream';
  readonly dict: Dict;
  /** As stored: still compressed. */
  readonly raw: Uint8Array;
}

export function kindOf(value: PdfObject | undefined): 'name' | 'text' | 'ref' | 'dict' | 'stream' | 'other' {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : 'other';
}

export function isName(value: PdfObject | undefined, ...names: readonly string[]): boolean {
  return nameOf(value) !== undefined && (names.length === 0 || names.includes(nameOf(value)!));
}

export function nameOf(value: PdfObject | undefined): string | undefined {
  return kindOf(value) === 'name' ? (value as Name).value : undefined;
}

export function isArray(value: PdfObject | undefined): value is readonly PdfObject[] {
  return Array.isArray(value);
}

/** A text string (7.9.2.2): UTF-16BE with a byte order mark, else taken as Latin-1. */
export function stringOf(value: PdfObject | undefined): string | undefined {
  if (kindOf(value) !== 'text') return undefined;
  const { bytes } = value as Text;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  return Buffer.from(bytes).toString('latin1');
}
