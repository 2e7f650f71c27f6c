/**
 * The boxes of a multi-column container (css-multicol-1 §2, §6): rows of columns, and between them the spanners,
 * which are taken out of the blocks that they stand in, as page ends cut those blocks.
 */
import type { ComputedStyle, Length, Radius } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { anonymousStyle } from './anonymous.ts';
import type { BlockBox, Box, ColumnsBox } from './box.ts';
import { isOutOfFlow } from './box.ts';
import { outsideColumns, propagate } from './breaks.ts';

/** Whether a block container lays its content out in columns. */
export function hasColumns(style: ComputedStyle): boolean {
  return style.columnCount !== 'auto' || style.columnWidth !== 'auto';
}

export interface ColumnsOptions {
  readonly element: StyledElement;
  /** Style of the multi-column container. */
  readonly style: ComputedStyle;
  readonly page: string;
  /** How many multi-column containers this one is in. */
  readonly nesting: number;
}

/** The children of a multi-column container with this content: rows and spanners in turn. */
export function columnRows(children: readonly Box[], options: ColumnsOptions): readonly Box[] {
  const parts = partsOf(children);
  return parts.flatMap((part, i) => {
    if (part.kind === 'spanner') return [part.box];
    if (part.boxes.length === 0) return [];
    return [rowOf(part.boxes, options, i < parts.length - 1)];
  });
}

function rowOf(children: readonly Box[], options: ColumnsOptions, beforeSpanner: boolean): ColumnsBox {
  const { element, style: outer, page, nesting } = options;
  const plain = anonymousStyle(outer);
  const flow: BlockBox = {
    kind: 'block',
    element,
    style: plain,
    anonymous: true,
    independent: true,
    children,
    ...propagate(plain, page, children),
  };
  const { columnCount, columnWidth, columnFill, columnRuleWidth, columnRuleStyle, columnRuleColor } = outer;
  const fill = beforeSpanner && columnFill === 'auto' ? 'balance' : columnFill;
  const shown = outsideColumns(propagate(plain, page, [flow]));
  return {
    kind: 'columns',
    element,
    style: {
      ...plain,
      columnCount,
      columnWidth,
      columnFill: fill,
      columnRuleWidth,
      columnRuleStyle,
      columnRuleColor,
    },
    anonymous: true,
    flow,
    nesting,
    ...shown,
    forcedInside: shown.forcedInside || fill === 'auto',
  };
}

/** A stretch of content for columns, or a box that spans them. */
type Part =
  | { readonly kind: 'flow'; readonly boxes: readonly Box[] }
  | { readonly kind: 'spanner'; readonly box: Box };

/** Children cut at the spanners among them and inside them: begins and ends with a stretch, which may be empty. */
function partsOf(children: readonly Box[]): readonly Part[] {
  const parts: Part[] = [];
  let boxes: Box[] = [];
  const endStretch = (): void => {
    parts.push({ kind: 'flow', boxes });
    boxes = [];
  };
  for (const child of children) {
    if (isSpanner(child)) {
      endStretch();
      parts.push({ kind: 'spanner', box: child.kind === 'block' ? { ...child, independent: true } : child });
      continue;
    }
    const inner = isOpen(child) ? partsOf(child.children) : [];
    if (!isOpen(child) || inner.length === 1) boxes.push(child);
    else {
      inner.forEach((part, i) => {
        const [isFirst, isLast] = [i === 0, i === inner.length - 1];
        if (part.kind === 'flow') {
          if (isFirst || isLast || part.boxes.length > 0)
            boxes.push(slice(child, part.boxes, isFirst, isLast));
        } else {
          endStretch();
          parts.push(part);
        }
      });
    }
  }
  endStretch();
  return parts;
}

/** css-multicol-1 §6.1: `column-span` applies to block-level boxes in the flow of the container. */
function isSpanner(box: Box): boolean {
  const { style, anonymous } = box;
  return !anonymous && style.columnSpan === 'all' && !isOutOfFlow(box) && style.float === 'none';
}

/** Whether spanners inside a block belong to the columns around it: not behind a formatting context. */
function isOpen(box: Box): box is BlockBox {
  return box.kind === 'block' && !box.independent && !isOutOfFlow(box);
}

const none: Length = { px: 0, percent: 0 };

/** The part of a block between two spanners, or before the first or after the last one, with the edges it has there. */
function slice(box: BlockBox, children: readonly Box[], isFirst: boolean, isLast: boolean): BlockBox {
  const { marker, ...unmarked } = box;
  const isClone = box.style.boxDecorationBreak === 'clone';
  const style: ComputedStyle = {
    ...box.style,
    height: 'auto',
    minHeight: 'auto',
    ...(isFirst ? {} : { marginTop: none, breakBefore: 'auto' as const }),
    ...(isLast ? {} : { marginBottom: none, breakAfter: 'auto' as const }),
    ...(isFirst || isClone ? {} : noTop),
    ...(isLast || isClone ? {} : noBottom),
  };
  return {
    ...unmarked,
    style,
    children,
    ...propagate(style, box.page, children),
    ...(marker && isFirst ? { marker } : {}),
  };
}

const sharp: Radius = { horizontal: none, vertical: none };

const noTop: Partial<ComputedStyle> = {
  paddingTop: none,
  borderTopWidth: 0,
  borderTopLeftRadius: sharp,
  borderTopRightRadius: sharp,
};
const noBottom: Partial<ComputedStyle> = {
  paddingBottom: none,
  borderBottomWidth: 0,
  borderBottomLeftRadius: sharp,
  borderBottomRightRadius: sharp,
};
