/** Borders (css-backgrounds-3, 4): equal edges are painted as one path, others edge by edge with mitred corners. */

import { assertNever } from '../../diagnostics/assert-never.ts';
import type { BorderEdge, DisplayItem, Radii, Rect } from '../../layout/display.ts';
import { fillPath } from './boxes.ts';
import type { Canvas } from './canvas.ts';
import { boxPath, inset, insetRadii, polygonPath, rectPath } from './path.ts';

type Border = Extract<DisplayItem, { readonly kind: 'border' }>;
type Side = 'top' | 'right' | 'bottom' | 'left';

const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

export function paintBorder(canvas: Canvas, border: Border, opacity: number): void {
  const visible = SIDES.filter((side) => isVisible(border[side]));
  const [first, ...others] = visible;
  if (first === undefined) return;
  const edge = border[first];
  const areAlike = others.every((side) => isAlike(border[side], edge));
  const isRounded = border.radii.some((radius) => radius > 0);
  if (edge.style === 'solid' && areAlike) {
    paintSolid(canvas, border, visible, isRounded, opacity);
  } else if (areAlike && visible.length === 4 && hasOneWidth(border)) {
    paintAround(canvas, border, edge, opacity);
  } else {
    if (isRounded) clipToRing(canvas, border);
    for (const side of visible) paintSide(canvas, border, side, opacity);
    if (isRounded) canvas.content.restore();
  }
}

function isVisible({ width, style, color }: BorderEdge): boolean {
  return width > 0 && style !== 'none' && color.alpha > 0;
}

/** Same style and colour; widths may differ. */
function isAlike(a: BorderEdge, b: BorderEdge): boolean {
  const [p, q] = [a.color, b.color];
  return a.style === b.style && p.r === q.r && p.g === q.g && p.b === q.b && p.alpha === q.alpha;
}

function hasOneWidth(border: Border): boolean {
  return SIDES.every((side) => border[side].width === border.top.width);
}

function widthsOf(border: Border): Radii {
  const width = (side: Side): number => (isVisible(border[side]) ? border[side].width : 0);
  return [width('top'), width('right'), width('bottom'), width('left')];
}

/** One colour: the ring between outer and inner edge, or one rectangle per edge. */
function paintSolid(
  canvas: Canvas,
  border: Border,
  visible: readonly Side[],
  isRounded: boolean,
  opacity: number,
): void {
  const color = border[visible[0]!].color;
  const widths = widthsOf(border);
  if (isRounded) {
    const inner = boxPath(inset(border.rect, widths), insetRadii(border.radii, widths));
    fillPath(canvas, `${boxPath(border.rect, border.radii)}\n${inner}`, color, opacity, true);
    return;
  }
  const path = visible.map((side) => rectPath(edgeRect(border.rect, widths, side))).join('\n');
  fillPath(canvas, path, color, opacity);
}

/** The rectangle of an edge; those at the sides end where top and bottom begin. */
function edgeRect(rect: Rect, [top, right, bottom, left]: Radii, side: Side): Rect {
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

/** Four equal edges that are not solid: a stroke along the middle, or two rings. */
function paintAround(canvas: Canvas, { rect, radii }: Border, edge: BorderEdge, opacity: number): void {
  const half = edge.width / 2;
  if (edge.style === 'double') {
    const ring = (from: number, to: number): string =>
      [from, to].map((by) => boxPath(inset(rect, all(by)), insetRadii(radii, all(by)))).join('\n');
    const third = edge.width / 3;
    const path = `${ring(0, third)}\n${ring(2 * third, edge.width)}`;
    fillPath(canvas, path, edge.color, opacity, true);
    return;
  }
  const length = 2 * (rect.width + rect.height - 4 * half);
  stroke(canvas, boxPath(inset(rect, all(half)), insetRadii(radii, all(half))), edge, length, opacity);
}

function all(by: number): Radii {
  return [by, by, by, by];
}

function clipToRing(canvas: Canvas, border: Border): void {
  const widths = widthsOf(border);
  const inner = boxPath(inset(border.rect, widths), insetRadii(border.radii, widths));
  canvas.content.save();
  canvas.content.draw(`${boxPath(border.rect, border.radii)}\n${inner} W* n`);
}

function paintSide(canvas: Canvas, border: Border, side: Side, opacity: number): void {
  const edge = border[side];
  const widths = widthsOf(border);
  switch (edge.style) {
    case 'none':
    case 'hidden':
      return;
    case 'solid':
      fillPath(canvas, trapezoid(border.rect, widths, side), edge.color, opacity);
      break;
    case 'double': {
      const strip = edgeRect(border.rect, widths, side);
      fillPath(canvas, doubleStrip(strip, side, edge.width / 3), edge.color, opacity);
      break;
    }
    case 'dashed':
    case 'dotted': {
      const { x, y, width, height } = edgeRect(border.rect, widths, side);
      const isFlat = side === 'top' || side === 'bottom';
      const [from, to] = isFlat
        ? ([
            [x, y + height / 2],
            [x + width, y + height / 2],
          ] as const)
        : ([
            [x + width / 2, y],
            [x + width / 2, y + height],
          ] as const);
      stroke(canvas, polygonPath([from, to]).replace(/\nh$/, ''), edge, isFlat ? width : height, opacity);
      break;
    }
    default:
      assertNever(edge.style);
  }
}

/** An edge with its corners cut where it meets its neighbours. */
function trapezoid(rect: Rect, widths: Radii, side: Side): string {
  const inner = inset(rect, widths);
  const corners = ({ x, y, width, height }: Rect) =>
    ({ tl: [x, y], tr: [x + width, y], br: [x + width, y + height], bl: [x, y + height] }) as const;
  const [o, i] = [corners(rect), corners(inner)];
  switch (side) {
    case 'top':
      return polygonPath([o.tl, o.tr, i.tr, i.tl]);
    case 'right':
      return polygonPath([o.tr, o.br, i.br, i.tr]);
    case 'bottom':
      return polygonPath([o.br, o.bl, i.bl, i.br]);
    case 'left':
      return polygonPath([o.bl, o.tl, i.tl, i.bl]);
    default:
      return assertNever(side);
  }
}

function doubleStrip(strip: Rect, side: Side, third: number): string {
  const isFlat = side === 'top' || side === 'bottom';
  const part = (offset: number): Rect =>
    isFlat
      ? { ...strip, y: strip.y + offset, height: third }
      : { ...strip, x: strip.x + offset, width: third };
  return `${rectPath(part(0))}\n${rectPath(part(2 * third))}`;
}

/** Dashes of two widths, dots of one, with gaps that make them end where the line ends. */
function stroke(canvas: Canvas, path: string, edge: BorderEdge, length: number, opacity: number): void {
  const isDotted = edge.style === 'dotted';
  const dash = isDotted ? 0 : 2 * edge.width;
  const period = isDotted ? 2 * edge.width : 4 * edge.width;
  const count = Math.max(1, Math.round((length - dash) / period));
  const gap = Math.max(0.1, (length - dash) / count - dash);
  const alpha = edge.color.alpha * opacity;
  canvas.alpha(alpha, alpha);
  canvas.content.strokeColor(edge.color);
  canvas.content.pen({ width: edge.width, dash: [dash, gap], cap: isDotted ? 1 : 0, join: 0 });
  canvas.content.draw(`${path} S`);
}
