/**
 * The order of painting inside one stacking level (CSS 2.1 Appendix E): backgrounds and borders of blocks, then
 * floats, then content, then positioned boxes; floats and positioned boxes are levels of their own. A fragment is
 * collected into four lists.
 */
import { relativeShift } from '../flow/sizes.ts';
import {
  type BoxFragment,
  type CollapsedRule,
  isFloatFragment,
  type LineFragment,
  type Placed,
} from '../fragment.ts';

/** Coordinates from the page's top left corner. */
export interface At<F> {
  readonly fragment: F;
  readonly x: number;
  readonly y: number;
  /** Inside a repeated header or footer. */
  readonly repeated: boolean;
}

export type Backdrop =
  | ({ readonly kind: 'box' } & At<BoxFragment>)
  | {
      readonly kind: 'rules';
      readonly rules: readonly CollapsedRule[];
      readonly x: number;
      readonly y: number;
    };

export type Content =
  | ({ readonly kind: 'line' } & At<LineFragment>)
  | ({ readonly kind: 'replaced' } & At<BoxFragment>)
  /** A box that clips or is translucent: painted as a whole. */
  | ({ readonly kind: 'group' } & At<BoxFragment>);

export interface Level {
  readonly backdrops: readonly Backdrop[];
  readonly floats: readonly At<BoxFragment>[];
  readonly contents: readonly Content[];
  readonly positioned: readonly At<BoxFragment>[];
}

interface Lists {
  readonly backdrops: Backdrop[];
  readonly floats: At<BoxFragment>[];
  readonly contents: Content[];
  readonly positioned: At<BoxFragment>[];
}

/** Everything inside `root`, whose own background is left out. */
export function collectLevel(root: At<BoxFragment>): Level {
  const lists: Lists = { backdrops: [], floats: [], contents: [], positioned: [] };
  collectInside(root, lists);
  lists.positioned.sort((a, b) => a.fragment.box.element.id - b.fragment.box.element.id);
  return lists;
}

function collectInside({ fragment, x, y, repeated }: At<BoxFragment>, lists: Lists): void {
  for (const child of fragment.children) collectChild(fragment, child, x, y, repeated, lists);
  if (fragment.rules) lists.backdrops.push({ kind: 'rules', rules: fragment.rules, x, y });
  if (fragment.replaced) lists.contents.push({ kind: 'replaced', fragment, x, y, repeated });
  for (const child of fragment.positioned) {
    if (child.fragment.kind === 'box')
      lists.positioned.push({ fragment: child.fragment, x: x + child.x, y: y + child.y, repeated });
  }
}

function collectChild(
  parent: BoxFragment,
  child: Placed,
  x: number,
  y: number,
  wasRepeated: boolean,
  lists: Lists,
): void {
  const { fragment } = child;
  const here = { x: x + child.x, y: y + child.y };
  if (fragment.kind === 'line') {
    lists.contents.push({ kind: 'line', fragment, ...here, repeated: wasRepeated });
    return;
  }
  const repeated = wasRepeated || fragment.repeated === true;
  const { style, anonymous } = fragment.box;
  if (!anonymous && style.position === 'relative')
    lists.positioned.push({ fragment, repeated, ...shifted(parent, fragment, here) });
  else if (isFloatFragment(fragment)) lists.floats.push({ fragment, ...here, repeated });
  else if (isGroup(fragment)) lists.contents.push({ kind: 'group', fragment, ...here, repeated });
  else {
    lists.backdrops.push({ kind: 'box', fragment, ...here, repeated });
    collectInside({ fragment, ...here, repeated }, lists);
  }
}

/** Whether a box needs a clip or an opacity around all that is in it. */
export function isGroup({ box: { style, anonymous } }: BoxFragment): boolean {
  return !anonymous && (style.overflow === 'hidden' || style.opacity < 1);
}

/** css-position-3 §3.3: relative boxes are shifted when painted; `left` wins over `right`, `top` over `bottom`. */
function shifted(
  { base, width }: BoxFragment,
  { box: { style } }: BoxFragment,
  at: { x: number; y: number },
): { x: number; y: number } {
  return {
    x: at.x + relativeShift(style.left, style.right, base?.width ?? width),
    y: at.y + relativeShift(style.top, style.bottom, base?.height),
  };
}
