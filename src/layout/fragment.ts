/** Fragments: boxes, or the parts of boxes that are on one page. Immutable, positioned by their parents. */
import type { Origin } from '../diagnostics/span.ts';
import type { ComputedStyle } from '../markup/style.ts';
import type { StyledElement } from '../markup/tree.ts';
import { type Box, isFloated, type LinesBox, type ReplacedContent } from './box/box.ts';
import type { BorderEdge, Rect } from './display.ts';
import type { LineBox, LinePiece } from './text/lines.ts';

/** A fragment and where its border box is in the border box of its parent, in px. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly fragment: Fragment;
}

export type Fragment = BoxFragment | LineFragment;

/** What a fragment needs of its box: boxes, table rows and row groups have it. */
export interface FragmentBox {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  /** Made by layout: has no background, border, anchor or link of its own. */
  readonly anonymous: boolean;
  /** Elements without a box that begin where this one does: running elements. */
  readonly marks?: readonly StyledElement[];
}

/** Width and height are those of the border box. */
export interface BoxFragment {
  readonly kind: 'box';
  readonly box: FragmentBox;
  readonly width: number;
  readonly height: number;
  /** The first and the last fragment of the box: only they have its top and its bottom edge. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly children: readonly Placed[];
  /** Absolutely positioned boxes that this fragment contains; filled in after pagination. */
  readonly positioned: readonly Placed[];
  /** Absolutely positioned children where they would have been in the flow. */
  readonly outOfFlow: readonly OutOfFlow[];
  /** True when this fragment or one inside it has `outOfFlow` entries. */
  readonly awaitsPositions: boolean;
  /** What percentages in the offsets of relatively positioned children refer to; no `height` when it is not definite. */
  readonly base?: { readonly width: number; readonly height?: number };
  /** What percentages of its padding refer to, where it has such. */
  readonly around?: number;
  readonly replaced?: { readonly content: ReplacedContent; readonly rect: Rect };
  /** Collapsed borders of a table, painted over its cells. */
  readonly rules?: readonly CollapsedRule[];
  /** A repetition of a table header or footer. */
  readonly repeated?: boolean;
  /** Elements without a box of their own that are here: empty inline elements. */
  readonly marks?: readonly StyledElement[];
  /** Taller than an empty page: reported when its page is painted. */
  readonly spilled?: boolean;
  /** Wider than its containing block by this much, px: reported when its page is painted. */
  readonly tooWide?: number;
  /** What keeps a box that is too wide from becoming narrower. */
  readonly widest?: { readonly text: string; readonly origin: Origin };
  /** Decoration that is painted by other boxes, or not at all. */
  readonly undecorated?: 'border' | 'all';
  /** Backgrounds of boxes around this one that show in it only, lowest first; areas from its border box. */
  readonly layers?: readonly { readonly style: ComputedStyle; readonly rect: Rect }[];
  /** The property whose percentage of the height around has nothing to refer to. */
  readonly baseless?: string;
  /** The height is fixed and the content is taller by this much, px. */
  readonly tooFull?: number;
}

export interface LineFragment {
  readonly kind: 'line';
  readonly box: LinesBox;
  readonly line: LineBox;
  readonly width: number;
  readonly height: number;
  readonly spilled: boolean;
}

export interface OutOfFlow {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  /** In flex containers and grids: the rectangle that begins at x, y, and which part of its free room is before the box. */
  readonly within?: {
    readonly width: number;
    readonly height: number;
    readonly shareX: number;
    readonly shareY: number;
  };
}

/** One stretch of a collapsed border, as a filled rectangle with a border style along its longer side. */
export interface CollapsedRule {
  readonly rect: Rect;
  readonly edge: BorderEdge;
  readonly along: 'x' | 'y';
}

type Optional = 'children' | 'positioned' | 'outOfFlow' | 'awaitsPositions';

/** A box fragment, with what is mostly empty filled in. */
export function boxFragment(
  given: Omit<BoxFragment, 'kind' | Optional> & Partial<Pick<BoxFragment, Optional>>,
): BoxFragment {
  const children = given.children ?? [];
  const outOfFlow = given.outOfFlow ?? [];
  const awaitsPositions = outOfFlow.length > 0 || children.some(({ fragment }) => isAwaiting(fragment));
  return { positioned: [], ...given, kind: 'box', children, outOfFlow, awaitsPositions };
}

/** True when the fragment, or one inside it, has `outOfFlow` entries: also in an inline block on a line. */
export function isAwaiting(fragment: Fragment): boolean {
  if (fragment.kind === 'box') return fragment.awaitsPositions;
  const { box, line } = fragment;
  return (
    box.hasBoxes &&
    line.pieces.some((piece) => piece.kind === 'atomic' && isAwaiting(atomicAt(piece).fragment))
  );
}

/** The fragment of an atomic inline, placed in its margin box. */
export function atomicAt({ item }: Extract<LinePiece, { readonly kind: 'atomic' }>): Placed {
  return item.payload as Placed;
}

/** True for a float or a part of one: it stands outside the lines and baselines of what it is placed in. */
export function isFloatFragment(fragment: Fragment): boolean {
  return fragment.kind === 'box' && !fragment.box.anonymous && isFloated(fragment.box.style);
}

/** Distance from the top of a fragment to the baseline of its first line, in px. */
export function firstBaseline(fragment: Fragment): number | undefined {
  if (fragment.kind === 'line') return fragment.line.baseline;
  for (const child of fragment.children) {
    if (isFloatFragment(child.fragment)) continue;
    const inner = firstBaseline(child.fragment);
    if (inner !== undefined) return child.y + inner;
  }
  return undefined;
}

/** Distance from the top of a fragment to the baseline of its last line, in px. */
export function lastBaseline(fragment: Fragment): number | undefined {
  if (fragment.kind === 'line') return fragment.line.baseline;
  for (let i = fragment.children.length - 1; i >= 0; i -= 1) {
    const child = fragment.children[i]!;
    if (isFloatFragment(child.fragment)) continue;
    const inner = lastBaseline(child.fragment);
    if (inner !== undefined) return child.y + inner;
  }
  return undefined;
}
