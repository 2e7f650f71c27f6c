/**
 * PNG files. Plain ones go into a PDF as they are: their data is what FlateDecode with PNG predictors expects
 * (ISO 32000-1, 7.4.4.4). Those with alpha, interlacing or 16 bits are decoded and their alpha split off.
 * Everything is synchronous, so that equal input gives equal bytes.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { maxPixels } from '../../graphics/picture/image-size.ts';
import type { PdfDict, PdfValue } from '../objects.ts';
import type { DecodedImage, ImageFault } from './image.ts';

const BROKEN: ImageFault = { code: 'P002', reason: 'is a damaged PNG image' };

/** The header (PNG, 11.2.2) and the chunks that matter. */
interface PngFile {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colorType: number;
  readonly isInterlaced: boolean;
  readonly palette: Uint8Array | undefined;
  readonly hasTransparency: boolean;
  readonly data: Uint8Array;
}

export function readPng(bytes: Uint8Array): DecodedImage | ImageFault {
  const file = readChunks(bytes);
  if (!file || file.width === 0 || file.height === 0 || !isSound(file)) return BROKEN;
  if (file.width * file.height > maxPixels)
    return { code: 'P004', reason: `has ${file.width} × ${file.height} pixels` };
  try {
    return isPlain(file) ? passThrough(file) : decode(bytes);
  } catch {
    // zlib and pngjs throw what they find; whatever it is, the picture cannot be shown.
    return BROKEN;
  }
}

function readChunks(bytes: Uint8Array): PngFile | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || view.getUint32(12) !== chunk('IHDR')) return undefined;
  const data: Uint8Array[] = [];
  let palette: Uint8Array | undefined;
  let hasTransparency = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (at + 12 + length > bytes.length) return undefined;
    if (
      isCritical(type) &&
      view.getUint32(at + 8 + length) !== crc32(bytes.subarray(at + 4, at + 8 + length))
    )
      return undefined;
    if (type === chunk('IDAT')) data.push(body);
    if (type === chunk('PLTE')) palette = body;
    if (type === chunk('tRNS')) hasTransparency = true;
    at += 12 + length;
  }
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bits: bytes[24]!,
    colorType: bytes[25]!,
    isInterlaced: bytes[28] !== 0,
    palette,
    hasTransparency,
    data: Buffer.concat(data),
  };
}

/** Bits per sample that each colour type may have (PNG, table 11.1), and a palette of whole colours. */
function isSound({ bits, colorType, palette }: PngFile): boolean {
  if (!DEPTHS[colorType]?.includes(bits)) return false;
  if (colorType !== INDEXED) return true;
  return (
    palette !== undefined && palette.length > 0 && palette.length % 3 === 0 && palette.length <= 3 * 2 ** bits
  );
}

/** Chunks without which there is no picture have a capital first (PNG, 5.4). */
function isCritical(type: number): boolean {
  return (type & 0x20000000) === 0;
}

function chunk(name: string): number {
  return Buffer.from(name, 'latin1').readUInt32BE(0);
}

const GRAY = 0;
const RGB = 2;
const INDEXED = 3;
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  [GRAY]: [1, 2, 4, 8, 16],
  [RGB]: [8, 16],
  [INDEXED]: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

function isPlain({ bits, colorType, isInterlaced, hasTransparency }: PngFile): boolean {
  return !isInterlaced && !hasTransparency && bits <= 8 && [GRAY, RGB, INDEXED].includes(colorType);
}

function passThrough({ width, height, bits, colorType, palette, data }: PngFile): DecodedImage | ImageFault {
  const colors = colorType === RGB ? 3 : 1;
  const size = (Math.ceil((width * bits * colors) / 8) + 1) * height;
  const rows = inflateSync(data, { maxOutputLength: size });
  if (rows.length !== size) return BROKEN;
  for (let at = 0; at < size; at += size / height) if (rows[at]! > LAST_FILTER) return BROKEN;
  return {
    width,
    height,
    data: {
      ColorSpace: colorSpace(colorType, palette),
      BitsPerComponent: bits,
      Filter: 'FlateDecode',
      DecodeParms: { Predictor: 15, Colors: colors, BitsPerComponent: bits, Columns: width },
    },
    bytes: data,
  };
}

function colorSpace(colorType: number, palette: Uint8Array | undefined): PdfValue {
  if (colorType === RGB) return 'DeviceRGB';
  if (colorType === GRAY || !palette) return 'DeviceGray';
  return ['Indexed', 'DeviceRGB', palette.length / 3 - 1, new Uint8Array(palette)];
}

function decode(bytes: Uint8Array): DecodedImage {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  const pixels = width * height;
  const colors = new Uint8Array(pixels * 3);
  const alpha = new Uint8Array(pixels);
  let isOpaque = true;
  for (let i = 0; i < pixels; i += 1) {
    colors.set(data.subarray(i * 4, i * 4 + 3), i * 3);
    alpha[i] = data[i * 4 + 3]!;
    isOpaque &&= alpha[i] === 255;
  }
  const body = compress(colors, width, 3);
  return {
    width,
    height,
    data: { ColorSpace: 'DeviceRGB', ...body.data },
    bytes: body.bytes,
    ...(!isOpaque && { mask: compress(alpha, width, 1) }),
  };
}

/** Samples of 8 bits with the PNG predictor "Up", which suits drawn pictures. */
function compress(samples: Uint8Array, width: number, colors: number): { data: PdfDict; bytes: Uint8Array } {
  const stride = width * colors;
  const rows = samples.length / stride;
  const filtered = new Uint8Array(rows * (stride + 1));
  for (let row = 0; row < rows; row += 1) {
    filtered[row * (stride + 1)] = UP;
    for (let i = 0; i < stride; i += 1) {
      const above = row === 0 ? 0 : samples[(row - 1) * stride + i]!;
      filtered[row * (stride + 1) + 1 + i] = samples[row * stride + i]! - above;
    }
  }
  return {
    data: {
      BitsPerComponent: 8,
      Filter: 'FlateDecode',
      DecodeParms: { Predictor: 15, Colors: colors, BitsPerComponent: 8, Columns: width },
    },
    bytes: deflateSync(filtered),
  };
}

const UP = 2;
const LAST_FILTER = 4;
