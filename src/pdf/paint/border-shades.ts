/** Borders that look raised or sunken: light from the top left makes two of their sides darker (css-backgrounds-3, 3.2). */
import type { BorderEdge } from '../../layout/display.ts';
import type { Color } from '../../markup/style.ts';

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** `inset` and `outset` as solid edges with the colour of their side; others as they are. */
export function flattened(edge: BorderEdge, side: Side): BorderEdge {
  if (edge.style !== 'inset' && edge.style !== 'outset') return edge;
  return { ...edge, style: 'solid', color: shade(edge.color, side, edge.style === 'inset') };
}

/** The colours of the outer and the inner half of a `groove` or `ridge`. */
export function halves({ color, style }: BorderEdge, side: Side): readonly [outer: Color, inner: Color] {
  const isSunken = style === 'groove';
  return [shade(color, side, isSunken), shade(color, side, !isSunken)];
}

/** Whether the light falls on a side that is raised. */
export function isTopLeft(side: Side): boolean {
  return side === 'top' || side === 'left';
}

function shade(color: Color, side: Side, isSunken: boolean): Color {
  const isDark = isTopLeft(side) === isSunken;
  if (isNearBlack(color)) return isDark ? lighter(color) : lighter(lighter(color));
  return isDark ? darker(color) : lighter(color);
}

/** How much darker or lighter the strongest channel becomes, as browsers have it. */
const STEP = 84;

function darker(color: Color): Color {
  const most = Math.max(color.r, color.g, color.b);
  return scaled(color, Math.max(0, most - STEP) / most);
}

function lighter(color: Color): Color {
  const most = Math.max(color.r, color.g, color.b);
  return most === 0
    ? { ...color, r: STEP, g: STEP, b: STEP }
    : scaled(color, Math.min(255, most + STEP) / most);
}

/** Colours that have no darker shade which could be told from them: both sides become lighter. */
function isNearBlack({ r, g, b }: Color): boolean {
  const linear = (channel: number): number =>
    channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) < 0.015;
}

function scaled({ r, g, b, alpha }: Color, factor: number): Color {
  return { r: r * factor, g: g * factor, b: b * factor, alpha };
}
