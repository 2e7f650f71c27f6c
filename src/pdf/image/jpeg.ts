/**
 * JPEG files go into a PDF as they are (ISO 32000-1, 7.4.8), without the segments that no PDF reader uses:
 * camera data and thumbnails, which can be large and can tell where a picture was taken.
 */
import { exifOrientation } from '../../graphics/picture/exif.ts';
import { maxPixels } from '../../graphics/picture/image-size.ts';
import type { DecodedImage, ImageFault } from './image.ts';

const BROKEN: ImageFault = { code: 'P002', reason: 'is a damaged JPEG image' };

export function readJpeg(bytes: Uint8Array): DecodedImage | ImageFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let frame: { readonly width: number; readonly height: number; readonly components: number } | undefined;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return BROKEN;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return BROKEN;
    if (isFrame(marker)) {
      if (end - at < 10) return BROKEN;
      if (!isDrawn(marker))
        return { code: 'P002', reason: 'is a JPEG image of a rare form (lossless or arithmetic)' };
      if (bytes[at + 4] !== 8)
        return { code: 'P002', reason: `has ${bytes[at + 4]} bits per colour instead of 8` };
      frame = {
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        components: bytes[at + 9]!,
      };
    }
    if (marker === START_OF_SCAN) {
      if (!isWhole(bytes, end)) return { code: 'P002', reason: 'is a JPEG image that is cut short' };
      kept.push(bytes.subarray(at));
      break;
    }
    if (!isBaggage(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (!frame || frame.width === 0 || frame.height === 0) return BROKEN;
  if (frame.components === 4) return { code: 'P003', reason: 'is in CMYK' };
  if (frame.components !== 1 && frame.components !== 3) return BROKEN;
  if (frame.width * frame.height > maxPixels)
    return { code: 'P004', reason: `has ${frame.width} × ${frame.height} pixels` };
  const orientation = exifOrientation(bytes);
  return {
    width: frame.width,
    height: frame.height,
    ...(orientation === 1 ? {} : { orientation }),
    data: {
      ColorSpace: frame.components === 1 ? 'DeviceGray' : 'DeviceRGB',
      BitsPerComponent: 8,
      Filter: 'DCTDecode',
    },
    bytes: new Uint8Array(Buffer.concat(kept)),
  };
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** SOF0 to SOF15 without the tables between them (ITU-T T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Baseline, extended and progressive Huffman coding: what DCTDecode reads (ISO 32000-1, 7.4.8). */
function isDrawn(marker: number): boolean {
  return marker <= 0xc2;
}

/** True when an end of image (EOI) follows the beginning of the scan; a scan itself never has one. */
function isWhole(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at--)
    if (bytes[at] === 0xff && bytes[at + 1] === END_OF_IMAGE) return true;
  return false;
}

/** APP1 to APP13, APP15 and comments. APP0 (JFIF) and APP14 (Adobe) tell how colours are coded. */
function isBaggage(marker: number): boolean {
  return (marker > 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
}
