/**
 * Where justified lines give way, and how much (css-text-4 §7.3, CLREQ 3.2.2): between words first, then
 * between Han and Latin and around punctuation, least between Han characters. Lengths in px.
 */
import type { ComputedStyle } from '../../markup/style.ts';
import { breakAt } from './breaks.ts';
import { type Clusters, cluster, clusterCount } from './clusters.ts';
import { isHanLatin, trims } from './spacing.ts';

/** By the place after each cluster: what is added or taken at most before a line looks loose or tight. */
export interface Elasticity {
  readonly stretch: Float64Array;
  readonly shrink: Float64Array;
}

/** Of a space between words: those of Knuth and Plass's typefaces, whose spaces are a third of an em wide. */
const wordStretch = 1 / 2;
const wordShrink = 1 / 3;
/** Of the font size: where spaces are narrower, they may grow so much at least, and keep so much. */
const leastStretch = 1 / 8;
const narrowestSpace = 0.16;
/** Of the font size, between Han characters. */
const hanStretch = 0.05;
/** Of the font size, between Han and Latin: JLREQ 3.8 lets a quarter em become an eighth or a half. */
const mixedStretch = 1 / 8;
/** Of the font size: half of the blank that a full-width mark brings along (CLREQ 3.1.6). */
const markShrink = 1 / 4;

/** How every place of a paragraph gives way under the `text-justify` of its block. */
export function elasticityOf(
  clusters: Clusters,
  gaps: readonly number[],
  breaks: Uint8Array,
  style: ComputedStyle,
): Elasticity {
  const count = clusterCount(clusters);
  const stretch = new Float64Array(count);
  const shrink = new Float64Array(count);
  for (let i = 0; i + 1 < count; i++) {
    const flags = clusters.flags[i]!;
    if (breaks[i] === breakAt.forced || style.textJustify === 'none') continue;
    if (flags & cluster.wordSeparator) {
      const size = sizeOf(clusters, i);
      const width = clusters.width[i]! + gaps[i]!;
      stretch[i] = Math.max(clusters.width[i]! * wordStretch, size * leastStretch);
      shrink[i] = Math.max(0, Math.min(width * wordShrink, width - size * narrowestSpace));
    } else if (style.textJustify === 'auto') placeBetween(clusters, i, stretch, shrink);
    if (style.textJustify === 'inter-character') {
      shrink[i] = 0;
      stretch[i] =
        takesSpace(flags) && takesSpace(clusters.flags[i + 1]!) ? sizeOf(clusters, i) * hanStretch : 0;
    }
  }
  return { stretch, shrink };
}

/** Not inside brackets and before stops: such a mark stays with its word. */
function placeBetween(clusters: Clusters, i: number, stretch: Float64Array, shrink: Float64Array): void {
  const flags = clusters.flags[i]!;
  const next = clusters.flags[i + 1]!;
  const marks = cluster.opening | cluster.closing;
  if (!((flags | next) & (cluster.wide | cluster.ideograph))) return;
  const size = sizeOf(clusters, i);
  if (trims(clusters.runs[clusters.run[i]!]!.segment.scope.style)) {
    if (flags & cluster.closing && !(next & marks)) shrink[i]! += size * markShrink;
    if (next & cluster.opening && !(flags & marks)) shrink[i]! += size * markShrink;
  }
  if (flags & cluster.opening || next & cluster.closing) return;
  if (isHanLatin(flags, next)) stretch[i] = size * mixedStretch;
  else if (flags & cluster.wide ? next & (cluster.wide | cluster.alphanumeric) : flags & cluster.alphanumeric)
    stretch[i] = size * hanStretch;
}

function takesSpace(flags: number): boolean {
  return (flags & (cluster.invisible | cluster.lineFeed | cluster.leader)) === 0;
}

function sizeOf(clusters: Clusters, i: number): number {
  return clusters.runs[clusters.run[i]!]!.font.size;
}

/** The sum of one side of the elasticity over the inner places of a line. */
export function sumWithin(side: Float64Array, start: number, visibleEnd: number): number {
  let sum = 0;
  for (let i = start; i + 1 < visibleEnd; i++) sum += side[i]!;
  return sum;
}
