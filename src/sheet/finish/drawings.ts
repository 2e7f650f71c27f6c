/** Adds the charts and pictures of a sheet to the package: its drawing, a part for each, and what leads from one to the other. */
import { addContentType, addRelationship, OFFICE } from '../package/relate.ts';
import { type Parts, setPart } from '../package/zip.ts';
import type { PlacedBook, PlacedSheet } from '../placed.ts';
import { defaultFonts } from '../style/defaults.ts';
import { chartPart } from './chart/chart-part.ts';
import { drawingPart, drawingRelationship } from './chart/drawing-part.ts';

/** The relationship of a sheet to its drawing. */
export const DRAWING = 'rIdDrawing';

const TYPES = 'application/vnd.openxmlformats-officedocument';

/** `part` is that of the sheet; `first` numbers its charts, all of the book in a row, `number` the sheet. */
export function addDrawing(
  parts: Parts,
  part: string,
  { charts, pictures }: PlacedSheet,
  { base, lang }: PlacedBook,
  first: number,
  number: number,
): void {
  if (charts.length + pictures.length === 0) return;
  const fonts = { latin: base.font, eastAsian: lang === 'zh' ? base.font : defaultFonts.zh };
  const drawing = `xl/drawings/drawing${number}.xml`;
  setPart(parts, drawing, drawingPart(charts, pictures));
  addContentType(parts, drawing, `${TYPES}.drawing+xml`);
  addRelationship(parts, part, DRAWING, `${OFFICE}/drawing`, `/${drawing}`);
  for (const [index, chart] of charts.entries()) {
    const name = `xl/charts/chart${first + index}.xml`;
    setPart(parts, name, chartPart(chart, fonts, lang));
    addContentType(parts, name, `${TYPES}.drawingml.chart+xml`);
    addRelationship(parts, drawing, drawingRelationship(index), `${OFFICE}/chart`, `/${name}`);
  }
  for (const [index, { bytes, ending }] of pictures.entries()) {
    const name = `xl/media/sheet${number}-${index + 1}.${ending}`;
    parts.set(name, bytes);
    addContentType(parts, name, `image/${ending}`);
    addRelationship(
      parts,
      drawing,
      drawingRelationship(charts.length + index),
      `${OFFICE}/image`,
      `/${name}`,
    );
  }
}
