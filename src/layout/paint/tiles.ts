/** How large the image of a background is, where it lies and how it is repeated (css-backgrounds-3 §2.4–2.9). */
import type { BackgroundRepeat, BackgroundSize, Length, Position, Tiling } from '../../markup/style.ts';
import type { Rect } from '../display.ts';

/** The image at one place, and how far it is to the next one; 0 where it is not repeated. */
export interface Tiles {
  readonly tile: Rect;
  readonly stepX: number;
  readonly stepY: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Places an image of this natural size, or one without, in `area`; `clip` is what can be seen. Undefined when the
 * image has no extent or cannot be seen.
 */
export function tilesIn(
  area: Rect,
  clip: Rect,
  natural: Size | undefined,
  { size, position, repeat }: { size: BackgroundSize; position: Position; repeat: BackgroundRepeat },
): Tiles | undefined {
  const { width, height } = rounded(sizeIn(area, natural, size), area, natural, size, repeat);
  if (!(width > 0 && height > 0) || area.width < 0 || area.height < 0) return undefined;
  const x = along(area.x, area.width, width, position.x, repeat.x, clip.x, clip.width);
  const y = along(area.y, area.height, height, position.y, repeat.y, clip.y, clip.height);
  const isSeen = (start: number, length: number, from: number, room: number, step: number): boolean =>
    step > 0 || (start < from + room && start + length > from);
  if (!isSeen(x.start, width, clip.x, clip.width, x.step)) return undefined;
  if (!isSeen(y.start, height, clip.y, clip.height, y.step)) return undefined;
  return { tile: { x: x.start, y: y.start, width, height }, stepX: x.step, stepY: y.step };
}

function sizeIn(area: Rect, natural: Size | undefined, size: BackgroundSize): Size {
  if (typeof size === 'string') {
    if (!natural) return area;
    const [a, b] = [area.width / natural.width, area.height / natural.height];
    const scale = size === 'cover' ? Math.max(a, b) : Math.min(a, b);
    return { width: natural.width * scale, height: natural.height * scale };
  }
  const width = size.width === 'auto' ? undefined : used(size.width, area.width);
  const height = size.height === 'auto' ? undefined : used(size.height, area.height);
  if (!natural) return { width: width ?? area.width, height: height ?? area.height };
  const ratio = natural.width / natural.height;
  return {
    width: width ?? (height === undefined ? natural.width : height * ratio),
    height: height ?? (width === undefined ? natural.height : width / ratio),
  };
}

function used({ px, percent }: Length, base: number): number {
  return px + (percent * base) / 100;
}

/** `round` makes a whole number of images fit; an `auto` of the other direction keeps the ratio (§2.9). */
function rounded(
  found: Size,
  area: Rect,
  natural: Size | undefined,
  size: BackgroundSize,
  repeat: BackgroundRepeat,
): Size {
  const fitting = (length: number, room: number): number =>
    length > 0 && room > 0 ? room / Math.max(1, Math.round(room / length)) : length;
  const width = repeat.x === 'round' ? fitting(found.width, area.width) : found.width;
  const height = repeat.y === 'round' ? fitting(found.height, area.height) : found.height;
  if (typeof size === 'string' || !natural || (repeat.x === 'round') === (repeat.y === 'round'))
    return { width, height };
  const ratio = natural.width / natural.height;
  if (repeat.x === 'round' && size.height === 'auto') return { width, height: width / ratio };
  return repeat.y === 'round' && size.width === 'auto'
    ? { width: height * ratio, height }
    : { width, height };
}

/** One direction: the first image that can be seen and the distance to the next. */
function along(
  origin: number,
  room: number,
  length: number,
  position: Length,
  tiling: Tiling,
  from: number,
  seen: number,
): { readonly start: number; readonly step: number } {
  const placed = origin + used(position, room - length);
  const count = Math.floor(room / length + 1e-6);
  const isSpaced = tiling === 'space' && count > 1;
  if (tiling === 'no-repeat' || (tiling === 'space' && !isSpaced)) return { start: placed, step: 0 };
  const step = isSpaced ? length + (room - count * length) / (count - 1) : length;
  const base = isSpaced ? origin : placed;
  const start = base - Math.ceil((base - from) / step - 1e-6) * step;
  // One image that covers all is not repeated.
  return start + length >= from + seen - 1e-6 ? { start, step: 0 } : { start, step };
}
