/** Outside list markers (css-lists-3 §3.1): they stand left of the content, on the baseline of its first line. */
import type { BlockBox } from '../box/box.ts';
import { type Constraints, ENDLESS } from '../contract.ts';
import { firstBaseline, isFloatFragment, type Placed } from '../fragment.ts';
import type { LayoutContext } from './context.ts';
import type { Frame } from './frame.ts';

/** An empty list item is as tall as its marker. */
export function markerHeight(context: LayoutContext, { marker }: BlockBox): number {
  return marker ? context.layout(marker, markerConstraints(context, marker)).fragment.height : 0;
}

/** The children of a fragment with the marker in front of them, where the item begins here. */
export function withMarker(
  context: LayoutContext,
  box: BlockBox,
  frame: Frame,
  children: readonly Placed[],
): readonly Placed[] {
  if (!box.marker || !frame.isFirst) return children;
  const { fragment } = context.layout(box.marker, markerConstraints(context, box.marker));
  const gap = box.markerGap ?? 0;
  const own = firstBaseline(fragment) ?? 0;
  const baseline = firstBaselineOf(children);
  const y = baseline === undefined ? frame.top : baseline - own;
  return [{ x: frame.contentLeft - context.intrinsic(box.marker).max - gap, y, fragment }, ...children];
}

function firstBaselineOf(children: readonly Placed[]): number | undefined {
  for (const { y, fragment } of children) {
    const baseline = isFloatFragment(fragment) ? undefined : firstBaseline(fragment);
    if (baseline !== undefined) return y + baseline;
  }
  return undefined;
}

function markerConstraints(context: LayoutContext, marker: NonNullable<BlockBox['marker']>): Constraints {
  return { width: Math.ceil(context.intrinsic(marker).max) + 1, region: ENDLESS };
}
