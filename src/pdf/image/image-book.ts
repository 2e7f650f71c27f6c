/** The images of a file: each picture is embedded once, however many copies of its bytes there are. */
import { createHash } from 'node:crypto';
import type { PdfFile, PdfRef } from '../objects.ts';
import { type ImageFault, isFault, readImage } from './image.ts';

export interface ImageBook {
  /** The image XObject, made when first asked for, with a key that tells pictures apart. */
  readonly imageOf: (bytes: Uint8Array) => { readonly key: string; readonly ref: PdfRef } | ImageFault;
}

export function openImageBook(file: PdfFile): ImageBook {
  const keys = new Map<Uint8Array, string>();
  const images = new Map<string, { readonly key: string; readonly ref: PdfRef } | ImageFault>();
  return {
    imageOf: (bytes) => {
      const key = keys.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
      keys.set(bytes, key);
      const known = images.get(key);
      if (known) return known;
      const image = embed(file, bytes);
      const entry = 'reason' in image ? image : { key, ref: image };
      images.set(key, entry);
      return entry;
    },
  };
}

function embed(file: PdfFile, bytes: Uint8Array): PdfRef | ImageFault {
  const image = readImage(bytes);
  if (isFault(image)) return image;
  const head = { Type: 'XObject', Subtype: 'Image', Width: image.width, Height: image.height };
  const { mask } = image;
  const softMask = mask && file.stream({ ...head, ColorSpace: 'DeviceGray', ...mask.data }, mask.bytes);
  return file.stream({ ...head, ...image.data, SMask: softMask }, image.bytes);
}
