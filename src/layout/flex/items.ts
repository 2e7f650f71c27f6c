/** Flex items before any line is made: base sizes, bounds and margins along both axes (css-flexbox-1 §4.5, §9.2). */
import type { Alignment, ComputedStyle, Length, LengthOrNone } from '../../markup/style.ts';
import type { Box, FlexBox } from '../box/box.ts';
import { type Constraints, ENDLESS } from '../contract.ts';
import { selfAlignment } from '../flow/alignment.ts';
import type { Intrinsic, LayoutContext } from '../flow/context.ts';
import {
  acrossOf,
  alongOf,
  type BoxEdges,
  clampHeight,
  clampWidth,
  edgesOf,
  resolveDefinite,
  specifiedHeight,
  specifiedWidth,
} from '../flow/sizes.ts';
import { fittedWidth } from '../flow/stretch.ts';
import type { AxisMargins } from './engine.ts';
import type { MainSizes } from './flexible.ts';

/** The content box of a flex container, px: `height` when it is definite, else between `least` and `most`. */
export interface FlexRoom {
  readonly width: number;
  readonly height: number | undefined;
  readonly least: number;
  readonly most: number;
}

export function isRow({ style }: FlexBox): boolean {
  return style.flexDirection === 'row' || style.flexDirection === 'row-reverse';
}

export function isReversed({ style }: FlexBox): boolean {
  return style.flexDirection === 'row-reverse' || style.flexDirection === 'column-reverse';
}

export function isMultiLine({ style }: FlexBox): boolean {
  return style.flexWrap !== 'nowrap';
}

/** How an item is aligned on its line; `normal` stretches, pictures too (§8.3). */
export function alignmentOf(flex: FlexBox, item: Box): Alignment {
  const alignment = selfAlignment(item.style.alignSelf, flex.style.alignItems);
  return alignment === 'normal' ? 'stretch' : alignment;
}

/** Margins across (left and right) and along (top and bottom). */
export function marginsOf(
  style: ComputedStyle,
  { margin }: BoxEdges,
): { readonly across: AxisMargins; readonly along: AxisMargins } {
  return {
    across: {
      before: style.marginLeft === 'auto' ? 'auto' : margin.left,
      after: style.marginRight === 'auto' ? 'auto' : margin.right,
    },
    along: {
      before: style.marginTop === 'auto' ? 'auto' : margin.top,
      after: style.marginBottom === 'auto' ? 'auto' : margin.bottom,
    },
  };
}

function hasAuto({ before, after }: AxisMargins): boolean {
  return before === 'auto' || after === 'auto';
}

/** Whether an item takes the cross size of its line. */
export function isStretched(flex: FlexBox, item: Box): boolean {
  const { style } = item;
  const margins = marginsOf(style, edgesOf(style, 0));
  const [size, cross] = isRow(flex) ? [style.height, margins.along] : [style.width, margins.across];
  return alignmentOf(flex, item) === 'stretch' && size === 'auto' && !hasAuto(cross);
}

/** Main sizes of the items of a container whose main axis runs across. */
export function mainWidths(context: LayoutContext, flex: FlexBox, room: FlexRoom): readonly MainSizes[] {
  return flex.items.map((item): MainSizes => {
    const { style } = item;
    const edges = edgesOf(style, room.width);
    const inset = acrossOf(edges.inset);
    // Intrinsic widths know no percentages of padding.
    const padding = inset - acrossOf(edgesOf(style, 0).inset);
    const content = contentWidths(context, item);
    const specified = specifiedWidth(style, edges, room.width);
    const most = upperBound(style.maxWidth, room.width, () => clampWidth(Infinity, style, edges, room.width));
    const automatic = isScrolled(style)
      ? inset
      : Math.min(specified ?? Infinity, content.min + padding, most);
    return {
      base:
        basisOf(style, specified, (width) => specifiedWidth({ ...style, width }, edges, room.width)) ??
        shapedWidth(flex, item, edges, room) ??
        content.max + padding,
      least:
        style.minWidth === 'auto'
          ? automatic
          : clampWidth(0, { ...style, maxWidth: 'none' }, edges, room.width),
      most,
      inset,
      grow: style.flexGrow,
      shrink: style.flexShrink,
      margins: marginsOf(style, edges).across,
    };
  });
}

/** css-flexbox-1 §4.5: what clips its content may become smaller than it. */
function isScrolled({ overflow }: ComputedStyle): boolean {
  return overflow !== 'visible';
}

function upperBound(limit: LengthOrNone, base: number | undefined, size: () => number): number {
  return resolveDefinite(limit, base) === undefined ? Infinity : size();
}

/** The flex basis as a border-box size; undefined where the content decides (§7.2.1). */
function basisOf(
  { flexBasis }: ComputedStyle,
  specified: number | undefined,
  sized: (basis: Length) => number | undefined,
): number | undefined {
  if (flexBasis === 'content') return undefined;
  return flexBasis === 'auto' ? specified : sized(flexBasis);
}

/** Widths of the content, whatever width the style asks for. */
function contentWidths(context: LayoutContext, item: Box): Intrinsic {
  const { style } = item;
  if (item.kind === 'replaced' && style.height !== 'auto') return context.intrinsic(item);
  const isPlain = style.width === 'auto' && style.minWidth === 'auto' && style.maxWidth === 'none';
  if (isPlain) return context.intrinsic(item);
  const free: ComputedStyle = { ...style, width: 'auto', minWidth: 'auto', maxWidth: 'none' };
  return context.intrinsic({ ...item, style: free });
}

/** A picture that is stretched to a definite height has the width of its shape (§9.2 step 3 B). */
function shapedWidth(flex: FlexBox, item: Box, edges: BoxEdges, { height }: FlexRoom): number | undefined {
  if (item.kind !== 'replaced' || !item.content.ratio || height === undefined) return undefined;
  if (isMultiLine(flex) || !isStretched(flex, item)) return undefined;
  const inner = Math.max(height - alongOf(edges.margin) - alongOf(edges.inset), 0);
  return inner * item.content.ratio + acrossOf(edges.inset);
}

/** An item of a container whose main axis runs along the page, laid out as its content asks. */
export interface ColumnItem extends MainSizes {
  readonly width: number;
  readonly natural: number;
}

/** Main sizes of the items of a column. */
export function mainHeights(context: LayoutContext, flex: FlexBox, room: FlexRoom): readonly ColumnItem[] {
  return flex.items.map((item): ColumnItem => {
    const { style } = item;
    const edges = edgesOf(style, room.width);
    const inset = alongOf(edges.inset);
    const constraints = columnConstraints(context, flex, item, room);
    const { fragment } = context.layout(item, constraints);
    const content = contentHeight(context, item, room, constraints, fragment.height);
    const unbound: ComputedStyle = { ...style, minHeight: 'auto', maxHeight: 'none' };
    const specified = specifiedHeight(unbound, edges, room.height);
    const most = upperBound(style.maxHeight, room.height, () =>
      clampHeight(Infinity, style, edges, room.height),
    );
    const automatic = isScrolled(style) ? inset : Math.min(specified ?? Infinity, content, most);
    const sized = (height: Length): number | undefined =>
      isNoBasis(height, room) ? undefined : specifiedHeight({ ...unbound, height }, edges, room.height);
    return {
      base: basisOf(style, specified, sized) ?? content,
      least:
        style.minHeight === 'auto'
          ? automatic
          : clampHeight(0, { ...style, maxHeight: 'none' }, edges, room.height),
      most,
      inset,
      grow: style.flexGrow,
      shrink: style.flexShrink,
      margins: marginsOf(style, edges).along,
      width: fragment.width,
      natural: fragment.height,
    };
  });
}

/** Height of the content, whatever height the style asks for; `natural` is the height with it. */
function contentHeight(
  context: LayoutContext,
  item: Box,
  room: FlexRoom,
  constraints: Constraints,
  natural: number,
): number {
  const { style } = item;
  const isPlain = style.height === 'auto' && style.minHeight === 'auto' && style.maxHeight === 'none';
  // Where nothing grows or shrinks, the bounds may as well be part of the size.
  const isFlexing = room.height !== undefined || room.least > 0 || room.most < Infinity;
  const isShaped =
    item.kind === 'replaced' && style.width === 'auto' && constraints.borderWidth === undefined;
  if (isPlain || !isFlexing || isShaped) return natural;
  const free: ComputedStyle = { ...style, height: 'auto', minHeight: 'auto', maxHeight: 'none' };
  return context.layout({ ...item, style: free }, constraints).fragment.height;
}

/**
 * `flex: 1` in a container without a height: a part of nothing is the content, or items would lie on each other.
 * Browsers get there by reading its basis as 0%.
 */
function isNoBasis({ px, percent }: Length, { height }: FlexRoom): boolean {
  return px === 0 && percent === 0 && height === undefined;
}

/** Constraints of an item in a column: its width is that of the container when it is stretched, else what it needs. */
export function columnConstraints(
  context: LayoutContext,
  flex: FlexBox,
  item: Box,
  room: FlexRoom,
): Constraints {
  const width = columnWidth(context, flex, item, room);
  return {
    width: room.width,
    region: ENDLESS,
    ...(room.height === undefined ? {} : { height: room.height }),
    ...(width === undefined ? {} : { borderWidth: width }),
  };
}

/** Border-box width; undefined leaves it to the layout of the item. */
function columnWidth(context: LayoutContext, flex: FlexBox, item: Box, room: FlexRoom): number | undefined {
  const { style } = item;
  if (style.width !== 'auto') return undefined;
  const edges = edgesOf(style, room.width);
  const free = Math.max(room.width - acrossOf(edges.margin), 0);
  if (isStretched(flex, item) && !isMultiLine(flex)) return clampWidth(free, style, edges, room.width);
  if (item.kind === 'replaced') return undefined;
  return clampWidth(fittedWidth(context, item, edges, free), style, edges, room.width);
}
