/**
 * Clusters: what a paragraph is made of once its text is shaped. A cluster is the least that can stand on a
 * line: a character, a ligature, a base with its marks, an atomic, a space. They are kept as columns, one
 * entry for each cluster, because a document has hundreds of thousands of them.
 */
import type { Segment } from './collect.ts';
import type { FontFace, Glyph } from './face.ts';
import type { TextFont } from './text-font.ts';

/** Bits of `flags`. */
export const cluster = {
  /** U+0020 or a tab: hangs at the end of a line. */
  space: 1,
  /** May be stretched by justification: spaces and U+00A0. */
  wordSeparator: 2,
  /** An ideograph, for the Han–Latin gap. */
  ideograph: 4,
  /** A letter or digit, the gap's other side. */
  alphanumeric: 8,
  /** A full em wide: justification may stretch between two of them. */
  wide: 16,
  /** Full-width punctuation, blank on its left half. */
  opening: 32,
  /** Full-width punctuation, blank on its right half. */
  closing: 64,
  /** U+000A */
  lineFeed: 128,
  /** U+00AD: draws a hyphen when the line is broken after it. */
  softHyphen: 256,
  atomic: 512,
  /** Draws nothing and takes no letter-spacing. */
  invisible: 1024,
  /** Fills what is left of the line. */
  leader: 2048,
  /** A tab: as wide as it needs to be to reach the next stop. */
  tab: 4096,
} as const;

/** Clusters that are drawn with one face from one segment. */
interface ClusterRun {
  readonly segment: Segment;
  readonly font: TextFont;
  readonly face: FontFace;
}

/** Columns, index = cluster. Widths in px. `start` and `glyphStart` have one entry more than there are clusters. */
export interface Clusters {
  readonly start: number[];
  readonly glyphStart: number[];
  readonly width: number[];
  readonly flags: number[];
  /** Index in `runs`. */
  readonly run: number[];
  readonly runs: ClusterRun[];
  readonly glyphs: Glyph[];
}

export function emptyClusters(): Clusters {
  return { start: [], glyphStart: [], width: [], flags: [], run: [], runs: [], glyphs: [] };
}

/** Closes the columns after the last cluster of a text of `length` characters. */
export function closeClusters(clusters: Clusters, length: number): void {
  clusters.start.push(length);
  clusters.glyphStart.push(clusters.glyphs.length);
}

/** The number of clusters, once closed. */
export function clusterCount(clusters: Clusters): number {
  return clusters.start.length - 1;
}
