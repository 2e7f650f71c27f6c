/**
 * The display list as JSON, for people and for comparison: plain data, every item of `DisplayItem` by its `kind`,
 * origins as `path:line:col`, bytes of images as their number, glyphs as their text and the key of their face.
 */
import { positionOf } from '../diagnostics/position.ts';
import type { Origin } from '../diagnostics/span.ts';
import type { DisplayItem, LaidOut } from './display.ts';
import type { GlyphRun } from './text/face.ts';

/** Pretty-printed JSON with a newline at the end; lengths in px, rounded to 1/1000. */
export function printDisplayList({ title, lang, meta, pages, anchors, bookmarks }: LaidOut): string {
  const plain = {
    title,
    lang,
    meta: Object.fromEntries(meta),
    pages: pages.map((page) => ({ ...page, items: page.items.map(plainItem) })),
    anchors: Object.fromEntries(anchors),
    bookmarks,
  };
  return `${JSON.stringify(plain, (_key, value: unknown) => (typeof value === 'number' ? rounded(value) : value), 2)}\n`;
}

function plainItem(item: DisplayItem): unknown {
  switch (item.kind) {
    case 'text': {
      const { run, origin, ...rest } = item;
      return { ...rest, ...plainRun(run), origin: placeOf(origin) };
    }
    case 'image':
      return { ...item, bytes: item.bytes.length };
    case 'background-image': {
      const { image } = item;
      return image.kind === 'image' ? { ...item, image: { ...image, bytes: image.bytes.length } } : item;
    }
    case 'drawing': {
      const { drawing, labels, ...rest } = item;
      return {
        ...rest,
        alt: drawing.alt,
        viewBox: drawing.viewBox,
        ...(drawing.fit ? { fit: drawing.fit } : {}),
        shapes: drawing.shapes,
        labels: labels.map(({ runs, ...label }) => ({ ...label, runs: runs.map(plainRun) })),
      };
    }
    default:
      return item;
  }
}

function plainRun({ text, width, size, face }: GlyphRun): object {
  return { text, width, size, face: face.key };
}

function placeOf({ place, datum }: Origin): unknown {
  const at = ({ source, start }: typeof place): string => {
    const { line, column } = positionOf(source, start);
    return `${source.path}:${line}:${column}`;
  };
  return datum ? `${at(place)} < ${at(datum)}` : at(place);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
