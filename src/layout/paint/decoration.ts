/** Backgrounds and borders of fragments (css-backgrounds-3), and the edges that clip what is inside. */
import type { BorderStyle, ComputedStyle } from '../../markup/style.ts';
import type { Files } from '../../world.ts';
import type { BorderEdge, DisplayItem } from '../display.ts';
import type { CollapsedRule } from '../fragment.ts';
import { edgesOfStyle } from '../table/borders.ts';
import { backgroundItems, type Ground } from './backgrounds.ts';
import { inner, type RoundedRect, radiiOf, square } from './corners.ts';
import { borderInsets, paddingInsets } from './edges.ts';

const noEdge: BorderEdge = { width: 0, style: 'none', color: { r: 0, g: 0, b: 0, alpha: 0 } };

/** Background, then border, of a border box. */
export function decorate(
  style: ComputedStyle,
  ground: Ground,
  files: Files,
  hasBackground = true,
): DisplayItem[] {
  const { rect, sides } = ground;
  const items = hasBackground ? backgroundItems(style, ground, files) : [];
  const edges = edgesOfStyle(style);
  const border = {
    top: shown(edges.top, sides.top),
    right: shown(edges.right, sides.right),
    bottom: shown(edges.bottom, sides.bottom),
    left: shown(edges.left, sides.left),
  };
  const { top, right, bottom, left } = border;
  if (top.width > 0 || right.width > 0 || bottom.width > 0 || left.width > 0)
    items.push({ kind: 'border', rect, radii: radiiOf(style, rect, sides), ...border });
  return items;
}

function shown(edge: BorderEdge, isThere: boolean): BorderEdge {
  return isThere && edge.style !== 'none' && edge.width > 0 ? edge : noEdge;
}

/** The padding edge, which `overflow: hidden` clips to. */
export function paddingEdge(style: ComputedStyle, { rect, sides }: Ground): RoundedRect {
  return inner({ rect, radii: radiiOf(style, rect, sides) }, borderInsets(style, sides));
}

/** The content edge, which pictures are cut off at. */
export function contentEdge(style: ComputedStyle, ground: Ground): RoundedRect {
  const { rect, sides, around = rect.width } = ground;
  return inner(paddingEdge(style, ground), paddingInsets(style, sides, around));
}

/** `inset` and `outset` would need a box of their own (CSS 2.1 §17.6.3). */
const collapsedStyles: Readonly<Partial<Record<BorderStyle, BorderStyle>>> = {
  inset: 'ridge',
  outset: 'groove',
};

/** A stretch of a collapsed border: one edge as thick as its rectangle. */
export function ruleItem(rule: CollapsedRule, x: number, y: number): DisplayItem {
  const { rect, along } = rule;
  const edge = { ...rule.edge, style: collapsedStyles[rule.edge.style] ?? rule.edge.style };
  const edges = {
    top: along === 'x' ? edge : noEdge,
    right: noEdge,
    bottom: noEdge,
    left: along === 'y' ? edge : noEdge,
  };
  return { kind: 'border', rect: { ...rect, x: rect.x + x, y: rect.y + y }, radii: square, ...edges };
}
