/** Leaders (css-content-3 §2.6.2): a pattern repeated over the rest of a line, its repetitions aligned over all lines. */
import { closeClusters, clusterCount, emptyClusters } from './clusters.ts';
import type { Segment } from './collect.ts';
import type { GlyphRun } from './face.ts';
import { type ShapeContext, shapeSegment } from './shape.ts';
import { spaceBetween } from './spacing.ts';
import type { TextFont } from './text-font.ts';

/** A leader is shown once at least, so that its pattern cannot be wider than this many characters. */
export const longestPattern = 40;

/** A pattern that is narrower, px, is not drawn: it would take thousands of repetitions to see anything. */
const narrowestPattern = 0.2;

/** One repetition: a run for each face that it needs. Widths in px. */
export interface LeaderPattern {
  readonly runs: readonly GlyphRun[];
  readonly width: number;
}

/** Shapes the pattern of a leader with the font of its element. */
export function shapeLeader(
  pattern: string,
  segment: Segment,
  font: TextFont,
  onMissing: ShapeContext['onMissing'],
): LeaderPattern {
  const text = Array.from(pattern).slice(0, longestPattern).join('');
  const clusters = emptyClusters();
  const whole: Segment = { ...segment, start: 0, end: text.length };
  shapeSegment({ clusters, text, isHanMark: () => false, onMissing }, whole, font);
  closeClusters(clusters, text.length);
  const gaps = spaceBetween(clusters, text, [], []);
  const runs: GlyphRun[] = [];
  const count = clusterCount(clusters);
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && clusters.run[to] === clusters.run[from]) to++;
    const { face, font: used } = clusters.runs[clusters.run[from]!]!;
    const spacing: number[] = [];
    let width = 0;
    for (let i = from; i < to; i++) {
      for (let glyph = clusters.glyphStart[i]! + 1; glyph < clusters.glyphStart[i + 1]!; glyph++)
        spacing.push(0);
      if (clusters.glyphStart[i + 1]! > clusters.glyphStart[i]!) spacing.push(gaps[i]!);
      width += clusters.width[i]! + gaps[i]!;
    }
    runs.push({
      face,
      size: used.size,
      glyphs: clusters.glyphs.slice(clusters.glyphStart[from], clusters.glyphStart[to]),
      spacing,
      text: text.slice(clusters.start[from], clusters.start[to]),
      width,
    });
    from = to;
  }
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
}

/** Runs placed on a line, x in px from where the line begins. */
interface PlacedRun {
  readonly x: number;
  readonly run: GlyphRun;
}

/**
 * As many whole repetitions as fit between `from` and `to`. They stand on a grid that begins at the line's end
 * edge `right`, so that those of successive lines are below each other; one always fits, on the grid or not.
 */
export function fillLeader(
  { runs, width }: LeaderPattern,
  from: number,
  to: number,
  right: number,
): readonly PlacedRun[] {
  if (!(width > narrowestPattern) || !Number.isFinite(right)) return [];
  const slack = 0.001;
  const first = Math.floor((right - from + slack) / width);
  const last = Math.ceil((right - to - slack) / width);
  const count = first - last;
  if (count <= 0) return repeated(runs, to - width, 1, width);
  return repeated(runs, right - first * width, count, width);
}

function repeated(runs: readonly GlyphRun[], x: number, count: number, width: number): readonly PlacedRun[] {
  const [only] = runs;
  if (runs.length === 1 && only !== undefined) return [{ x, run: repeatedRun(only, count) }];
  const placed: PlacedRun[] = [];
  for (let i = 0; i < count; i++) {
    let pen = x + i * width;
    for (const run of runs) {
      placed.push({ x: pen, run });
      pen += run.width;
    }
  }
  return placed;
}

function repeatedRun(run: GlyphRun, count: number): GlyphRun {
  const glyphs = Array.from({ length: count }, () => run.glyphs).flat();
  const spacing = Array.from({ length: count }, () => run.spacing).flat();
  return { ...run, glyphs, spacing, text: run.text.repeat(count), width: run.width * count };
}
