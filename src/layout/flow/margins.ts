/** Collapsing margins (CSS 2.1 §8.3.1), known before anything is laid out because they depend on styles only. */
import type { BlockBox, Box } from '../box/box.ts';
import { isFloat, isOutOfFlow } from '../box/box.ts';
import { edgesOf, resolveDefinite } from './sizes.ts';

/** A set of adjoining margins: what they collapse to is the largest plus the smallest negative one. */
export interface Strut {
  readonly positive: number;
  readonly negative: number;
}

export const NO_MARGIN: Strut = { positive: 0, negative: 0 };

/** Width in px that a set of adjoining margins collapses to. */
export function collapsed(strut: Strut): number {
  return strut.positive + strut.negative;
}

export function joinStruts(a: Strut, b: Strut): Strut {
  return { positive: Math.max(a.positive, b.positive), negative: Math.min(a.negative, b.negative) };
}

function strutOf(margin: number): Strut {
  return { positive: Math.max(margin, 0), negative: Math.min(margin, 0) };
}

/** `before` adjoins the box above, `after` the one below; both are the same when margins collapse `through` the box. */
export interface Margins {
  readonly before: Strut;
  readonly after: Strut;
  readonly through: boolean;
}

export type MarginsOf = (box: Box, base: number) => Margins;

/** Margins of a box by the width of its containing block; results are kept per box and width. */
export function createMargins(): MarginsOf {
  const known = new Map<Box, { base: number; margins: Margins }>();
  const marginsOf: MarginsOf = (box, base) => {
    const hit = known.get(box);
    if (hit && hit.base === base) return hit.margins;
    const margins = box.kind === 'block' ? blockMargins(box, base, marginsOf) : plainMargins(box, base);
    known.set(box, { base, margins });
    return margins;
  };
  return marginsOf;
}

function plainMargins(box: Box, base: number): Margins {
  const { margin } = edgesOf(box.style, base);
  return {
    before: strutOf(margin.top),
    after: strutOf(margin.bottom),
    through: box.kind === 'lines' && box.phantom,
  };
}

function blockMargins(box: BlockBox, base: number, marginsOf: MarginsOf): Margins {
  const { margin } = edgesOf(box.style, base);
  let before = strutOf(margin.top);
  let after = strutOf(margin.bottom);
  const flow = box.children.filter((child) => !isOutOfFlow(child));
  const cleared = ownCleared(box);
  const canPass =
    cleared.size === 0 &&
    canCollapseThrough(box, base) &&
    flow.every((child) => marginsOf(child, base).through);
  if (canPass) {
    const all = flow.reduce(
      (strut, child) => joinStruts(strut, marginsOf(child, base).before),
      joinStruts(before, after),
    );
    return { before: all, after: all, through: true };
  }
  if (joinsFirstChild(box, base))
    before = joinLeading(flow, before, base, marginsOf, (child) => cleared.has(child));
  if (joinsLastChild(box, base))
    after = joinLeading(
      [...flow].reverse(),
      after,
      base,
      (child, width) => reversed(marginsOf(child, width)),
      (child) => cleared.has(child) && marginsOf(child, base).through,
    );
  return { before, after, through: false };
}

const NONE: ReadonlySet<Box> = new Set();

/**
 * Children that clear floats of the same box: clearance keeps their margins apart from those above them (CSS 2.1
 * §8.3.1, §9.5.2). Whether there is clearance is settled before layout: a float in front of the child counts.
 */
export function ownCleared(box: BlockBox): ReadonlySet<Box> {
  if (!box.hasFloats) return NONE;
  const cleared = new Set<Box>();
  let hasFloat = false;
  for (const child of box.children) {
    if (isFloat(child)) hasFloat = true;
    else if (!isOutOfFlow(child)) {
      if (hasFloat && child.style.clear !== 'none') cleared.add(child);
      hasFloat ||= child.hasFloats;
    }
  }
  return cleared;
}

function reversed({ before, after, through }: Margins): Margins {
  return { before: after, after: before, through };
}

/** Adjoining margins of the first children, up to and with the first that margins do not collapse through. */
function joinLeading(
  flow: readonly Box[],
  own: Strut,
  base: number,
  marginsOf: MarginsOf,
  isApart: (child: Box) => boolean,
): Strut {
  let strut = own;
  for (const child of flow) {
    if (isApart(child)) break;
    const margins = marginsOf(child, base);
    strut = joinStruts(strut, margins.before);
    if (!margins.through) break;
  }
  return strut;
}

/** The top margin of a block adjoins that of its first child when nothing is between them. */
export function joinsFirstChild(box: BlockBox, base: number): boolean {
  return !box.independent && edgesOf(box.style, base).inset.top === 0;
}

/** The bottom margin adjoins that of the last child only under automatic height. */
export function joinsLastChild(box: BlockBox, base: number): boolean {
  const { style } = box;
  const hasHeight =
    resolveDefinite(style.height, undefined) !== undefined ||
    (resolveDefinite(style.minHeight, undefined) ?? 0) > 0;
  return !box.independent && edgesOf(style, base).inset.bottom === 0 && !hasHeight;
}

function canCollapseThrough(box: BlockBox, base: number): boolean {
  const { inset } = edgesOf(box.style, base);
  const height = resolveDefinite(box.style.height, undefined) ?? 0;
  const minHeight = resolveDefinite(box.style.minHeight, undefined) ?? 0;
  return (
    !box.independent &&
    !box.marker &&
    inset.top === 0 &&
    inset.bottom === 0 &&
    height === 0 &&
    minHeight === 0
  );
}
