/** Tab stops (css-text-3 §4.2), counted from where the text after the last forced break begins. */
import { type Clusters, cluster, clusterCount } from './clusters.ts';
import type { Scope } from './scope.ts';
import type { TextFont } from './text-font.ts';

/** Gives every tab the width up to its stop. `font` and `root` are those of the block, which the stops depend on. */
export function setTabs(clusters: Clusters, gaps: readonly number[], root: Scope, font: TextFont): void {
  const count = clusterCount(clusters);
  const face = font.cascade.primary;
  const space = ((face.shape(' ', [])[0]?.advance ?? 0) * font.size) / face.unitsPerEm;
  const { tabSize } = root.style;
  const stop =
    typeof tabSize === 'number' ? tabSize * (space + font.letterSpacing + font.wordSpacing) : tabSize.px;
  let pen = 0;
  for (let i = 0; i < count; i++) {
    const flags = clusters.flags[i]!;
    if (flags & cluster.lineFeed) {
      pen = 0;
      continue;
    }
    if (flags & cluster.tab) widen(clusters, i, stop > 0 ? toStop(pen, stop, space / 2) : 0);
    pen += clusters.width[i]! + gaps[i]!;
  }
}

/** The distance to the next stop; one that is nearer than `least` is passed over. */
function toStop(pen: number, stop: number, least: number): number {
  const distance = stop - (pen % stop);
  return distance < least ? distance + stop : distance;
}

function widen(clusters: Clusters, i: number, width: number): void {
  const { face, font } = clusters.runs[clusters.run[i]!]!;
  clusters.width[i] = width;
  const glyph = clusters.glyphStart[i]!;
  const drawn = clusters.glyphs[glyph];
  if (drawn !== undefined)
    clusters.glyphs[glyph] = { ...drawn, advance: (width * face.unitsPerEm) / font.size };
}
