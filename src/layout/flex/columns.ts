/** Column containers on pages (css-flexbox-1 §10): a page ends between items; columns side by side break in parallel. */
import { anonymousStyle } from '../box/anonymous.ts';
import { type BreakToken, ENDLESS, type Region, type Result } from '../contract.ts';
import { positionsOf } from '../flow/alignment.ts';
import { broken, complete, nothing } from '../flow/breaking.ts';
import { layoutRows } from '../flow/rows.ts';
import { edgesOf } from '../flow/sizes.ts';
import { boxFragment } from '../fragment.ts';
import type { PlannedLine } from './arrange.ts';
import { betweenGroups, type FlexFlow, type FlexJob, type FlexToken } from './flow.ts';
import { marginsOf } from './items.ts';
import { plannedColumnConstraints } from './plan.ts';

/** The items of one column, one below the other. Free room between items is margin, which the top of a page swallows. */
export function itemsDown(job: FlexJob, line: PlannedLine, token: FlexToken | undefined): FlexFlow {
  const { context, flex, plan, room } = job;
  const items = [...line.items].sort((a, b) => plan.items[a]!.main - plan.items[b]!.main || a - b);
  const margins = items.map(
    (i) => marginsOf(flex.items[i]!.style, edgesOf(flex.items[i]!.style, room.width)).along,
  );
  const fixed = (margin: number | 'auto'): number => (margin === 'auto' ? 0 : margin);
  const first = token?.rows.row;
  const bounds = items.map((item, row) => {
    const { main, mainSize } = plan.items[item]!;
    const previous = items[row - 1];
    const above =
      previous === undefined
        ? 0
        : plan.items[previous]!.main +
          plan.items[previous]!.mainSize +
          fixed(margins[row - 1]!.after) +
          plan.mainGap;
    const top = row === first ? fixed(margins[row]!.before) : main - above;
    return { top, bottom: fixed(margins[row]!.after), height: mainSize };
  });
  const rowOf = new Map(items.map((item, row) => [item, row]));
  const layoutItem = (item: number, region: Region, inner?: BreakToken): Result =>
    context.layout(
      flex.items[item]!,
      { ...plannedColumnConstraints(context, flex, item, room, plan.items[item]!), region },
      inner,
    );
  return {
    offset: 0,
    rows: {
      from: 0,
      to: items.length,
      gap: plan.mainGap,
      heights: bounds.map(({ top, bottom, height }) => top + height + bottom),
      startsAt: (row) => [items[row]!],
      rowsOf: (item) => ({ row: rowOf.get(item)!, span: 1 }),
      layoutItem,
      around: (item) => bounds[rowOf.get(item)!]!,
      between: betweenGroups(
        flex,
        items.map((item) => [item]),
      ),
      costInside: () => 0,
      forcedInside: (row) => flex.items[items[row]!]!.forcedInside,
    },
    place: ({ item, y, height, isFirst, isLast, result }) => {
      const { cross, crossSize } = plan.items[item]!;
      const box = flex.items[item]!;
      const above = isFirst ? bounds[rowOf.get(item)!]!.top : 0;
      const rest = { width: crossSize, height: Math.max(height - above, 0), isFirst, isLast };
      const x = cross + (plan.lines.length > 1 ? 0 : plan.offset);
      return { x, y: y + above, fragment: result?.fragment ?? boxFragment({ box, ...rest }) };
    },
  };
}

/** The lines of a column container, side by side: parallel flows (css-break-3 §4.1) in one row. */
export function linesAcross(job: FlexJob): FlexFlow {
  const { flex, plan, room } = job;
  const lefts = positionsOf(
    plan.lines.map(({ cross }) => cross),
    plan,
  );
  // In document order, which is the order of painting; the places are those of the plan.
  const lines = plan.lines
    .map((line, n) => ({ line, x: lefts[n]! }))
    .sort((a, b) => a.line.items[0]! - b.line.items[0]!);
  const layoutItem = (item: number, region: Region, token?: BreakToken): Result =>
    layoutLine(job, lines[item]!.line, region, token?.kind === 'flex' ? token : undefined);
  const height = lines.reduce(
    (most, _, item) => Math.max(most, layoutItem(item, ENDLESS).fragment.height),
    room.height ?? 0,
  );
  return {
    offset: 0,
    rows: {
      from: 0,
      to: 1,
      gap: 0,
      heights: [height],
      startsAt: () => lines.map((_, item) => item),
      rowsOf: () => ({ row: 0, span: 1 }),
      layoutItem,
      around: () => ({ top: 0, bottom: 0 }),
      between: () => 'auto',
      costInside: () => 0,
      forcedInside: () => flex.forcedInside,
    },
    place: ({ item, y, height: rest, isFirst, isLast, result }) => {
      const box = { element: flex.element, style: anonymousStyle(flex.style), anonymous: true };
      const { line, x } = lines[item]!;
      const empty = { box, width: line.cross, height: rest, isFirst, isLast };
      return { x, y, fragment: result?.fragment ?? boxFragment(empty) };
    },
  };
}

/** One line of a column container as a flow of its own, in an anonymous fragment. */
function layoutLine(job: FlexJob, line: PlannedLine, region: Region, token: FlexToken | undefined): Result {
  const { flex } = job;
  const flow = itemsDown(job, line, token);
  const rows = layoutRows({ ...flow.rows, token: token?.rows, top: 0, region });
  const box = { element: flex.element, style: anonymousStyle(flex.style), anonymous: true };
  const fragment = boxFragment({
    box,
    width: line.cross,
    height: rows.token ? Math.max(region.remaining, rows.end) : rows.end,
    isFirst: token === undefined,
    isLast: rows.token === undefined,
    children: rows.items.map(flow.place),
  });
  if (rows.empty) return nothing(fragment);
  if (rows.token)
    return broken(fragment, { kind: 'flex', rows: rows.token, consumed: 0 }, rows.cost, rows.forced);
  return complete(fragment);
}
