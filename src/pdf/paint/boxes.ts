/** Background colours and rules of boxes (css-backgrounds-3). They are layout artifacts; the mark is already set. */
import type { DisplayItem, Radii, Rect } from '../../layout/display.ts';
import type { Color } from '../../markup/style.ts';
import type { Canvas } from './canvas.ts';
import { boxPath, SQUARE } from './path.ts';

export function paintBackground(
  canvas: Canvas,
  { rect, radii, color }: Extract<DisplayItem, { readonly kind: 'background' }>,
  opacity: number,
): void {
  fillBox(canvas, rect, radii, color, opacity);
}

function fillBox(canvas: Canvas, rect: Rect, radii: Radii, color: Color, opacity: number): void {
  if (color.alpha === 0 || rect.width <= 0 || rect.height <= 0) return;
  fillPath(canvas, boxPath(rect, radii), color, opacity);
}

export function paintRule(canvas: Canvas, rect: Rect, color: Color, opacity: number): void {
  fillBox(canvas, rect, SQUARE, color, opacity);
}

export function fillPath(canvas: Canvas, path: string, color: Color, opacity: number, evenOdd = false): void {
  const alpha = color.alpha * opacity;
  canvas.alpha(alpha, alpha);
  canvas.content.fillColor(color);
  canvas.content.draw(`${path} ${evenOdd ? 'f*' : 'f'}`);
}
