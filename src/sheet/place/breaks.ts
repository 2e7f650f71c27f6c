/** Where printed pages end, so that no chart or picture lies across: manual breaks (18.3.1.74), which need a sheet that is not scaled. */
import type { Sheet } from '../book.ts';
import type { PlacedSheet } from '../placed.ts';

const PAPERS_MM = { A4: [210, 297], A3: [297, 420], Letter: [215.9, 279.4] } as const;
const MM_PER_POINT = 25.4 / 72;
/** A character of the default font is 7 px wide, and a column has 5 px beside its characters. */
const MM_PER_PIXEL = 25.4 / 96;
const DEFAULT_HEIGHT = 15;
/** Columns that nobody gave a width, in mm. */
const DEFAULT_COLUMN = 17;
/** Programs differ a little in what they take for a row or a column. */
const SAFE = 0.97;

interface Room {
  readonly width: number;
  readonly height: number;
}

/** What the margins leave, in mm. */
function roomOf({ orientation, paper, margins: [top, right, bottom, left] }: Sheet): Room {
  const [short, long] = PAPERS_MM[paper];
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  return { width: (width - left - right) * SAFE, height: (height - top - bottom) * SAFE };
}

/** Whether everything fits the width of a page as it is, so that nothing has to be scaled. */
export function fitsUnscaled(
  widths: readonly number[],
  drawn: readonly { readonly width: number }[],
  sheet: Sheet,
): boolean {
  const columns = widths.reduce((sum, width) => sum + (width === 0 ? 0 : width * 7 + 5), 0) * MM_PER_PIXEL;
  const { width } = roomOf(sheet);
  // A page ends with a whole column: up to one of them may be lost.
  return columns <= width && drawn.every((each) => each.width <= width - DEFAULT_COLUMN);
}

/** The rows that end a page: the one before a drawing that would not end on its page. */
export function pageBreaks(
  drawn: readonly { readonly row: number; readonly height: number }[],
  {
    heights,
    titleRows,
    lastRow,
  }: { heights: PlacedSheet['heights']; titleRows: readonly [number, number] | null; lastRow: number },
  sheet: Sheet,
): readonly number[] {
  const room = roomOf(sheet).height;
  const heightOf = (row: number): number => (heights.get(row)?.points ?? DEFAULT_HEIGHT) * MM_PER_POINT;
  const starts = new Map(drawn.map((each) => [each.row, each.height]));
  const breaks: number[] = [];
  let used = 0;
  const repeated = titleRows ? sumOf(titleRows[0], titleRows[1], heightOf) : 0;
  for (let row = 1; row <= lastRow; row++) {
    const own = heightOf(row);
    const isBroken = used + (starts.get(row) ?? own) > room && used > repeated;
    if (isBroken) {
      if (starts.has(row)) breaks.push(row - 1);
      used = repeated;
    }
    used += own;
  }
  return breaks;
}

function sumOf(first: number, last: number, heightOf: (row: number) => number): number {
  let sum = 0;
  for (let row = first; row <= last; row++) sum += heightOf(row);
  return sum;
}
