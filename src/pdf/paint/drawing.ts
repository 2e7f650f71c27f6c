/** Drawings: shapes of SVG, charts and QR codes (ISO 32000-1, 8.5.3). The mark is already set. */
import { assertNever } from '../../diagnostics/assert-never.ts';
import { fitMatrix } from '../../graphics/fit.ts';
import type { ClipPath, Drawing, GradientFill, Matrix, PathCommand, Shape } from '../../graphics/shapes.ts';
import type { DrawingLabel, Rect } from '../../layout/display.ts';
import type { Color } from '../../markup/style.ts';
import type { Canvas } from './canvas.ts';
import { matrixOperator, num } from './content.ts';
import { paintShading, spanning } from './gradient.ts';
import { rectPath } from './path.ts';
import { paintRun } from './text.ts';

/**
 * Fits the view box into `rect` as the drawing asks, cut off at its edges (SVG 2, 8.5 and 8.8). `labels` holds the
 * shaped runs of the drawing's labels in the order of the shapes.
 */
export function paintDrawing(
  canvas: Canvas,
  drawing: Drawing,
  labels: readonly DrawingLabel[],
  rect: Rect,
  opacity: number,
): void {
  const { viewBox } = drawing;
  if (viewBox.width <= 0 || viewBox.height <= 0 || rect.width <= 0 || rect.height <= 0) return;
  const brush: Brush = { canvas, labels: labels[Symbol.iterator](), scale: 1, opacity };
  canvas.content.save();
  canvas.content.draw(`${rectPath(rect)} W n`);
  inMatrix(brush, fitMatrix(drawing, rect), 1, drawing.shapes);
  canvas.content.restore();
}

/** The surroundings of a shape: px per unit of length, and the opacity of the groups it is in. */
interface Brush {
  readonly canvas: Canvas;
  readonly labels: Iterator<DrawingLabel>;
  readonly scale: number;
  readonly opacity: number;
}

function inMatrix(
  brush: Brush,
  matrix: Matrix,
  opacity: number,
  shapes: readonly Shape[],
  clip?: ClipPath,
): void {
  const { content } = brush.canvas;
  const [a, b, c, d] = matrix;
  const scale = brush.scale * Math.sqrt(Math.abs(a * d - b * c));
  content.save();
  content.draw(matrixOperator(matrix));
  if (clip) content.draw(`${outline(clip.commands, scale)} ${clip.evenOdd ? 'W*' : 'W'} n`);
  paintShapes({ ...brush, scale, opacity: brush.opacity * opacity }, shapes);
  content.restore();
}

function paintShapes(brush: Brush, shapes: readonly Shape[]): void {
  const { canvas, labels, opacity } = brush;
  for (const shape of shapes) {
    switch (shape.kind) {
      case 'path':
        paintPath(brush, shape);
        break;
      case 'label': {
        const { value: label, done } = labels.next();
        if (done || label === undefined) throw new Error('A drawing has more labels than shaped ones.');
        const alpha = shape.label.color.alpha * opacity;
        canvas.alpha(alpha, alpha);
        canvas.content.fillColor(shape.label.color);
        paintLabel(canvas, label);
        break;
      }
      case 'group':
        inMatrix(brush, shape.matrix, shape.opacity, shape.shapes, shape.clip);
        break;
      default:
        assertNever(shape);
    }
  }
}

function paintLabel(canvas: Canvas, label: DrawingLabel): void {
  let { x } = label;
  for (const run of label.runs) {
    paintRun(canvas.content, canvas.font(run.face), run, x, label.baseline, false);
    x += run.width;
  }
}

type PathShape = Extract<Shape, { readonly kind: 'path' }>;

function paintPath(brush: Brush, shape: PathShape): void {
  const { fill } = shape.paint;
  const isGradient = fill !== undefined && 'kind' in fill;
  if (isGradient) fillGradient(brush, shape, fill);
  // The stroke is painted over the fill (SVG 2, 13.8).
  paintPlain(brush, shape, isGradient ? undefined : fill);
}

function paintPlain(
  { canvas, scale, opacity }: Brush,
  { commands, paint, evenOdd }: PathShape,
  fill: Color | undefined,
): void {
  const { stroke } = paint;
  const fills = fill !== undefined && fill.alpha > 0;
  const strokes = stroke !== undefined && stroke.alpha > 0 && paint.strokeWidth > 0;
  if (!(fills || strokes) || commands.length === 0) return;
  canvas.alpha(fills ? fill.alpha * opacity : 1, strokes ? stroke.alpha * opacity : 1);
  if (fills) canvas.content.fillColor(fill);
  if (strokes) {
    canvas.content.strokeColor(stroke);
    canvas.content.pen({
      width: paint.strokeWidth,
      dash: paint.dash,
      cap: CAPS[paint.lineCap],
      join: JOINS[paint.lineJoin],
      miterLimit: paint.miterLimit ?? 4,
      ...(paint.dashOffset !== undefined && { dashOffset: paint.dashOffset }),
    });
  }
  const operator = fills ? `${strokes ? 'B' : 'f'}${evenOdd ? '*' : ''}` : 'S';
  canvas.content.draw(`${outline(commands, scale)} ${operator}`);
}

/** A gradient is a shading seen through the path, in coordinates of its own. */
function fillGradient(
  { canvas, scale, opacity }: Brush,
  { commands, evenOdd }: PathShape,
  { coords, matrix, stops, box }: GradientFill,
): void {
  const seen = boxThrough(matrix, box);
  if (seen === undefined) return;
  canvas.content.save();
  canvas.content.draw(`${outline(commands, scale)} ${evenOdd ? 'W*' : 'W'} n`);
  canvas.content.draw(matrixOperator(matrix));
  paintShading(canvas, coords, spanning(stops), seen, opacity);
  canvas.content.restore();
}

/** A box in the coordinates that `matrix` leads from, a little wider than it must be; undefined when it has no inverse. */
function boxThrough([a, b, c, d, e, f]: Matrix, box: Rect): Rect | undefined {
  const det = a * d - b * c;
  if (det === 0) return undefined;
  const corners = [0, 1, 2, 3].map((corner) => {
    const x = box.x + (corner & 1 ? box.width : 0) - e;
    const y = box.y + (corner & 2 ? box.height : 0) - f;
    return { x: (d * x - c * y) / det, y: (a * y - b * x) / det };
  });
  const [left, right] = [Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...corners.map(({ y }) => y)), Math.max(...corners.map(({ y }) => y))];
  const margin = 0.01 + (right - left + bottom - top) / 10;
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  };
}

function outline(commands: readonly PathCommand[], scale: number): string {
  const digits = digitsAt(scale);
  return commands.length === 0 ? '0 0 0 0 re' : commands.map((step) => command(step, digits)).join('\n');
}

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** Decimals that keep a coordinate within a hundredth of a px. */
function digitsAt(scale: number): number {
  return scale > 0 ? Math.min(8, Math.max(0, 2 + Math.ceil(Math.log10(scale)))) : 2;
}

function command(step: PathCommand, digits: number): string {
  const at = (...numbers: readonly number[]): string => numbers.map((n) => num(n, digits)).join(' ');
  switch (step.op) {
    case 'M':
      return `${at(step.x, step.y)} m`;
    case 'L':
      return `${at(step.x, step.y)} l`;
    case 'C':
      return `${at(step.x1, step.y1, step.x2, step.y2, step.x, step.y)} c`;
    case 'Z':
      return 'h';
    default:
      return assertNever(step);
  }
}
