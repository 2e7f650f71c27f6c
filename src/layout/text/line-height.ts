/** The height of one line from the boxes that stand on it (CSS 2.1 §10.8). */
import type { AtomicItem } from './collect.ts';
import type { Scope } from './scope.ts';
import type { TextFonts } from './text-font.ts';
import { atomicExtent, atomicShift, type BoxMetrics, type Extent, isLineAligned } from './vertical.ts';

/** An atomic and the inline box it stands in. */
export interface PlacedAtomic {
  readonly item: AtomicItem;
  readonly scope: Scope;
}

/** Vertical places on a line, px from its top. */
export interface LineHeight {
  readonly height: number;
  /** Of the root inline box. */
  readonly baseline: number;
  readonly baselineOf: (scope: Scope) => number;
  readonly topOf: (atomic: PlacedAtomic) => number;
}

interface Group {
  above: number;
  below: number;
}

/**
 * The line box reaches from the highest to the lowest of the boxes aligned with the root; boxes aligned with
 * the line's top or bottom, and all that is aligned with them, come second and may stretch it.
 */
export function lineHeight(
  root: Scope,
  scopes: Iterable<Scope>,
  atomics: readonly PlacedAtomic[],
  metricsOf: (scope: Scope) => BoxMetrics,
  fonts: TextFonts,
): LineHeight {
  const strut = metricsOf(root).leaded;
  const groups = new Map<Scope | AtomicItem, Group>([[root, { ...strut }]]);
  const styles = new Map<Scope | AtomicItem, Scope['style']>();
  const grow = (anchor: Scope | AtomicItem, shift: number, extent: Extent, style: Scope['style']): void => {
    const group = groups.get(anchor);
    if (group === undefined) {
      groups.set(anchor, { above: extent.above - shift, below: extent.below + shift });
      styles.set(anchor, style);
    } else {
      group.above = Math.max(group.above, extent.above - shift);
      group.below = Math.max(group.below, extent.below + shift);
    }
  };
  for (const scope of scopes) {
    const { anchor, shift, leaded } = metricsOf(scope);
    grow(anchor, shift, leaded, anchor.style);
  }
  for (const { item, scope } of atomics) {
    const outer = metricsOf(scope);
    if (isLineAligned(item.element.style)) grow(item, 0, atomicExtent(item), item.element.style);
    else
      grow(
        outer.anchor,
        outer.shift + atomicShift(item, scope, outer, fonts),
        atomicExtent(item),
        outer.anchor.style,
      );
  }
  return placed(root, groups, styles, metricsOf, fonts);
}

function placed(
  root: Scope,
  groups: ReadonlyMap<Scope | AtomicItem, Group>,
  styles: ReadonlyMap<Scope | AtomicItem, Scope['style']>,
  metricsOf: (scope: Scope) => BoxMetrics,
  fonts: TextFonts,
): LineHeight {
  const main = groups.get(root)!;
  let { above, below } = main;
  for (const [anchor, style] of styles) {
    const group = groups.get(anchor)!;
    const height = group.above + group.below;
    if (style.verticalAlign === 'bottom') above = Math.max(above, height - below);
    else below = Math.max(below, height - above);
  }
  const height = above + below;
  const anchorBaseline = (anchor: Scope | AtomicItem): number => {
    const group = groups.get(anchor);
    if (group === undefined || anchor === root) return above;
    return styles.get(anchor)?.verticalAlign === 'bottom' ? height - group.below : group.above;
  };
  return {
    height,
    baseline: above,
    baselineOf: (scope) => anchorBaseline(metricsOf(scope).anchor) + metricsOf(scope).shift,
    topOf: ({ item, scope }) => {
      if (isLineAligned(item.element.style)) return anchorBaseline(item) - item.baseline;
      const outer = metricsOf(scope);
      return (
        anchorBaseline(outer.anchor) + outer.shift + atomicShift(item, scope, outer, fonts) - item.baseline
      );
    },
  };
}
