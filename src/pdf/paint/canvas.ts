/**
 * A page being painted, or a cell of a pattern: a content stream together with the resources it needs (ISO 32000-1,
 * 7.8.3). Resource names are the same in the whole file; a stream lists only what it uses.
 */
import type { Matrix } from '../../graphics/shapes.ts';
import type { FontFace } from '../../layout/text/face.ts';
import type { FontBook, UsedFont } from '../font/font-book.ts';
import type { ImageBook } from '../image/image-book.ts';
import type { PdfDict, PdfFile, PdfPage, PdfRef, PdfValue } from '../objects.ts';
import { type Content, createContent } from './content.ts';

type ResourceKind = 'Font' | 'ExtGState' | 'XObject' | 'Shading' | 'Pattern';

/** What the pages of a file share. */
export interface Shared {
  readonly file: PdfFile;
  readonly fonts: FontBook;
  readonly images: ImageBook;
  /** Objects by what they are made of, so that equal ones are written once. */
  readonly made: Map<string, { readonly name: string; readonly ref: PdfRef }>;
}

/** The cell of a pattern: its first place, and the distances to the next ones. */
interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly stepX: number;
  readonly stepY: number;
}

export interface Canvas {
  readonly content: Content;
  readonly shared: Shared;
  readonly font: (face: FontFace) => UsedFont;
  /** Sets the opacity of fills and strokes, 0–1, as a whole. */
  readonly alpha: (fill: number, stroke: number) => void;
  /** Lists an object among the resources; returns its name. `key` tells equal objects. */
  readonly resource: (kind: ResourceKind, key: string, make: () => PdfRef) => string;
  /** A pattern whose cell is painted from its top left corner; only for streams in the coordinates they begin with. */
  readonly pattern: (cell: Cell, isTranslucent: boolean, paint: (cell: Canvas) => void) => string;
}

/** The canvas of a page, and how its stream is handed to it. `height` in px. */
export interface PageCanvas extends Canvas {
  readonly finish: () => void;
}

export function createCanvas(shared: Shared, page: PdfPage, height: number): PageCanvas {
  const scale = 0.75;
  let isTransparent = false;
  const canvas = openCanvas(shared, page.resources, [scale, 0, 0, -scale, 0, scale * height], () => {
    isTransparent = true;
  });
  canvas.content.draw(`${scale} 0 0 ${scale} 0 0 cm`);
  return {
    ...canvas,
    finish: () => {
      // Says in which colour space transparent colours are mixed (ISO 19005-3, 6.2.10).
      if (isTransparent) page.data.Group = TRANSPARENCY_GROUP;
      page.write(canvas.content.bytes());
    },
  };
}

/** `base` leads from px to the coordinates that the stream begins with, which patterns refer to (8.7.3.1). */
function openCanvas(shared: Shared, resources: PdfDict, base: Matrix, noteTransparency: () => void): Canvas {
  const content = createContent();
  let isTransparent = false;
  const resource: Canvas['resource'] = (kind, key, make) => {
    let made = shared.made.get(key);
    if (!made) {
      made = { name: `${PREFIX[kind]}${shared.made.size + 1}`, ref: make() };
      shared.made.set(key, made);
    }
    if (kind === 'ExtGState') setTransparent();
    list(kind, made.name, made.ref);
    return made.name;
  };
  const list = (kind: ResourceKind, name: string, ref: PdfRef): void => {
    const known = resources[kind] as PdfDict | undefined;
    if (known?.[name] === undefined) resources[kind] = { ...known, [name]: ref };
  };
  const setTransparent = (): void => {
    isTransparent = true;
    noteTransparency();
  };
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
    pattern: (cell, isTranslucent, paint) => {
      if (isTranslucent) setTransparent();
      const inside: PdfDict = {};
      const target = openCanvas(shared, inside, [1, 0, 0, 1, 0, 0], () => undefined);
      paint(target);
      const bytes = target.content.bytes();
      const dict: PdfDict = {
        Type: 'Pattern',
        PatternType: 1,
        PaintType: 1,
        TilingType: 1,
        BBox: [0, 0, cell.width, cell.height],
        XStep: cell.stepX,
        YStep: cell.stepY,
        Matrix: placed(base, cell),
        Resources: inside,
      };
      const key = `pattern ${JSON.stringify([dict.BBox, dict.XStep, dict.YStep, dict.Matrix])} ${Buffer.from(bytes).toString('latin1')}`;
      return resource('Pattern', key, () => shared.file.stream(dict, bytes));
    },
  };
}

const PREFIX: Readonly<Record<ResourceKind, string>> = {
  Font: 'F',
  ExtGState: 'G',
  XObject: 'X',
  Shading: 'S',
  Pattern: 'P',
};

export const TRANSPARENCY_GROUP: PdfValue = { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' };

/** The matrix of a pattern whose first cell begins at x, y. */
function placed([a, b, c, d, e, f]: Matrix, { x, y }: Cell): number[] {
  return [a, b, c, d, a * x + c * y + e, b * x + d * y + f].map((n) => Math.round(n * 10000) / 10000);
}

function rounded(alpha: number): number {
  return Math.round(Math.min(1, Math.max(0, alpha)) * 1000) / 1000;
}
