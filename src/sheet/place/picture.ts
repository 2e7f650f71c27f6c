/** Pictures of a workbook: read from the folder of its template, with their sizes. */
import { imageFault, imageSize } from '../../graphics/picture/image-size.ts';
import { type Files, resolvePath } from '../../world.ts';
import type { Book, Image } from '../book.ts';
import type { Fault } from '../read/fault.ts';

/** Sizes in mm. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly ending: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
}

const DEFAULT_WIDTH = 60;

/** Every picture of a book that can be placed; `base` is the path that theirs are relative to. */
export function readPictures(
  { sheets }: Book,
  files: Pick<Files, 'read'>,
  base: string,
  fault: Fault,
): ReadonlyMap<Image, Picture> {
  const pictures = new Map<Image, Picture>();
  for (const block of sheets.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== 'image') continue;
    const picture = readPicture(block, files, base, fault);
    if (picture) pictures.set(block, picture);
  }
  return pictures;
}

function readPicture(
  { src, width, height }: Image,
  files: Pick<Files, 'read'>,
  base: string,
  fault: Fault,
): Picture | undefined {
  const path = resolvePath(base, src.value);
  const bytes = files.read(path);
  if (!bytes) {
    fault('X022', src.at, `there is no file ${path}`, 'put the picture into the folder of the template');
    return undefined;
  }
  const size = imageSize(bytes);
  if (!size) {
    fault('X022', src.at, `${path} ${imageFault(bytes)}`, 'save it as PNG or JPEG');
    return undefined;
  }
  const ratio = size.height / size.width;
  const wide = width ?? (height === null ? DEFAULT_WIDTH : height / ratio);
  return { bytes, ending: bytes[0] === 0x89 ? 'png' : 'jpeg', width: wide, height: height ?? wide * ratio };
}
