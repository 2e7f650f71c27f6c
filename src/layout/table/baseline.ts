/** Cells that stand on the baseline of their row (CSS 2.1 §17.5.3). */
import type { ComputedStyle } from '../../markup/style.ts';
import { edgesOf } from '../flow/sizes.ts';
import { type BoxFragment, firstBaseline } from '../fragment.ts';

/** Everything but top, middle and bottom aligns cells on the baseline. */
export function isBaseline({ verticalAlign }: ComputedStyle): boolean {
  return verticalAlign !== 'top' && verticalAlign !== 'middle' && verticalAlign !== 'bottom';
}

/** Distance in px from the top of a cell to its baseline: that of its first line, else the end of its content. */
export function baselineOf(fragment: BoxFragment): number {
  const { box, width, height } = fragment;
  return firstBaseline(fragment) ?? height - edgesOf(box.style, width).inset.bottom;
}
