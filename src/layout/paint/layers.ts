/** Backgrounds of boxes around a box that show in it only: those of rows and columns in table cells. */
import type { Files } from '../../world.ts';
import type { DisplayItem, Rect } from '../display.ts';
import type { BoxFragment } from '../fragment.ts';
import { isPlain, plainBackground } from './backgrounds.ts';

/** The layers of a fragment whose border box is `rect`, lowest first; pictures and gradients are clipped to it. */
export function layerItems(
  layers: NonNullable<BoxFragment['layers']>,
  rect: Rect,
  files: Files,
): DisplayItem[] {
  return layers.flatMap(({ style, rect: area }): DisplayItem[] => {
    if (style.visibility !== 'visible') return [];
    if (isPlain(style)) return plainBackground(style, rect, files);
    const place = { ...area, x: rect.x + area.x, y: rect.y + area.y };
    const items = plainBackground(style, place, files);
    return [{ kind: 'push', clip: rect, opacity: 1 }, ...items, { kind: 'pop' }];
  });
}
