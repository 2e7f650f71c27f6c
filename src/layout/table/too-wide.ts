/** Why a table cannot become narrower: the widest word of its cells. */
import type { Origin } from '../../diagnostics/span.ts';
import type { Box, TableBox } from '../box/box.ts';
import type { LayoutContext } from '../flow/context.ts';
import { NARROWEST, paragraphOf } from '../flow/paragraphs.ts';

interface Word {
  readonly text: string;
  readonly origin: Origin;
  readonly width: number;
}

/** The widest unbreakable piece of text in a table, nested tables included. */
export function widestWord(context: LayoutContext, table: TableBox): Word | undefined {
  let widest: Word | undefined;
  for (const { box } of table.cells) {
    for (const child of box.children) {
      if (widest && context.intrinsic(child).min <= widest.width) continue;
      const word = widestIn(context, child);
      if (word && (!widest || word.width > widest.width)) widest = word;
    }
  }
  return widest;
}

function widestIn(context: LayoutContext, box: Box): Word | undefined {
  switch (box.kind) {
    case 'lines':
      return longestPiece(context, box);
    case 'block': {
      const words = box.children.flatMap((child) => widestIn(context, child) ?? []);
      return words.sort((a, b) => b.width - a.width)[0];
    }
    case 'table':
      return widestWord(context, box);
    default:
      return undefined;
  }
}

/** On lines without any width every line holds one piece that cannot be broken. */
function longestPiece(context: LayoutContext, box: Extract<Box, { kind: 'lines' }>): Word | undefined {
  if (box.phantom) return undefined;
  let widest: Word | undefined;
  for (const { width, pieces } of paragraphOf(context, box, NARROWEST).lines(1)) {
    if (widest && width <= widest.width) continue;
    const texts = pieces.flatMap((piece) => (piece.kind === 'text' ? [piece] : []));
    const [first] = texts;
    if (first) widest = { text: texts.map(({ run }) => run.text).join(''), origin: first.origin, width };
  }
  return widest;
}
