/** The items of one column from the top down, and the room around each. */
import type { FlexBox } from '../box/box.ts';
import { edgesOf } from '../flow/sizes.ts';
import type { PlannedItem } from './arrange.ts';
import { type FlexRoom, isReversed, marginsOf } from './items.ts';

/** An item of a column, px. Free room that lies above it is part of `above`; `margin` is what is left of that at the top of a page. */
export interface StackedItem {
  readonly item: number;
  readonly above: number;
  readonly margin: number;
  readonly height: number;
  readonly below: number;
}

/** The items of a line of a column container in the order they lie in. */
export function stackOf(
  flex: FlexBox,
  room: FlexRoom,
  line: readonly number[],
  planned: readonly PlannedItem[],
  gap: number,
): readonly StackedItem[] {
  const order = isReversed(flex) ? [...line].reverse() : line;
  let end = 0;
  return order.map((item): StackedItem => {
    const { style } = flex.items[item]!;
    const { before, after } = marginsOf(style, edgesOf(style, room.width)).along;
    const { main, mainSize: height } = planned[item]!;
    const above = main - end;
    const below = after === 'auto' ? 0 : after;
    end = main + height + below + gap;
    return { item, above, margin: before === 'auto' ? 0 : before, height, below };
  });
}
