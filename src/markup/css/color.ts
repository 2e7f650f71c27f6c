/** Colours (css-color-4): named, hexadecimal, rgb(), hsl(), hwb(), device-cmyk(), transparent, currentColor. All end as sRGB. */
import type { Color } from '../style.ts';
import { angleOf } from './angle.ts';
import { deviceCmyk } from './cmyk.ts';
import { type Computation, fixed, type Grammar, single } from './grammar.ts';
import { namedColors } from './named-colors.ts';
import { type CssValue, isDelim } from './values.ts';

export const transparent: Color = { r: 0, g: 0, b: 0, alpha: 0 };
export const black: Color = { r: 0, g: 0, b: 0, alpha: 1 };

export const color: Grammar<Color> = {
  ...single('a colour', readColor),
  words: [...namedColors.keys(), 'transparent', 'currentColor'],
};

/** The colour a value stands for. */
function readColor(value: CssValue): Computation<Color> | undefined {
  switch (value.kind) {
    case 'ident': {
      const name = value.text.toLowerCase();
      if (name === 'currentcolor') return (context) => context.color;
      if (name === 'transparent') return fixed(transparent);
      const known = namedColors.get(name);
      return known === undefined ? undefined : constant(hexadecimal(known));
    }
    case 'hash':
      return constant(hexadecimal(value.text));
    case 'function':
      if (value.name === 'hwb') return constant(hwb(value.args));
      if (value.name === 'device-cmyk') return constant(deviceCmyk(value.args));
      if (value.name === 'rgb' || value.name === 'rgba') return constant(rgb(value.args));
      return value.name === 'hsl' || value.name === 'hsla' ? constant(hsl(value.args)) : undefined;
    default:
      return undefined;
  }
}

function constant(value: Color | undefined): Computation<Color> | undefined {
  return value && fixed(value);
}

function hexadecimal(digits: string): Color | undefined {
  if (!/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(digits)) return undefined;
  const size = digits.length < 6 ? 1 : 2;
  const channels: number[] = [];
  for (let at = 0; at < digits.length; at += size) {
    const part = digits.slice(at, at + size);
    channels.push(Number.parseInt(size === 1 ? part + part : part, 16));
  }
  const [r, g, b, alpha = 255] = channels as [number, number, number, number?];
  return { r, g, b, alpha: alpha / 255 };
}

function rgb(args: readonly CssValue[]): Color | undefined {
  const parts = channelsOf(args);
  if (parts === undefined) return undefined;
  const { channels, alpha } = parts;
  const values = channels.map((value) =>
    value.kind === 'number' ? value.value : value.kind === 'percentage' ? value.value * 2.55 : undefined,
  );
  if (values.some((value) => value === undefined)) return undefined;
  const [r, g, b] = values.map((value) => clamp(value!, 255)) as [number, number, number];
  return { r, g, b, alpha };
}

function hsl(args: readonly CssValue[]): Color | undefined {
  const parts = channelsOf(args);
  const [angle, saturation, lightness] = hueAndShares(parts?.channels);
  if (parts === undefined || lightness === undefined) return undefined;
  const a = saturation! * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (((n + angle! / 30) % 12) + 12) % 12;
    return Math.round(255 * (lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return { r: channel(0), g: channel(8), b: channel(4), alpha: parts.alpha };
}

/** A pure hue with white and black added (css-color-4 §8); too much of both is a grey. */
function hwb(args: readonly CssValue[]): Color | undefined {
  if (args.some((value) => isDelim(value, ','))) return undefined;
  const parts = channelsOf(args);
  const [angle, white, black] = hueAndShares(parts?.channels);
  if (parts === undefined || black === undefined) return undefined;
  const most = Math.max(1, white! + black);
  const [w, b] = [white! / most, black / most];
  const channel = (n: number) => {
    const k = (((n + angle! / 30) % 12) + 12) % 12;
    const pure = 0.5 - 0.5 * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(255 * (pure * (1 - w - b) + w));
  };
  return { r: channel(0), g: channel(8), b: channel(4), alpha: parts.alpha };
}

/** A hue in degrees and two percentages as shares; empty for anything else. */
function hueAndShares(channels: readonly CssValue[] = []): readonly number[] {
  const [hue, first, second] = channels;
  if (!hue || first?.kind !== 'percentage' || second?.kind !== 'percentage') return [];
  const angle = hue.kind === 'number' ? hue.value : angleOf(hue);
  return angle === undefined ? [] : [angle, clamp(first.value, 100) / 100, clamp(second.value, 100) / 100];
}

/** `a, b, c[, alpha]` or `a b c [/ alpha]`. */
function channelsOf(
  args: readonly CssValue[],
): { readonly channels: readonly CssValue[]; readonly alpha: number } | undefined {
  const commas = args.filter((value) => isDelim(value, ',')).length;
  const slash = args.findIndex((value) => isDelim(value, '/'));
  const values = args.filter((value) => value.kind !== 'delim');
  if (args.length !== values.length + commas + (slash < 0 ? 0 : 1)) return undefined;
  const regular =
    commas === 0
      ? slash < 0 || slash === 3
      : slash < 0 && commas === values.length - 1 && isAlternating(args);
  if (
    !regular ||
    values.length < 3 ||
    values.length > 4 ||
    (commas === 0 && (values.length === 4) !== slash > 0)
  )
    return undefined;
  const last = values[3];
  if (last === undefined) return { channels: values, alpha: 1 };
  const alpha =
    last.kind === 'number' ? last.value : last.kind === 'percentage' ? last.value / 100 : undefined;
  return alpha === undefined ? undefined : { channels: values.slice(0, 3), alpha: clamp(alpha, 1) };
}

function isAlternating(args: readonly CssValue[]): boolean {
  return args.every((value, index) => isDelim(value, ',') === (index % 2 === 1));
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
