/** Column containers on pages (css-flexbox-1 §10): a page ends between items; columns side by side break in parallel. */
import { anonymousStyle } from '../box/anonymous.ts';
import { type BreakToken, ENDLESS, type Region, type Result } from '../contract.ts';
import { positionsOf } from '../flow/alignment.ts';
import { broken, complete, nothing } from '../flow/breaking.ts';
import { layoutRows } from '../flow/rows.ts';
import { boxFragment } from '../fragment.ts';
import { betweenGroups, type FlexFlow, type FlexJob, type FlexToken } from './flow.ts';
import { plannedColumnConstraints } from './plan.ts';

/** The items of the column `line`, one below the other; free room above an item is left out at the top of a page. */
export function itemsDown(job: FlexJob, line: number, token: FlexToken | undefined): FlexFlow {
  const { context, flex, plan, room } = job;
  const stack = plan.stacks[line] ?? [];
  const first = token?.rows.row;
  const topOf = (row: number): number => (row === first ? stack[row]!.margin : stack[row]!.above);
  return {
    offset: 0,
    rows: {
      from: 0,
      to: stack.length,
      gap: plan.mainGap,
      heights: stack.map(({ height, below }, row) => topOf(row) + height + below),
      startsAt: (row) => [stack[row]!.item],
      rowsOf: (item) => ({ row: plan.rowOf[item]!, span: 1 }),
      layoutItem: (item, region, inner) => {
        const constraints = plannedColumnConstraints(context, flex, item, room, plan.items[item]!);
        return context.layout(flex.items[item]!, { ...constraints, region }, inner);
      },
      around: (item) => ({ top: topOf(plan.rowOf[item]!), bottom: stack[plan.rowOf[item]!]!.below }),
      between: (row) =>
        row === 0 ? 'auto' : betweenGroups(flex, [stack[row - 1]!.item], [stack[row]!.item]),
      costInside: () => 0,
      forcedInside: (row) => flex.items[stack[row]!.item]!.forcedInside,
    },
    place: ({ item, y, height, isFirst, isLast, result }) => {
      const { cross, crossSize } = plan.items[item]!;
      const above = isFirst ? topOf(plan.rowOf[item]!) : 0;
      const rest = { width: crossSize, height: Math.max(height - above, 0), isFirst, isLast };
      return {
        x: cross + (plan.lines.length > 1 ? 0 : plan.offset),
        y: y + above,
        fragment: result?.fragment ?? boxFragment({ box: flex.items[item]!, ...rest }),
      };
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
    .map(({ items, cross }, line) => ({ line, first: items[0]!, cross, x: lefts[line]! }))
    .sort((a, b) => a.first - b.first);
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
      const { cross, x } = lines[item]!;
      const empty = { box, width: cross, height: rest, isFirst, isLast };
      return { x, y, fragment: result?.fragment ?? boxFragment(empty) };
    },
  };
}

/** One line of a column container as a flow of its own, in an anonymous fragment. */
function layoutLine(job: FlexJob, line: number, region: Region, token: FlexToken | undefined): Result {
  const { flex, plan } = job;
  const flow = itemsDown(job, line, token);
  const rows = layoutRows({ ...flow.rows, token: token?.rows, top: 0, region });
  const box = { element: flex.element, style: anonymousStyle(flex.style), anonymous: true };
  const fragment = boxFragment({
    box,
    width: plan.lines[line]!.cross,
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
