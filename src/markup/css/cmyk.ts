/** `device-cmyk()` (css-color-5): four inks, painted as sRGB by the specification's naive conversion. */
import type { Color } from '../style.ts';
import { type CssValue, isDelim } from './values.ts';

/** `c m y k [/ alpha]` or `c, m, y, k`: numbers from 0 to 1 or percentages. Undefined for anything else. */
export function deviceCmyk(args: readonly CssValue[]): Color | undefined {
  const commas = args.length === 7 && args.every((value, at) => isDelim(value, ',') === (at % 2 === 1));
  const values = commas ? args.filter((_, at) => at % 2 === 0) : args.filter((_, at) => at !== 4);
  if (!commas && args.length !== 4 && !(args.length === 6 && isDelim(args[4]!, '/'))) return undefined;
  const shares = values.map(share);
  if (shares.some((value) => value === undefined)) return undefined;
  const [c, m, y, k, alpha = 1] = shares as [number, number, number, number, number?];
  const channel = (ink: number) => Math.round(255 * (1 - Math.min(1, ink * (1 - k) + k)));
  return { r: channel(c), g: channel(m), b: channel(y), alpha, cmyk: [c, m, y, k] };
}

function share(value: CssValue): number | undefined {
  if (value.kind !== 'number' && value.kind !== 'percentage') return undefined;
  return Math.min(1, Math.max(0, value.kind === 'number' ? value.value : value.value / 100));
}
