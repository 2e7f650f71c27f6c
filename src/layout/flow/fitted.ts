/** Boxes whose width the content decides (CSS 2.1 §10.3.5, §10.3.9): floats and atomic inlines. */
import type { Box } from '../box/box.ts';
import { type BreakToken, type Constraints, ENDLESS, type Region, type Result } from '../contract.ts';
import type { LayoutContext } from './context.ts';
import { shrinkToFit } from './frame.ts';
import { clampWidth, edgesOf } from './sizes.ts';

export type Sizing = Pick<Constraints, 'width' | 'height' | 'borderWidth'>;

/** The constraints of a box in a containing block: shrunk to fit when its width is automatic. */
export function sizingOf(context: LayoutContext, box: Box, available: number, height?: number): Sizing {
  const edges = edgesOf(box.style, available);
  const room = Math.max(available - edges.margin.left - edges.margin.right, 0);
  const isFitted = box.kind !== 'replaced' && box.kind !== 'table' && box.style.width === 'auto';
  const width = Number.isFinite(available) ? atLeast(context, box, available) : context.intrinsic(box).max;
  return {
    width,
    ...(height === undefined ? {} : { height }),
    ...(isFitted
      ? { borderWidth: clampWidth(shrinkToFit(context, box, room), box.style, edges, width) }
      : {}),
  };
}

/** No table is set narrower than its words: where there is no room, as when it is measured, it sticks out as a whole. */
function atLeast(context: LayoutContext, box: Box, available: number): number {
  if (box.kind !== 'table' || available > 0) return available;
  const { margin } = edgesOf(box.style, 0);
  return context.intrinsic(box).min + margin.left + margin.right;
}

/** Lays a box out at that size. */
export function layoutFitted(
  context: LayoutContext,
  box: Box,
  sizing: Sizing,
  token?: BreakToken,
  region: Region = ENDLESS,
): Result {
  return context.layout(box, { ...sizing, region }, token);
}
