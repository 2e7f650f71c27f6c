/** How a drawing meets its box (SVG 2 §8.5, preserveAspectRatio). */
import type { Drawing, Matrix } from './shapes.ts';

/**
 * The matrix from drawing units to the coordinates of `box`. `fit` decides as preserveAspectRatio does;
 * without one the drawing is scaled evenly until it just fits, and centred (`xMidYMid meet`).
 */
export function fitMatrix(
  drawing: Drawing,
  box: { x: number; y: number; width: number; height: number },
): Matrix {
  const { viewBox } = drawing;
  const { alignX, alignY, mode } = drawing.fit ?? { alignX: 0.5, alignY: 0.5, mode: 'meet' };
  let scaleX = box.width / viewBox.width;
  let scaleY = box.height / viewBox.height;
  if (mode !== 'none') {
    scaleX = mode === 'meet' ? Math.min(scaleX, scaleY) : Math.max(scaleX, scaleY);
    scaleY = scaleX;
  }
  const spareX = box.width - viewBox.width * scaleX;
  const spareY = box.height - viewBox.height * scaleY;
  return [
    scaleX,
    0,
    0,
    scaleY,
    box.x + spareX * alignX - viewBox.x * scaleX,
    box.y + spareY * alignY - viewBox.y * scaleY,
  ];
}
