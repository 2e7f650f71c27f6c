/** Backgrounds (css-backgrounds-3 §2): the colour, then the layers of images from the lowest to the uppermost. */

import { imageSize } from '../../graphics/picture/image-size.ts';
import type { BackgroundBox, Color, ComputedStyle } from '../../markup/style.ts';
import type { Files } from '../../world.ts';
import type { DisplayItem, Rect } from '../display.ts';
import { inner, type RoundedRect, radiiOf, square } from './corners.ts';
import { allSides, borderInsets, paddingInsets, type Sides } from './edges.ts';
import { gradientImage } from './gradients.ts';
import { tilesIn } from './tiles.ts';

/** Where a box shows its background. */
export interface Ground {
  /** The border box of the fragment. */
  readonly rect: Rect;
  readonly sides: Sides;
  /** The border box of the whole box, of which the fragment is a slice: images are placed as if it were in one piece. */
  readonly whole?: Rect;
  /** What percentages of padding refer to; the width of the fragment when absent. */
  readonly around?: number;
}

/** True when a box has no background at all. */
export function isBare({ backgroundColor, backgroundImage }: ComputedStyle): boolean {
  return backgroundColor.alpha === 0 && backgroundImage.every(({ kind }) => kind === 'none');
}

/** True when a background looks the same wherever it begins. */
export function isPlain({ backgroundImage }: ComputedStyle): boolean {
  return backgroundImage.every(({ kind }) => kind === 'none');
}

/** The background of a box. */
export function backgroundItems(style: ComputedStyle, ground: Ground, files: Files): DisplayItem[] {
  const { rect, sides, whole } = ground;
  if (isBare(style) || rect.width <= 0 || rect.height <= 0) return [];
  const cut = edgesOf(style, rect, sides, ground.around);
  return itemsOf(style, cut, whole ? edgesOf(style, whole, allSides, ground.around) : cut, files);
}

/**
 * A background that fills a rectangle without edges: that of a page, or of rows and columns of a table. Images are
 * placed in `area`.
 */
export function plainBackground(style: ComputedStyle, rect: Rect, files: Files, area = rect): DisplayItem[] {
  if (isBare(style) || rect.width <= 0 || rect.height <= 0) return [];
  const edges = (of: Rect) => () => ({ rect: of, radii: square });
  return itemsOf(style, edges(rect), edges(area), files);
}

type Edges = (box: BackgroundBox) => RoundedRect;

function edgesOf(style: ComputedStyle, rect: Rect, sides: Sides, around = rect.width): Edges {
  const border: RoundedRect = { rect, radii: radiiOf(style, rect, sides) };
  return (box) => {
    if (box === 'border-box') return border;
    const padding = inner(border, borderInsets(style, sides));
    return box === 'padding-box' ? padding : inner(padding, paddingInsets(style, sides, around));
  };
}

function itemsOf(style: ComputedStyle, cut: Edges, placed: Edges, files: Files): DisplayItem[] {
  const { backgroundColor: color, backgroundImage: images, backgroundClip } = style;
  const items: DisplayItem[] = [];
  const last = images.length - 1;
  if (isVisible(color)) items.push({ kind: 'background', ...cut(ofLayer(backgroundClip, last)), color });
  for (let layer = last; layer >= 0; layer -= 1) {
    const item = layerItem(style, layer, cut, placed, files);
    if (item) items.push(item);
  }
  return items;
}

function layerItem(
  style: ComputedStyle,
  layer: number,
  cut: Edges,
  placed: Edges,
  files: Files,
): DisplayItem | undefined {
  const image = style.backgroundImage[layer]!;
  if (image.kind === 'none') return undefined;
  const bytes = image.kind === 'image' ? files.read(image.path) : undefined;
  const natural = bytes && imageSize(bytes);
  if (image.kind === 'image' && !natural) return undefined;
  const { rect, radii } = cut(ofLayer(style.backgroundClip, layer));
  const area = placed(ofLayer(style.backgroundOrigin, layer)).rect;
  const tiles = tilesIn(area, rect, natural, {
    size: ofLayer(style.backgroundSize, layer),
    position: ofLayer(style.backgroundPosition, layer),
    repeat: ofLayer(style.backgroundRepeat, layer),
  });
  if (!tiles || rect.width <= 0 || rect.height <= 0) return undefined;
  const { width, height } = tiles.tile;
  const shown =
    image.kind === 'image'
      ? { kind: image.kind, path: image.path, bytes: bytes! }
      : gradientImage(image, width, height);
  return { kind: 'background-image', rect, radii, ...tiles, image: shown };
}

/** Lists that are shorter than that of the images begin again (§2.1). */
function ofLayer<T>(values: readonly T[], layer: number): T {
  return values[layer % values.length]!;
}

function isVisible(color: Color): boolean {
  return color.alpha > 0;
}
