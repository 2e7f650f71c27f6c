/** What the ways of breaking a flex container have in common. */
import type { Between, FlexBox } from '../box/box.ts';
import { joinBreaks } from '../box/breaks.ts';
import type { BreakToken } from '../contract.ts';
import type { LayoutContext } from '../flow/context.ts';
import type { PlacedItem, RowsJob } from '../flow/rows.ts';
import type { Placed } from '../fragment.ts';
import type { FlexRoom } from './items.ts';
import type { FlexPlan } from './plan.ts';

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

/** The joined break values of the items that meet where one group ends and the next begins. */
export function betweenGroups(flex: FlexBox, before: readonly number[], after: readonly number[]): Between {
  const joined = (items: readonly number[], side: 'breakBefore' | 'breakAfter'): Between =>
    items.reduce<Between>((value, i) => joinBreaks(value, flex.items[i]![side]), 'auto');
  return joinBreaks(joined(before, 'breakAfter'), joined(after, 'breakBefore'));
}
