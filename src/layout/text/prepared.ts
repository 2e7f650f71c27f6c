/** A paragraph ready for breaking: shaped once, measured once, broken at any width. */

import type { ComputedStyle, Length } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { applyBreakStyles } from './break-styles.ts';
import { breakAt, findBreaks } from './breaks.ts';
import { type Clusters, closeClusters, cluster, clusterCount, emptyClusters } from './clusters.ts';
import { type AtomicItem, type Collected, collectText, type Mark, type Segment } from './collect.ts';
import type { Hyphenate } from './hyphenate.ts';
import { type Elasticity, elasticityOf } from './justify.ts';
import { type LeaderPattern, shapeLeader } from './leader.ts';
import type { AnchorItem, InlineItem } from './lines.ts';
import type { OnMissing } from './missing-glyph.ts';
import { resolveSharedMarks } from './quotes.ts';
import { commonScope, isNoteCall, type Scope, wraps } from './scope.ts';
import { push, type ShapeContext, shapeSegment } from './shape.ts';
import { spaceBetween } from './spacing.ts';
import { setTabs } from './tabs.ts';
import type { TextFonts } from './text-font.ts';

/** A box edge and the cluster it keeps to: `open` and empty boxes stand before it, `close` after it. */
export interface Edge {
  readonly kind: Mark['kind'];
  readonly scope: Scope;
  readonly owner: number;
  readonly isBefore: boolean;
  /** margin, border and padding, px */
  readonly width: number;
  /** px, of the width */
  readonly margin: number;
}

export interface Prepared {
  readonly text: string;
  readonly clusters: Clusters;
  readonly count: number;
  readonly root: Scope;
  readonly fonts: TextFonts;
  readonly edges: readonly Edge[];
  /** What percentages of the edges refer to, px. */
  readonly base: number;
  /** Widths of the edges before and after each cluster; no entry where there are none. */
  readonly lead: readonly number[];
  readonly trail: readonly number[];
  readonly gaps: readonly number[];
  /** `total[i]`: width of the clusters before `i` with all that stands between them. */
  readonly total: readonly number[];
  /** Entry of `breakAt` for the place after each cluster. */
  readonly breaks: Uint8Array;
  readonly hasBoxes: boolean;
  /** The patterns of leaders by their cluster. */
  readonly leaders: ReadonlyMap<number, LeaderPattern>;
  /** How far the place after each cluster gives way in a justified line; worked out when it is first asked for. */
  readonly elasticity: () => Elasticity;
  /** Each stands before the cluster `owner`, which may be the one after the last. */
  readonly anchors: readonly PlacedAnchor[];
}

export interface PlacedAnchor {
  readonly owner: number;
  readonly item: AnchorItem;
}

/** What preparing asks of the document. */
export interface PrepareContext {
  readonly fonts: TextFonts;
  readonly onMissing: OnMissing;
  readonly hyphenate: Hyphenate;
}

/** Everything about a paragraph that does not depend on its width. Linear in the length of its text. */
export function prepare(
  { fonts, onMissing, hyphenate }: PrepareContext,
  items: readonly InlineItem[],
  block: StyledElement,
  blockStyle: ComputedStyle,
  base: number,
): Prepared {
  const collected = collectText(items, block, blockStyle);
  const { text, segments, root } = collected;
  const isHanMark = resolveSharedMarks(text);
  const clusters = emptyClusters();
  const shaping: ShapeContext = { clusters, text, isHanMark, onMissing };
  const leaders = new Map<number, LeaderPattern>();
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
      case 'leader': {
        const pattern = shapeLeader(segment.content.pattern, segment, font, onMissing);
        leaders.set(clusters.start.length, pattern);
        push(clusters, segment, font, font.cascade.primary, segment.start, [], cluster.leader);
        clusters.width[clusters.width.length - 1] = pattern.width;
        break;
      }
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
  const { edges, lead, trail } = placeEdges(collected, clusters, count, base);
  const gaps = spaceBetween(clusters, text, lead, trail);
  if (text.includes('\t')) setTabs(clusters, gaps, root, fonts.of(root.style, root.element));
  const found = findBreaks(
    text,
    isHanMark,
    (offset) => segmentAt(segments, offset)?.scope.element.lang ?? '',
  );
  applyBreakStyles(text, segments, found);
  hyphenate(text, segments, found);
  const breaks = breaksAfter(clusters, found, count);
  let elasticity: Elasticity | undefined;
  return {
    text,
    clusters,
    count,
    root,
    fonts,
    edges,
    base,
    lead,
    trail,
    gaps,
    total: totals(clusters, gaps, lead, trail, count),
    breaks,
    hasBoxes:
      edges.length > 0 || segments.some(({ scope, content }) => scope !== root || content.kind === 'atomic'),
    anchors: placeAnchors(collected, clusters, count),
    leaders,
    elasticity() {
      elasticity ??= elasticityOf(clusters, gaps, breaks, root.style);
      return elasticity;
    },
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

/** Finds the cluster that every anchor stands before. */
function placeAnchors({ anchors }: Collected, clusters: Clusters, count: number): readonly PlacedAnchor[] {
  let next = 0;
  return anchors.map(({ at, item }) => {
    while (next < count && clusters.start[next]! < at) next++;
    return { owner: next, item };
  });
}

/** Finds the cluster of every box edge and sums up the widths before and after each. */
function placeEdges(
  { marks }: Collected,
  clusters: Clusters,
  count: number,
  base: number,
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
    const { style } = mark.scope;
    const margin = marginOf(mark.kind === 'open' ? style.marginLeft : style.marginRight, base);
    const width = margin + borderAndPadding(mark, base);
    if (width !== 0) {
      const side = isBefore ? lead : trail;
      side[owner] = (side[owner] ?? 0) + width;
    }
    edges.push({ kind: mark.kind, scope: mark.scope, owner, isBefore, width, margin });
  }
  return { edges, lead, trail };
}

function borderAndPadding({ kind, scope: { style } }: Mark, base: number): number {
  return kind === 'open'
    ? style.borderLeftWidth + lengthOf(style.paddingLeft, base)
    : style.borderRightWidth + lengthOf(style.paddingRight, base);
}

function marginOf(margin: ComputedStyle['marginLeft'], base: number): number {
  return margin === 'auto' ? 0 : lengthOf(margin, base);
}

/** px of a length whose percentage refers to `base`. */
export function lengthOf({ px, percent }: Length, base: number): number {
  return px + (percent * base) / 100;
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
  let followsLeader = false;
  for (let i = 0; i < count; i++) {
    const flags = clusters.flags[i]!;
    const at = found[clusters.start[i + 1]!]!;
    // What follows a leader stands on its line, at the end of it.
    followsLeader = (flags & cluster.leader) !== 0 || (followsLeader && (flags & cluster.space) !== 0);
    if (flags & cluster.lineFeed) breaks[i] = breakAt.forced;
    else if (at !== breakAt.none && i + 1 < count && !followsLeader && mayBreakAfter(clusters, i, flags))
      breaks[i] = at === breakAt.hyphen ? breakAt.hyphen : breakAt.allowed;
  }
  return breaks;
}

function mayBreakAfter(clusters: Clusters, i: number, flags: number): boolean {
  const { scope } = clusters.runs[clusters.run[i]!]!.segment;
  if (flags & cluster.softHyphen && scope.style.hyphens === 'none') return false;
  if (flags & cluster.space) return wraps(scope.style);
  const next = clusters.runs[clusters.run[i + 1]!]!.segment.scope;
  // The number of a footnote stays with what it is about, whatever character that ends in.
  if (next !== scope && isNoteCall(next)) return false;
  return wraps(commonScope(scope, next).style);
}
