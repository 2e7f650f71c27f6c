/**
 * Space between neighbours, which vanishes where a line is broken between them: letter-spacing, word-spacing,
 * the gap between Han and Latin (css-text-4 §8.4) and the squeeze of full-width punctuation (§8.5, CLREQ 3.1.6).
 */
import type { ComputedStyle } from '../../markup/style.ts';
import { type Clusters, cluster, clusterCount } from './clusters.ts';
import { isNoteCall } from './scope.ts';
import { isDigit } from './unicode.ts';

/** CLREQ 3.2.2: a quarter em at most. */
const autospace = 0.25;

/** px after each cluster. Edges of inline boxes stand in `lead` and `trail`: no gap and no squeeze there. */
export function spaceBetween(
  clusters: Clusters,
  text: string,
  lead: readonly number[],
  trail: readonly number[],
): number[] {
  const count = clusterCount(clusters);
  const gaps: number[] = [];
  for (let i = 0; i < count; i++) {
    const flags = clusters.flags[i]!;
    const { font, segment } = clusters.runs[clusters.run[i]!]!;
    let gap =
      flags & (cluster.invisible | cluster.atomic | cluster.leader | cluster.tab) ? 0 : font.letterSpacing;
    if (flags & cluster.wordSeparator) gap += font.wordSpacing;
    if (i + 1 < count && !lead[i + 1] && !trail[i]) {
      const next = clusters.flags[i + 1]!;
      const style = segment.scope.style;
      if (
        style.textAutospace !== 'no-autospace' &&
        isHanLatin(flags, next) &&
        !isNoteCall(segment.scope) &&
        !isNoteCall(clusters.runs[clusters.run[i + 1]!]!.segment.scope) &&
        isAsked(style.textAutospace, clusters, text, flags & cluster.alphanumeric ? i : i + 1)
      )
        gap += autospace * hanSize(clusters, i, flags);
      if (trims(style) && isSqueezed(flags, next)) gap -= font.size / 2;
    }
    gaps.push(gap);
  }
  return gaps;
}

/** Whether the style wants the gap beside this letter or figure. */
function isAsked(
  style: ComputedStyle['textAutospace'],
  { start }: Clusters,
  text: string,
  alphanumeric: number,
): boolean {
  return (
    style === 'normal' || (style === 'ideograph-numeric') === isDigit(text.charCodeAt(start[alphanumeric]!))
  );
}

/** True for the two sides of the gap: an ideograph beside a letter or figure. */
export function isHanLatin(a: number, b: number): boolean {
  return (
    ((a & cluster.ideograph) !== 0 && (b & cluster.alphanumeric) !== 0) ||
    ((a & cluster.alphanumeric) !== 0 && (b & cluster.ideograph) !== 0)
  );
}

function hanSize(clusters: Clusters, i: number, flags: number): number {
  return clusters.runs[clusters.run[flags & cluster.ideograph ? i : i + 1]!]!.font.size;
}

/** True where full-width punctuation may be set half as wide. */
export function trims(style: ComputedStyle): boolean {
  return style.textSpacingTrim !== 'space-all';
}

/** Two blanks meet: after closing, or before a second opening. One em of blank becomes half an em. */
function isSqueezed(a: number, b: number): boolean {
  const punctuation = cluster.opening | cluster.closing;
  if (a & cluster.closing) return (b & punctuation) !== 0;
  return (a & cluster.opening) !== 0 && (b & cluster.opening) !== 0;
}
