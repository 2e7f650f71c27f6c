/** The frame of one fragment of a block or grid container: widths, the edges it has here, and its height. */
import type { BlockBox, Box, FlexBox, GridBox } from '../box/box.ts';
import type { Constraints } from '../contract.ts';
import type { LayoutContext } from './context.ts';
import {
  acrossOf,
  alongOf,
  type BoxEdges,
  clampHeight,
  clampWidth,
  edgesOf,
  heightByRatio,
  specifiedHeight,
  specifiedWidth,
  widthByRatio,
} from './sizes.ts';

export interface Frame {
  readonly edges: BoxEdges;
  /** Border box. */
  readonly width: number;
  readonly contentLeft: number;
  readonly contentWidth: number;
  /** Padding and border above the content of this fragment, and below the end of the box. */
  readonly top: number;
  readonly bottom: number;
  /** How much of `bottom` every fragment needs (`box-decoration-break: clone`). */
  readonly reserve: number;
  /** Definite border-box height of the whole box. */
  readonly height: number | undefined;
  /** Content height that children may take percentages of. */
  readonly contentHeight: number | undefined;
  /** The least border-box height, which `aspect-ratio` asks for; content may be taller (css-sizing-4 §6.2.2). */
  readonly least: number;
  /** Content height on earlier pages. */
  readonly consumed: number;
  readonly isFirst: boolean;
}

/** The frame of a box that begins (`consumed` undefined) or goes on after a break. */
export function frameOf(
  context: LayoutContext,
  box: BlockBox | FlexBox | GridBox,
  constraints: Constraints,
  consumed: number | undefined,
): Frame {
  const edges = edgesOf(box.style, constraints.width);
  const width = usedWidth(context, box, constraints, edges);
  const isClone = box.style.boxDecorationBreak === 'clone';
  const given = constraints.borderHeight ?? specifiedHeight(box.style, edges, constraints.height);
  const byRatio = given === undefined ? ratioHeight(box, edges, width, constraints.height) : undefined;
  const height = box.style.overflow === 'visible' ? given : (given ?? byRatio);
  const definite = height ?? byRatio;
  return {
    edges,
    width,
    contentLeft: edges.inset.left,
    contentWidth: Math.max(width - acrossOf(edges.inset), 0),
    top: consumed === undefined || isClone ? edges.inset.top : 0,
    bottom: edges.inset.bottom,
    reserve: isClone ? edges.inset.bottom : 0,
    height,
    contentHeight: definite === undefined ? undefined : Math.max(definite - alongOf(edges.inset), 0),
    least: byRatio ?? 0,
    consumed: consumed ?? 0,
    isFirst: consumed === undefined,
  };
}

function ratioHeight(
  { style }: Box,
  edges: BoxEdges,
  width: number,
  base: number | undefined,
): number | undefined {
  const height = heightByRatio(style, edges, width);
  return height === undefined ? undefined : clampHeight(height, style, edges, base);
}

/** Border-box width of a block-level box (CSS 2.1 §10.3.3); a negative margin makes an automatic width larger. */
export function usedWidth(
  context: LayoutContext,
  box: BlockBox | FlexBox | GridBox,
  constraints: Pick<Constraints, 'width' | 'height' | 'borderWidth'>,
  edges: BoxEdges,
): number {
  if (constraints.borderWidth !== undefined) return Math.max(constraints.borderWidth, acrossOf(edges.inset));
  const { style } = box;
  const specified = specifiedWidth(style, edges, constraints.width);
  const filling = constraints.width - edges.margin.left - edges.margin.right;
  const automatic = Number.isFinite(filling) ? filling : context.intrinsic(box).max;
  const height = specified === undefined ? specifiedHeight(style, edges, constraints.height) : undefined;
  const byRatio = height === undefined ? undefined : widthByRatio(style, edges, height);
  return clampWidth(specified ?? byRatio ?? automatic, style, edges, constraints.width);
}

/**
 * Border-box height of the last (or only) fragment whose content ends at `contentEnd` from the fragment's top:
 * what a definite height or `min-height` still asks for, less what earlier pages hold.
 */
export function closingHeight(
  frame: Frame,
  box: BlockBox | FlexBox | GridBox,
  contentEnd: number,
  base: number | undefined,
): number {
  const inset = alongOf(frame.edges.inset);
  const content = frame.consumed + contentEnd - frame.top;
  const whole =
    frame.height ?? clampHeight(Math.max(content + inset, frame.least), box.style, frame.edges, base);
  return frame.top + Math.max(whole - inset - frame.consumed, 0) + frame.bottom;
}

/** Shrink-to-fit border-box width (CSS 2.1 §10.3.5) for boxes whose width the content decides. */
export function shrinkToFit(context: LayoutContext, box: Box, available: number): number {
  const { min, max } = context.intrinsic(box);
  return Math.min(Math.max(min, available), max);
}
