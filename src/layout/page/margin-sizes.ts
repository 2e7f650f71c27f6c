/** Sizes of the three margin boxes on one edge of a page (css-page-3 §5.3.2). All sizes are outer ones, in px. */

/** `size` is set when `width` (or `height`) is not auto. */
export interface MarginDemand {
  readonly min: number;
  readonly max: number;
  readonly size?: number;
}

export interface MarginShare {
  readonly start: number;
  readonly size: number;
}

/** Positions of the boxes A (first), B (middle) and C (last) along an edge `available` px long. */
export function shareEdge(
  available: number,
  a: MarginDemand | undefined,
  b: MarginDemand | undefined,
  c: MarginDemand | undefined,
): readonly [MarginShare | undefined, MarginShare | undefined, MarginShare | undefined] {
  if (!b) {
    const [sizeA, sizeC] = fitTwo(available, a, c);
    return [a && { start: 0, size: sizeA }, undefined, c && { start: available - sizeC, size: sizeC }];
  }
  const sizeB = a || c ? fitTwo(available, b, bothSides(a, c))[0] : (b.size ?? available);
  const startB = (available - sizeB) / 2;
  const side = Math.max(startB, 0);
  const sizeA = a?.size ?? side;
  const sizeC = c?.size ?? side;
  return [
    a && { start: 0, size: sizeA },
    { start: startB, size: sizeB },
    c && { start: available - sizeC, size: sizeC },
  ];
}

/** The imaginary box AC: twice the larger of both, so that B can stay in the middle. */
function bothSides(a: MarginDemand | undefined, c: MarginDemand | undefined): MarginDemand {
  const largest = (key: 'min' | 'max'): number =>
    2 * Math.max(a?.size ?? a?.[key] ?? 0, c?.size ?? c?.[key] ?? 0);
  const isFixed = (!a || a.size !== undefined) && (!c || c.size !== undefined);
  return { min: largest('min'), max: largest('max'), ...(isFixed ? { size: largest('max') } : {}) };
}

/** Two boxes share an edge by what they contain; one alone takes all. */
function fitTwo(
  available: number,
  one: MarginDemand | undefined,
  two: MarginDemand | undefined,
): readonly [number, number] {
  if (!one || !two) return [one ? (one.size ?? available) : 0, two ? (two.size ?? available) : 0];
  if (one.size !== undefined && two.size !== undefined) return [one.size, two.size];
  if (one.size !== undefined) return [one.size, Math.max(available - one.size, two.min)];
  if (two.size !== undefined) return [Math.max(available - two.size, one.min), two.size];
  const flex = (
    base: number,
    other: number,
    weight: number,
    otherWeight: number,
  ): readonly [number, number] => {
    const free = available - base - other;
    const sum = weight + otherWeight;
    const share = sum > 0 ? weight / sum : 0.5;
    return [base + free * share, other + free * (1 - share)];
  };
  if (one.max + two.max <= available) return flex(one.max, two.max, one.max, two.max);
  if (one.min + two.min <= available) return flex(one.min, two.min, one.max - one.min, two.max - two.min);
  return flex(one.min, two.min, one.min, two.min);
}
