/** The images of a file: each picture is embedded once, however many copies of its bytes there are. */
import { createHash } from 'node:crypto';
import type { Orientation } from '../../graphics/picture/exif.ts';
import type { PdfFile, PdfRef } from '../objects.ts';
import { type DecodedImage, type ImageFault, isFault, readImage } from './image.ts';

/** An image XObject, a key that tells pictures apart, and how the picture is to be turned. */
export interface EmbeddedImage {
  readonly key: string;
  readonly ref: PdfRef;
  readonly orientation: Orientation;
}

export interface ImageBook {
  /** The picture, embedded when first asked for. */
  readonly imageOf: (bytes: Uint8Array) => EmbeddedImage | ImageFault;
}

export function openImageBook(file: PdfFile): ImageBook {
  const keys = new Map<Uint8Array, string>();
  const images = new Map<string, EmbeddedImage | ImageFault>();
  return {
    imageOf: (bytes) => {
      const key = keys.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
      keys.set(bytes, key);
      const known = images.get(key);
      if (known) return known;
      const image = readImage(bytes);
      const entry = isFault(image)
        ? image
        : { key, ref: embed(file, image), orientation: image.orientation ?? 1 };
      images.set(key, entry);
      return entry;
    },
  };
}

function embed(file: PdfFile, image: DecodedImage): PdfRef {
  const head = { Type: 'XObject', Subtype: 'Image', Width: image.width, Height: image.height };
  const { mask } = image;
  const softMask = mask && file.stream({ ...head, ColorSpace: 'DeviceGray', ...mask.data }, mask.bytes);
  return file.stream({ ...head, ...image.data, SMask: softMask }, image.bytes);
}
