/** Gradients as axial and radial shadings (ISO 32000-1, 8.7.4.5.3): `linear-gradient()` (css-images-3, 3.4) and those of drawings. */
import type { Rect } from '../../layout/display.ts';
import type { Background, Color, GradientStop } from '../../markup/style.ts';
import type { PdfDict, PdfValue } from '../objects.ts';
import { type Canvas, TRANSPARENCY_GROUP } from './canvas.ts';
import { rectPath } from './path.ts';

type Gradient = Extract<Background, { readonly kind: 'linear-gradient' }>;

/** Fills the current clip of a mark already set; `opacity` is that of the surroundings. */
export function paintGradient(canvas: Canvas, gradient: Gradient, rect: Rect, opacity: number): void {
  const stops = normalized(gradient.stops);
  if (stops.length === 0 || rect.width <= 0 || rect.height <= 0) return;
  paintShading(canvas, gradientLine(rect, gradient.angle), stops, rect, opacity);
}

/**
 * Fills the current clip with stops that go from 0 to 1 along a line or between two circles; `rect` holds all that
 * is seen of it, in the current coordinates.
 */
export function paintShading(
  canvas: Canvas,
  line: Line,
  stops: readonly GradientStop[],
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

/** From the 0% to the 100% point: through the centre, long enough for the corners to get the end colours. */
function gradientLine(rect: Rect, angle: number): Line {
  const radians = (angle * Math.PI) / 180;
  const [dx, dy] = [Math.sin(radians), -Math.cos(radians)];
  const half = (Math.abs(rect.width * dx) + Math.abs(rect.height * dy)) / 2;
  const [cx, cy] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  return [cx - dx * half, cy - dy * half, cx + dx * half, cy + dy * half];
}

/**
 * Stops in order, the first at 0 and the last at 1. CSS mixes premultiplied colours: a fully transparent stop
 * has no colour of its own, so it takes that of its neighbour.
 */
function normalized(stops: readonly GradientStop[]): readonly GradientStop[] {
  const ordered = spanning(stops);
  return ordered.flatMap((stop, i) => {
    if (stop.color.alpha > 0) return [stop];
    const tinted = (neighbour: GradientStop | undefined): GradientStop[] =>
      neighbour ? [{ at: stop.at, color: { ...neighbour.color, alpha: 0 } }] : [];
    const sides = [...tinted(ordered[i - 1]), ...tinted(ordered[i + 1])];
    return sides.length === 0 ? [stop] : sides;
  });
}

/** Stops in order, the first at 0 and the last at 1. */
export function spanning(stops: readonly GradientStop[]): readonly GradientStop[] {
  const ordered: GradientStop[] = [];
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
  stops: readonly GradientStop[],
  components: (color: Color) => readonly number[],
): string {
  const data = shadingData(space, line, stops, components);
  return canvas.resource('Shading', `shading ${JSON.stringify(data)}`, () => canvas.shared.file.add(data));
}

function shadingData(
  space: 'DeviceRGB' | 'DeviceGray',
  line: Line,
  stops: readonly GradientStop[],
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
function stitched(stops: readonly GradientStop[], components: (color: Color) => readonly number[]): PdfDict {
  const pieces = stops.slice(1).map((stop, i) => ({
    FunctionType: 2,
    Domain: [0, 1],
    C0: components(stops[i]!.color),
    C1: components(stop.color),
    N: 1,
  }));
  if (pieces.length === 1) return pieces[0]!;
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: pieces,
    Bounds: stops.slice(1, -1).map(({ at }) => at),
    Encode: pieces.flatMap((): PdfValue[] => [0, 1]),
  };
}

/** An ExtGState whose soft mask (11.6.5.3) is the alpha of the gradient as luminosity. */
function softMask(
  canvas: Canvas,
  line: Line,
  stops: readonly GradientStop[],
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
