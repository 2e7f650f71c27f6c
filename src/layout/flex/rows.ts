/** Row containers on pages (css-flexbox-1 §10): a page ends between lines, or inside one that is taller than a page. */
import { type BreakToken, type Constraints, ENDLESS, type Result } from '../contract.ts';
import type { PlacedItem } from '../flow/rows.ts';
import { edgesOf } from '../flow/sizes.ts';
import { dependsOnHeight } from '../flow/stretch.ts';
import { type BoxFragment, boxFragment, type Placed } from '../fragment.ts';
import type { PlannedItem } from './arrange.ts';
import { betweenGroups, type FlexFlow, type FlexJob } from './flow.ts';
import { isStretched } from './items.ts';
import { rowConstraints } from './plan.ts';

/** The lines of a row container, one below the other. */
export function linesDown(job: FlexJob): FlexFlow {
  const { flex, plan } = job;
  return {
    offset: plan.offset,
    rows: {
      from: 0,
      to: plan.lines.length,
      gap: plan.gap,
      heights: plan.lines.map(({ cross }) => cross),
      startsAt: (line) => plan.lines[line]!.items,
      rowsOf: (item) => ({ row: plan.rowOf[item]!, span: 1 }),
      layoutItem: (item, region, token) => layoutInRow(job, item, { region }, token),
      around: (item) => around(job, item),
      between: (line) =>
        line === 0 ? 'auto' : betweenGroups(flex, plan.lines[line - 1]!.items, plan.lines[line]!.items),
      costInside: () => 0,
      forcedInside: (line) => plan.lines[line]!.items.some((i) => flex.items[i]!.forcedInside),
    },
    place: (placed) => placeInRow(job, placed),
  };
}

/** Fixed margins above and below, and what moves the item to its baseline. */
function around(
  { flex, plan, room }: FlexJob,
  item: number,
): { readonly top: number; readonly bottom: number } {
  const { margin } = edgesOf(flex.items[item]!.style, room.width);
  return { top: margin.top + plan.items[item]!.shim, bottom: margin.bottom };
}

function layoutInRow(
  { context, flex, plan, room }: FlexJob,
  item: number,
  given: Pick<Constraints, 'region' | 'borderHeight'>,
  token?: BreakToken,
): Result {
  const constraints = { ...rowConstraints(room, plan.items[item]!.mainSize), ...given };
  return context.layout(flex.items[item]!, constraints, token);
}

/** An item on its line: where the plan has it, or at the top of what the page has of a line that is cut. */
function placeInRow(job: FlexJob, placed: PlacedItem): Placed {
  const { plan } = job;
  const { item, isFirst, isLast, y, height } = placed;
  const planned = plan.items[item]!;
  const { top, bottom } = around(job, item);
  if (isFirst && isLast)
    return { x: planned.main, y: y + planned.cross, fragment: wholeInRow(job, placed, planned) };
  const above = isFirst ? top : 0;
  const room = Math.max(height - above - (isLast ? bottom : 0), 0);
  return { x: planned.main, y: y + above, fragment: partInRow(job, placed, room) };
}

function wholeInRow(
  job: FlexJob,
  { item, result }: PlacedItem,
  { crossSize, mainSize }: PlannedItem,
): BoxFragment {
  const { flex } = job;
  const box = flex.items[item]!;
  if (!result) return boxFragment({ box, width: mainSize, height: crossSize, isFirst: true, isLast: true });
  const { fragment } = result;
  if (!isStretched(flex, box)) return fragment;
  if (Math.abs(fragment.height - crossSize) > 0.01 && dependsOnHeight(box))
    return layoutInRow(job, item, { region: ENDLESS, borderHeight: crossSize }).fragment;
  const lacks = fragment.height - crossSize;
  return { ...fragment, height: crossSize, ...(lacks > 1 ? { tooFull: lacks } : {}) };
}

/** A part of an item; it fills the page when the item is stretched. */
function partInRow({ flex, plan }: FlexJob, placed: PlacedItem, room: number): BoxFragment {
  const { item, result, isFirst, isLast } = placed;
  const box = flex.items[item]!;
  if (!result) return boxFragment({ box, width: plan.items[item]!.mainSize, height: room, isFirst, isLast });
  const { fragment } = result;
  if (!isStretched(flex, box) || box.kind === 'replaced') return { ...fragment, isFirst, isLast };
  return { ...fragment, height: Math.max(room, isLast ? 0 : fragment.height), isFirst, isLast };
}
