/** Tables (css-tables-3 §3, CSS 2.1 §17): the wrapper with captions around the rows that this page has. */
import type { TableBox } from '../box/box.ts';
import type { BreakToken, Constraints, Result } from '../contract.ts';
import { broken, complete, costInside, fits, nothing } from '../flow/breaking.ts';
import type { LayoutContext } from '../flow/context.ts';
import type { RowsResult } from '../flow/rows.ts';
import {
  alongOf,
  type BoxEdges,
  clampHeight,
  clampWidth,
  edgesOf,
  specifiedHeight,
  specifiedWidth,
} from '../flow/sizes.ts';
import { type BoxFragment, boxFragment, type Placed } from '../fragment.ts';
import { type Captions, layoutCaptions } from './captions.ts';
import { layoutPart, type PartJob } from './part.ts';
import { tablePlan } from './plan.ts';
import { tableIntrinsic, tableShape } from './shape.ts';
import { widestWord } from './too-wide.ts';

type TableToken = Extract<BreakToken, { readonly kind: 'table' }>;

/** Lays out a table. Captions above stay with the first rows, captions below with the last ones. */
export function layoutTable(
  context: LayoutContext,
  table: TableBox,
  constraints: Constraints,
  token?: TableToken,
): Result {
  const { region } = constraints;
  const edges = { ...edgesOf(table.style, constraints.width), inset: tableShape(context, table).insets };
  const width = usedWidth(context, table, constraints, edges);
  const top = layoutCaptions(context, table, width, 'top', region.full);
  const bottom = layoutCaptions(context, table, width, 'bottom', region.full);
  const height = askedHeight(table, constraints, edges, top.height + bottom.height);
  const plan = tablePlan(context, table, width, height);
  const above = token ? 0 : top.height;
  const job: PartJob = { context, table, plan, token: token?.rows, stopAt: constraints.stopAt };
  const roomWith = (below: number) => ({ ...region, remaining: region.remaining - above - below });
  let part = layoutPart({ ...job, region: roomWith(0) });
  const isCut = !part.rows.token && !part.rows.empty && bottom.height > 0;
  if (isCut && !fits(above + part.fragment.height + bottom.height, region))
    part = layoutPart({ ...job, region: roomWith(bottom.height) });
  const fragment = wrapped(
    table,
    part.fragment,
    token ? undefined : top,
    part.rows.token ? undefined : bottom,
  );
  return resultOf(table, part.rows, withWarnings(context, table, fragment, constraints), constraints);
}

function resultOf(
  { style }: TableBox,
  { empty, token, cost, forced, early }: RowsResult,
  fragment: BoxFragment,
  { region }: Constraints,
): Result {
  const extra = costInside(style, region);
  if (empty) return nothing(fragment);
  if (token) return broken(fragment, { kind: 'table', rows: token }, cost + extra, forced);
  return complete(fragment, early && { ...early, cost: early.cost + extra });
}

/** The table wrapper box of CSS 2.1 §17.4, where there are captions: it has no decoration of its own. */
function wrapped(
  table: TableBox,
  grid: BoxFragment,
  top: Captions | undefined,
  bottom: Captions | undefined,
): BoxFragment {
  const outOfFlow = grid.isFirst ? table.outOfFlow.map((box) => ({ box, x: 0, y: 0 })) : [];
  if (table.captions.length === 0 && outOfFlow.length === 0) return grid;
  const above = top?.height ?? 0;
  const below = above + grid.height;
  const children: readonly Placed[] = [
    ...(top?.placed ?? []),
    { x: 0, y: above, fragment: grid },
    ...(bottom?.placed ?? []).map((caption) => ({ ...caption, y: caption.y + below })),
  ];
  return boxFragment({
    box: { element: table.element, style: table.style, anonymous: true },
    width: grid.width,
    height: below + (bottom?.height ?? 0),
    isFirst: grid.isFirst,
    isLast: grid.isLast,
    children,
    outOfFlow,
  });
}

function withWarnings(
  context: LayoutContext,
  table: TableBox,
  fragment: BoxFragment,
  { width, borderWidth = 0 }: Constraints,
): BoxFragment {
  const excess = fragment.width - Math.max(width, borderWidth);
  if (excess <= 0.5) return fragment;
  const widest = widestWord(context, table);
  return { ...fragment, tooWide: excess, ...(widest ? { widest } : {}) };
}

/** Border-box width (CSS 2.1 §17.5.2): as asked for, else as the content likes within the room there is. */
function usedWidth(
  context: LayoutContext,
  table: TableBox,
  { width: room, borderWidth }: Constraints,
  edges: BoxEdges,
): number {
  const { min, max } = tableIntrinsic(context, table);
  if (borderWidth !== undefined) return Math.max(borderWidth, min);
  const available = room - edges.margin.left - edges.margin.right;
  const specified = specifiedWidth(table.style, edges, room);
  return Math.max(clampWidth(specified ?? Math.min(max, available), table.style, edges, room), min);
}

/** The border-box height without captions that the rows shall fill at least. */
function askedHeight(
  { style }: TableBox,
  { height, borderHeight }: Constraints,
  edges: BoxEdges,
  captions: number,
): number | undefined {
  if (borderHeight !== undefined) return borderHeight - captions;
  const specified = specifiedHeight(style, edges, height);
  if (specified !== undefined || style.minHeight === 'auto') return specified;
  return clampHeight(alongOf(edges.inset), style, edges, height);
}
