/** Margin boxes of a page (css-page-3 §5): their text, sizes and places. */

import type { ContentItem } from '../../markup/style.ts';
import type { MarginBox, MarginBoxName, PageStyle, StyledElement } from '../../markup/tree.ts';
import { textBlock } from '../box/lines-box.ts';
import { ENDLESS } from '../contract.ts';
import type { Rect } from '../display.ts';
import type { LayoutContext } from '../flow/context.ts';
import { acrossOf, alongOf, edgesOf, specifiedHeight, specifiedWidth } from '../flow/sizes.ts';
import { boxFragment, type Placed } from '../fragment.ts';
import { type MarginDemand, shareEdge } from './margin-sizes.ts';

interface Prepared {
  readonly box: MarginBox;
  readonly element: StyledElement;
  readonly lines: ReturnType<typeof textBlock>;
}

/** Fragments of all margin boxes of a page, placed from the page's top left corner. */
export function layoutMarginBoxes(
  context: LayoutContext,
  style: PageStyle,
  lang: string,
  textOf: (content: readonly ContentItem[]) => string,
): readonly Placed[] {
  const prepared = new Map([...style.boxes].map(([name, box]) => [name, prepare(name, box, lang, textOf)]));
  const { width, height, marginTop, marginRight, marginBottom, marginLeft } = style;
  const placed: Placed[] = [];
  const add = (name: MarginBoxName, rect: Rect): void => {
    const box = prepared.get(name);
    if (box) placed.push(place(context, box, rect));
  };
  const right = width - marginRight;
  const bottom = height - marginBottom;
  add('top-left-corner', { x: 0, y: 0, width: marginLeft, height: marginTop });
  add('top-right-corner', { x: right, y: 0, width: marginRight, height: marginTop });
  add('bottom-left-corner', { x: 0, y: bottom, width: marginLeft, height: marginBottom });
  add('bottom-right-corner', { x: right, y: bottom, width: marginRight, height: marginBottom });
  const across = (
    names: readonly [MarginBoxName, MarginBoxName, MarginBoxName],
    y: number,
    size: number,
  ): void => {
    const demands = names.map((name) => widthDemand(context, prepared.get(name)));
    shareEdge(right - marginLeft, demands[0], demands[1], demands[2]).forEach((share, i) => {
      if (share) add(names[i]!, { x: marginLeft + share.start, y, width: share.size, height: size });
    });
  };
  const along = (
    names: readonly [MarginBoxName, MarginBoxName, MarginBoxName],
    x: number,
    size: number,
  ): void => {
    const demands = names.map((name) => heightDemand(context, prepared.get(name), size));
    shareEdge(bottom - marginTop, demands[0], demands[1], demands[2]).forEach((share, i) => {
      if (share) add(names[i]!, { x, y: marginTop + share.start, width: size, height: share.size });
    });
  };
  across(['top-left', 'top-center', 'top-right'], 0, marginTop);
  across(['bottom-left', 'bottom-center', 'bottom-right'], bottom, marginBottom);
  along(['left-top', 'left-middle', 'left-bottom'], 0, marginLeft);
  along(['right-top', 'right-middle', 'right-bottom'], right, marginRight);
  return placed;
}

/** A margin box has no element: its text belongs to one made here, which no content ever has. */
function prepare(
  name: MarginBoxName,
  box: MarginBox,
  lang: string,
  textOf: (content: readonly ContentItem[]) => string,
): Prepared {
  const text = textOf(box.content);
  const element: StyledElement = {
    kind: 'element',
    id: -1,
    name: `@${name}`,
    lang,
    attributes: new Map(),
    style: box.style,
    content: [],
    children: [],
    origin: box.origin,
  };
  return { box, element, lines: textBlock(element, text === '' ? [] : [{ kind: 'text', text }]) };
}

function widthDemand(context: LayoutContext, prepared: Prepared | undefined): MarginDemand | undefined {
  if (!prepared) return undefined;
  const edges = edgesOf(prepared.box.style, 0);
  const around = acrossOf(edges.inset) + acrossOf(edges.margin);
  const { min, max } = context.intrinsic(prepared.lines);
  const size = specifiedWidth(prepared.box.style, edges, undefined);
  return {
    min: min + around,
    max: max + around,
    ...(size === undefined ? {} : { size: size + acrossOf(edges.margin) }),
  };
}

function heightDemand(
  context: LayoutContext,
  prepared: Prepared | undefined,
  width: number,
): MarginDemand | undefined {
  if (!prepared) return undefined;
  const edges = edgesOf(prepared.box.style, width);
  const content = Math.max(width - acrossOf(edges.inset) - acrossOf(edges.margin), 0);
  const { height } = context.layout(prepared.lines, { width: content, region: ENDLESS }).fragment;
  const outer = height + alongOf(edges.inset) + alongOf(edges.margin);
  const size = specifiedHeight(prepared.box.style, edges, undefined);
  return { min: outer, max: outer, ...(size === undefined ? {} : { size: size + alongOf(edges.margin) }) };
}

/** The box in its place, its text aligned by `vertical-align` (css-page-3 §5.3.1). */
function place(context: LayoutContext, { box, element, lines }: Prepared, rect: Rect): Placed {
  const edges = edgesOf(box.style, rect.width);
  const width = Math.max(rect.width - acrossOf(edges.margin), 0);
  const height = Math.max(rect.height - alongOf(edges.margin), 0);
  const content = context.layout(lines, {
    width: Math.max(width - acrossOf(edges.inset), 0),
    region: ENDLESS,
  }).fragment;
  const free = height - alongOf(edges.inset) - content.height;
  const share = box.style.verticalAlign === 'top' ? 0 : box.style.verticalAlign === 'bottom' ? 1 : 0.5;
  const children = [{ x: edges.inset.left, y: edges.inset.top + free * share, fragment: content }];
  const fragment = boxFragment({
    box: { element, style: box.style, anonymous: false },
    width,
    height,
    isFirst: true,
    isLast: true,
    children,
  });
  return { x: rect.x + edges.margin.left, y: rect.y + edges.margin.top, fragment };
}
