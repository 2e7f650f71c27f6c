/** Intrinsic widths of flex containers (css-flexbox-1 §9.9.1, as browsers do it: items count as they are, not as they flex). */
import type { FlexBox } from '../box/box.ts';
import { gapOf } from '../flow/alignment.ts';
import type { Intrinsic, LayoutContext } from '../flow/context.ts';
import { outerIntrinsic } from '../flow/intrinsic.ts';
import { alongOf, edgesOf, specifiedHeight } from '../flow/sizes.ts';
import { isMultiLine, isRow, mainHeights } from './items.ts';
import { linesOf } from './plan.ts';

/** Smallest and largest useful width of the content box. */
export function flexIntrinsic(context: LayoutContext, flex: FlexBox): Intrinsic {
  const items = flex.items.map((item) => outerIntrinsic(context, item));
  const gap = gapOf(flex.style.columnGap, 0);
  const gaps = gap * Math.max(items.length - 1, 0);
  const widest = (key: keyof Intrinsic, of: readonly Intrinsic[]): number =>
    of.reduce((most, item) => Math.max(most, item[key]), 0);
  const sum = (key: keyof Intrinsic): number => items.reduce((total, item) => total + item[key], gaps);
  if (isRow(flex)) return { min: isMultiLine(flex) ? widest('min', items) : sum('min'), max: sum('max') };
  const columns = columnsOf(context, flex);
  const max = columns.reduce(
    (total, column) =>
      total +
      widest(
        'max',
        column.map((i) => items[i]!),
      ),
    0,
  );
  return { min: widest('min', items), max: max + gap * Math.max(columns.length - 1, 0) };
}

/** The items of each column: one, unless they wrap at a height that is known. */
function columnsOf(context: LayoutContext, flex: FlexBox): readonly (readonly number[])[] {
  const edges = edgesOf(flex.style, 0);
  const height = specifiedHeight(flex.style, edges, undefined);
  if (!isMultiLine(flex) || height === undefined) return [flex.items.map((_, i) => i)];
  const room = {
    width: Infinity,
    height: Math.max(height - alongOf(edges.inset), 0),
    least: 0,
    most: Infinity,
  };
  return linesOf(context, flex, room, mainHeights(context, flex, room));
}
