/** Text of drawings: one line that never wraps, with the fonts and the fallback of running text. */
import type { ShapeLabel } from '../../graphics/shapes.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { DrawingLabel } from '../display.ts';
import type { PrepareParagraph } from './lines.ts';

/**
 * The runs of a label, sizes and places in the units of the drawing, its anchor applied. `element` is the
 * drawing: its language decides on punctuation, and it is named when a glyph is missing.
 */
export function shapeLabel(
  prepare: PrepareParagraph,
  label: ShapeLabel,
  element: StyledElement,
): DrawingLabel {
  const style = {
    ...element.style,
    fontFamily: label.fontFamily,
    fontSize: label.fontSize,
    fontWeight: label.fontWeight,
    whiteSpace: 'nowrap' as const,
    textAlign: 'start' as const,
    textIndent: { px: 0, percent: 0 },
    textTransform: 'none' as const,
    textDecorationLine: 'none' as const,
    letterSpacing: 0,
    wordSpacing: 0,
  };
  const text = { kind: 'text' as const, text: label.text, element, originAt: () => element.origin };
  const [line] = prepare([text], element, style).lines(Number.POSITIVE_INFINITY);
  const pieces = (line?.pieces ?? []).flatMap((piece) => (piece.kind === 'text' ? [piece] : []));
  const width = line?.width ?? 0;
  const x = { start: label.x, middle: label.x - width / 2, end: label.x - width }[label.anchor];
  return { x: x + (pieces[0]?.x ?? 0), baseline: label.y, runs: pieces.map(({ run }) => run) };
}
