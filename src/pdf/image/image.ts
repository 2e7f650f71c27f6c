/** What an image file becomes before it is an image XObject (ISO 32000-1, 8.9). */
import type { Orientation } from '../../graphics/picture/exif.ts';
import type { PdfDict } from '../objects.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';

export interface DecodedImage {
  /** Entries of the image dictionary beside its type and size. */
  readonly data: PdfDict;
  readonly width: number;
  readonly height: number;
  /** The stream as `data.Filter` says. */
  readonly bytes: Uint8Array;
  /** How the picture is to be turned to stand upright; absent when it does. */
  readonly orientation?: Orientation;
  /** 8-bit opacity per pixel, compressed as `maskData` says. */
  readonly mask?: { readonly data: PdfDict; readonly bytes: Uint8Array };
}

/** Why an image cannot be painted, as a code of this phase and a clause of a sentence. */
export interface ImageFault {
  readonly code: 'P002' | 'P003' | 'P004';
  readonly reason: string;
}

/** Reads JPEG or PNG, told apart by their first bytes. */
export function readImage(bytes: Uint8Array): DecodedImage | ImageFault {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes);
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) return readPng(bytes);
  return { code: 'P002', reason: 'is neither a JPEG nor a PNG image' };
}

export function isFault(image: DecodedImage | ImageFault): image is ImageFault {
  return 'reason' in image;
}
