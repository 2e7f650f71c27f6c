/** Labels of drawings that are cut off: a drawing ends at its edges (SVG 2 §8.5), and what is outside is not printed. */
import { fitMatrix } from '../../graphics/fit.ts';
import type { Drawing, Matrix, Shape } from '../../graphics/shapes.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { DrawingLabel, Rect } from '../display.ts';
import { faultAt } from '../fault.ts';
import { type Checks, isInside, shortened } from './checks.ts';

/** `rect` is where the drawing lies on the page; `labels` are those of its shapes, in their order. */
export function checkLabels(
  { report, page }: Checks,
  drawing: Drawing,
  labels: readonly DrawingLabel[],
  rect: Rect,
  element: StyledElement,
): void {
  if (labels.length === 0) return;
  const told = (text: string): void =>
    report(
      faultAt(
        'L003',
        element.origin,
        `“${shortened(text)}” is cut off at the edge of its drawing on page ${page}.`,
        {
          help: 'Move the text, shorten it, or make the view box of the drawing larger.',
        },
      ),
    );
  const { viewBox } = drawing;
  const isSeen = viewBox.width > 0 && viewBox.height > 0 && rect.width > 0 && rect.height > 0;
  const matrix: Matrix = isSeen ? fitMatrix(drawing, rect) : [0, 0, 0, 0, 0, 0];
  let next = 0;
  const walk = (shapes: readonly Shape[], around: Matrix): void => {
    for (const shape of shapes) {
      if (shape.kind === 'group') walk(shape.shapes, product(around, shape.matrix));
      if (shape.kind !== 'label') continue;
      const label = labels[next++]!;
      const text = label.runs.map(({ text }) => text).join('');
      if (text.trim() !== '' && !(isSeen && isInside(inkOf(label, around), rect))) told(text);
    }
  };
  walk(drawing.shapes, matrix);
}

/** Where the ink of a label may be on the page: 0.7 em above its baseline, 0.2 em below. */
function inkOf({ x, baseline, runs }: DrawingLabel, [a, b, c, d, e, f]: Matrix): Rect {
  const end = runs.reduce((sum, run) => sum + run.width, x);
  const size = Math.max(...runs.map(({ size }) => size));
  const corners = [x, end].flatMap((across) =>
    [baseline - size * 0.7, baseline + size * 0.2].map((down) => ({
      x: a * across + c * down + e,
      y: b * across + d * down + f,
    })),
  );
  const [left, top] = [Math.min(...corners.map((p) => p.x)), Math.min(...corners.map((p) => p.y))];
  const [right, bottom] = [Math.max(...corners.map((p) => p.x)), Math.max(...corners.map((p) => p.y))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The matrix that applies `inner` first. */
function product(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
