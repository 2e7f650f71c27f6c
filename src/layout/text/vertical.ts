/** Heights of lines: half-leading, the strut and `vertical-align` (CSS 2.1 §10.8). */
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { ComputedStyle } from '../../markup/style.ts';
import type { AtomicItem } from './collect.ts';
import type { FontFace } from './face.ts';
import type { Scope } from './scope.ts';
import type { TextFonts } from './text-font.ts';

/** Extent of a box around its own baseline, px: `above` upwards, `below` downwards. */
export interface Extent {
  readonly above: number;
  readonly below: number;
}

/** An inline box with its vertical measures. `shift` is the distance of its baseline below that of `anchor`. */
export interface BoxMetrics {
  /** The box that its place is reckoned from: the root, or the nearest box aligned to the line's edges. */
  readonly anchor: Scope;
  readonly shift: number;
  /** With half-leading: what counts for the height of the line. */
  readonly leaded: Extent;
  /** Of the content area, from the font alone. */
  readonly content: Extent;
}

/** px of the face's ascent and descent at a size. */
function contentExtent(face: FontFace, size: number): Extent {
  return { above: (face.ascent * size) / face.unitsPerEm, below: (-face.descent * size) / face.unitsPerEm };
}

/** The used line height: `normal` is that of the first available font, whatever fallback draws. */
function lineHeightOf(style: ComputedStyle, face: FontFace): number {
  if (style.lineHeight === 'normal')
    return ((face.ascent - face.descent + Math.max(0, face.lineGap)) * style.fontSize) / face.unitsPerEm;
  return 'px' in style.lineHeight ? style.lineHeight.px : style.lineHeight.factor * style.fontSize;
}

/** Metrics of every inline box of a paragraph, each worked out once. */
export function createBoxMetrics(fonts: TextFonts): (scope: Scope) => BoxMetrics {
  const known = new Map<Scope, BoxMetrics>();
  const faceOf = (scope: Scope): FontFace => fonts.of(scope.style, scope.element).cascade.primary;
  const measure = (scope: Scope): BoxMetrics => {
    const found = known.get(scope);
    if (found !== undefined) return found;
    const face = faceOf(scope);
    const content = contentExtent(face, scope.style.fontSize);
    const leading = (lineHeightOf(scope.style, face) - content.above - content.below) / 2;
    const leaded = { above: content.above + leading, below: content.below + leading };
    const metrics = { content, leaded, ...placed(scope, leaded) };
    known.set(scope, metrics);
    return metrics;
  };
  const placed = (scope: Scope, leaded: Extent): Pick<BoxMetrics, 'anchor' | 'shift'> => {
    const { parent } = scope;
    if (parent === undefined) return { anchor: scope, shift: 0 };
    const outer = measure(parent);
    if (!scope.hasBox) return { anchor: outer.anchor, shift: outer.shift };
    if (isLineAligned(scope.style)) return { anchor: scope, shift: 0 };
    return {
      anchor: outer.anchor,
      shift: outer.shift + shiftOf(scope.style, leaded, parent.style, outer, faceOf(parent)),
    };
  };
  return measure;
}

/** `top` and `bottom` are aligned to the line box, not to the parent. */
export function isLineAligned(style: ComputedStyle): boolean {
  return style.verticalAlign === 'top' || style.verticalAlign === 'bottom';
}

/** Where the baseline of an atomic goes, against the box it stands in. */
export function atomicShift(item: AtomicItem, parent: Scope, outer: BoxMetrics, fonts: TextFonts): number {
  const extent = atomicExtent(item);
  return shiftOf(
    item.element.style,
    extent,
    parent.style,
    outer,
    fonts.of(parent.style, parent.element).cascade.primary,
  );
}

export function atomicExtent(item: AtomicItem): Extent {
  return { above: item.baseline, below: item.height - item.baseline };
}

/** CSS 2.1 §10.8.1 `vertical-align`: px that the baseline lies below that of the parent. */
function shiftOf(
  style: ComputedStyle,
  extent: Extent,
  parent: ComputedStyle,
  outer: BoxMetrics,
  face: FontFace,
): number {
  const align = style.verticalAlign;
  if (typeof align === 'object') return -(align.px + (align.percent / 100) * lineHeightOf(style, face));
  switch (align) {
    case 'baseline':
    case 'top':
    case 'bottom':
      return 0;
    case 'sub':
      return parent.fontSize / 5;
    case 'super':
      return -parent.fontSize / 3;
    case 'middle':
      return (extent.above - extent.below) / 2 - (face.xHeight * parent.fontSize) / face.unitsPerEm / 2;
    case 'text-top':
      return extent.above - outer.content.above;
    case 'text-bottom':
      return outer.content.below - extent.below;
    default:
      return assertNever(align);
  }
}
