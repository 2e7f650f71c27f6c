/** Replaced boxes: pictures and drawings (CSS 2.1 §10.3.2, §10.6.2; css-images-3 §5.5). Never split. */
import type { ReplacedBox } from '../box/box.ts';
import type { Constraints, Result } from '../contract.ts';
import type { Rect } from '../display.ts';
import { boxFragment } from '../fragment.ts';
import { complete, fits, nothing, wayToBreak } from './breaking.ts';
import type { Intrinsic } from './context.ts';
import {
  acrossOf,
  alongOf,
  type BoxEdges,
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
  const isTooTall = !fits(height, constraints.region);
  const fragment = boxFragment({
    box,
    width,
    height,
    isFirst: true,
    isLast: true,
    replaced: { content: box.content, rect: content },
    ...(isTooTall ? { spilled: true } : {}),
  });
  return isTooTall && wayToBreak({}, constraints.region) === 'leave' ? nothing(fragment) : complete(fragment);
}

/** Border-box size. One given side decides the other by the ratio; with neither, the natural size, else all the width there is. */
function usedSize(box: ReplacedBox, constraints: Constraints, edges: BoxEdges): Size {
  const { style, content } = box;
  const across = acrossOf(edges.inset);
  const along = alongOf(edges.inset);
  const givenWidth = constraints.borderWidth ?? specifiedWidth(style, edges, constraints.width);
  const givenHeight = constraints.borderHeight ?? specifiedHeight(style, edges, constraints.height);
  const ratio = content.ratio;
  const available = constraints.width - edges.margin.left - edges.margin.right;
  const naturalWidth =
    content.width ?? (content.height !== undefined && ratio ? content.height * ratio : undefined);
  const freeWidth =
    givenHeight !== undefined && ratio
      ? (givenHeight - along) * ratio + across
      : naturalWidth !== undefined
        ? naturalWidth + across
        : Number.isFinite(available)
          ? available
          : 300;
  const width = clampWidth(givenWidth ?? freeWidth, style, edges, constraints.width);
  const isNatural =
    givenWidth === undefined && givenHeight === undefined && Math.abs(width - freeWidth) < 1e-9;
  const byRatio = ratio ? (width - across) / ratio + along : undefined;
  const natural = content.height === undefined ? undefined : content.height + along;
  const freeHeight = (isNatural ? (natural ?? byRatio) : (byRatio ?? natural)) ?? width / 2;
  const height = givenHeight ?? clampHeight(freeHeight, style, edges, constraints.height);
  // CSS 2.1 §10.4: a height that is bounded, either way, decides the width as far as that is not bounded itself.
  const isBounded =
    givenWidth === undefined && givenHeight === undefined && ratio !== undefined && height !== freeHeight;
  if (!isBounded) return { width, height };
  return { width: clampWidth((height - along) * ratio + across, style, edges, constraints.width), height };
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

/** Where the content is painted in its content box, and whether that box has to clip it. */
export function fitContent(
  box: Pick<ReplacedBox, 'style' | 'content'>,
  rect: Rect,
): { readonly rect: Rect; readonly clips: boolean } {
  const { objectFit } = box.style;
  const ratio = box.content.ratio;
  if (objectFit === 'fill' || !ratio || rect.width <= 0 || rect.height <= 0) return { rect, clips: false };
  const isWider = rect.width / rect.height > ratio;
  const byHeight = objectFit === 'contain' ? isWider : !isWider;
  const width = byHeight ? rect.height * ratio : rect.width;
  const height = byHeight ? rect.height : rect.width / ratio;
  const fitted = {
    x: rect.x + (rect.width - width) / 2,
    y: rect.y + (rect.height - height) / 2,
    width,
    height,
  };
  return { rect: fitted, clips: objectFit === 'cover' };
}
