/**
 * Natural sizes of pictures, read from the headers of JPEG (ITU-T T.81 §B.2) and PNG (§11.2.2) files, and what is
 * said of files that are no such picture. Nothing is decoded here.
 */
import { exifOrientation, isTurned } from './exif.ts';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** More pixels than this are refused: decoded they would take 256 MB. */
export const maxPixels = 64_000_000;

/**
 * Size in pixels (one is one px) as the picture is shown, turned as its camera says; undefined when the bytes are
 * neither JPEG nor PNG, end too soon or have more pixels than can be printed.
 */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const size = statedSize(bytes);
  return size && size.width > 0 && size.height > 0 && size.width * size.height <= maxPixels
    ? size
    : undefined;
}

/** Why `imageSize` has no answer, as a clause that follows the name of the file. */
export function imageFault(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'is empty';
  const other = otherForm(bytes);
  if (other !== undefined) return `is ${other}, and only JPEG and PNG can be printed`;
  const size = statedSize(bytes);
  return size && size.width * size.height > maxPixels
    ? `has ${size.width} × ${size.height} pixels, and more than ${maxPixels / 1e6} million cannot be printed`
    : 'is damaged, or neither JPEG nor PNG';
}

function statedSize(bytes: Uint8Array): ImageSize | undefined {
  if (isPng(bytes)) return pngSize(bytes);
  const size = isJpeg(bytes) ? jpegSize(bytes) : undefined;
  return size && isTurned(exifOrientation(bytes)) ? { width: size.height, height: size.width } : size;
}

/** Picture files of other kinds, told by their first bytes. */
function otherForm(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  if (head.startsWith('GIF8')) return 'a GIF image';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'a WebP image';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'a TIFF image';
  if (head.startsWith('BM')) return 'a BMP image';
  if (head.startsWith('%PDF-')) return 'a PDF file';
  if (head.slice(4, 8) === 'ftyp')
    return /^(?:avif|avis)/.test(head.slice(8)) ? 'an AVIF image' : 'a HEIF image';
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  if (/<svg[\s>]/.test(text)) return 'an SVG drawing (put its <svg> element into the document)';
  return /^\s*<(?:!doctype|html)/i.test(text) ? 'a web page' : undefined;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function isPng(bytes: Uint8Array): boolean {
  return pngSignature.every((byte, i) => bytes[i] === byte);
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

function pngSize(bytes: Uint8Array): ImageSize | undefined {
  if (bytes.length < 24) return undefined;
  const view = viewOf(bytes);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks the segments up to the first start of frame (SOF0–SOF15 without DHT, JPG and DAC). */
function jpegSize(bytes: Uint8Array): ImageSize | undefined {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
    at += standsAlone ? 2 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
