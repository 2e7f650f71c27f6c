/**
 * Borders (css-backgrounds-3, 3 and 4). Edges that look alike are painted as one path; others side by side, each cut
 * where it meets its neighbours.
 */
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { BorderEdge, DisplayItem, Rect } from '../../layout/display.ts';
import { flattened, halves, isTopLeft, type Side } from './border-shades.ts';
import { fillPath } from './boxes.ts';
import type { Canvas } from './canvas.ts';
import { strokeLine, strokeRound } from './dashes.ts';
import {
  boxPath,
  innerPath,
  inset,
  insetRadii,
  isRounded,
  type Point,
  polygonPath,
  rectPath,
  type Widths,
} from './path.ts';

type Border = Extract<DisplayItem, { readonly kind: 'border' }>;

const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

export function paintBorder(canvas: Canvas, given: Border, opacity: number): void {
  const border: Border = {
    ...given,
    top: flattened(given.top, 'top'),
    right: flattened(given.right, 'right'),
    bottom: flattened(given.bottom, 'bottom'),
    left: flattened(given.left, 'left'),
  };
  const visible = SIDES.filter((side) => isVisible(border[side]));
  const path = reachPath(border, visible);
  if (path === undefined) {
    paintEdges(canvas, border, visible, opacity);
    return;
  }
  canvas.content.save();
  canvas.content.draw(`${path} W n`);
  paintEdges(canvas, border, visible, opacity);
  canvas.content.restore();
}

function paintEdges(canvas: Canvas, border: Border, visible: readonly Side[], opacity: number): void {
  const [first, ...others] = visible;
  if (first === undefined) return;
  const edge = border[first];
  const areAlike = others.every((side) => isAlike(border[side], edge));
  const isWhole = areAlike && visible.length === 4 && hasOneWidth(border);
  const isRound = isRounded(border.radii);
  if (edge.style === 'solid' && areAlike && !takeRoomUnseen(border, visible))
    paintSolid(canvas, border, visible, opacity);
  else if (edge.style === 'double' && isWhole) paintRings(canvas, border, opacity);
  else if (isBroken(edge) && isWhole && isRound) paintMiddle(canvas, border, edge, opacity);
  else for (const sides of groupsOf(border, visible)) paintSides(canvas, border, sides, opacity);
}

/** Whether there are edges that cannot be seen, but cut the others off where they meet. */
function takeRoomUnseen(border: Border, visible: readonly Side[]): boolean {
  return SIDES.some((side) => border[side].width > 0 && !visible.includes(side));
}

/**
 * What holds all that is painted of a border that is made of rings. Where a side has no width both edges of a ring
 * are one line, which viewers would show as a hairline (ISO 32000-1, 10.6.5); undefined where that cannot be.
 */
function reachPath(border: Border, visible: readonly Side[]): string | undefined {
  const { rect, radii } = border;
  const widths = widthsOf(border);
  const hasRings = isRounded(radii) || visible.some((side) => isRing(border[side]));
  if (!hasRings || widths.every((width) => width > 0)) return undefined;
  const [top, right, bottom, left] = widths;
  const [tl, tr, br, bl] = radii;
  const { x, y, width, height } = rect;
  const corners = [
    { isThere: top > 0 || left > 0, x, y, width: tl.x, height: tl.y },
    { isThere: top > 0 || right > 0, x: x + width - tr.x, y, width: tr.x, height: tr.y },
    {
      isThere: bottom > 0 || right > 0,
      x: x + width - br.x,
      y: y + height - br.y,
      width: br.x,
      height: br.y,
    },
    { isThere: bottom > 0 || left > 0, x, y: y + height - bl.y, width: bl.x, height: bl.y },
  ].filter((corner) => corner.isThere && corner.width > 0);
  const edges = visible.map((side) => edgeRect(rect, widths, side));
  return [...edges, ...corners].map((part) => rectPath(part)).join('\n');
}

/** Lines between two edges, not along the middle and not all of an edge. */
function isRing({ style }: BorderEdge): boolean {
  return style === 'double' || style === 'groove' || style === 'ridge';
}

function isBroken({ style }: BorderEdge): boolean {
  return style === 'dashed' || style === 'dotted';
}

/** Sides that are painted at once, so that no seam shows where they meet. */
function groupsOf(border: Border, visible: readonly Side[]): readonly (readonly Side[])[] {
  const groups: Side[][] = [];
  for (const side of visible) {
    const group = groups.find(([first]) => canJoin(border, first!, side));
    if (group) group.push(side);
    else groups.push([side]);
  }
  return groups;
}

function canJoin(border: Border, a: Side, b: Side): boolean {
  const [p, q] = [border[a], border[b]];
  if (!isAlike(p, q)) return false;
  if (isBroken(p)) return isRounded(border.radii) && p.width === q.width;
  return p.style === 'solid' || p.style === 'double' || isTopLeft(a) === isTopLeft(b);
}

function isVisible({ width, style, color }: BorderEdge): boolean {
  return width > 0 && style !== 'none' && style !== 'hidden' && color.alpha > 0;
}

/** Same style and colour; widths may differ. */
function isAlike(a: BorderEdge, b: BorderEdge): boolean {
  const [p, q] = [a.color, b.color];
  return a.style === b.style && p.r === q.r && p.g === q.g && p.b === q.b && p.alpha === q.alpha;
}

function hasOneWidth(border: Border): boolean {
  return SIDES.every((side) => border[side].width === border.top.width);
}

/** Invisible edges take their room, too. */
function widthsOf({ top, right, bottom, left }: Border): Widths {
  return [top.width, right.width, bottom.width, left.width];
}

function part(widths: Widths, share: number): Widths {
  const [top, right, bottom, left] = widths;
  return [top * share, right * share, bottom * share, left * share];
}

/** The area between two edges inside the border box, each given as a share of the border widths. */
function ringPath({ rect, radii }: Border, widths: Widths, from: number, to: number): string {
  return `${innerPath(rect, radii, part(widths, from))}\n${innerPath(rect, radii, part(widths, to))}`;
}

/** One colour: the ring between outer and inner edge, or one rectangle per edge. */
function paintSolid(canvas: Canvas, border: Border, visible: readonly Side[], opacity: number): void {
  const { color } = border[visible[0]!];
  const widths = widthsOf(border);
  if (isRounded(border.radii)) fillPath(canvas, ringPath(border, widths, 0, 1), color, opacity, true);
  else {
    const path = visible.map((side) => rectPath(edgeRect(border.rect, widths, side))).join('\n');
    fillPath(canvas, path, color, opacity);
  }
}

/** The rectangle of an edge; those at the sides end where top and bottom begin. */
function edgeRect(rect: Rect, [top, right, bottom, left]: Widths, side: Side): Rect {
  const middle = { y: rect.y + top, height: Math.max(0, rect.height - top - bottom) };
  switch (side) {
    case 'top':
      return { ...rect, height: top };
    case 'bottom':
      return { ...rect, y: rect.y + rect.height - bottom, height: bottom };
    case 'left':
      return { ...rect, ...middle, width: left };
    case 'right':
      return { ...rect, ...middle, x: rect.x + rect.width - right, width: right };
    default:
      return assertNever(side);
  }
}

/** Two rings, each a third of the width. */
function paintRings(canvas: Canvas, border: Border, opacity: number): void {
  const widths = widthsOf(border);
  const path = `${ringPath(border, widths, 0, 1 / 3)}\n${ringPath(border, widths, 2 / 3, 1)}`;
  fillPath(canvas, path, border.top.color, opacity, true);
}

/** Dashes along the middle of a rounded border. */
function paintMiddle(canvas: Canvas, border: Border, edge: BorderEdge, opacity: number): void {
  const widths = part(widthsOf(border), 1 / 2);
  const rect = inset(border.rect, widths);
  const radii = insetRadii(border.radii, widths);
  // A quarter of an ellipse is about as long as that of a circle with the mean radius.
  const cut = radii.reduce((sum, { x, y }) => sum + (x + y) * (1 - Math.PI / 4), 0);
  strokeRound(canvas, boxPath(rect, radii), edge, 2 * (rect.width + rect.height) - cut, opacity);
}

/** Edges that look alike, cut where they meet the others. */
function paintSides(canvas: Canvas, border: Border, sides: readonly Side[], opacity: number): void {
  const [first] = sides;
  const edge = border[first!];
  const widths = widthsOf(border);
  const isRound = isRounded(border.radii);
  const joined = (shape: typeof roof): string =>
    sides.map((side) => polygonPath(shape(border.rect, widths, side))).join('\n');
  if (edge.style === 'solid' && !isRound) {
    fillPath(canvas, joined(trapezoid), edge.color, opacity);
    return;
  }
  const { content } = canvas;
  content.save();
  if (isCut(border, sides, opacity)) content.draw(`${joined(roof)} W n`);
  paintCut(canvas, border, first!, opacity);
  content.restore();
}

/** Whether edges end where others begin; broken lines of one opaque colour may share their corners. */
function isCut(border: Border, sides: readonly Side[], opacity: number): boolean {
  const edge = border[sides[0]!];
  const others = SIDES.filter((side) => !sides.includes(side) && border[side].width > 0);
  const mayShare = isBroken(edge) && !isRounded(border.radii) && edge.color.alpha * opacity === 1;
  return others.length > 0 && !(mayShare && others.every((side) => isAlike(border[side], edge)));
}

function paintCut(canvas: Canvas, border: Border, side: Side, opacity: number): void {
  const edge = border[side];
  const widths = widthsOf(border);
  const fill = (from: number, to: number, color = edge.color): void =>
    fillPath(canvas, ringPath(border, widths, from, to), color, opacity, true);
  switch (edge.style) {
    case 'none':
    case 'hidden':
    case 'inset':
    case 'outset':
      return;
    case 'solid':
      fill(0, 1);
      return;
    case 'double':
      fill(0, 1 / 3);
      fill(2 / 3, 1);
      return;
    case 'groove':
    case 'ridge': {
      const [outer, inner] = halves(edge, side);
      fill(0, 1 / 2, outer);
      fill(1 / 2, 1, inner);
      return;
    }
    case 'dashed':
    case 'dotted':
      if (!isRounded(border.radii)) {
        strokeLine(canvas, middleLine(border.rect, edge.width, side), edge, opacity);
        return;
      }
      canvas.content.draw(`${ringPath(border, widths, 0, 1)} W* n`);
      paintMiddle(canvas, border, edge, opacity);
      return;
    default:
      assertNever(edge.style);
  }
}

interface Corners {
  readonly tl: Point;
  readonly tr: Point;
  readonly br: Point;
  readonly bl: Point;
}

function cornersOf({ x, y, width, height }: Rect): Corners {
  return { tl: [x, y], tr: [x + width, y], br: [x + width, y + height], bl: [x, y + height] };
}

/** An edge with its corners cut where it meets its neighbours. */
function trapezoid(rect: Rect, widths: Widths, side: Side): readonly Point[] {
  return between(cornersOf(rect), cornersOf(inset(rect, widths)), side);
}

/**
 * The part of a box that belongs to an edge, as a hipped roof is divided: the lines through the corners go on until
 * they meet in the middle, so that the curves of round corners are on the right side of them.
 */
function roof(rect: Rect, widths: Widths, side: Side): readonly Point[] {
  const [top, right, bottom, left] = widths;
  const reach = Math.min(rect.width / (left + right || 1), rect.height / (top + bottom || 1));
  return between(cornersOf(rect), cornersOf(inset(rect, part(widths, reach))), side);
}

function between(outer: Corners, inner: Corners, side: Side): readonly Point[] {
  switch (side) {
    case 'top':
      return [outer.tl, outer.tr, inner.tr, inner.tl];
    case 'right':
      return [outer.tr, outer.br, inner.br, inner.tr];
    case 'bottom':
      return [outer.br, outer.bl, inner.bl, inner.br];
    case 'left':
      return [outer.bl, outer.tl, inner.tl, inner.bl];
    default:
      return assertNever(side);
  }
}

/** From corner to corner along the middle of an edge. */
function middleLine({ x, y, width, height }: Rect, thickness: number, side: Side): readonly [Point, Point] {
  const half = thickness / 2;
  switch (side) {
    case 'top':
      return [
        [x, y + half],
        [x + width, y + half],
      ];
    case 'bottom':
      return [
        [x, y + height - half],
        [x + width, y + height - half],
      ];
    case 'left':
      return [
        [x + half, y],
        [x + half, y + height],
      ];
    case 'right':
      return [
        [x + width - half, y],
        [x + width - half, y + height],
      ];
    default:
      return assertNever(side);
  }
}
