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

function shade(color: Color, side: Side, isSunken: boolean): Color {
  const isTopLeft = side === 'top' || side === 'left';
  return isTopLeft === isSunken ? darker(color) : lighter(color);
}

/** Two thirds of the way to the colour from black, as browsers have it; black cannot become darker. */
function darker(color: Color): Color {
  const most = Math.max(color.r, color.g, color.b);
  if (most === 0) return color;
  return scaled(color, Math.max(0, (most - 84) / most));
}

/** Colours keep their own light, but for those near black, which would have no shade. */
function lighter(color: Color): Color {
  const isDark = color.r ** 2 + color.g ** 2 + color.b ** 2 <= 3 * 32 ** 2;
  return isDark ? { ...color, r: color.r + 84, g: color.g + 84, b: color.b + 84 } : color;
}

function scaled({ r, g, b, alpha }: Color, factor: number): Color {
  return { r: r * factor, g: g * factor, b: b * factor, alpha };
}
