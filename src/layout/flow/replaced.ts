/** Replaced boxes: pictures and drawings (CSS 2.1 §10.3.2, §10.6.2; css-images-3 §5.5). Never split. */
import type { ComputedStyle, Length } from '../../markup/style.ts';
import type { ReplacedBox, ReplacedContent } from '../box/box.ts';
import type { Constraints, Result } from '../contract.ts';
import type { Rect } from '../display.ts';
import { boxFragment } from '../fragment.ts';
import { complete, fits, nothing, wayToBreak } from './breaking.ts';
import type { Intrinsic } from './context.ts';
import {
  acrossOf,
  alongOf,
  type BoxEdges,
  baselessHeight,
  clampHeight,
  clampWidth,
  edgesOf,
  specifiedHeight,
  specifiedWidth,
} from './sizes.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Lays out a replaced box at its used size. */
export function layoutReplaced(box: ReplacedBox, constraints: Constraints): Result {
  const edges = edgesOf(box.style, constraints.width);
  const { width, height } = usedSize(box, constraints, edges);
  const { inset } = edges;
  const content: Rect = {
    x: inset.left,
    y: inset.top,
    width: Math.max(width - acrossOf(inset), 0),
    height: Math.max(height - alongOf(inset), 0),
  };
  const baseless = constraints.borderHeight === undefined && baselessHeight(box.style, constraints.height);
  const isTooTall = !fits(height, constraints.region);
  const fragment = boxFragment({
    box,
    width,
    height,
    isFirst: true,
    isLast: true,
    replaced: { content: box.content, rect: content },
    ...(isTooTall ? { spilled: true } : {}),
    ...(baseless ? { baseless } : {}),
  });
  return isTooTall && wayToBreak({}, constraints.region) === 'leave' ? nothing(fragment) : complete(fragment);
}

/** Border-box size. One given side decides the other by the ratio; with neither, the natural size, else all the width there is. */
function usedSize(box: ReplacedBox, constraints: Constraints, edges: BoxEdges): Size {
  const { style } = box;
  const across = acrossOf(edges.inset);
  const along = alongOf(edges.inset);
  const givenWidth = constraints.borderWidth ?? specifiedWidth(style, edges, constraints.width);
  const givenHeight = constraints.borderHeight ?? specifiedHeight(style, edges, constraints.height);
  const bounds = boundsOf(box, constraints, edges);
  const ratio = ratioOf(box);
  if (givenWidth !== undefined) {
    const width = constraints.borderWidth ?? clampWidth(givenWidth, style, edges, constraints.width);
    const free = ratio ? (width - across) / ratio + along : naturalHeight(box, width - across) + along;
    return { width, height: givenHeight ?? clampHeight(free, style, edges, constraints.height) };
  }
  if (givenHeight !== undefined) {
    const free = ratio ? (givenHeight - along) * ratio : naturalWidth(box, constraints, edges);
    return { width: clampWidth(free + across, style, edges, constraints.width), height: givenHeight };
  }
  const width = naturalWidth(box, constraints, edges);
  const height = naturalHeight(box, width);
  const { width: w, height: h } = ratio
    ? bounded({ width, height }, bounds)
    : clamped({ width, height }, bounds);
  return { width: w + across, height: h + along };
}

/** The ratio that holds: that of the picture, unless `aspect-ratio` says otherwise. */
function ratioOf({ style: { aspectRatio }, content }: ReplacedBox): number | undefined {
  if (aspectRatio === 'auto') return content.ratio;
  return aspectRatio.natural ? (content.ratio ?? aspectRatio.ratio) : aspectRatio.ratio;
}

/** Content width when neither side is given. */
function naturalWidth(box: ReplacedBox, { width: base }: Constraints, edges: BoxEdges): number {
  const { width, height } = box.content;
  const ratio = ratioOf(box);
  if (width !== undefined) return width;
  if (height !== undefined && ratio) return height * ratio;
  const available = base - edges.margin.left - edges.margin.right - acrossOf(edges.inset);
  return Number.isFinite(available) ? Math.max(available, 0) : 300;
}

/** Content height for a content width, when no height is given. */
function naturalHeight(box: ReplacedBox, width: number): number {
  const ratio = ratioOf(box);
  return ratio ? width / ratio : (box.content.height ?? width / 2);
}

/** Least and greatest content size. */
interface Bounds {
  readonly least: Size;
  readonly most: Size;
}

function boundsOf({ style }: ReplacedBox, { width, height }: Constraints, edges: BoxEdges): Bounds {
  const across = acrossOf(edges.inset);
  const along = alongOf(edges.inset);
  return {
    least: {
      width: clampWidth(0, style, edges, width) - across,
      height: clampHeight(0, style, edges, height) - along,
    },
    most: {
      width: clampWidth(Infinity, style, edges, width) - across,
      height: clampHeight(Infinity, style, edges, height) - along,
    },
  };
}

function clamped({ width, height }: Size, { least, most }: Bounds): Size {
  return {
    width: Math.max(Math.min(width, most.width), least.width),
    height: Math.max(Math.min(height, most.height), least.height),
  };
}

/** The table of CSS 2.1 §10.4: bounds change both sides by the ratio as far as they allow. */
function bounded(size: Size, bounds: Bounds): Size {
  const { width, height } = size;
  const { least, most } = bounds;
  if (width <= 0 || height <= 0) return clamped(size, bounds);
  const grow = Math.max(least.width / width, least.height / height, 1);
  const shrink = Math.min(most.width / width, most.height / height, 1);
  const isTooWide = width > most.width;
  const isTooTall = height > most.height;
  // Opposite violations leave no ratio to keep.
  if ((isTooWide || isTooTall) && grow > 1) return clamped(size, bounds);
  const factor = isTooWide || isTooTall ? shrink : grow;
  return factor === 1 ? size : clamped({ width: width * factor, height: height * factor }, bounds);
}

/** Intrinsic border-box widths; a percentage of an unknown width lets the box shrink to nothing (css-sizing-3 §5.2.2). */
export function replacedIntrinsic(box: ReplacedBox): Intrinsic {
  const edges = edgesOf(box.style, 0);
  const isCompressible = [box.style.width, box.style.maxWidth].some(
    (length) => typeof length !== 'string' && length.percent !== 0,
  );
  const { width } = usedSize(
    box,
    { width: Infinity, region: { remaining: 0, full: 0, mayProgress: false } },
    edges,
  );
  const max = Number.isFinite(width) ? width : acrossOf(edges.inset);
  const fills =
    box.content.width === undefined &&
    box.content.height === undefined &&
    box.style.width === 'auto' &&
    box.style.height === 'auto';
  return { min: isCompressible || fills ? acrossOf(edges.inset) : max, max };
}

/** Where the content is painted in its content box, and whether that box has to clip it (css-images-3 §4.5–4.6). */
export function fitContent(
  { style, content }: Pick<ReplacedBox, 'style' | 'content'>,
  rect: Rect,
): { readonly rect: Rect; readonly clips: boolean } {
  const { objectFit, objectPosition } = style;
  if (rect.width <= 0 || rect.height <= 0) return { rect, clips: false };
  const isFilled = objectFit === 'fill' || !content.ratio;
  const { width, height } = isFilled ? rect : fittedSize(objectFit, content.ratio, content, rect);
  const start = ({ px, percent }: Length, room: number): number => px + (percent * room) / 100;
  const x = start(objectPosition.x, rect.width - width);
  const y = start(objectPosition.y, rect.height - height);
  const [right, bottom] = [x + width - rect.width, y + height - rect.height];
  const clips = Math.min(x, y) < -0.001 || Math.max(right, bottom) > 0.001;
  return { rect: { x: rect.x + x, y: rect.y + y, width, height }, clips };
}

/** §4.5: the size of a picture with this ratio; without a natural size it is as large as the box allows. */
function fittedSize(
  fit: Exclude<ComputedStyle['objectFit'], 'fill'>,
  ratio: number,
  { width, height }: ReplacedContent,
  room: Size,
): Size {
  const isWider = room.width / room.height > ratio;
  const byHeight = fit === 'cover' ? !isWider : isWider;
  const scaled = byHeight
    ? { width: room.height * ratio, height: room.height }
    : { width: room.width, height: room.width / ratio };
  const natural = width ?? (height === undefined ? undefined : height * ratio);
  if (fit === 'cover' || fit === 'contain' || natural === undefined) return scaled;
  const isSmaller = fit === 'scale-down' && scaled.width < natural;
  return isSmaller ? scaled : { width: natural, height: natural / ratio };
}
