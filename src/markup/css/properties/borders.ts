/** Borders and their corners (css-backgrounds-3 §3–4). */
import type { BorderStyle, Color, Length, Radius } from '../../style.ts';
import { color } from '../color.ts';
import {
  type Computation,
  type Cursor,
  changed,
  either,
  type Grammar,
  keyword,
  mapped,
  several,
  skipDelim,
} from '../grammar.ts';
import { length, lengthPercentage } from '../length.ts';
import { own, type Property, type PropertyTable } from './property.ts';

export const borderWidth: Grammar<number> = either(
  mapped({ thin: 1, medium: 3, thick: 5 }),
  length({ negative: false }),
);
export const borderStyle: Grammar<BorderStyle> = keyword(
  'none',
  'hidden',
  'solid',
  'dashed',
  'dotted',
  'double',
  'groove',
  'ridge',
  'inset',
  'outset',
);

const zero: Length = { px: 0, percent: 0 };
const radius: Grammar<Length> = lengthPercentage({ negative: false });

/** One radius for both directions, or the horizontal and the vertical one. */
const corner: Grammar<Radius> = {
  ...changed(several(radius, 2), ([horizontal = zero, vertical = horizontal]) => ({ horizontal, vertical })),
  expects: 'one or two of: a length, a percentage',
};

const width = () => own(3, borderWidth);
const style = () => own<BorderStyle>('none', borderStyle);
const rounded = () => own<Radius>({ horizontal: zero, vertical: zero }, corner);
const lineColor = (): Property<Color> => ({
  inherited: false,
  initial: (context) => context.color,
  grammar: color,
});

export const borderProperties = {
  borderTopWidth: width(),
  borderRightWidth: width(),
  borderBottomWidth: width(),
  borderLeftWidth: width(),
  borderTopStyle: style(),
  borderRightStyle: style(),
  borderBottomStyle: style(),
  borderLeftStyle: style(),
  borderTopColor: lineColor(),
  borderRightColor: lineColor(),
  borderBottomColor: lineColor(),
  borderLeftColor: lineColor(),
  borderTopLeftRadius: rounded(),
  borderTopRightRadius: rounded(),
  borderBottomRightRadius: rounded(),
  borderBottomLeftRadius: rounded(),
} satisfies Partial<PropertyTable<never>>;

/** The corners in the order of `border-radius`. */
const corners = [
  'borderTopLeftRadius',
  'borderTopRightRadius',
  'borderBottomRightRadius',
  'borderBottomLeftRadius',
] as const;

/** One to four horizontal radii, and after a slash one to four vertical ones (css-backgrounds-3 §4.1). */
export const radiusShorthand = {
  keys: corners,
  expects: `one to four of: ${radius.expects}; vertical ones after /`,
  words: [],
  expand: (cursor: Cursor): [(typeof corners)[number], Computation<Radius>][] | undefined => {
    const four = several(radius, 4);
    const across = four.read(cursor);
    const along = across && skipDelim(cursor, '/') ? four.read(cursor) : across;
    if (!across || !along) return undefined;
    return corners.map((key, at) => [
      key,
      (context) => ({
        horizontal: ofCorner(across(context), at),
        vertical: ofCorner(along(context), at),
      }),
    ]);
  },
};

/** Corners without a value take that of the opposite one, or the first. */
function ofCorner(values: readonly Length[], at: number): Length {
  return values[at] ?? values[at - 2] ?? values[0]!;
}
