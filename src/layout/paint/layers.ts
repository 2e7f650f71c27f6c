/** Backgrounds of boxes around a box that show in it only: those of rows and columns in table cells. */
import type { Files } from '../../world.ts';
import type { DisplayItem, Rect } from '../display.ts';
import type { BoxFragment } from '../fragment.ts';
import { plainBackground } from './backgrounds.ts';

/**
 * The layers of a fragment whose border box is `rect`, lowest first. They fill it even where it reaches beyond their
 * area, as cells that span rows do; images are placed in that area (CSS 2.1 §17.5.1).
 */
export function layerItems(
  layers: NonNullable<BoxFragment['layers']>,
  rect: Rect,
  files: Files,
): DisplayItem[] {
  return layers.flatMap(({ style, rect: area }): DisplayItem[] => {
    if (style.visibility !== 'visible') return [];
    return plainBackground(style, rect, files, { ...area, x: rect.x + area.x, y: rect.y + area.y });
  });
}
