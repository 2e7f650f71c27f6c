/**
 * The pdf phase: paints the pages of a display list into one file that is PDF/A-3a and PDF/UA-1 at once.
 * The same input gives the same bytes. Nothing is laid out here: every position comes from the display list.
 */
import type { Outcome } from '../diagnostics/outcome.ts';
import type { LaidOut } from '../layout/display.ts';
import type { PdfOptions } from './options.ts';

/** Paints a laid-out document. Without a value when something on its pages could not be painted. */
export async function paintPdf(laidOut: LaidOut, options: PdfOptions): Promise<Outcome<Uint8Array>> {
  // pdfkit and its fonts take long to load, and a build that only checks does not need them.
  const { writeDocument } = await import('./document.ts');
  return writeDocument(laidOut, options);
}
