/** Lines of plain text, which most paragraphs and nearly all cells of tables have: runs on one baseline. */
import { alignLine } from './align.ts';
import type { Clusters } from './clusters.ts';
import type { SetLine } from './finalize.ts';
import { emitEnd, giveOf, pushSpacing, runOf } from './glyph-runs.ts';
import { type LineHeight, lineHeight } from './line-height.ts';
import type { LinePiece } from './lines.ts';
import type { Prepared } from './prepared.ts';
import { createBoxMetrics } from './vertical.ts';

/** Nothing but undecorated text of the block itself, as in most paragraphs and in nearly all cells. */
export function isPlain({ hasBoxes, leaders, anchors, root }: Prepared): boolean {
  return !hasBoxes && leaders.size === 0 && anchors.length === 0 && root.style.textDecorationLine === 'none';
}

/** Lines of plain text: runs one after the other, all on the baseline of the block. */
export function plainSetter(paragraph: Prepared): SetLine {
  const { clusters, gaps, root, fonts } = paragraph;
  const { height, baseline } = strutOf(paragraph);
  return (range, space) => {
    const { x: shift, ratio } = alignLine(paragraph, range, space.available, root.style);
    const give = ratio === 0 ? undefined : giveOf(paragraph, ratio);
    const pieces: LinePiece[] = [];
    const end = emitEnd(paragraph, range);
    const spaceAfterLast = end < range.end;
    let pen = space.x + shift - range.trimStart;
    for (let from = range.start; from < end; ) {
      const run = clusters.run[from]!;
      const x = pen;
      let spacing: number[] | undefined;
      let to = from;
      for (; to < end && clusters.run[to] === run; to++) {
        const extra = to + 1 < range.visibleEnd ? gaps[to]! + (give ? ratio * give[to]! : 0) : 0;
        const own = extra - (to + 1 === range.visibleEnd ? range.trimEnd : 0);
        if (own !== 0) spacing ??= noSpacing(clusters, from, to);
        if (spacing !== undefined) pushSpacing(spacing, clusters, to, own);
        pen += clusters.width[to]! + own;
      }
      const none = fonts.unspaced(clusters.glyphStart[to]! - clusters.glyphStart[from]!);
      const set = runOf(paragraph, range, from, to, pen - x, spacing ?? none);
      pieces.push({ kind: 'text', x, baseline, ...set, spaceAfter: to === end && spaceAfterLast });
      from = to;
    }
    return { height, baseline, width: range.width, pieces, start: range.start };
  };
}

/** The height of lines that hold text of the block alone: the same for all blocks of one font. */
export function strutOf({ fonts, root }: Prepared): LineHeight {
  const font = fonts.of(root.style, root.element);
  const known = fonts.struts.get(font);
  if (known !== undefined) return known;
  const { height, baseline } = lineHeight(root, [], [], createBoxMetrics(fonts), fonts);
  const strut = { height, baseline, baselineOf: () => baseline, topOf: () => baseline };
  fonts.struts.set(font, strut);
  return strut;
}

/** The spacing of the clusters `from..to`, which have none. */
function noSpacing({ glyphStart }: Clusters, from: number, to: number): number[] {
  return new Array<number>(glyphStart[to]! - glyphStart[from]!).fill(0);
}
