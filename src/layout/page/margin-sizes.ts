/** Sizes of the three margin boxes on one edge of a page (css-page-3 §5.3.2). All sizes are outer ones, in px. */

/** `size` is set when `width` (or `height`) is not auto; `least` and `most` are what `min-width` and `max-width` leave. */
export interface MarginDemand {
  readonly min: number;
  readonly max: number;
  readonly size?: number;
  readonly least?: number;
  readonly most?: number;
}

export interface MarginShare {
  readonly start: number;
  readonly size: number;
}

type Demands = readonly [MarginDemand | undefined, MarginDemand | undefined, MarginDemand | undefined];
type Shares = readonly [MarginShare | undefined, MarginShare | undefined, MarginShare | undefined];

/**
 * Positions of the boxes A (first), B (middle) and C (last) along an edge `available` px long. Boxes that come out
 * larger than `most` are given that size and all is shared again, then those smaller than `least` (§5.3.2.3).
 */
export function shareEdge(available: number, ...demands: Demands): Shares {
  const tentative = shareFreely(available, demands);
  const notTooLarge = fixWhere(demands, tentative, ({ most = Infinity }, size) =>
    size > most ? most : undefined,
  );
  const limited = notTooLarge === demands ? tentative : shareFreely(available, notTooLarge);
  const notTooSmall = fixWhere(notTooLarge, limited, ({ least = 0 }, size) =>
    size < least ? least : undefined,
  );
  return notTooSmall === notTooLarge ? limited : shareFreely(available, notTooSmall);
}

/** The demands, with a fixed size for those that `sizeFor` gives one. */
function fixWhere(
  demands: Demands,
  shares: Shares,
  sizeFor: (demand: MarginDemand, size: number) => number | undefined,
): Demands {
  const [a, b, c] = demands.map((demand, i) => {
    const share = shares[i];
    const size = demand && share && sizeFor(demand, share.size);
    return demand && size !== undefined ? { ...demand, size } : demand;
  });
  return a === demands[0] && b === demands[1] && c === demands[2] ? demands : [a, b, c];
}

function shareFreely(available: number, [a, b, c]: Demands): Shares {
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
