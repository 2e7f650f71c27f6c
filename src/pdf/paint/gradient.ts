/** Gradients as axial and radial shadings (ISO 32000-1, 8.7.4.5.3): those of backgrounds (css-images-3) and of drawings. */
import type { GradientImage, Rect, ShadingStop } from '../../layout/display.ts';
import type { Color } from '../../markup/style.ts';
import type { PdfDict, PdfValue } from '../objects.ts';
import { type Canvas, TRANSPARENCY_GROUP } from './canvas.ts';
import { matrixOperator } from './content.ts';
import { rectPath } from './path.ts';

/** How far masks reach beyond what they are for, px: some viewers blend what is outside of one into its edge. */
const MASK_MARGIN = 2;

/** Fills the current clip, which begins at the origin and has this size; `opacity` is that of the surroundings. */
export function paintGradient(
  canvas: Canvas,
  gradient: GradientImage,
  width: number,
  height: number,
  opacity: number,
): void {
  if (gradient.kind === 'linear-gradient') {
    const { from, to, stops } = gradient;
    const box = boxAround(0, 0, width, height, MASK_MARGIN, MASK_MARGIN);
    paintShading(canvas, [from.x, from.y, to.x, to.y], stops, box, opacity);
    return;
  }
  // Shadings know circles only: an ellipse is one in coordinates of its own.
  const { center, radii, stops } = gradient;
  canvas.content.draw(matrixOperator([radii.x, 0, 0, radii.y, center.x, center.y]));
  const [x, y] = [-center.x / radii.x, -center.y / radii.y];
  const [right, down] = [MASK_MARGIN / radii.x, MASK_MARGIN / radii.y];
  const box = boxAround(x, y, width / radii.x, height / radii.y, right, down);
  paintShading(canvas, [0, 0, 0, 0, 0, 1], stops, box, opacity);
}

function boxAround(x: number, y: number, width: number, height: number, across: number, along: number): Rect {
  return { x: x - across, y: y - along, width: width + 2 * across, height: height + 2 * along };
}

/**
 * Fills the current clip with stops that go from 0 to 1 along a line or between two circles; `rect` holds all that
 * is seen of it, in the current coordinates.
 */
export function paintShading(
  canvas: Canvas,
  line: Line,
  stops: readonly ShadingStop[],
  rect: Rect,
  opacity: number,
): void {
  const { content } = canvas;
  const isTranslucent = stops.some(({ color }) => color.alpha < 1);
  if (isTranslucent) content.alpha(softMask(canvas, line, stops, rect, opacity));
  else canvas.alpha(opacity, opacity);
  content.draw(`/${shading(canvas, 'DeviceRGB', line, stops, channels)} sh`);
}

/** Four numbers: the ends of a line. Six: centre and radius of two circles. */
export type Line = readonly number[];

/** Stops in order, the first at 0 and the last at 1. */
export function spanning(stops: readonly ShadingStop[]): readonly ShadingStop[] {
  const ordered: ShadingStop[] = [];
  let last = 0;
  for (const stop of stops) {
    last = Math.min(1, Math.max(last, stop.at));
    ordered.push({ color: stop.color, at: last });
  }
  const [first] = ordered;
  const end = ordered.at(-1);
  if (!first || !end) return [];
  if (first.at > 0) ordered.unshift({ color: first.color, at: 0 });
  if (end.at < 1) ordered.push({ color: end.color, at: 1 });
  return ordered;
}

function shading(
  canvas: Canvas,
  space: 'DeviceRGB' | 'DeviceGray',
  line: Line,
  stops: readonly ShadingStop[],
  components: (color: Color) => readonly number[],
): string {
  const data = shadingData(space, line, stops, components);
  return canvas.resource('Shading', `shading ${JSON.stringify(data)}`, () => canvas.shared.file.add(data));
}

function shadingData(
  space: 'DeviceRGB' | 'DeviceGray',
  line: Line,
  stops: readonly ShadingStop[],
  components: (color: Color) => readonly number[],
): PdfDict {
  return {
    ShadingType: line.length === 4 ? 2 : 3,
    ColorSpace: space,
    Coords: line.map((n) => Math.round(n * 1000) / 1000),
    Function: stitched(stops, components),
    Extend: [true, true],
  };
}

/** A stitching function (7.10.4) over one interpolation per pair of stops. */
function stitched(stops: readonly ShadingStop[], components: (color: Color) => readonly number[]): PdfDict {
  // Where a colour changes at once, the functions around that place differ there.
  const ends = stops.flatMap((stop, i) => (i > 0 && stop.at > stops[i - 1]!.at ? [i] : []));
  const pieces = ends.map((i) => ({
    FunctionType: 2,
    Domain: [0, 1],
    C0: components(stops[i - 1]!.color),
    C1: components(stops[i]!.color),
    N: 1,
  }));
  if (pieces.length === 1) return pieces[0]!;
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: pieces,
    Bounds: ends.slice(0, -1).map((i) => stops[i]!.at),
    Encode: pieces.flatMap((): PdfValue[] => [0, 1]),
  };
}

/** An ExtGState whose soft mask (11.6.5.3) is the alpha of the gradient as luminosity. */
function softMask(
  canvas: Canvas,
  line: Line,
  stops: readonly ShadingStop[],
  rect: Rect,
  opacity: number,
): string {
  const { file } = canvas.shared;
  const alpha = (color: Color): number[] => [Math.round(color.alpha * opacity * 1000) / 1000];
  const data = shadingData('DeviceGray', line, stops, alpha);
  return canvas.resource('ExtGState', `mask ${JSON.stringify([data, rect])}`, () => {
    const form = file.stream(
      {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height],
        Group: { ...(TRANSPARENCY_GROUP as PdfDict), CS: 'DeviceGray' },
        Resources: { Shading: { S0: file.add(data) } },
      },
      new TextEncoder().encode(`${rectPath(rect)} W n\n/S0 sh\n`),
    );
    return file.add({ Type: 'ExtGState', ca: 1, CA: 1, SMask: { Type: 'Mask', S: 'Luminosity', G: form } });
  });
}

function channels({ r, g, b }: Color): readonly number[] {
  return [r, g, b].map((channel) => Math.round((channel / 255) * 1000) / 1000);
}
