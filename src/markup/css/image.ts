/** Background images: url() and linear-gradient() (css-images-3 §3). */
import type { Background, Color, GradientStop } from '../style.ts';
import { color } from './color.ts';
import { type Computation, type Cursor, either, fixed, type Grammar, mapped, single } from './grammar.ts';
import { type CssValue, splitAtCommas, wordOf } from './values.ts';

export const image: Grammar<Background> = either(
  mapped<Background>({ none: { kind: 'none' } }),
  single<Background>('url(…), linear-gradient(…)', (value) => {
    if (value.kind === 'url') return fixed<Background>({ kind: 'image', path: value.path });
    return value.kind === 'function' && value.name === 'linear-gradient' ? gradient(value.args) : undefined;
  }),
);

/** Angles of the sides that a gradient may run to. */
const sides: Readonly<Record<string, number>> = { top: 0, right: 90, bottom: 180, left: 270 };

function gradient(args: readonly CssValue[]): Computation<Background> | undefined {
  const parts = splitAtCommas(args);
  const angle = angleOf(parts[0] ?? []);
  const stops = (angle === undefined ? parts : parts.slice(1)).map(stopOf);
  if (stops.length < 2 || stops.some((stop) => stop === undefined)) return undefined;
  const positions = spread(stops.map((stop) => stop!.at));
  return (context) => ({
    kind: 'linear-gradient',
    angle: angle ?? 180,
    stops: stops.map((stop, index): GradientStop => ({ color: stop!.color(context), at: positions[index]! })),
  });
}

function angleOf(values: readonly CssValue[]): number | undefined {
  const [first, second, third] = values;
  if (values.length === 1 && first?.kind === 'dimension' && first.unit === 'deg') return first.value;
  if (wordOf(first) !== 'to' || third !== undefined) return undefined;
  return sides[wordOf(second) ?? ''];
}

function stopOf(
  values: readonly CssValue[],
): { readonly color: Computation<Color>; readonly at: number | undefined } | undefined {
  const cursor: Cursor = { values, at: 0 };
  const paint = color.read(cursor);
  const position = values[cursor.at];
  if (paint === undefined || values.length > cursor.at + 1) return undefined;
  if (position === undefined) return { color: paint, at: undefined };
  if (position.kind === 'percentage') return { color: paint, at: position.value / 100 };
  return position.kind === 'number' && position.value === 0 ? { color: paint, at: 0 } : undefined;
}

/** css-images-3 §3.4.3: ends at 0 and 1, no stop before another, and the rest evenly between. */
function spread(given: readonly (number | undefined)[]): readonly number[] {
  const positions = [...given];
  positions[0] ??= 0;
  positions[positions.length - 1] ??= 1;
  let largest = 0;
  for (let index = 0; index < positions.length; index += 1) {
    const at = positions[index];
    if (at === undefined) continue;
    largest = index === 0 ? at : Math.max(largest, at);
    positions[index] = largest;
  }
  for (let index = 1; index < positions.length; index += 1) {
    if (positions[index] !== undefined) continue;
    let next = index;
    while (positions[next] === undefined) next += 1;
    const before = positions[index - 1]!;
    positions[index] = before + (positions[next]! - before) / (next - index + 1);
  }
  return positions as number[];
}
