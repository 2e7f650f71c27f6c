/**
 * A page being painted: its content stream together with the resources it needs (ISO 32000-1, 7.8.3).
 * Resource names are the same on all pages; a page lists only what it uses.
 */
import type { FontFace } from '../../layout/text/face.ts';
import type { FontBook, UsedFont } from '../font/font-book.ts';
import type { ImageBook } from '../image/image-book.ts';
import type { PdfDict, PdfFile, PdfPage, PdfRef, PdfValue } from '../objects.ts';
import { type Content, createContent } from './content.ts';

type ResourceKind = 'Font' | 'ExtGState' | 'XObject' | 'Shading';

/** What the pages of a file share. */
export interface Shared {
  readonly file: PdfFile;
  readonly fonts: FontBook;
  readonly images: ImageBook;
  /** Objects by what they are made of, so that equal ones are written once. */
  readonly made: Map<string, { readonly name: string; readonly ref: PdfRef }>;
}

export interface Canvas {
  readonly content: Content;
  readonly shared: Shared;
  readonly font: (face: FontFace) => UsedFont;
  /** Sets the opacity of fills and strokes, 0–1, as a whole. */
  readonly alpha: (fill: number, stroke: number) => void;
  /** Lists an object among the page's resources; returns its name. `key` tells equal objects. */
  readonly resource: (kind: ResourceKind, key: string, make: () => PdfRef) => string;
  /** Hands the finished stream to the page. */
  readonly finish: () => void;
}

export function createCanvas(shared: Shared, page: PdfPage): Canvas {
  const content = createContent();
  let isTransparent = false;
  const list = (kind: ResourceKind, name: string, ref: PdfRef): string => {
    const known = page.resources[kind] as PdfDict | undefined;
    if (known?.[name] === undefined) page.resources[kind] = { ...known, [name]: ref };
    return name;
  };
  const resource: Canvas['resource'] = (kind, key, make) => {
    let known = shared.made.get(key);
    if (!known) {
      known = { name: `${PREFIX[kind]}${shared.made.size + 1}`, ref: make() };
      shared.made.set(key, known);
    }
    if (kind === 'ExtGState') isTransparent = true;
    return list(kind, known.name, known.ref);
  };
  content.draw('0.75 0 0 0.75 0 0 cm');
  return {
    content,
    shared,
    resource,
    font: (face) => {
      const font = shared.fonts.fontOf(face);
      list('Font', font.name, font.ref);
      return font;
    },
    alpha: (fill, stroke) => {
      if (!isTransparent && fill === 1 && stroke === 1) return;
      const state: PdfDict = { Type: 'ExtGState', ca: rounded(fill), CA: rounded(stroke) };
      const key = `alpha ${String(state.ca)} ${String(state.CA)}`;
      content.alpha(resource('ExtGState', key, () => shared.file.add(state)));
    },
    finish: () => {
      // Says in which colour space transparent colours are mixed (ISO 19005-3, 6.2.10).
      if (isTransparent) page.data.Group = TRANSPARENCY_GROUP;
      page.write(content.bytes());
    },
  };
}

const PREFIX: Readonly<Record<ResourceKind, string>> = {
  Font: 'F',
  ExtGState: 'G',
  XObject: 'X',
  Shading: 'S',
};

export const TRANSPARENCY_GROUP: PdfValue = { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' };

function rounded(alpha: number): number {
  return Math.round(Math.min(1, Math.max(0, alpha)) * 1000) / 1000;
}
