/** Intrinsic widths of boxes (css-sizing-3 §4), computed once per box: nested tables and grids stay linear. */
import type { Box } from '../box/box.ts';
import { columnsIntrinsic } from '../columns/widths.ts';
import { flexIntrinsic } from '../flex/intrinsic.ts';
import { flowIntrinsic, withAnchoredFloats } from '../float/intrinsic.ts';
import { gridIntrinsic } from '../grid/plan.ts';
import { tableIntrinsic } from '../table/shape.ts';
import type { Intrinsic, LayoutContext } from './context.ts';
import { NARROWEST, paragraphOf, WIDEST } from './paragraphs.ts';
import { replacedIntrinsic } from './replaced.ts';
import { acrossOf, clampWidth, edgesOf, specifiedHeight, specifiedWidth, widthByRatio } from './sizes.ts';

/** Smallest and largest useful border-box width. */
export function intrinsicOf(context: LayoutContext, box: Box): Intrinsic {
  const known = context.caches.intrinsic.get(box);
  if (known) return known;
  const found = compute(context, box);
  context.caches.intrinsic.set(box, found);
  return found;
}

/** The intrinsic widths of the margin box, as a container sees them. */
export function outerIntrinsic(context: LayoutContext, box: Box): Intrinsic {
  const { min, max } = context.intrinsic(box);
  const { margin } = edgesOf(box.style, 0);
  const around = margin.left + margin.right;
  return { min: Math.max(min + around, 0), max: Math.max(max + around, 0) };
}

function compute(context: LayoutContext, box: Box): Intrinsic {
  if (box.kind === 'lines') return linesIntrinsic(context, box);
  if (box.kind === 'replaced') return replacedIntrinsic(box);
  const edges = edgesOf(box.style, 0);
  const inset = acrossOf(edges.inset);
  const height = specifiedHeight(box.style, edges, undefined);
  const specified =
    specifiedWidth(box.style, edges, undefined) ??
    (height === undefined ? undefined : widthByRatio(box.style, edges, height));
  if (specified !== undefined && box.kind !== 'table') {
    const width = clampWidth(specified, box.style, edges, undefined);
    return { min: width, max: width };
  }
  const content = contentIntrinsic(context, box);
  const { style } = box;
  if (box.kind === 'table') {
    const max = Math.max(clampWidth(specified ?? content.max, style, edges, undefined), content.min);
    const least = clampWidth(0, style, edges, undefined);
    return { min: specified === undefined ? Math.max(content.min, least) : max, max };
  }
  return {
    min: clampWidth(content.min + inset, style, edges, undefined),
    max: clampWidth(content.max + inset, style, edges, undefined),
  };
}

function contentIntrinsic(
  context: LayoutContext,
  box: Exclude<Box, { kind: 'lines' | 'replaced' }>,
): Intrinsic {
  switch (box.kind) {
    case 'table':
      return tableIntrinsic(context, box);
    case 'flex':
      return flexIntrinsic(context, box);
    case 'grid':
      return gridIntrinsic(context, box);
    case 'columns':
      return columnsIntrinsic(context, box);
    case 'block':
      return flowIntrinsic(box.children, (child) => outerIntrinsic(context, child));
  }
}

function linesIntrinsic(context: LayoutContext, box: Extract<Box, { kind: 'lines' }>): Intrinsic {
  if (box.phantom) return { min: 0, max: 0 };
  const text = {
    min: paragraphOf(context, box, NARROWEST).minContent,
    max: paragraphOf(context, box, WIDEST).maxContent,
  };
  return withAnchoredFloats(box, text, (float) => outerIntrinsic(context, float));
}
