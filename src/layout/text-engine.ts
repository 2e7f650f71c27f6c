/** What layout needs of the text folder, as one parameter: tests put a paragraph of square glyphs in its place. */
import type { ShapeLabel } from '../graphics/shapes.ts';
import type { StyledElement } from '../markup/tree.ts';
import type { DrawingLabel } from './display.ts';
import type { FontFace } from './text/face.ts';
import type { PrepareParagraph } from './text/lines.ts';

export interface TextEngine {
  readonly prepare: PrepareParagraph;
  /** Runs of a label inside the drawing of `element`, its anchor applied. */
  readonly shapeLabel: (label: ShapeLabel, element: StyledElement) => DrawingLabel;
  /** Faces that have been used so far. */
  readonly faces: () => readonly FontFace[];
}
