/** How a camera was held (Exif 2.32 §4.6.4, Orientation): pictures are shown upright (css-images-3 §5.5.1). */

/** 1 for upright, 2–8 for the seven other ways to turn and mirror a picture. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const orientationTag = 0x0112;

/** True when rows and columns change places. */
export function isTurned(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** The orientation of a JPEG file; upright when it has no camera data or none that can be read. */
export function exifOrientation(bytes: Uint8Array): Orientation {
  const data = exifData(bytes);
  if (data === undefined || data.byteLength < 14) return 1;
  const order = data.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const isLittle = order === 0x4949;
  const directory = data.getUint32(4, isLittle);
  if (directory + 2 > data.byteLength) return 1;
  const count = data.getUint16(directory, isLittle);
  for (let i = 0, at = directory + 2; i < count && at + 12 <= data.byteLength; i++, at += 12) {
    if (data.getUint16(at, isLittle) !== orientationTag) continue;
    const value = data.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}

/** The TIFF structure in the first APP1 segment that begins with `Exif`. */
function exifData(bytes: Uint8Array): DataView | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // The scan begins: camera data stands before it.
    if (marker === 0xda) return undefined;
    const end = at + 2 + view.getUint16(at + 2);
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966 && end <= bytes.length && end >= at + 10)
      return new DataView(bytes.buffer, bytes.byteOffset + at + 10, end - at - 10);
    at = end;
  }
  return undefined;
}
