/**
 * Gradients made ready for painting (css-images-3 §3): their line or ellipse in a box of a known size, every stop
 * with its place, repetitions written out, and colours that can be mixed channel by channel.
 */
import type { Color, Gradient, LinearGradient, RadialGradient } from '../../markup/style.ts';
import type { GradientImage, ShadingStop } from '../display.ts';

/** More repetitions than this look like one colour. */
const mostRepetitions = 500;

/** The gradient in a box of this size; points count from its top left corner. */
export function gradientImage(gradient: Gradient, width: number, height: number): GradientImage {
  return gradient.kind === 'linear-gradient'
    ? linear(gradient, width, height)
    : radial(gradient, width, height);
}

function linear({ to, stops, repeating }: LinearGradient, width: number, height: number): GradientImage {
  const { x, y } = directionOf(to, width, height);
  const length = Math.abs(width * x) + Math.abs(height * y);
  const placed = spread(stops, length);
  const all = wide(repeating ? repeated(placed, 0, 1) : placed);
  const [first, last] = [all[0]!.at, all.at(-1)!.at];
  const point = (at: number) => ({
    x: width / 2 + x * length * (at - 0.5),
    y: height / 2 + y * length * (at - 0.5),
  });
  return { kind: 'linear-gradient', from: point(first), to: point(last), stops: mixable(scaled(all)) };
}

/** A unit vector, y down. Towards a corner the middle line joins the two corners beside it (§3.1.1). */
function directionOf(
  to: LinearGradient['to'],
  width: number,
  height: number,
): { readonly x: number; readonly y: number } {
  if ('angle' in to) {
    const radians = (to.angle * Math.PI) / 180;
    return { x: Math.sin(radians), y: -Math.cos(radians) };
  }
  const length = Math.hypot(width, height);
  return {
    x: ((to.x === 'left' ? -1 : 1) * height) / length,
    y: ((to.y === 'top' ? -1 : 1) * width) / length,
  };
}

function radial(gradient: RadialGradient, width: number, height: number): GradientImage {
  const center = {
    x: gradient.center.x.px + (gradient.center.x.percent * width) / 100,
    y: gradient.center.y.px + (gradient.center.y.percent * height) / 100,
  };
  const { x, y } = visible(radiiOf(gradient, center, width, height), gradient.shape);
  const placed = spread(gradient.stops, x);
  const reach = reachOf(center, { x, y }, width, height);
  const stops = fromCenter(wide(gradient.repeating && y > 0 ? repeated(placed, 0, reach) : placed));
  const last = stops.at(-1)!;
  // What is smaller than a point has the colour beyond the last stop all over.
  if (y <= 0 || x * last.at < least) {
    const whole = { x: Math.max(width, 1), y: Math.max(height, 1) };
    const flat = [0, 1].map((at) => ({ color: last.color, at }));
    return { kind: 'radial-gradient', center, radii: whole, stops: flat };
  }
  const radii = { x: x * last.at, y: y * last.at };
  return { kind: 'radial-gradient', center, radii, stops: mixable(scaled(stops)) };
}

/** Nothing smaller can be seen, px. */
const least = 0.001;

/**
 * §3.2.3: a circle without an extent is very small, an ellipse without a width very narrow and very high; the places
 * of their stops in px remain. Without a height only the last colour is seen.
 */
function visible({ x, y }: Point, shape: RadialGradient['shape']): Point {
  if (x > 0) return { x, y };
  const small = 1e-6;
  return shape === 'circle' ? { x: small, y: small } : { x: small, y: small * 1e4 };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** §3.2.2: the half axes of the ending shape. */
function radiiOf({ shape, size }: RadialGradient, { x, y }: Point, width: number, height: number): Point {
  if (typeof size === 'object') {
    const across = size.x.px + (size.x.percent * width) / 100;
    return shape === 'circle'
      ? { x: across, y: across }
      : { x: across, y: size.y.px + (size.y.percent * height) / 100 };
  }
  const isNear = size.startsWith('closest');
  const choose = isNear ? Math.min : Math.max;
  const across = choose(Math.abs(x), Math.abs(width - x));
  const along = choose(Math.abs(y), Math.abs(height - y));
  if (shape === 'circle') {
    const radius = size.endsWith('side') ? choose(across, along) : Math.hypot(across, along);
    return { x: radius, y: radius };
  }
  // Through a corner, an ellipse has the proportions that it would have to the sides.
  const factor = size.endsWith('side') ? 1 : Math.SQRT2;
  return { x: across * factor, y: along * factor };
}

/** How many radii the farthest corner is away. */
function reachOf({ x, y }: Point, radii: Point, width: number, height: number): number {
  const across = Math.max(Math.abs(x), Math.abs(width - x)) / radii.x;
  const along = Math.max(Math.abs(y), Math.abs(height - y)) / radii.y;
  return Math.hypot(across, along);
}

/** §3.4.3: ends at 0 and 1, no stop before another, and the rest evenly between; `length` is that of the line. */
function spread(stops: Gradient['stops'], length: number): readonly ShadingStop[] {
  const places = stops.map((stop) => {
    const at = 'hint' in stop ? stop.hint : stop.at;
    return at && (length > 0 ? at.px / length : 0) + at.percent / 100;
  });
  places[0] ??= 0;
  places[places.length - 1] ??= 1;
  let largest = places[0];
  for (const [index, at] of places.entries()) {
    if (at === undefined) continue;
    largest = Math.max(largest, at);
    places[index] = largest;
  }
  for (let index = 1; index < places.length; index += 1) {
    if (places[index] !== undefined) continue;
    const next = places.findIndex((at, later) => later > index && at !== undefined);
    const before = places[index - 1]!;
    const step = (places[next]! - before) / (next - index + 1);
    for (let between = index; between < next; between += 1)
      places[between] = before + step * (between - index + 1);
  }
  const found: ShadingStop[] = [];
  let hint: number | undefined;
  for (const [index, stop] of stops.entries()) {
    const at = places[index]!;
    if ('hint' in stop) hint = at;
    else {
      const next = { color: stop.color, at };
      if (hint !== undefined) found.push(...eased(found.at(-1)!, hint, next));
      found.push(next);
      hint = undefined;
    }
  }
  return found;
}

/** §3.4.2: what lies between two stops that are mixed half and half at `hint`, in steps. */
function eased(from: ShadingStop, hint: number, to: ShadingStop): readonly ShadingStop[] {
  const span = to.at - from.at;
  if (hint <= from.at) return [{ color: to.color, at: from.at }];
  if (hint >= to.at) return [{ color: from.color, at: to.at }];
  const power = Math.log((hint - from.at) / span) / Math.log(0.5);
  return Array.from({ length: pieces - 1 }, (_, step) => {
    const share = (step + 1) / pieces;
    return { color: mixed(from.color, to.color, share), at: from.at + span * share ** power };
  });
}

/** The stops again and again from `low` to `high` (§3.5). */
function repeated(stops: readonly ShadingStop[], low: number, high: number): readonly ShadingStop[] {
  const start = stops[0]!.at;
  const span = stops.at(-1)!.at - start;
  const first = Math.floor((low - start) / span);
  const last = Math.ceil((high - start) / span);
  if (!(last - first <= mostRepetitions)) {
    const color = average(stops);
    return [
      { color, at: low },
      { color, at: high },
    ];
  }
  return Array.from({ length: last - first }, (_, turn) =>
    stops.map(({ color, at }) => ({ color, at: at + (first + turn) * span })),
  ).flat();
}

/** §3.5.1: the mean of the colours between the stops, which stand evenly if they have no extent. */
function average(stops: readonly ShadingStop[]): Color {
  const last = stops.length - 1;
  const hasExtent = stops[last]!.at > stops[0]!.at;
  const place = (index: number): number => (hasExtent ? stops[index]!.at : index);
  const weights = stops.map((_, index) => place(Math.min(index + 1, last)) - place(Math.max(index - 1, 0)));
  const total = 2 * (place(last) - place(0));
  const mean = (of: (color: Color) => number): number =>
    stops.reduce((sum, { color }, index) => sum + (of(color) * weights[index]!) / total, 0);
  const alpha = mean((color) => color.alpha);
  const channel = (of: (color: Color) => number): number =>
    alpha === 0 ? 0 : mean((color) => of(color) * color.alpha) / alpha;
  return { r: channel(({ r }) => r), g: channel(({ g }) => g), b: channel(({ b }) => b), alpha };
}

/** The gradient begins at the centre with the colour that it has there; stops before it cannot be seen. */
function fromCenter(stops: readonly ShadingStop[]): readonly ShadingStop[] {
  const from = stops.findIndex(({ at }) => at >= 0);
  if (from < 0) return [0, 0].map((at) => ({ color: stops.at(-1)!.color, at }));
  const [before, after] = [stops[from - 1], stops[from]!];
  if (after.at === 0) return stops.slice(from);
  const share = before ? -before.at / (after.at - before.at) : 1;
  return [
    { color: before ? mixed(before.color, after.color, share) : after.color, at: 0 },
    ...stops.slice(from),
  ];
}

/** Where colours change at once at an end, the gradient goes on beyond it with the outermost colour. */
function wide(stops: readonly ShadingStop[]): readonly ShadingStop[] {
  const [first, last] = [stops[0]!, stops.at(-1)!];
  const before = stops[1]!.at - first.at < 1e-6 ? [{ ...first, at: first.at - 1 }] : [];
  const after = last.at - stops.at(-2)!.at < 1e-6 ? [{ ...last, at: last.at + 1 }] : [];
  return [...before, ...stops, ...after];
}

/** Places from 0 to 1. */
function scaled(stops: readonly ShadingStop[]): readonly ShadingStop[] {
  const start = stops[0]!.at;
  const span = stops.at(-1)!.at - start;
  return stops.map(({ color, at }) => ({ color, at: (at - start) / span }));
}

/** Pieces that stand in for one whose colours do not change evenly. */
const pieces = 8;

/**
 * CSS mixes premultiplied colours (§3.4.2): a fully transparent stop has no colour of its own and takes that of its
 * neighbour; between other translucent colours the mixture is followed in steps.
 */
function mixable(stops: readonly ShadingStop[]): readonly ShadingStop[] {
  const found: ShadingStop[] = [];
  const add = (stop: ShadingStop): void => {
    const last = found.at(-1);
    if (last?.at !== stop.at || !isSame(last.color, stop.color)) found.push(stop);
  };
  for (const [index, stop] of stops.entries()) {
    const next = stops[index + 1];
    if (!next) break;
    for (const one of between(stop, next)) add(one);
  }
  return found;
}

function between(a: ShadingStop, b: ShadingStop): readonly ShadingStop[] {
  if (a.at === b.at) return [];
  if (a.color.alpha === 0) return [{ at: a.at, color: { ...b.color, alpha: 0 } }, b];
  if (b.color.alpha === 0) return [a, { at: b.at, color: { ...a.color, alpha: 0 } }];
  if (a.color.alpha === b.color.alpha || isSame({ ...a.color, alpha: b.color.alpha }, b.color)) return [a, b];
  return Array.from({ length: pieces + 1 }, (_, step) => {
    const share = step / pieces;
    return { at: a.at + (b.at - a.at) * share, color: mixed(a.color, b.color, share) };
  });
}

function mixed(a: Color, b: Color, share: number): Color {
  const alpha = a.alpha * (1 - share) + b.alpha * share;
  if (alpha === 0) return { ...a, alpha: 0 };
  const channel = (p: number, q: number): number => (p * a.alpha * (1 - share) + q * b.alpha * share) / alpha;
  return { r: channel(a.r, b.r), g: channel(a.g, b.g), b: channel(a.b, b.b), alpha };
}

function isSame(a: Color, b: Color): boolean {
  return a.r === b.r && a.g === b.g && a.b === b.b && a.alpha === b.alpha;
}
