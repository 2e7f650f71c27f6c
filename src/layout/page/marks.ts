/** What a printer needs around the page (css-page-3 §7.2, §7.3): room for bleed, crop marks and register marks. Lengths in px. */
import type { PageStyle } from '../../markup/tree.ts';
import type { BorderEdge, Corner, DisplayItem, Rect, Sheet } from '../display.ts';

/** Crop marks begin outside the bleed and at least this far from the page, so that no cut shows them. */
const GAP = 8;
const LENGTH = 24;
const WIDTH = 1 / 3;
/** Radius of the circle of a register mark. */
const RADIUS = 6;
const ROUND: Corner = { x: RADIUS, y: RADIUS };

const BLACK = { r: 0, g: 0, b: 0, alpha: 1 };

/** The paper around a page; undefined for pages that are printed as they are. */
export function sheetOf({ bleed, marks }: PageStyle): Sheet | undefined {
  const hasMarks = marks.crop || marks.cross;
  if (bleed === 0 && !hasMarks) return undefined;
  return { bleed, margin: hasMarks ? Math.max(bleed, GAP) + LENGTH : bleed };
}

/** The marks of a page, as filled rectangles and circles on the paper around it. */
export function markItems({ width, height, bleed, marks }: PageStyle): readonly DisplayItem[] {
  const gap = Math.max(bleed, GAP);
  return [
    ...(marks.crop ? cropMarks(width, height, gap) : []),
    ...(marks.cross ? crossMarks(width, height, gap) : []),
  ];
}

/** Two lines at each corner, in line with the edges of the page. */
function cropMarks(width: number, height: number, gap: number): DisplayItem[] {
  const xs = [-WIDTH / 2, width - WIDTH / 2];
  const ys = [-WIDTH / 2, height - WIDTH / 2];
  const outsideX = [-gap - LENGTH, width + gap];
  const outsideY = [-gap - LENGTH, height + gap];
  return [
    ...xs.flatMap((x) => outsideY.map((y) => line({ x, y, width: WIDTH, height: LENGTH }))),
    ...ys.flatMap((y) => outsideX.map((x) => line({ x, y, width: LENGTH, height: WIDTH }))),
  ];
}

/** A cross in a circle in the middle of each side. */
function crossMarks(width: number, height: number, gap: number): DisplayItem[] {
  const away = gap + LENGTH / 2;
  const centres: readonly (readonly [number, number])[] = [
    [width / 2, -away],
    [width / 2, height + away],
    [-away, height / 2],
    [width + away, height / 2],
  ];
  const edge: BorderEdge = { width: WIDTH, style: 'solid', color: BLACK };
  return centres.flatMap(([x, y]): DisplayItem[] => [
    line({ x: x - LENGTH / 2, y: y - WIDTH / 2, width: LENGTH, height: WIDTH }),
    line({ x: x - WIDTH / 2, y: y - LENGTH / 2, width: WIDTH, height: LENGTH }),
    {
      kind: 'border',
      rect: { x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS },
      radii: [ROUND, ROUND, ROUND, ROUND],
      top: edge,
      right: edge,
      bottom: edge,
      left: edge,
    },
  ]);
}

function line(rect: Rect): DisplayItem {
  return { kind: 'rule', rect, color: BLACK };
}
