/**
 * Flexible lengths (css-flexbox-1 §9.7). The solver shares free room without bounds; here items that would become
 * too small or too large are fixed at their bound, and the rest share again, until nothing is out of bounds.
 * Yoga's own bounds are not used, because it stops after two rounds of this and CSS does not.
 */
import type { AxisMargins, FlexEngine } from './engine.ts';

/** Main sizes of a border box, px. `margins` without `auto` are what surrounds it. */
export interface MainSizes {
  readonly base: number;
  readonly least: number;
  readonly most: number;
  readonly grow: number;
  readonly shrink: number;
  /** Padding and border along the main axis. */
  readonly inset: number;
  readonly margins: AxisMargins;
}

/** The size that an item has before free room is shared: its base within its bounds. */
export function hypotheticalSize({ base, least, most }: MainSizes): number {
  return within(base, least, most);
}

function within(size: number, least: number, most: number): number {
  return Math.max(Math.min(size, most), least);
}

/** The sum of margins that are not automatic. */
export function fixedMargins({ before, after }: AxisMargins): number {
  return (before === 'auto' ? 0 : before) + (after === 'auto' ? 0 : after);
}

/** Room that items of these sizes take on a line. */
export function lineLength(items: readonly MainSizes[], sizes: readonly number[], gap: number): number {
  const gaps = gap * Math.max(items.length - 1, 0);
  return items.reduce((sum, item, i) => sum + sizes[i]! + fixedMargins(item.margins), gaps);
}

/** 32-bit floats leave this much in doubt, px. */
const tolerance = 0.005;

/** The main sizes of the items of a line that is `available` px long. */
export function flexedSizes(
  engine: FlexEngine,
  items: readonly MainSizes[],
  available: number,
  gap: number,
): readonly number[] {
  const hypothetical = items.map(hypotheticalSize);
  const free = available - lineLength(items, hypothetical, gap);
  if (Math.abs(free) < 1e-6) return hypothetical;
  const isGrowing = free > 0;
  const factorOf = ({ grow, shrink }: MainSizes): number => (isGrowing ? grow : shrink);
  const settled: (number | undefined)[] = items.map((item, i) => {
    const size = hypothetical[i]!;
    const isFixed = factorOf(item) === 0 || (isGrowing ? item.base > size : item.base < size);
    return isFixed ? size : undefined;
  });
  const initial = available - lineLength(items, startOf(items, settled), gap);
  while (settled.includes(undefined)) {
    const sizes = startOf(items, settled);
    const used = lineLength(items, sizes, gap);
    const factors = items.reduce((sum, item, i) => sum + (settled[i] === undefined ? factorOf(item) : 0), 0);
    // Factors that add up to less than one share that part of the room only.
    const part = factors < 1 ? initial * factors : Infinity;
    const room = Math.abs(part) < Math.abs(available - used) ? part : available - used;
    const targets = engine.share(
      items.map((item, i) => {
        const factor = settled[i] === undefined ? factorOf(item) / Math.min(factors, 1) : 0;
        const [grow, shrink] = isGrowing ? [factor, 0] : [0, factor];
        const size = sizes[i]!;
        return { size, grow, shrink, inner: Math.max(size - item.inset, 0), margins: item.margins };
      }),
      used + room,
      gap,
    );
    settle(items, settled, targets);
  }
  return settled as readonly number[];
}

function startOf(items: readonly MainSizes[], settled: readonly (number | undefined)[]): readonly number[] {
  return items.map(({ base }, i) => settled[i] ?? base);
}

/** §9.7 step 4: settles all, or those that are too small, or those that are too large. */
function settle(
  items: readonly MainSizes[],
  settled: (number | undefined)[],
  targets: readonly number[],
): void {
  const bounded = items.map(({ least, most }, i) => within(targets[i]!, least, most));
  const violations = bounded.map((size, i) => (settled[i] === undefined ? size - targets[i]! : 0));
  const total = violations.reduce((sum, one) => sum + one, 0);
  const open = settled.map((size, i) => (size === undefined ? i : -1)).filter((i) => i >= 0);
  const out = open.filter((i) => (total > 0 ? violations[i]! > 0 : violations[i]! < 0));
  const chosen = Math.abs(total) < tolerance || out.length === 0 ? open : out;
  for (const i of chosen) settled[i] = bounded[i]!;
}
