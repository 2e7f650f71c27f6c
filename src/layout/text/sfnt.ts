/** The table directory of TrueType and OpenType files (OpenType 1.9, "Organization of an OpenType Font"). */

export interface TableRecord {
  readonly offset: number;
  readonly length: number;
  readonly checksum: number;
}

/** True for the signatures of plain TrueType and OpenType files. */
export function hasSfntSignature(bytes: Uint8Array): boolean {
  if (bytes.byteLength < 12) return false;
  const signature = String.fromCharCode(...bytes.subarray(0, 4));
  return signature === '\0\x01\0\0' || signature === 'OTTO' || signature === 'true';
}

/** Tag to place of every table, or undefined when one of them lies outside the file. */
export function readTables(bytes: Uint8Array): ReadonlyMap<string, TableRecord> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(4);
  if (12 + count * 16 > bytes.byteLength) return undefined;
  const tables = new Map<string, TableRecord>();
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const offset = view.getUint32(at + 8);
    const length = view.getUint32(at + 12);
    if (offset + length > bytes.byteLength) return undefined;
    tables.set(tag, { offset, length, checksum: view.getUint32(at + 4) });
  }
  return tables;
}

/** True when the table is as it was written: the sum of its words is that of the directory. */
export function isIntact(bytes: Uint8Array, { offset, length, checksum }: TableRecord): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, length);
  let sum = 0;
  const whole = length - (length % 4);
  for (let at = 0; at < whole; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  for (let at = whole; at < length; at++)
    sum = (sum + view.getUint8(at) * 2 ** (24 - 8 * (at - whole))) >>> 0;
  return sum === checksum;
}
