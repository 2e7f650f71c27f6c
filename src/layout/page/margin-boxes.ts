/** Margin boxes of a page (css-page-3 §5): their sizes and places. Lengths in px. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { ComputedStyle } from '../../markup/style.ts';
import type { MarginBoxName, PageStyle } from '../../markup/tree.ts';
import { ENDLESS } from '../contract.ts';
import type { Rect } from '../display.ts';
import { faultAt } from '../fault.ts';
import { placePositioned } from '../flow/absolute.ts';
import type { LayoutContext } from '../flow/context.ts';
import {
  acrossOf,
  alongOf,
  type BoxEdges,
  clampHeight,
  clampWidth,
  edgesOf,
  specifiedHeight,
  specifiedWidth,
} from '../flow/sizes.ts';
import { boxFragment, type Placed } from '../fragment.ts';
import { type MarginSources, type PreparedBox, prepareMarginBox } from './margin-content.ts';
import { type MarginDemand, shareEdge } from './margin-sizes.ts';

type Three = readonly [MarginBoxName, MarginBoxName, MarginBoxName];

/** The edge of the page that a margin box lies on: where it moves to when it is smaller than the margin. */
type PageEdge = 'top' | 'right' | 'bottom' | 'left';

interface Margins {
  readonly context: LayoutContext;
  readonly report: Report;
  readonly prepared: ReadonlyMap<MarginBoxName, PreparedBox>;
}

/** Fragments of all margin boxes of a page, placed from the page's top left corner. */
export function layoutMarginBoxes(
  context: LayoutContext,
  style: PageStyle,
  sources: MarginSources,
  report: Report,
): readonly Placed[] {
  const prepared = new Map(
    [...style.boxes].map(([name, box]) => [name, prepareMarginBox(name, box, sources)]),
  );
  const margins: Margins = { context, report, prepared };
  const { width, height, marginTop, marginRight, marginBottom, marginLeft } = style;
  const right = width - marginRight;
  const bottom = height - marginBottom;
  const placed: Placed[] = [];
  const add = (name: MarginBoxName, rect: Rect, edges: readonly PageEdge[]): void => {
    const box = prepared.get(name);
    if (box) placed.push(place(margins, box, rect, edges));
  };
  add('top-left-corner', { x: 0, y: 0, width: marginLeft, height: marginTop }, ['top', 'left']);
  add('top-right-corner', { x: right, y: 0, width: marginRight, height: marginTop }, ['top', 'right']);
  add('bottom-left-corner', { x: 0, y: bottom, width: marginLeft, height: marginBottom }, ['bottom', 'left']);
  add('bottom-right-corner', { x: right, y: bottom, width: marginRight, height: marginBottom }, [
    'bottom',
    'right',
  ]);
  const across = (names: Three, y: number, size: number, edge: PageEdge): void => {
    const length = right - marginLeft;
    const [a, b, c] = names.map((name) => widthDemand(context, prepared.get(name), length));
    shareEdge(length, a, b, c).forEach((share, i) => {
      if (share) add(names[i]!, { x: marginLeft + share.start, y, width: share.size, height: size }, [edge]);
    });
  };
  const along = (names: Three, x: number, size: number, edge: PageEdge): void => {
    const length = bottom - marginTop;
    const [a, b, c] = names.map((name) => heightDemand(context, prepared.get(name), size, length));
    shareEdge(length, a, b, c).forEach((share, i) => {
      if (share) add(names[i]!, { x, y: marginTop + share.start, width: size, height: share.size }, [edge]);
    });
  };
  across(['top-left', 'top-center', 'top-right'], 0, marginTop, 'top');
  across(['bottom-left', 'bottom-center', 'bottom-right'], bottom, marginBottom, 'bottom');
  along(['left-top', 'left-middle', 'left-bottom'], 0, marginLeft, 'left');
  along(['right-top', 'right-middle', 'right-bottom'], right, marginRight, 'right');
  return placed;
}

/** What a box asks of an edge `length` long that it shares with others. */
function widthDemand(
  context: LayoutContext,
  prepared: PreparedBox | undefined,
  length: number,
): MarginDemand | undefined {
  if (!prepared) return undefined;
  const { style } = prepared.box;
  const edges = edgesOf(style, length);
  const margin = acrossOf(edges.margin);
  const inset = acrossOf(edges.inset);
  const { min, max } = context.intrinsic(prepared.content);
  const size = specifiedWidth(style, edges, length);
  return {
    min: min + inset + margin,
    max: max + inset + margin,
    ...(size === undefined ? {} : { size: size + margin }),
    least: clampWidth(0, style, edges, length) + margin,
    most: clampWidth(Infinity, style, edges, length) + margin,
  };
}

function heightDemand(
  context: LayoutContext,
  prepared: PreparedBox | undefined,
  width: number,
  length: number,
): MarginDemand | undefined {
  if (!prepared) return undefined;
  const { style } = prepared.box;
  const edges = edgesOf(style, width);
  const margin = alongOf(edges.margin);
  const border = borderWidthIn(style, edges, width, width);
  const content = Math.max(border - acrossOf(edges.inset), 0);
  const { height } = context.layout(prepared.content, { width: content, region: ENDLESS }).fragment;
  const outer = height + alongOf(edges.inset) + margin;
  const size = specifiedHeight(style, edges, length);
  return {
    min: outer,
    max: outer,
    ...(size === undefined ? {} : { size: size + margin }),
    least: clampHeight(0, style, edges, length) + margin,
    most: clampHeight(Infinity, style, edges, length) + margin,
  };
}

function borderWidthIn(style: ComputedStyle, edges: BoxEdges, width: number, base: number): number {
  const filling = width - acrossOf(edges.margin);
  return clampWidth(specifiedWidth(style, edges, base) ?? Math.max(filling, 0), style, edges, base);
}

function borderHeightIn(style: ComputedStyle, edges: BoxEdges, height: number, base: number): number {
  const filling = height - alongOf(edges.margin);
  const specified = specifiedHeight(style, edges, base);
  return specified ?? clampHeight(Math.max(filling, 0), style, edges, base);
}

/**
 * The box in the place it was given. Where it is smaller than the margin it keeps to the page area, as the margin
 * at the page's edge gives way (css-page-3 §5.3.2.4). Its content is aligned by `vertical-align` (§5.3.1).
 */
function place(
  { context, report }: Margins,
  { box, element, content }: PreparedBox,
  rect: Rect,
  pageEdges: readonly PageEdge[],
): Placed {
  const { style } = box;
  const edges = edgesOf(style, rect.width);
  const isAtSide = pageEdges.includes('left') || pageEdges.includes('right');
  const isAtEnd = pageEdges.includes('top') || pageEdges.includes('bottom');
  const width = isAtSide
    ? borderWidthIn(style, edges, rect.width, rect.width)
    : Math.max(rect.width - acrossOf(edges.margin), 0);
  const height = isAtEnd
    ? borderHeightIn(style, edges, rect.height, rect.height)
    : Math.max(rect.height - alongOf(edges.margin), 0);
  const room = Math.max(height - alongOf(edges.inset), 0);
  const inner = context.layout(content, {
    width: Math.max(width - acrossOf(edges.inset), 0),
    height: room,
    region: ENDLESS,
  }).fragment;
  const free = room - inner.height;
  if (free < -1) report(tooFull(box.origin, element.name));
  const share = style.verticalAlign === 'top' ? 0 : style.verticalAlign === 'bottom' ? 1 : 0.5;
  const fragment = boxFragment({
    box: { element, style, anonymous: false },
    width,
    height,
    isFirst: true,
    isLast: true,
    children: [{ x: edges.inset.left, y: edges.inset.top + free * share, fragment: inner }],
  });
  const isPushed = (edge: PageEdge): boolean => pageEdges.includes(edge);
  return {
    x: rect.x + (isPushed('left') ? rect.width - edges.margin.right - width : edges.margin.left),
    y: rect.y + (isPushed('top') ? rect.height - edges.margin.bottom - height : edges.margin.top),
    fragment: fragment.awaitsPositions ? placePositioned(context, fragment) : fragment,
  };
}

function tooFull(origin: PreparedBox['box']['origin'], name: string) {
  return faultAt('L042', origin, `The margin box \`${name}\` is lower than its content.`);
}
