/**
 * Reads `mutool draw -F trace`: every glyph of a PDF with the exact origin that its content stream gives, which
 * bounding boxes of words do not (they hold the ascent of the font instead of the baseline).
 */
import { multiply } from '../../graphics/matrix.ts';
import type { Matrix } from '../../graphics/shapes.ts';
import type { PlacedGlyph } from './oracle-glyphs.ts';

const pxPerPoint = 96 / 72;

/** The glyphs of each page as texts were painted: one list per text object, px from the top left corner. */
export function glyphsOfTrace(trace: string): PlacedGlyph[][][] {
  const pages: PlacedGlyph[][][] = [];
  let toPage: Matrix = [1, 0, 0, 1, 0, 0];
  let size = 0;
  let across = 0;
  let text: PlacedGlyph[] = [];
  for (const line of trace.split('\n')) {
    const tag = /^\s*<(\w+)/.exec(line)?.[1];
    if (tag === 'page') pages.push([]);
    else if (tag === 'fill_text' || tag === 'stroke_text' || tag === 'ignore_text') {
      toPage = multiply([pxPerPoint, 0, 0, pxPerPoint, 0, 0], matrixOf(attribute(line, 'transform')));
      text = [];
      pages.at(-1)?.push(text);
    } else if (tag === 'span') {
      const [a = 0, b = 0, c = 0, d = 0] = numbers(attribute(line, 'trm'));
      across = a;
      size = Math.hypot(c, d) * Math.abs(toPage[3]);
      if (size === 0) size = Math.hypot(a, b) * Math.abs(toPage[0]);
    } else if (tag === 'g') text.push(glyphOf(line, toPage, across, size));
  }
  return pages;
}

function glyphOf(line: string, [a, b, c, d, e, f]: Matrix, across: number, size: number): PlacedGlyph {
  const x = Number(attribute(line, 'x'));
  const y = Number(attribute(line, 'y'));
  const end = x + Number(attribute(line, 'adv')) * across;
  return {
    text: unescaped(attribute(line, 'unicode')),
    x: a * x + c * y + e,
    end: a * end + c * y + e,
    baseline: b * x + d * y + f,
    size,
  };
}

function attribute(line: string, name: string): string {
  const start = line.indexOf(` ${name}="`);
  if (start < 0) return '';
  const from = start + name.length + 3;
  // A glyph may be a quotation mark, which is not always escaped.
  const end = line.indexOf('"', from + 1);
  return line.slice(from, end < 0 ? undefined : end);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return entities[name] ?? all;
  });
}

function numbers(text: string): number[] {
  return text.split(/\s+/).map(Number);
}

function matrixOf(text: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(text);
  return [a, b, c, d, e, f];
}
