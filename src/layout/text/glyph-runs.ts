/** Glyph runs of lines: which clusters are drawn, the space between them, and the text they stand for. */
import { type Clusters, cluster } from './clusters.ts';
import type { Glyph, GlyphRun } from './face.ts';
import { hyphenGlyphs, type LineRange } from './line-range.ts';
import type { LinePiece } from './lines.ts';
import type { Prepared } from './prepared.ts';
import { preservesSpaces } from './scope.ts';

/** After the last cluster that is drawn: preserved spaces are, collapsible ones at the end of a line are not. */
export function emitEnd({ clusters }: Prepared, range: LineRange): number {
  let end = range.contentEnd;
  while (
    end < range.end &&
    clusters.flags[end]! & cluster.space &&
    preservesSpaces(clusters.runs[clusters.run[end]!]!.segment.scope.style)
  )
    end++;
  return end;
}

/** How far each place of a line gives way that is stretched (above 0) or shrunk. */
export function giveOf(paragraph: Prepared, ratio: number): Float64Array {
  const { stretch, shrink } = paragraph.elasticity();
  return ratio > 0 ? stretch : shrink;
}

/** `own` after the last glyph of a cluster, nothing between its glyphs. */
export function pushSpacing(spacing: number[], { glyphStart }: Clusters, i: number, own: number): void {
  const end = glyphStart[i + 1]!;
  for (let glyph = glyphStart[i]! + 1; glyph < end; glyph++) spacing.push(0);
  if (end > glyphStart[i]!) spacing.push(own);
}

/** The run of the clusters `from..to`, which have one face and one segment, and whose text it is. */
export function runOf(
  paragraph: Prepared,
  range: LineRange,
  from: number,
  to: number,
  width: number,
  spacing: readonly number[],
): Pick<Extract<LinePiece, { readonly kind: 'text' }>, 'run' | 'element' | 'origin'> {
  const { clusters, text } = paragraph;
  const { segment, face, font } = clusters.runs[clusters.run[from]!]!;
  const run: GlyphRun = {
    face,
    size: font.size,
    glyphs:
      from === 0 && to === paragraph.count
        ? clusters.glyphs
        : clusters.glyphs.slice(clusters.glyphStart[from]!, clusters.glyphStart[to]!),
    spacing,
    text: text.slice(clusters.start[from], clusters.start[to]),
    width,
  };
  const { content, scope } = segment;
  const { element } = scope;
  const origin = content.kind === 'text' ? content.originAt(clusters.start[from]!) : element.origin;
  const endsInHyphen = range.hyphen && to === range.end;
  return { run: endsInHyphen ? hyphenated(run, hyphenGlyphs(paragraph, to - 1)) : run, element, origin };
}

function hyphenated(run: GlyphRun, hyphen: readonly Glyph[]): GlyphRun {
  const advance = hyphen.reduce((sum, glyph) => sum + (glyph.advance * run.size) / run.face.unitsPerEm, 0);
  return {
    ...run,
    glyphs: [...run.glyphs, ...hyphen],
    spacing: [...run.spacing, ...hyphen.map(() => 0)],
    width: run.width + advance,
  };
}
