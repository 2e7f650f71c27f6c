/**
 * Intrinsic widths of content with floats (CSS 2.1 §10.3.5 leaves them open; this is what browsers do): floats in
 * a row add up, with the box that follows beside them; each alone counts for the least width.
 */
import { type Box, isFloat, isOutOfFlow, type LinesBox } from '../box/box.ts';
import type { Intrinsic } from '../flow/context.ts';

/** The widths of block-level children; `outer` gives those of a margin box. */
export function flowIntrinsic(children: readonly Box[], outer: (box: Box) => Intrinsic): Intrinsic {
  let min = 0;
  let max = 0;
  let left = 0;
  let right = 0;
  for (const child of children) {
    if (!isFloat(child) && isOutOfFlow(child)) continue;
    const own = outer(child);
    min = Math.max(min, own.min);
    const { clear, float } = child.style;
    if (clear === 'left' || clear === 'both') left = 0;
    if (clear === 'right' || clear === 'both') right = 0;
    if (isFloat(child)) {
      if (float === 'left') left += own.max;
      else right += own.max;
      max = Math.max(max, left + right);
    } else {
      max = Math.max(max, left + right + own.max);
      if (own.max > 0) [left, right] = [0, 0];
    }
  }
  return { min, max };
}

/** The widths of lines with those of the floats anchored in them. */
export function withAnchoredFloats(
  { parts, hasFloats }: LinesBox,
  text: Intrinsic,
  outer: (box: Box) => Intrinsic,
): Intrinsic {
  if (!hasFloats) return text;
  const floats = parts.flatMap((part) =>
    part.kind === 'anchor' && isFloat(part.box) ? [outer(part.box)] : [],
  );
  return {
    min: floats.reduce((least, { min }) => Math.max(least, min), text.min),
    max: floats.reduce((sum, { max }) => sum + max, text.max),
  };
}
