/** What the ways of breaking a flex container have in common. */
import type { Between, FlexBox } from '../box/box.ts';
import { joinBreaks } from '../box/breaks.ts';
import type { BreakToken } from '../contract.ts';
import type { LayoutContext } from '../flow/context.ts';
import type { PlacedItem, RowsJob } from '../flow/rows.ts';
import type { Placed } from '../fragment.ts';
import type { FlexPlan } from './arrange.ts';
import type { FlexRoom } from './items.ts';

export type FlexToken = Extract<BreakToken, { readonly kind: 'flex' }>;

/** A container with its plan. */
export interface FlexJob {
  readonly context: LayoutContext;
  readonly flex: FlexBox;
  readonly plan: FlexPlan;
  readonly room: FlexRoom;
}

/** Rows for `layoutRows`, and where what it places goes: x from the content edge, y from the border edge. */
export interface FlexFlow {
  readonly rows: Omit<RowsJob, 'top' | 'region'>;
  readonly offset: number;
  readonly place: (item: PlacedItem) => Placed;
}

/** The joined break values before each group of items but the first. */
export function betweenGroups(
  flex: FlexBox,
  groups: readonly (readonly number[])[],
): (group: number) => Between {
  const joined = (items: readonly number[], side: 'breakBefore' | 'breakAfter'): Between =>
    items.reduce<Between>((value, i) => joinBreaks(value, flex.items[i]![side]), 'auto');
  return (group) =>
    group === 0
      ? 'auto'
      : joinBreaks(joined(groups[group - 1]!, 'breakAfter'), joined(groups[group]!, 'breakBefore'));
}
