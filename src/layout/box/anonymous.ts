/** Styles of boxes that layout makes itself: inherited properties stay, the others are initial (CSS 2.1 §9.2.1.1). */
import type { Color, ComputedStyle, Display, Length, Radius } from '../../markup/style.ts';

const zero: Length = { px: 0, percent: 0 };
const sharp: Radius = { horizontal: zero, vertical: zero };
const transparent: Color = { r: 0, g: 0, b: 0, alpha: 0 };

const initialBox = {
  position: 'static',
  float: 'none',
  clear: 'none',
  top: 'auto',
  right: 'auto',
  bottom: 'auto',
  left: 'auto',
  boxSizing: 'content-box',
  width: 'auto',
  height: 'auto',
  minWidth: 'auto',
  minHeight: 'auto',
  maxWidth: 'none',
  maxHeight: 'none',
  aspectRatio: 'auto',
  marginTop: zero,
  marginRight: zero,
  marginBottom: zero,
  marginLeft: zero,
  paddingTop: zero,
  paddingRight: zero,
  paddingBottom: zero,
  paddingLeft: zero,
  borderTopWidth: 0,
  borderRightWidth: 0,
  borderBottomWidth: 0,
  borderLeftWidth: 0,
  borderTopStyle: 'none',
  borderRightStyle: 'none',
  borderBottomStyle: 'none',
  borderLeftStyle: 'none',
  borderTopLeftRadius: sharp,
  borderTopRightRadius: sharp,
  borderBottomRightRadius: sharp,
  borderBottomLeftRadius: sharp,
  overflow: 'visible',
  opacity: 1,
  backgroundColor: transparent,
  backgroundImage: [{ kind: 'none' }],
  boxDecorationBreak: 'slice',
  verticalAlign: 'baseline',
  flexGrow: 0,
  flexShrink: 1,
  flexBasis: 'auto',
  gridColumnStart: 'auto',
  gridColumnEnd: 'auto',
  gridRowStart: 'auto',
  gridRowEnd: 'auto',
  alignSelf: 'auto',
  justifySelf: 'auto',
  columnCount: 'auto',
  columnWidth: 'auto',
  columnSpan: 'none',
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  page: 'auto',
  stringSet: [],
  bookmarkLevel: 'none',
  counterReset: [],
  counterIncrement: [],
  counterSet: [],
} as const satisfies Partial<ComputedStyle>;

/** The style of an anonymous box inside a box with style `parent`. */
export function anonymousStyle(parent: ComputedStyle, display: Display = 'block'): ComputedStyle {
  return { ...parent, ...initialBox, display };
}

/** Styles of inline content: `decoration` is the block ancestor that hands its lines down to it. */
export type LineStyles = (parent: ComputedStyle, decoration: ComputedStyle | undefined) => ComputedStyle;

function handedDown(decoration: ComputedStyle | undefined): Partial<ComputedStyle> {
  if (decoration === undefined) return { textDecorationLine: 'none' };
  const {
    textDecorationLine,
    textDecorationColor,
    textDecorationStyle,
    textDecorationThickness,
    textUnderlineOffset,
  } = decoration;
  return {
    textDecorationLine,
    textDecorationColor,
    textDecorationStyle,
    textDecorationThickness,
    textUnderlineOffset,
  };
}

/** Line styles, one for all boxes that share a style. */
export function createLineStyles(): LineStyles {
  const known = new Map<ComputedStyle | undefined, Map<ComputedStyle, ComputedStyle>>();
  return (parent, decoration) => {
    const byParent = known.get(decoration) ?? new Map<ComputedStyle, ComputedStyle>();
    known.set(decoration, byParent);
    const made = byParent.get(parent) ?? { ...anonymousStyle(parent), ...handedDown(decoration) };
    byParent.set(parent, made);
    return made;
  };
}
