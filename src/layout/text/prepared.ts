/** A paragraph ready for breaking: shaped once, measured once, broken at any width. */

import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { breakAt, findBreaks } from './breaks.ts';
import { type Clusters, closeClusters, cluster, clusterCount, emptyClusters } from './clusters.ts';
import { type AtomicItem, type Collected, collectText, type Mark, type Segment } from './collect.ts';
import type { InlineItem } from './lines.ts';
import type { OnMissing } from './missing-glyph.ts';
import { resolveSharedMarks } from './quotes.ts';
import { commonScope, type Scope, wraps } from './scope.ts';
import { push, type ShapeContext, shapeSegment } from './shape.ts';
import { spaceBetween } from './spacing.ts';
import type { TextFonts } from './text-font.ts';

/** A box edge and the cluster it keeps to: `open` and empty boxes stand before it, `close` after it. */
export interface Edge {
  readonly kind: Mark['kind'];
  readonly scope: Scope;
  readonly owner: number;
  readonly isBefore: boolean;
  /** margin, border and padding, px */
  readonly width: number;
}

export interface Prepared {
  readonly text: string;
  readonly clusters: Clusters;
  readonly count: number;
  readonly root: Scope;
  readonly fonts: TextFonts;
  readonly edges: readonly Edge[];
  /** Widths of the edges before and after each cluster; no entry where there are none. */
  readonly lead: readonly number[];
  readonly trail: readonly number[];
  readonly gaps: readonly number[];
  /** `total[i]`: width of the clusters before `i` with all that stands between them. */
  readonly total: readonly number[];
  /** Entry of `breakAt` for the place after each cluster. */
  readonly breaks: Uint8Array;
  readonly hasBoxes: boolean;
}

/** Everything about a paragraph that does not depend on its width. Linear in the length of its text. */
export function prepare(
  fonts: TextFonts,
  onMissing: OnMissing,
  items: readonly InlineItem[],
  block: StyledElement,
  blockStyle: ComputedStyle,
): Prepared {
  const collected = collectText(items, block, blockStyle);
  const { text, segments, root } = collected;
  const isHanMark = resolveSharedMarks(text);
  const clusters = emptyClusters();
  const shaping: ShapeContext = { clusters, text, isHanMark, lineStart: 0, onMissing };
  for (const segment of segments) {
    const font = fonts.of(segment.scope.style, segment.scope.element);
    switch (segment.content.kind) {
      case 'text':
        shapeSegment(shaping, segment, font);
        break;
      case 'atomic':
        push(clusters, segment, font, font.cascade.primary, segment.start, [], cluster.atomic);
        clusters.width[clusters.width.length - 1] = segment.content.item.width;
        break;
      case 'break':
        push(
          clusters,
          segment,
          font,
          font.cascade.primary,
          segment.start,
          [],
          cluster.lineFeed | cluster.invisible,
        );
        break;
    }
  }
  closeClusters(clusters, text.length);
  const count = clusterCount(clusters);
  const { edges, lead, trail } = placeEdges(collected, clusters, count);
  const gaps = spaceBetween(clusters, lead, trail);
  const found = findBreaks(
    text,
    isHanMark,
    (offset) => segmentAt(segments, offset)?.scope.element.lang ?? '',
  );
  return {
    text,
    clusters,
    count,
    root,
    fonts,
    edges,
    lead,
    trail,
    gaps,
    total: totals(clusters, gaps, lead, trail, count),
    breaks: breaksAfter(clusters, found, count),
    hasBoxes:
      edges.length > 0 || segments.some(({ scope, content }) => scope !== root || content.kind === 'atomic'),
  };
}

/** The atomic item of a cluster that is one. */
export function atomicOf(segment: Segment): AtomicItem | undefined {
  return segment.content.kind === 'atomic' ? segment.content.item : undefined;
}

function segmentAt(segments: readonly Segment[], offset: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (segments[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}

/** Finds the cluster of every box edge and sums up the widths before and after each. */
function placeEdges(
  { marks }: Collected,
  clusters: Clusters,
  count: number,
): Pick<Prepared, 'edges' | 'lead' | 'trail'> {
  const edges: Edge[] = [];
  const lead: number[] = [];
  const trail: number[] = [];
  const openedAt = new Map<Scope, number>();
  let next = 0;
  for (const mark of marks) {
    while (next < count && clusters.start[next]! < mark.at) next++;
    if (mark.kind === 'open') openedAt.set(mark.scope, next);
    const isBefore = (mark.kind === 'open' || openedAt.get(mark.scope) === next) && next < count;
    const owner = isBefore ? next : Math.max(0, next - 1);
    const width = edgeWidth(mark);
    if (width !== 0) {
      const side = isBefore ? lead : trail;
      side[owner] = (side[owner] ?? 0) + width;
    }
    edges.push({ kind: mark.kind, scope: mark.scope, owner, isBefore, width });
  }
  return { edges, lead, trail };
}

/** Percentages of inline edges have no base here and count as nothing. */
function edgeWidth({ kind, scope: { style } }: Mark): number {
  if (kind === 'open') return marginOf(style.marginLeft) + style.borderLeftWidth + style.paddingLeft.px;
  return style.paddingRight.px + style.borderRightWidth + marginOf(style.marginRight);
}

export function marginOf(margin: ComputedStyle['marginLeft']): number {
  return margin === 'auto' ? 0 : margin.px;
}

function totals(
  clusters: Clusters,
  gaps: readonly number[],
  lead: readonly number[],
  trail: readonly number[],
  count: number,
): number[] {
  const total = [0];
  let sum = 0;
  for (let i = 0; i < count; i++) {
    sum += clusters.width[i]! + gaps[i]! + (lead[i] ?? 0) + (trail[i] ?? 0);
    total.push(sum);
  }
  return total;
}

/** Opportunities by cluster: none inside a cluster, and only where the style lets lines wrap. */
function breaksAfter(clusters: Clusters, found: Uint8Array, count: number): Uint8Array {
  const breaks = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const flags = clusters.flags[i]!;
    if (flags & cluster.lineFeed) breaks[i] = breakAt.forced;
    else if (
      found[clusters.start[i + 1]!] !== breakAt.none &&
      i + 1 < count &&
      mayBreakAfter(clusters, i, flags)
    )
      breaks[i] = breakAt.allowed;
  }
  return breaks;
}

function mayBreakAfter(clusters: Clusters, i: number, flags: number): boolean {
  const { scope } = clusters.runs[clusters.run[i]!]!.segment;
  if (flags & cluster.softHyphen && scope.style.hyphens === 'none') return false;
  if (flags & cluster.space) return wraps(scope.style);
  return wraps(commonScope(scope, clusters.runs[clusters.run[i + 1]!]!.segment.scope).style);
}
