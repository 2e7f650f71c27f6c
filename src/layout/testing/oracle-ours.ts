/** The glyphs of our own layout of a document with real fonts, as its display list places them. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { hasErrors } from '../../diagnostics/outcome.ts';
import { positionOf } from '../../diagnostics/position.ts';
import { fitMatrix } from '../../graphics/fit.ts';
import { multiply } from '../../graphics/matrix.ts';
import type { Matrix, Shape } from '../../graphics/shapes.ts';
import { readMarkup } from '../../markup/index.ts';
import { finishedDocument } from '../../template/merged.ts';
import type { Files } from '../../world.ts';
import type { DisplayItem } from '../display.ts';
import { type FontCache, layoutDocument } from '../index.ts';
import type { GlyphRun } from '../text/face.ts';
import type { PlacedGlyph } from './oracle-glyphs.ts';

export interface OurPages {
  /** Per page and text in the order of painting. */
  readonly pages: readonly (readonly (readonly PlacedGlyph[])[])[];
  /** `line:column code message` */
  readonly messages: readonly string[];
}

/** Lays out the document that is the file `path` of `files`. */
export async function ourPages(
  path: string,
  text: string,
  files: Files,
  fonts: FontCache,
): Promise<OurPages> {
  const read = readMarkup(finishedDocument({ path, text }), { files, lenient: true });
  if (!read.value || hasErrors(read.diagnostics)) return { pages: [], messages: read.diagnostics.map(told) };
  const { value, diagnostics } = await layoutDocument(read.value, { files, fonts, lenient: true });
  return {
    pages: (value?.pages ?? []).map(({ items }) => items.flatMap(glyphsOfItem)),
    messages: [...read.diagnostics, ...diagnostics].map(told),
  };
}

function told({ code, message, primary }: Diagnostic): string {
  const at = primary && positionOf(primary.span.source, primary.span.start);
  return `${at ? `${at.line}:${at.column} ` : ''}${code} ${message}`;
}

function glyphsOfItem(item: DisplayItem): PlacedGlyph[][] {
  if (item.kind === 'text') return [glyphsOfRun(item.run, item.x, item.baseline)];
  if (item.kind !== 'drawing') return [];
  return placesOfLabels(item.drawing.shapes, fitMatrix(item.drawing, item.rect)).flatMap((matrix, i) => {
    const { runs, x, baseline } = item.labels[i] ?? { runs: [], x: 0, baseline: 0 };
    let pen = x;
    return runs.map((run) => {
      const glyphs = glyphsOfRun(run, pen, baseline).map((glyph) => moved(glyph, matrix));
      pen += run.width;
      return glyphs;
    });
  });
}

/** The matrix of each label, in the order of the shapes. */
function placesOfLabels(shapes: readonly Shape[], matrix: Matrix): Matrix[] {
  return shapes.flatMap((shape) => {
    if (shape.kind === 'label') return [matrix];
    return shape.kind === 'group' ? placesOfLabels(shape.shapes, multiply(matrix, shape.matrix)) : [];
  });
}

function glyphsOfRun({ glyphs, spacing, face, size }: GlyphRun, x: number, baseline: number): PlacedGlyph[] {
  const unit = size / face.unitsPerEm;
  let pen = x;
  return glyphs.map(({ codePoints, advance, dx, dy }, i) => {
    const at = pen + dx * unit;
    const end = pen + advance * unit;
    pen = end + (spacing[i] ?? 0);
    return { text: String.fromCodePoint(...codePoints), x: at, end, baseline: baseline - dy * unit, size };
  });
}

function moved(glyph: PlacedGlyph, [a, b, c, d, e, f]: Matrix): PlacedGlyph {
  return {
    ...glyph,
    x: a * glyph.x + c * glyph.baseline + e,
    end: a * glyph.end + c * glyph.baseline + e,
    baseline: b * glyph.x + d * glyph.baseline + f,
    size: glyph.size * Math.hypot(c, d),
  };
}
