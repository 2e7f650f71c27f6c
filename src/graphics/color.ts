/** Colours in attributes of drawings: those of CSS (SVG 2 §13.2). */
import { color } from '../markup/css/color.ts';
import type { ComputeContext } from '../markup/css/grammar.ts';
import { tokenize } from '../markup/css/tokens.ts';
import { readValues } from '../markup/css/values.ts';
import type { Color } from '../markup/style.ts';

const nowhere = { place: { source: { path: '', text: '' }, start: 0, end: 0 } };

/** Any CSS colour; `current` is what `currentColor` stands for. Undefined for anything else. */
export function parseColor(text: string, current: Color): Color | undefined {
  const css = { text, base: '', originOf: () => nowhere };
  let isBroken = false;
  const tokens = tokenize(css, () => {
    isBroken = true;
  });
  const values = readValues(css, tokens, 0, tokens.length);
  const cursor = { values, at: 0 };
  const computed = color.read(cursor);
  if (isBroken || !computed || cursor.at !== values.length) return undefined;
  // Of all a value may depend on, a colour depends on the current colour only.
  return computed({ color: current } as ComputeContext);
}
