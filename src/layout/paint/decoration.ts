/** Backgrounds and borders (css-backgrounds-3): which edges a fragment has, and the radii of its corners. */
import type { Color, ComputedStyle, Length } from '../../markup/style.ts';
import type { Files } from '../../world.ts';
import { imageSize } from '../box/image-size.ts';
import type { BorderEdge, DisplayItem, Radii, Rect } from '../display.ts';
import type { CollapsedRule } from '../fragment.ts';
import { edgesOfStyle } from '../table/borders.ts';

/** The sides where a fragment ends and its box does not have no border there, unless edges are cloned. */
export interface Sides {
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
}

const noEdge: BorderEdge = { width: 0, style: 'none', color: { r: 0, g: 0, b: 0, alpha: 0 } };
const noRadii: Radii = [0, 0, 0, 0];

/** The sides of a block fragment. */
export function blockSides(style: ComputedStyle, isFirst: boolean, isLast: boolean): Sides {
  const isClone = style.boxDecorationBreak === 'clone';
  return { top: isFirst || isClone, right: true, bottom: isLast || isClone, left: true };
}

/** Background, then border, of a border box. */
export function decorate(
  style: ComputedStyle,
  rect: Rect,
  sides: Sides,
  files: Files,
  hasBackground = true,
): DisplayItem[] {
  const items = hasBackground ? background(style, rect, radiiOf(style, rect, sides), files) : [];
  const edges = edgesOfStyle(style);
  const border = {
    top: shown(edges.top, sides.top),
    right: shown(edges.right, sides.right),
    bottom: shown(edges.bottom, sides.bottom),
    left: shown(edges.left, sides.left),
  };
  const { top, right, bottom, left } = border;
  if (top.width > 0 || right.width > 0 || bottom.width > 0 || left.width > 0)
    items.push({ kind: 'border', rect, radii: radiiOf(style, rect, sides), ...border });
  return items;
}

function shown(edge: BorderEdge, isThere: boolean): BorderEdge {
  return isThere && edge.style !== 'none' && edge.width > 0 ? edge : noEdge;
}

/** The background of a box whose border is painted elsewhere or nowhere. */
export function background(style: ComputedStyle, rect: Rect, radii: Radii, files: Files): DisplayItem[] {
  const { backgroundColor: color, backgroundImage: image } = style;
  if (rect.width <= 0 || rect.height <= 0) return [];
  if (image.kind !== 'image')
    return isVisible(color) || image.kind !== 'none'
      ? [{ kind: 'background', rect, radii, color, image }]
      : [];
  const items: DisplayItem[] = isVisible(color)
    ? [{ kind: 'background', rect, radii, color, image: { kind: 'none' } }]
    : [];
  const bytes = files.read(image.path);
  const size = bytes && imageSize(bytes);
  if (!size) return items;
  const placed = backgroundArea(style.backgroundSize, size, rect);
  return [
    ...items,
    { kind: 'image', rect: placed, clip: rect, path: image.path, bytes, owner: { artifact: 'layout' } },
  ];
}

/** `background-size`; the picture is centred when it is scaled, at the top left when it is not. */
function backgroundArea(
  fit: ComputedStyle['backgroundSize'],
  size: { width: number; height: number },
  rect: Rect,
): Rect {
  if (fit === 'auto') return { x: rect.x, y: rect.y, width: size.width, height: size.height };
  const scales = [rect.width / size.width, rect.height / size.height];
  const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales);
  const [width, height] = [size.width * scale, size.height * scale];
  return { x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - height) / 2, width, height };
}

export function isVisible(color: Color): boolean {
  return color.alpha > 0;
}

function radiusOf(length: Length, width: number, isThere: boolean): number {
  return isThere ? length.px + (length.percent * width) / 100 : 0;
}

/** Corner radii in px, scaled down together where they would overlap (css-backgrounds-3 §5.5). */
export function radiiOf(style: ComputedStyle, rect: Rect, sides: Sides): Radii {
  const { width } = rect;
  const radii: Radii = [
    radiusOf(style.borderTopLeftRadius, width, sides.top && sides.left),
    radiusOf(style.borderTopRightRadius, width, sides.top && sides.right),
    radiusOf(style.borderBottomRightRadius, width, sides.bottom && sides.right),
    radiusOf(style.borderBottomLeftRadius, width, sides.bottom && sides.left),
  ];
  if (radii.every((value) => value === 0)) return noRadii;
  const [a, b, c, d] = radii;
  const factor = Math.min(
    1,
    rect.width / (a + b || 1),
    rect.width / (c + d || 1),
    rect.height / (a + d || 1),
    rect.height / (b + c || 1),
  );
  return [a * factor, b * factor, c * factor, d * factor];
}

/** The padding box that `overflow: hidden` clips to, with the radii of its inner corners. */
export function clipOf(
  style: ComputedStyle,
  rect: Rect,
  sides: Sides,
): { readonly clip: Rect; readonly radii: Radii } {
  const top = sides.top ? style.borderTopWidth : 0;
  const bottom = sides.bottom ? style.borderBottomWidth : 0;
  const left = style.borderLeftWidth;
  const outer = radiiOf(style, rect, sides);
  const width = Math.max(top, left);
  return {
    clip: {
      x: rect.x + left,
      y: rect.y + top,
      width: rect.width - left - style.borderRightWidth,
      height: rect.height - top - bottom,
    },
    radii: [
      Math.max(outer[0] - width, 0),
      Math.max(outer[1] - width, 0),
      Math.max(outer[2] - width, 0),
      Math.max(outer[3] - width, 0),
    ],
  };
}

/** A stretch of a collapsed border: one edge as thick as its rectangle. */
export function ruleItem({ rect, edge, along }: CollapsedRule, x: number, y: number): DisplayItem {
  const edges = {
    top: along === 'x' ? edge : noEdge,
    right: noEdge,
    bottom: noEdge,
    left: along === 'y' ? edge : noEdge,
  };
  return { kind: 'border', rect: { ...rect, x: rect.x + x, y: rect.y + y }, radii: noRadii, ...edges };
}
