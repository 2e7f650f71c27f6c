/**
 * Documents for tests: a styled tree from a few calls and a display list as a very plain layout would make it,
 * one line per text, so that tests of painting and tagging need no layout engine.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Origin, SourceText } from '../diagnostics/span.ts';
import type { Anchor, DisplayItem, LaidOut, Page } from '../layout/display.ts';
import type { FontFace, GlyphRun } from '../layout/text/face.ts';
import { openFace } from '../layout/text/open-face.ts';
import type { ComputedStyle, Display } from '../markup/style.ts';
import type { StyledElement, StyledNode } from '../markup/tree.ts';
import type { PdfOptions } from './options.ts';

const BLACK = { r: 0, g: 0, b: 0, alpha: 1 };

/** An element before it has its number. */
export interface Sketch {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Sketch | string)[];
}

/** `lang`, `display` and `float` among the attributes set language and looks of the element. */
export function el(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Sketch | string)[]
): Sketch {
  return { name, attributes, children };
}

const INLINE = new Set(
  'a span em strong b i small sub sup abbr time code q img svg qr chart ::before ::marker ::footnote-call ::footnote-marker'.split(
    ' ',
  ),
);
const DISPLAYS: Readonly<Record<string, Display>> = {
  li: 'list-item',
  table: 'table',
  tr: 'table-row',
  td: 'table-cell',
  th: 'table-cell',
};

/** Numbers the elements in document order; every text has its own place in one source. */
export function treeOf(sketch: Sketch, lang = 'en'): StyledElement {
  let ids = 0;
  const source = { path: 'test.html', text: '' };
  const build = (part: Sketch, inherited: string): StyledElement => {
    const id = ids++;
    const own = part.attributes.lang ?? inherited;
    const display =
      part.attributes.display ?? DISPLAYS[part.name] ?? (INLINE.has(part.name) ? 'inline' : 'block');
    const origin = place(source, part.name);
    return {
      kind: 'element',
      id,
      name: part.name,
      lang: own,
      attributes: new Map(Object.entries(part.attributes)),
      style: {
        display,
        position: 'static',
        float: part.attributes.float ?? 'none',
        listStyleType: 'disc',
      } as ComputedStyle,
      content: [],
      children: part.children.map((child): StyledNode => {
        if (typeof child !== 'string') return build(child, own);
        const { start } = place(source, child).place;
        return {
          kind: 'text',
          text: child,
          originAt: (offset) => ({ place: { source, start: start + offset, end: start + offset + 1 } }),
        };
      }),
      origin,
    };
  };
  return build(sketch, lang);
}

function place(source: { text: string }, words: string): Origin {
  const start = source.text.length;
  source.text += `${words}\n`;
  return { place: { source: source as SourceText, start, end: source.text.length } };
}

const packages = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/', import.meta.url));

/** A static face of an installed package, by its path below it. */
function faceFrom(path: string): FontFace {
  const program = openFace(new Uint8Array(readFileSync(packages + path)), () => {});
  if (!('shape' in program)) throw new Error(program.message);
  return { ...program, key: path, family: 'Test', weight: 400, style: 'normal' };
}

let latin: FontFace | undefined;
let chinese: FontFace | undefined;
export const latinFace = (): FontFace =>
  (latin ??= faceFrom('source-sans-3/400Regular/SourceSans3_400Regular.ttf'));
export const chineseFace = (): FontFace =>
  (chinese ??= faceFrom('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));

export function runOf(text: string, size = 12, face?: FontFace): GlyphRun {
  const used = face ?? (/[\u2e80-\uffff]/.test(text) ? chineseFace() : latinFace());
  const glyphs = used.shape(text, []);
  const width = glyphs.reduce((sum, glyph) => sum + (glyph.advance / used.unitsPerEm) * size, 0);
  return { face: used, size, glyphs, spacing: glyphs.map(() => 0), text, width };
}

function textItem(
  text: string,
  x: number,
  baseline: number,
  element: number,
  origin: Origin,
): Extract<DisplayItem, { readonly kind: 'text' }> {
  return { kind: 'text', x, baseline, run: runOf(text), color: BLACK, owner: { element }, origin };
}

/** Every text on a line of its own, pictures as grey drawings, links where `a` has an `href`. */
export function layOut(
  sketch: Sketch,
  extras: { readonly lang?: string; readonly linesPerPage?: number } = {},
): LaidOut {
  const body = treeOf(sketch, extras.lang);
  const pages: DisplayItem[][] = [[]];
  const anchors = new Map<string, Anchor>();
  const bookmarks: LaidOut['bookmarks'][number][] = [];
  let y = 40;
  const visit = (element: StyledElement): void => {
    const id = element.attributes.get('id');
    const at = { page: pages.length, x: 40, y };
    if (id !== undefined) anchors.set(id, at);
    if (/^h[1-6]$/.test(element.name))
      bookmarks.push({
        level: Number(element.name[1]),
        text: wordsOf(element),
        element: element.id,
        at,
        isOpen: true,
      });
    const top = y;
    if (['svg', 'qr', 'chart'].includes(element.name)) {
      pages.at(-1)!.push(square(element, y));
      y += 40;
    }
    for (const child of element.children) {
      if (child.kind === 'element') visit(child);
      else if (child.text.trim() !== '') {
        if (pages.at(-1)!.filter((item) => item.kind === 'text').length >= (extras.linesPerPage ?? 1000)) {
          pages.push([]);
          y = 40;
        }
        y += 20;
        pages.at(-1)!.push(textItem(child.text, 40, y, element.id, child.originAt(0)));
      }
    }
    const href = element.attributes.get('href');
    if (element.name === 'a' && href !== undefined)
      pages.at(-1)!.push({
        kind: 'link',
        rect: { x: 40, y: top, width: 100, height: y - top + 4 },
        href,
        element: element.id,
      });
  };
  visit(body);
  return {
    title: 'Test',
    lang: extras.lang ?? 'en',
    meta: new Map(),
    body,
    pages: pages.map(
      (items, index): Page => ({
        number: index + 1,
        label: { value: index + 1, style: 'decimal', text: String(index + 1) },
        name: '',
        width: 793.7,
        height: 1122.52,
        items,
      }),
    ),
    faces: [],
    anchors,
    bookmarks,
    generated: new Map(),
  };
}

function wordsOf(element: StyledElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : wordsOf(child))).join('');
}

function square(element: StyledElement, y: number): DisplayItem {
  const alt = element.attributes.get('alt');
  return {
    kind: 'drawing',
    rect: { x: 40, y, width: 30, height: 30 },
    labels: [],
    owner: { element: element.id },
    drawing: {
      viewBox: { x: 0, y: 0, width: 10, height: 10 },
      ...(alt !== undefined && { alt }),
      shapes: [
        {
          kind: 'path',
          evenOdd: false,
          commands: [
            { op: 'M', x: 0, y: 0 },
            { op: 'L', x: 10, y: 0 },
            { op: 'L', x: 10, y: 10 },
            { op: 'Z' },
          ],
          paint: {
            fill: { r: 120, g: 120, b: 120, alpha: 1 },
            strokeWidth: 0,
            dash: [],
            lineCap: 'butt',
            lineJoin: 'miter',
          },
        },
      ],
    },
  };
}

export const OPTIONS: PdfOptions = {
  title: 'Test',
  lang: 'en',
  date: '2025-06-01T00:00:00Z',
  producer: 'Parkpress',
  attachments: [],
  outline: true,
};
