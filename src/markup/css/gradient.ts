/** Gradients as they are written (css-images-3 §3): linear and radial, also repeating. */
import type {
  Color,
  Gradient,
  GradientHint,
  GradientStop,
  Length,
  LinearGradient,
  RadialGradient,
} from '../style.ts';
import { angleOf } from './angle.ts';
import { color } from './color.ts';
import { type Computation, type Cursor, fixed } from './grammar.ts';
import { length, lengthPercentage } from './length.ts';
import { center, position } from './position.ts';
import { type CssValue, splitAtCommas, wordOf } from './values.ts';

export const gradientNames: readonly string[] = [
  'linear-gradient',
  'radial-gradient',
  'repeating-linear-gradient',
  'repeating-radial-gradient',
];

/** More stops than this make no picture that anybody could tell from another. */
const maximumStops = 256;

type Stops = Computation<readonly (GradientStop | GradientHint)[]>;

/** The gradient that a function gives; undefined for other functions and for what is no gradient. */
export function gradient(name: string, args: readonly CssValue[]): Computation<Gradient> | undefined {
  if (!gradientNames.includes(name)) return undefined;
  const repeating = name.startsWith('repeating-');
  const parts = splitAtCommas(args);
  return name.endsWith('linear-gradient') ? linear(parts, repeating) : radial(parts, repeating);
}

type Parts = readonly (readonly CssValue[])[];

function linear(parts: Parts, repeating: boolean): Computation<Gradient> | undefined {
  const to = directionOf(parts[0] ?? []);
  const stops = stopsOf(to ? parts.slice(1) : parts);
  return (
    stops &&
    ((context) => ({
      kind: 'linear-gradient',
      repeating,
      to: to ?? { angle: 180 },
      stops: stops(context),
    }))
  );
}

/** Angles of the sides that a gradient may run to. */
const sides: Readonly<Record<string, number>> = { top: 0, right: 90, bottom: 180, left: 270 };

function directionOf(values: readonly CssValue[]): LinearGradient['to'] | undefined {
  const [first, second, third] = values;
  if (values.length === 1 && first) {
    const angle = angleOf(first);
    return angle === undefined ? undefined : { angle };
  }
  const words = [wordOf(second) ?? '', wordOf(third) ?? ''];
  if (wordOf(first) !== 'to' || values.length > 3 || !Object.hasOwn(sides, words[0]!)) return undefined;
  if (!third) return { angle: sides[words[0]!]! };
  const x = words.find((word) => word === 'left' || word === 'right');
  const y = words.find((word) => word === 'top' || word === 'bottom');
  return x && y ? { x, y } : undefined;
}

const extents = ['closest-side', 'farthest-side', 'closest-corner', 'farthest-corner'] as const;
const extentOf = (word: string | undefined) => extents.find((extent) => extent === word);

const radius = lengthPercentage({ negative: false });
const plainRadius = length({ negative: false });

interface Ending {
  readonly shape?: 'circle' | 'ellipse';
  readonly extent?: (typeof extents)[number];
  readonly radii: readonly Computation<Length>[];
}

function radial(parts: Parts, repeating: boolean): Computation<Gradient> | undefined {
  const [head = []] = parts;
  const cut = head.findIndex((value) => wordOf(value) === 'at');
  const ending = endingOf(cut < 0 ? head : head.slice(0, cut));
  const place = cut < 0 ? fixed(center) : wholly(head.slice(cut + 1));
  const hasHead = cut >= 0 || (ending !== undefined && head.length > 0);
  const stops = stopsOf(hasHead ? parts.slice(1) : parts);
  if (!stops || !place || (hasHead && !ending)) return undefined;
  const { shape, extent, radii } = ending ?? { radii: [] };
  const [x, y = x] = radii;
  return (context): RadialGradient => ({
    kind: 'radial-gradient',
    repeating,
    shape: shape ?? (radii.length === 1 ? 'circle' : 'ellipse'),
    size: x && y ? { x: x(context), y: y(context) } : (extent ?? 'farthest-corner'),
    center: place(context),
    stops: stops(context),
  });
}

/** `circle 2cm`, `farthest-side ellipse`, `40% 20%`; nothing is an ellipse to the farthest corner. */
function endingOf(values: readonly CssValue[]): Ending | undefined {
  let shape: Ending['shape'];
  let extent: Ending['extent'];
  const radii: Computation<Length>[] = [];
  const cursor: Cursor = { values, at: 0 };
  const isPercent = values.some((_, at) => radius.read({ values, at }) && !plainRadius.read({ values, at }));
  while (cursor.at < values.length) {
    const word = wordOf(values[cursor.at]);
    const size = word === undefined ? radius.read(cursor) : undefined;
    if (size) radii.push(size);
    else if ((word === 'circle' || word === 'ellipse') && !shape) shape = word;
    else if (extentOf(word) && !extent) extent = extentOf(word)!;
    else return undefined;
    if (word !== undefined) cursor.at += 1;
  }
  const isCircle = shape === 'circle' || (shape === undefined && radii.length === 1);
  const fits =
    radii.length === 0 || (!extent && radii.length === (isCircle ? 1 : 2) && !(isCircle && isPercent));
  return fits ? { ...(shape && { shape }), ...(extent && { extent }), radii } : undefined;
}

function wholly(values: readonly CssValue[]): ReturnType<typeof position.read> {
  const cursor: Cursor = { values, at: 0 };
  const found = position.read(cursor);
  return cursor.at === values.length ? found : undefined;
}

/** Two stops or more, or one with two places; a hint stands between two stops (§3.4). */
function stopsOf(parts: Parts): Stops | undefined {
  const stops: Computation<(GradientStop | GradientHint)[]>[] = [];
  let mayBeHint = false;
  for (const part of parts) {
    const hint: Computation<GradientHint[]> | undefined = mayBeHint ? hintOf(part) : undefined;
    const stop = hint ?? stopOf(part);
    if (!stop) return undefined;
    stops.push(stop);
    mayBeHint = !hint;
  }
  const isEnough = stops.length > 1 || (parts[0]?.length ?? 0) > 2;
  return mayBeHint && isEnough && stops.length <= maximumStops
    ? (context) => stops.flatMap((stop) => stop(context))
    : undefined;
}

function hintOf(values: readonly CssValue[]): Computation<GradientHint[]> | undefined {
  const cursor: Cursor = { values, at: 0 };
  const hint = place.read(cursor);
  return hint && cursor.at === values.length ? (context) => [{ hint: hint(context) }] : undefined;
}

const place = lengthPercentage({ negative: true });

/** A colour with up to two positions, in any order; with two it is two stops. */
function stopOf(values: readonly CssValue[]): Computation<GradientStop[]> | undefined {
  const cursor: Cursor = { values, at: 0 };
  const before = readPlaces(cursor);
  const paint: Computation<Color> | undefined = color.read(cursor);
  const places = before.length > 0 ? before : readPlaces(cursor);
  if (!paint || cursor.at !== values.length) return undefined;
  return (context) =>
    places.length === 0
      ? [{ color: paint(context) }]
      : places.map((at) => ({ color: paint(context), at: at(context) }));
}

function readPlaces(cursor: Cursor): Computation<Length>[] {
  const found: Computation<Length>[] = [];
  for (let one = place.read(cursor); one; one = found.length < 2 ? place.read(cursor) : undefined)
    found.push(one);
  return found;
}
