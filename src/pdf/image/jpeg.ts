/**
 * JPEG files go into a PDF as they are (ISO 32000-1, 7.4.8), without the segments that no PDF reader uses:
 * camera data and thumbnails, which can be large and can tell where a picture was taken.
 */
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
      if (end - at < 10 || bytes[at + 4] !== 8) return BROKEN;
      frame = {
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        components: bytes[at + 9]!,
      };
    }
    if (marker === START_OF_SCAN) {
      kept.push(bytes.subarray(at));
      break;
    }
    if (!isBaggage(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (!frame || frame.width === 0 || frame.height === 0) return BROKEN;
  if (frame.components === 4) return { code: 'P003', reason: 'is in CMYK' };
  return {
    width: frame.width,
    height: frame.height,
    data: {
      ColorSpace: frame.components === 1 ? 'DeviceGray' : 'DeviceRGB',
      BitsPerComponent: 8,
      Filter: 'DCTDecode',
    },
    bytes: new Uint8Array(Buffer.concat(kept)),
  };
}

const START_OF_SCAN = 0xda;

/** SOF0 to SOF15 without the tables between them (ITU-T T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** APP1 to APP13, APP15 and comments. APP0 (JFIF) and APP14 (Adobe) tell how colours are coded. */
function isBaggage(marker: number): boolean {
  return (marker > 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
}
