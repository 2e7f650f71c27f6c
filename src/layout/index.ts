/**
 * Layout: styled tree -> boxes -> fragments with break tokens -> pages -> display list. Promises: no content
 * is lost or clipped in silence, every document ends, and the same input gives the same pages.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Outcome } from '../diagnostics/outcome.ts';
import type { StyledDocument } from '../markup/tree.ts';
import type { Files } from '../world.ts';
import type { LaidOut } from './display.ts';
import { layoutWith } from './document.ts';
import { hasFlexBoxes } from './flex/needed.ts';
import { createTextEngine, type FontCache, openFontSet } from './text/index.ts';

export { printDisplayList } from './print.ts';
export { createFontCache, type FontCache } from './text/index.ts';

export interface LayoutInput {
  readonly files: Files;
  /** Fonts opened by earlier documents of the same run. */
  readonly fonts: FontCache;
  /** Overflows are warnings: for finished documents by others. */
  readonly lenient?: boolean;
}

const codesOfFiles: ReadonlySet<string> = new Set(['L010', 'F001', 'F002', 'F003', 'F004', 'F010']);

/** True of faults of pictures and fonts themselves, which are what they are wherever they stand. */
export function isOfFile({ code }: Diagnostic): boolean {
  return codesOfFiles.has(code);
}

/** Lays out a document with its own fonts; the flex engine is loaded when it has flex boxes. Without a value an error left nothing to show. */
export async function layoutDocument(
  document: StyledDocument,
  { files, fonts, lenient = false }: LayoutInput,
): Promise<Outcome<LaidOut>> {
  const flexEngine = hasFlexBoxes(document.body)
    ? await (await import('./flex/yoga.ts')).loadFlexEngine()
    : undefined;
  return layoutWith(document, {
    files,
    flexEngine,
    lenient,
    openText: (report) =>
      createTextEngine({ fonts: openFontSet(document.fontFaces, files, report, fonts), report }),
  });
}
