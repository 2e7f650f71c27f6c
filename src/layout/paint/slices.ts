/**
 * Boxes that the ends of pages, columns and lines cut into slices: images of their backgrounds are placed as if the
 * box were in one piece (css-break-3 §5.4).
 */
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';

import { atomicAt, type BoxFragment, type Fragment, type FragmentBox } from '../fragment.ts';
import type { LinePiece } from '../text/lines.ts';
import { isPlain } from './backgrounds.ts';

type InlinePart = Extract<LinePiece, { readonly kind: 'box' }>;
type Part = BoxFragment | InlinePart;

/** How much of the box comes before a slice, and the length of all slices; px, down for blocks and across for inline boxes. */
export interface Slice {
  readonly before: number;
  readonly whole: number;
}

/** The slice that a part of a box is; undefined for whole boxes, and where it makes no difference. */
export type SliceOf = (part: Part) => Slice | undefined;

/** A box while its slices are met, in the order of the document. */
interface Draft {
  readonly parts: { readonly part: Part; readonly before: number }[];
  whole: number;
}

/** Looks through all that is on the pages, in their order. */
export function findSlices(roots: readonly Fragment[]): SliceOf {
  const drafts: Draft[] = [];
  const open = new Map<FragmentBox | StyledElement, Draft>();
  const meet = (key: FragmentBox | StyledElement, part: Part, length: number): void => {
    const known = part.isFirst ? undefined : open.get(key);
    const draft = known ?? { parts: [], whole: 0 };
    if (!known) drafts.push(draft);
    open.set(key, draft);
    draft.parts.push({ part, before: draft.whole });
    draft.whole += length;
  };
  for (const root of roots) walk(root, meet);
  const slices = new Map<Part, Slice>();
  for (const { parts, whole } of drafts)
    for (const { part, before } of parts) slices.set(part, { before, whole });
  return (part) => slices.get(part);
}

type Meet = (key: FragmentBox | StyledElement, part: Part, length: number) => void;

function walk(fragment: Fragment, meet: Meet): void {
  if (fragment.kind === 'line') {
    for (const piece of fragment.line.pieces) {
      if (piece.kind === 'atomic') walk(atomicAt(piece).fragment, meet);
      else if (piece.kind === 'box' && isCut(piece, piece.element.style))
        meet(piece.element, piece, piece.width);
    }
    return;
  }
  if (isCut(fragment, fragment.box.style)) meet(fragment.box, fragment, fragment.height);
  for (const child of fragment.children) walk(child.fragment, meet);
  for (const child of fragment.positioned) walk(child.fragment, meet);
}

function isCut({ isFirst, isLast }: Part, style: ComputedStyle): boolean {
  return !(isFirst && isLast) && style.boxDecorationBreak === 'slice' && !isPlain(style);
}
