/** Used widths, heights and edges (CSS 2.1 §8, §10; css-sizing-3). Lengths in px. */
import type { ComputedStyle, Length, LengthOrAuto, LengthOrNone } from '../../markup/style.ts';

export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Margins (auto is 0), and padding and border of one side added up as `inset`. */
export interface BoxEdges {
  readonly margin: Edges;
  readonly inset: Edges;
  readonly border: Edges;
}

/** The used value of a length; `base` is what percentages refer to. */
export function resolve(length: Length, base: number): number {
  return length.px + (length.percent === 0 ? 0 : (length.percent * base) / 100);
}

/** Like `resolve`, but undefined for `auto` and for percentages of an unknown base (CSS 2.1 §10.5). */
export function resolveDefinite(
  length: LengthOrAuto | LengthOrNone,
  base: number | undefined,
): number | undefined {
  if (length === 'auto' || length === 'none') return undefined;
  if (length.percent !== 0 && (base === undefined || !Number.isFinite(base))) return undefined;
  return resolve(length, base ?? 0);
}

function resolveMargin(length: LengthOrAuto, base: number): number {
  return length === 'auto' ? 0 : resolve(length, base);
}

/** Edges without percentages: thousands of boxes share a style, and each is asked for them several times. */
const fixedEdges = new WeakMap<ComputedStyle, BoxEdges>();

/** Edges of a box; percentages of all four sides refer to the width of the containing block (CSS 2.1 §8.3, §8.4). */
export function edgesOf(style: ComputedStyle, base: number): BoxEdges {
  const known = fixedEdges.get(style);
  if (known) return known;
  const edges = resolvedEdges(style, Number.isFinite(base) ? base : 0);
  if (!hasPercentages(style)) fixedEdges.set(style, edges);
  return edges;
}

function hasPercentages(style: ComputedStyle): boolean {
  const { marginTop, marginRight, marginBottom, marginLeft } = style;
  const { paddingTop, paddingRight, paddingBottom, paddingLeft } = style;
  return [
    ...[marginTop, marginRight, marginBottom, marginLeft],
    ...[paddingTop, paddingRight, paddingBottom, paddingLeft],
  ].some((length) => length !== 'auto' && length.percent !== 0);
}

function resolvedEdges(style: ComputedStyle, base: number): BoxEdges {
  const border: Edges = {
    top: style.borderTopWidth,
    right: style.borderRightWidth,
    bottom: style.borderBottomWidth,
    left: style.borderLeftWidth,
  };
  return {
    margin: {
      top: resolveMargin(style.marginTop, base),
      right: resolveMargin(style.marginRight, base),
      bottom: resolveMargin(style.marginBottom, base),
      left: resolveMargin(style.marginLeft, base),
    },
    border,
    inset: {
      top: border.top + resolve(style.paddingTop, base),
      right: border.right + resolve(style.paddingRight, base),
      bottom: border.bottom + resolve(style.paddingBottom, base),
      left: border.left + resolve(style.paddingLeft, base),
    },
  };
}

export function acrossOf(edges: Edges): number {
  return edges.left + edges.right;
}

export function alongOf(edges: Edges): number {
  return edges.top + edges.bottom;
}

/** Border-box size from a `width` or `height` value by `box-sizing`. */
function borderBox(size: number, inset: number, style: ComputedStyle): number {
  return style.boxSizing === 'border-box' ? Math.max(size, inset) : size + inset;
}

/** Border-box width asked for by `width`, or undefined for `auto`. */
export function specifiedWidth(
  style: ComputedStyle,
  edges: BoxEdges,
  base: number | undefined,
): number | undefined {
  const width = resolveDefinite(style.width, base);
  return width === undefined ? undefined : borderBox(width, acrossOf(edges.inset), style);
}

/** Applies `min-width` and `max-width` to a border-box width (CSS 2.1 §10.4). */
export function clampWidth(
  width: number,
  style: ComputedStyle,
  edges: BoxEdges,
  base: number | undefined,
): number {
  const inset = acrossOf(edges.inset);
  const max = resolveDefinite(style.maxWidth, base);
  const min = resolveDefinite(style.minWidth, base);
  const atMost = max === undefined ? width : Math.min(width, borderBox(max, inset, style));
  return Math.max(atMost, min === undefined ? inset : borderBox(min, inset, style));
}

/** Border-box height asked for by `height`, min and max applied, or undefined when the content decides. */
export function specifiedHeight(
  style: ComputedStyle,
  edges: BoxEdges,
  base: number | undefined,
): number | undefined {
  const height = resolveDefinite(style.height, base);
  return height === undefined
    ? undefined
    : clampHeight(borderBox(height, alongOf(edges.inset), style), style, edges, base);
}

/** Applies `min-height` and `max-height` to a border-box height (CSS 2.1 §10.7). */
export function clampHeight(
  height: number,
  style: ComputedStyle,
  edges: BoxEdges,
  base: number | undefined,
): number {
  const inset = alongOf(edges.inset);
  const max = resolveDefinite(style.maxHeight, base);
  const min = resolveDefinite(style.minHeight, base);
  const atMost = max === undefined ? height : Math.min(height, borderBox(max, inset, style));
  return Math.max(atMost, min === undefined ? inset : borderBox(min, inset, style));
}

/** Position of the border box of given width in its containing block: auto margins share what is left (CSS 2.1 §10.3.3). */
export function offsetInLine(
  style: ComputedStyle,
  edges: BoxEdges,
  width: number,
  available: number,
): number {
  const free = available - width - edges.margin.left - edges.margin.right;
  if (style.marginLeft !== 'auto' || free <= 0) return edges.margin.left;
  return style.marginRight === 'auto' ? free / 2 : free;
}

/**
 * How far relative positioning moves a box along one axis: the `start` offset wins over the `end` one. A percentage
 * without a base counts as `auto` (css-position-3 §3.3).
 */
export function relativeShift(start: LengthOrAuto, end: LengthOrAuto, base: number | undefined): number {
  const fromEnd = resolveDefinite(end, base);
  return resolveDefinite(start, base) ?? (fromEnd === undefined ? 0 : -fromEnd);
}

/**
 * Border-box width by `aspect-ratio` from a border-box height (css-sizing-4 §6.1); the ratio is that of the box which
 * `box-sizing` names. Undefined without a ratio.
 */
export function widthByRatio(style: ComputedStyle, edges: BoxEdges, height: number): number | undefined {
  const { aspectRatio, boxSizing } = style;
  if (aspectRatio === 'auto') return undefined;
  if (boxSizing === 'border-box') return height * aspectRatio.ratio;
  return (height - alongOf(edges.inset)) * aspectRatio.ratio + acrossOf(edges.inset);
}

/** Border-box height by `aspect-ratio` from a border-box width; undefined without a ratio. */
export function heightByRatio(style: ComputedStyle, edges: BoxEdges, width: number): number | undefined {
  const { aspectRatio, boxSizing } = style;
  if (aspectRatio === 'auto') return undefined;
  if (boxSizing === 'border-box') return width / aspectRatio.ratio;
  return (width - acrossOf(edges.inset)) / aspectRatio.ratio + alongOf(edges.inset);
}

/** The first property with a percentage of a height that is not known, by its CSS name (CSS 2.1 §9.4.3, §10.5, §10.7). */
export function baselessHeight(style: ComputedStyle, base: number | undefined): string | undefined {
  if (base !== undefined && Number.isFinite(base)) return undefined;
  if (isPercentage(style.height)) return 'height';
  if (isPercentage(style.minHeight)) return 'min-height';
  if (isPercentage(style.maxHeight)) return 'max-height';
  if (style.position !== 'relative') return undefined;
  return isPercentage(style.top) ? 'top' : isPercentage(style.bottom) ? 'bottom' : undefined;
}

function isPercentage(length: LengthOrAuto | LengthOrNone): boolean {
  return typeof length !== 'string' && length.percent !== 0;
}
