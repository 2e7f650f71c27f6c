/** Lines as ranges of clusters: what hangs at their ends, what is trimmed there, and how wide that leaves them. */
import { breakAt } from './breaks.ts';
import { cluster } from './clusters.ts';
import type { Glyph } from './face.ts';
import type { Prepared } from './prepared.ts';
import { trims } from './spacing.ts';

/** One line as a range of clusters. */
export interface LineRange {
  readonly start: number;
  /** After the last cluster, hanging spaces included. */
  readonly end: number;
  /** After the last cluster that is not a hanging space. */
  readonly contentEnd: number;
  /** After the last cluster that draws something: `width` ends there. */
  readonly visibleEnd: number;
  readonly ending: 'soft' | 'forced' | 'last';
  /** Broken at a soft hyphen, which is drawn. */
  readonly hyphen: boolean;
  /** px taken off the blank half of the first and the last mark. */
  readonly trimStart: number;
  readonly trimEnd: number;
  /** px, of the content */
  readonly width: number;
}

/** Sums of fractions differ in their last digits; a thousandth of a px never matters. */
export const tolerance = 0.001;

/** Clusters that leave no ink at the end of a line. */
export const hanging = cluster.space | cluster.lineFeed | cluster.invisible;

/** The line of clusters `start..end`, its hanging spaces and squeezed marks taken off. */
export function lineTo(paragraph: Prepared, start: number, end: number, available: number): LineRange {
  const { clusters, count, gaps, total, breaks } = paragraph;
  const hangs = cluster.space | cluster.lineFeed;
  let contentEnd = end;
  while (contentEnd > start && clusters.flags[contentEnd - 1]! & hangs) contentEnd--;
  const last = end - 1;
  const hyphen = endsInHyphen(paragraph, last) && end < count;
  const trimStart = trimOfStart(paragraph, start);
  let width = 0;
  let trimEnd = 0;
  // Spaces hang before what draws nothing, too.
  let visibleEnd = contentEnd;
  while (!hyphen && visibleEnd > start && clusters.flags[visibleEnd - 1]! & hanging) visibleEnd--;
  if (visibleEnd > start) {
    width = total[visibleEnd]! - total[start]! - gaps[visibleEnd - 1]! - trimStart;
    if (hyphen) width += hyphenWidth(paragraph, last);
    trimEnd = trimOfEnd(paragraph, visibleEnd - 1, width > available);
    width -= trimEnd;
  }
  const ending = breaks[last] === breakAt.forced ? 'forced' : end === count ? 'last' : 'soft';
  return { start, end, contentEnd, visibleEnd, ending, hyphen, trimStart, trimEnd, width };
}

/** True where a line that ends after cluster `i` ends in a hyphen that was not written. */
export function endsInHyphen({ breaks, clusters }: Prepared, i: number): boolean {
  return breaks[i] === breakAt.hyphen || (clusters.flags[i]! & cluster.softHyphen) !== 0;
}

/** css-text-4 §8.5: the blank half of an opening mark at the start of a line. */
function trimOfStart({ clusters, breaks }: Prepared, i: number): number {
  if ((clusters.flags[i]! & cluster.opening) === 0) return 0;
  const { segment, font } = clusters.runs[clusters.run[i]!]!;
  const trim = segment.scope.style.textSpacingTrim;
  const isFirst = i === 0 || breaks[i - 1] === breakAt.forced;
  const isTrimmed = trim === 'trim-start' || trim === 'trim-both' || (trim === 'space-first' && !isFirst);
  return isTrimmed ? font.size / 2 : 0;
}

/** The blank half of a closing mark at the end of a line, which mostly goes only where there is no room for it. */
export function trimOfEnd({ clusters }: Prepared, i: number, isTight: boolean): number {
  if ((clusters.flags[i]! & cluster.closing) === 0) return 0;
  const { segment, font } = clusters.runs[clusters.run[i]!]!;
  const { style } = segment.scope;
  return trims(style) && (isTight || style.textSpacingTrim === 'trim-both') ? font.size / 2 : 0;
}

/** The hyphen drawn after cluster `i`, in the face of the text around it. */
export function hyphenGlyphs({ clusters }: Prepared, i: number): readonly Glyph[] {
  const { face, font, segment } = clusters.runs[clusters.run[i]!]!;
  const written = segment.scope.style.hyphenateCharacter;
  const isDrawn = Array.from(written).every((character) => face.has(character.codePointAt(0)!));
  const hyphen = isDrawn ? written : face.has(0x2d) ? '-' : '';
  if (hyphen === '') return [];
  // The glyphs stand for a soft hyphen, so that extracted words stay whole.
  return face
    .shape(hyphen, font.features)
    .map((glyph, index) => ({ ...glyph, codePoints: index === 0 ? [0xad] : [] }));
}

export function hyphenWidth(paragraph: Prepared, i: number): number {
  const { face, font } = paragraph.clusters.runs[paragraph.clusters.run[i]!]!;
  return (
    (hyphenGlyphs(paragraph, i).reduce((sum, glyph) => sum + glyph.advance, 0) * font.size) / face.unitsPerEm
  );
}
