/** Captions of a table (CSS 2.1 §17.4.1): above its first rows or below its last ones, as wide as the table. */
import type { TableBox } from '../box/box.ts';
import { ENDLESS } from '../contract.ts';
import type { LayoutContext } from '../flow/context.ts';
import { edgesOf, offsetInLine } from '../flow/sizes.ts';
import type { Placed } from '../fragment.ts';

export interface Captions {
  readonly placed: readonly Placed[];
  readonly height: number;
}

/** Captions of one side below each other, in the table's wrapper box. One taller than `page` px is marked as spilled. */
export function layoutCaptions(
  context: LayoutContext,
  table: TableBox,
  width: number,
  side: 'top' | 'bottom',
  page: number,
): Captions {
  const placed: Placed[] = [];
  let y = 0;
  for (const caption of table.captions) {
    if (caption.style.captionSide !== side) continue;
    const edges = edgesOf(caption.style, width);
    const { fragment } = context.layout(caption, { width, region: ENDLESS });
    const isTall = fragment.height > page;
    placed.push({
      x: offsetInLine(caption.style, edges, fragment.width, width),
      y: y + edges.margin.top,
      fragment: isTall ? { ...fragment, spilled: true } : fragment,
    });
    y += edges.margin.top + fragment.height + edges.margin.bottom;
  }
  return { placed, height: y };
}
