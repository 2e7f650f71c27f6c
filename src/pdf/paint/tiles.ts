/** Images of backgrounds: one, a few side by side, or many as a tiling pattern (ISO 32000-1, 8.7.3). */
import type { DisplayItem, Rect } from '../../layout/display.ts';
import type { Canvas } from './canvas.ts';
import { num } from './content.ts';
import { paintGradient } from './gradient.ts';
import { boxPath, isRounded, rectPath } from './path.ts';

type BackgroundImage = Extract<DisplayItem, { readonly kind: 'background-image' }>;

/** Paints a copy of an image whose top left corner is the origin. */
export type PaintTile = (canvas: Canvas, opacity: number) => void;

/** From so many copies on a pattern is shorter than they are. */
const FEW = 12;

/** Fills the area of a background; `paintTile` paints pictures, gradients are painted here. */
export function paintBackgroundImage(
  canvas: Canvas,
  item: BackgroundImage,
  paintPicture: PaintTile | undefined,
  opacity: number,
): void {
  const { image, tile, rect, radii } = item;
  const size: Rect = { x: 0, y: 0, width: tile.width, height: tile.height };
  const paint: PaintTile | undefined =
    image.kind === 'image'
      ? paintPicture
      : (target, alpha) => paintGradient(target, image, size.width, size.height, alpha);
  if (!paint) return;
  const { content } = canvas;
  content.save();
  const [across, along] = [countOf(item, 'x'), countOf(item, 'y')];
  if (across * along > FEW) paintPattern(canvas, item, paint, opacity);
  else {
    if (isRounded(radii) || !isInside(tile, rect) || across * along > 1)
      content.draw(`${boxPath(rect, radii)} W n`);
    for (let row = 0; row < along; row += 1)
      for (let column = 0; column < across; column += 1) {
        content.save();
        content.draw(`1 0 0 1 ${num(tile.x + column * item.stepX)} ${num(tile.y + row * item.stepY)} cm`);
        if (image.kind !== 'image') content.draw(`${rectPath(size)} W n`);
        paint(canvas, opacity);
        content.restore();
      }
  }
  content.restore();
}

/** How many copies there are in one direction. */
function countOf({ rect, tile, stepX, stepY }: BackgroundImage, axis: 'x' | 'y'): number {
  const step = axis === 'x' ? stepX : stepY;
  if (step <= 0) return 1;
  const room = axis === 'x' ? rect.x + rect.width - tile.x : rect.y + rect.height - tile.y;
  return Math.max(1, Math.ceil(room / step - 1e-6));
}

function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - 0.001 &&
    inner.y >= outer.y - 0.001 &&
    inner.x + inner.width <= outer.x + outer.width + 0.001 &&
    inner.y + inner.height <= outer.y + outer.height + 0.001
  );
}

/** A cell that is not repeated in a direction is as far from the next one as the area reaches. */
function paintPattern(
  canvas: Canvas,
  { rect, radii, tile, stepX, stepY, image }: BackgroundImage,
  paint: PaintTile,
  opacity: number,
): void {
  const isTranslucent = image.kind !== 'image' && image.stops.some(({ color }) => color.alpha < 1);
  const cell = {
    x: tile.x,
    y: tile.y,
    width: tile.width,
    height: tile.height,
    stepX: stepX > 0 ? stepX : tile.width + rect.width,
    stepY: stepY > 0 ? stepY : tile.height + rect.height,
  };
  const name = canvas.pattern(cell, isTranslucent, (target) => paint(target, 1));
  canvas.alpha(opacity, opacity);
  canvas.content.draw(`/Pattern cs /${name} scn\n${boxPath(rect, radii)} f`);
}
