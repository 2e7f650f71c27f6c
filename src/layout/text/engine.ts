/** The text engine of a document: inline layout bound to its fonts. */
import type { TextEngine } from '../text-engine.ts';
import type { TextContext } from './context.ts';
import { shapeLabel } from './label.ts';
import { prepareParagraph } from './paragraph.ts';

/** What layout needs of fonts and text. Make one for each document: it keeps what it looked up. */
export function createTextEngine(context: TextContext): TextEngine {
  const prepare = prepareParagraph(context);
  return {
    prepare,
    shapeLabel: (label, element) => shapeLabel(prepare, label, element),
    faces: context.fonts.used,
  };
}
