/**
 * Absolutely positioned boxes (css-position-3 §4, CSS 2.1 §10.3.7, §10.6.4), placed when a page is complete:
 * only then is the size of their containing block final.
 */
import type { Box } from '../box/box.ts';
import { ENDLESS } from '../contract.ts';
import type { Rect } from '../display.ts';
import {
  atomicAt,
  type BoxFragment,
  isAwaiting,
  type LineFragment,
  type OutOfFlow,
  type Placed,
} from '../fragment.ts';
import type { LinePiece } from '../text/lines.ts';
import type { LayoutContext } from './context.ts';
import { shrinkToFit } from './frame.ts';
import {
  type BoxEdges,
  clampHeight,
  clampWidth,
  edgesOf,
  resolveDefinite,
  specifiedHeight,
  specifiedWidth,
} from './sizes.ts';

/** The fragment with all absolutely positioned boxes inside it placed; those that nothing nearer contains refer to `area`. */
export function placePositioned(
  context: LayoutContext,
  root: BoxFragment,
  area: Rect = paddingBox(root),
): BoxFragment {
  return settle(context, root, area).fragment;
}

interface Settled<F extends BoxFragment | LineFragment> {
  readonly fragment: F;
  /** Boxes that look for a containing block further out, with their static positions. */
  readonly waiting: readonly OutOfFlow[];
}

function settle(context: LayoutContext, fragment: BoxFragment, rootArea?: Rect): Settled<BoxFragment> {
  if (!fragment.awaitsPositions) return { fragment, waiting: [] };
  const waiting: OutOfFlow[] = [...fragment.outOfFlow];
  const children = fragment.children.map((child): Placed => {
    if (!isAwaiting(child.fragment)) return child;
    const inner =
      child.fragment.kind === 'line' ? settleLine(context, child.fragment) : settle(context, child.fragment);
    waiting.push(...inner.waiting.map((entry) => moved(entry, child.x, child.y)));
    return { ...child, fragment: inner.fragment };
  });
  const isPositioned = fragment.box.style.position !== 'static' && !fragment.box.anonymous;
  const area = rootArea ?? (isPositioned ? paddingBox(fragment) : undefined);
  const settled = { ...fragment, children, outOfFlow: [], awaitsPositions: false };
  if (!area) return { fragment: settled, waiting };
  const ordered = [...waiting].sort((a, b) => a.box.element.id - b.box.element.id);
  return {
    fragment: { ...settled, positioned: ordered.map((entry) => placeAbsolute(context, entry, area)) },
    waiting: [],
  };
}

/** The same for the inline blocks on a line. */
function settleLine(context: LayoutContext, fragment: LineFragment): Settled<LineFragment> {
  const waiting: OutOfFlow[] = [];
  const pieces = fragment.line.pieces.map((piece): LinePiece => {
    if (piece.kind !== 'atomic') return piece;
    const placed = atomicAt(piece);
    if (placed.fragment.kind === 'line') return piece;
    const inner = settle(context, placed.fragment);
    waiting.push(...inner.waiting.map((entry) => moved(entry, piece.x + placed.x, piece.y + placed.y)));
    return { ...piece, item: { ...piece.item, payload: { ...placed, fragment: inner.fragment } } };
  });
  return { fragment: { ...fragment, line: { ...fragment.line, pieces } }, waiting };
}

function moved(entry: OutOfFlow, x: number, y: number): OutOfFlow {
  return { ...entry, x: entry.x + x, y: entry.y + y };
}

function paddingBox({ box: { style }, width, height }: BoxFragment): Rect {
  return {
    x: style.borderLeftWidth,
    y: style.borderTopWidth,
    width: Math.max(width - style.borderLeftWidth - style.borderRightWidth, 0),
    height: Math.max(height - style.borderTopWidth - style.borderBottomWidth, 0),
  };
}

function placeAbsolute(context: LayoutContext, entry: OutOfFlow, area: Rect): Placed {
  const { box, x } = entry;
  const edges = edgesOf(box.style, area.width);
  const width = usedWidth(context, box, edges, area, x - area.x);
  const height = usedHeight(box, edges, area);
  const { fragment } = context.layout(box, {
    width: area.width,
    height: area.height,
    region: ENDLESS,
    ...(width === undefined ? {} : { borderWidth: width }),
    ...(height === undefined ? {} : { borderHeight: height }),
  });
  const at = staticPosition(entry, fragment, edges);
  return {
    x: horizontalPosition(box, edges, area, fragment.width, at.x),
    y: verticalPosition(box, edges, area, fragment.height, at.y),
    fragment: placePositioned(context, fragment),
  };
}

/** Where the margin box would have been in the flow (css-position-3 §3.5.1, css-flexbox-1 §4.1, css-grid-2 §9.2). */
function staticPosition(
  { x, y, within }: OutOfFlow,
  { width, height }: BoxFragment,
  { margin }: BoxEdges,
): { readonly x: number; readonly y: number } {
  if (!within) return { x, y };
  return {
    x: x + within.shareX * (within.width - width - margin.left - margin.right),
    y: y + within.shareY * (within.height - height - margin.top - margin.bottom),
  };
}

/** Border-box width; undefined leaves it to the layout of the box (replaced content, tables). */
function usedWidth(
  context: LayoutContext,
  box: Box,
  edges: BoxEdges,
  area: Rect,
  staticX: number,
): number | undefined {
  if (box.kind === 'replaced' || box.kind === 'lines' || box.kind === 'columns') return undefined;
  const { style } = box;
  const left = resolveDefinite(style.left, area.width);
  const right = resolveDefinite(style.right, area.width);
  const margins = edges.margin.left + edges.margin.right;
  const room = area.width - (left ?? (right === undefined ? staticX : 0)) - (right ?? 0) - margins;
  const specified = specifiedWidth(style, edges, area.width);
  if (box.kind === 'table')
    return specified === undefined && left !== undefined && right !== undefined ? undefined : specified;
  const isStretched = left !== undefined && right !== undefined;
  return clampWidth(
    specified ?? (isStretched ? room : shrinkToFit(context, box, Math.max(room, 0))),
    style,
    edges,
    area.width,
  );
}

/** Border-box height when it is given, or when `top` and `bottom` leave no choice. */
function usedHeight(box: Box, edges: BoxEdges, area: Rect): number | undefined {
  const { style } = box;
  const specified = specifiedHeight(style, edges, area.height);
  if (specified !== undefined || box.kind === 'replaced' || box.kind === 'table') return specified;
  const top = resolveDefinite(style.top, area.height);
  const bottom = resolveDefinite(style.bottom, area.height);
  if (top === undefined || bottom === undefined) return undefined;
  return clampHeight(
    area.height - top - bottom - edges.margin.top - edges.margin.bottom,
    style,
    edges,
    area.height,
  );
}

function horizontalPosition(
  { style }: Box,
  { margin }: BoxEdges,
  area: Rect,
  width: number,
  staticX: number,
): number {
  const left = resolveDefinite(style.left, area.width);
  const right = resolveDefinite(style.right, area.width);
  if (left === undefined)
    return right === undefined ? staticX + margin.left : area.x + area.width - right - margin.right - width;
  const free = right === undefined ? 0 : area.width - left - right - width - margin.left - margin.right;
  return (
    area.x + left + margin.left + autoShare(free, style.marginLeft === 'auto', style.marginRight === 'auto')
  );
}

function verticalPosition(
  { style }: Box,
  { margin }: BoxEdges,
  area: Rect,
  height: number,
  staticY: number,
): number {
  const top = resolveDefinite(style.top, area.height);
  const bottom = resolveDefinite(style.bottom, area.height);
  if (top === undefined)
    return bottom === undefined
      ? staticY + margin.top
      : area.y + area.height - bottom - margin.bottom - height;
  const free = bottom === undefined ? 0 : area.height - top - bottom - height - margin.top - margin.bottom;
  return (
    area.y + top + margin.top + autoShare(free, style.marginTop === 'auto', style.marginBottom === 'auto')
  );
}

/** What an automatic margin at the start gets of the free room. */
function autoShare(free: number, isStartAuto: boolean, isEndAuto: boolean): number {
  if (!isStartAuto || free <= 0) return 0;
  return isEndAuto ? free / 2 : free;
}
