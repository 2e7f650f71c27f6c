/** Backgrounds of boxes around a box that show in it only: those of rows and columns in table cells. */
import type { Files } from '../../world.ts';
import type { DisplayItem, Rect } from '../display.ts';
import type { BoxFragment } from '../fragment.ts';
import { background } from './decoration.ts';

/** The layers of a fragment whose border box is `rect`, lowest first; pictures and gradients are clipped to it. */
export function layerItems(
  layers: NonNullable<BoxFragment['layers']>,
  rect: Rect,
  files: Files,
): DisplayItem[] {
  return layers.flatMap(({ style, rect: area }): DisplayItem[] => {
    if (style.visibility !== 'visible') return [];
    const isPlain = style.backgroundImage.kind === 'none';
    if (isPlain) return background(style, rect, [0, 0, 0, 0], files);
    const place = { ...area, x: rect.x + area.x, y: rect.y + area.y };
    const items = background(style, place, [0, 0, 0, 0], files);
    return [{ kind: 'push', clip: rect, opacity: 1 }, ...items, { kind: 'pop' }];
  });
}
