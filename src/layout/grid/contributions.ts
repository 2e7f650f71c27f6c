/** Sizes of tracks by their content (css-grid-2 §12.5): what items ask of the tracks that they lie in. */

/** What an item needs of the tracks it spans, px. `minimum` is what it asks for where tracks are `auto` (§12.5). */
export interface Contribution {
  readonly start: number;
  readonly span: number;
  /** `automatic` takes the content into account only where §6.6 says so; `floor` is what is left without it. */
  readonly minimum: number | 'automatic';
  readonly floor: number;
  readonly min: number;
  readonly max: number;
}

/** The room for all tracks: a length, or sizing by content. */
export type Available = number | 'min-content' | 'max-content';

/** A track while it is sized, px. */
export interface Sized {
  base: number;
  /** Growth limit, possibly infinite. */
  limit: number;
  readonly minBy: 'fixed' | 'auto' | 'min' | 'max';
  readonly maxBy: 'fixed' | 'auto' | 'min' | 'max' | 'fit' | 'flex';
  /** The argument of `fit-content()`, else infinite. */
  readonly fit: number;
  readonly flex: number;
  /** Its limit was infinite when the current step began (§12.5: infinitely growable). */
  growable: boolean;
  planned: number;
}

/** §12.5: items of one track first, then those that span more, by rising span; those over flexible tracks last. */
export function resolveIntrinsic(
  sized: readonly Sized[],
  items: readonly Contribution[],
  available: Available,
  gap: number,
): void {
  const isFlexible = (item: Contribution): boolean =>
    spannedBy(sized, item).some(({ maxBy }) => maxBy === 'flex');
  for (const item of items) if (item.span === 1) fitOne(sized[item.start]!, item, available);
  for (const track of sized) track.limit = Math.max(track.limit, track.base);
  const spanning = items.filter(({ span }) => span > 1);
  const bySpan = new Map<number, Contribution[]>();
  for (const item of spanning.filter((one) => !isFlexible(one))) {
    const alike = bySpan.get(item.span);
    if (alike) alike.push(item);
    else bySpan.set(item.span, [item]);
  }
  for (const span of [...bySpan.keys()].sort((a, b) => a - b))
    fitGroup(sized, bySpan.get(span)!, available, gap, false);
  fitGroup(sized, spanning.filter(isFlexible), available, gap, true);
  for (const track of sized) if (track.limit === Infinity) track.limit = track.base;
}

export function spannedBy(sized: readonly Sized[], item: Contribution): readonly Sized[] {
  return sized.slice(item.start, item.start + item.span);
}

function fitOne(track: Sized, item: Contribution, available: Available): void {
  if (track.minBy !== 'fixed') track.base = Math.max(track.base, baseNeed(track, item, [track], available));
  const limit = limitNeed(track, item);
  if (limit !== undefined) track.limit = Math.max(track.limit === Infinity ? 0 : track.limit, limit);
}

function baseNeed(track: Sized, item: Contribution, spanned: readonly Sized[], available: Available): number {
  if (track.minBy === 'min') return item.min;
  if (track.minBy === 'max') return item.max;
  return typeof available === 'number' ? minimumOf(item, spanned) : limitedMin(item, spanned);
}

function limitNeed(track: Sized, item: Contribution): number | undefined {
  switch (track.maxBy) {
    case 'min':
      return item.min;
    case 'auto':
    case 'max':
      return item.max;
    case 'fit':
      return Math.min(item.max, Math.max(track.fit, track.base));
    default:
      return undefined;
  }
}

/** §6.6: content counts where a track is `auto` at its lower end, and not when several tracks take fractions. */
function minimumOf(item: Contribution, spanned: readonly Sized[]): number {
  if (item.minimum !== 'automatic') return item.minimum;
  const hasAuto = spanned.some(({ minBy }) => minBy === 'auto');
  const isShared = spanned.length > 1 && spanned.some(({ maxBy }) => maxBy === 'flex');
  return hasAuto && !isShared ? limitedMin(item, spanned) : item.floor;
}

/** The smallest content, not more than tracks of fixed upper size can hold. */
function limitedMin(item: Contribution, spanned: readonly Sized[]): number {
  if (spanned.some(({ maxBy }) => maxBy !== 'fixed')) return item.min;
  const room = total(spanned, 'limit');
  const floor = item.minimum === 'automatic' ? item.floor : item.minimum;
  return Math.max(Math.min(item.min, room), floor);
}

type Need = (item: Contribution, spanned: readonly Sized[]) => number;

/** §12.5 steps 3 and 4: what is lacking is shared in six rounds, each for the tracks that ask for it. */
function fitGroup(
  sized: readonly Sized[],
  items: readonly Contribution[],
  available: Available,
  gap: number,
  flexible: boolean,
): void {
  if (items.length === 0) return;
  const grow = (affects: (track: Sized) => boolean, need: Need, beyond: (track: Sized) => boolean): void => {
    for (const item of items) {
      const spanned = spannedBy(sized, item);
      const affected = spanned.filter((track) => (!flexible || track.maxBy === 'flex') && affects(track));
      const space = need(item, spanned) - gap * (spanned.length - 1) - total(spanned, 'base');
      if (space > 0 && affected.length > 0) shareBase(affected, space, beyond, flexible);
    }
    applyPlanned(sized);
  };
  const byContent = typeof available !== 'number';
  const isIntrinsic = ({ maxBy }: Sized): boolean => maxBy !== 'fixed' && maxBy !== 'flex';
  const takesMax = ({ maxBy }: Sized): boolean => maxBy === 'max' || maxBy === 'auto' || maxBy === 'fit';
  grow((track) => track.minBy !== 'fixed', byContent ? limitedMin : minimumOf, isIntrinsic);
  grow(
    ({ minBy }) => minBy === 'min' || minBy === 'max',
    ({ min }) => min,
    isIntrinsic,
  );
  if (available === 'max-content')
    grow(
      ({ minBy }) => minBy === 'auto' || minBy === 'max',
      (item, spanned) => limitedMax(item, spanned),
      takesMax,
    );
  grow(
    ({ minBy }) => minBy === 'max',
    ({ max }) => max,
    takesMax,
  );
  for (const track of sized) track.limit = Math.max(track.limit, track.base);
  if (flexible) return;
  growLimits(sized, items, gap, isIntrinsic, ({ min }) => min);
  growLimits(sized, items, gap, takesMax, ({ max }) => max);
  for (const track of sized) track.growable = false;
}

/** The largest content, not more than tracks of fixed upper size can hold. */
function limitedMax(item: Contribution, spanned: readonly Sized[]): number {
  const isFixed = spanned.every(({ maxBy, fit }) => maxBy === 'fixed' || (maxBy === 'fit' && fit < Infinity));
  if (!isFixed) return item.max;
  const room = spanned.reduce((sum, { maxBy, fit, limit }) => sum + (maxBy === 'fit' ? fit : limit), 0);
  return Math.max(Math.min(item.max, room), limitedMin(item, spanned));
}

/** §12.5.1 for base sizes: equally up to the limits, then beyond them; by fractions over flexible tracks. */
function shareBase(
  affected: readonly Sized[],
  space: number,
  beyond: (track: Sized) => boolean,
  flexible: boolean,
): void {
  const factors = flexible ? affected.reduce((sum, { flex }) => sum + flex, 0) : 0;
  if (flexible && factors > 0) {
    for (const track of affected) track.planned = Math.max(track.planned, (space * track.flex) / factors);
    return;
  }
  const increases = new Map(affected.map((track) => [track, 0]));
  const left = fillEqually(
    affected,
    space,
    increases,
    (track) => Math.min(track.limit, Math.max(track.fit, track.base)) - track.base,
  );
  if (left > 0) {
    const chosen = affected.filter(
      (track) => beyond(track) && track.base + increases.get(track)! < track.fit,
    );
    const rest = chosen.length > 0 ? chosen : affected;
    for (const track of rest) increases.set(track, increases.get(track)! + left / rest.length);
  }
  for (const [track, increase] of increases) track.planned = Math.max(track.planned, increase);
}

/** Gives all the same until each has the `most` it takes; what is left is returned. */
export function fillEqually(
  tracks: readonly Sized[],
  space: number,
  increases: Map<Sized, number>,
  most: (track: Sized) => number,
): number {
  let left = space;
  let growing = tracks.filter((track) => most(track) > 0);
  while (left > 1e-9 && growing.length > 0) {
    const step = Math.min(
      left / growing.length,
      ...growing.map((track) => most(track) - increases.get(track)!),
    );
    for (const track of growing) increases.set(track, increases.get(track)! + step);
    left -= step * growing.length;
    growing = growing.filter((track) => most(track) - increases.get(track)! > 1e-9);
  }
  return Math.max(left, 0);
}

/** §12.5.1 for growth limits: finite ones stay unless they were infinite a step ago. */
function growLimits(
  sized: readonly Sized[],
  items: readonly Contribution[],
  gap: number,
  affects: (track: Sized) => boolean,
  need: (item: Contribution) => number,
): void {
  for (const item of items) {
    const spanned = spannedBy(sized, item);
    const affected = spanned.filter(affects);
    const held = spanned.reduce((sum, { limit, base }) => sum + (limit === Infinity ? base : limit), 0);
    const space = need(item) - gap * (spanned.length - 1) - held;
    if (affected.length === 0) continue;
    const increases = new Map(affected.map((track) => [track, 0]));
    const isOpen = (track: Sized): boolean => track.limit === Infinity || track.growable;
    const sizeOf = ({ limit, base }: Sized): number => (limit === Infinity ? base : limit);
    const left = fillEqually(affected, Math.max(space, 0), increases, (track) =>
      isOpen(track) ? Math.max(track.fit - sizeOf(track), 0) : 0,
    );
    // With every limit reached it goes to all alike, but for `fit-content()` that has what it fits.
    if (!affected.some(isOpen))
      fillEqually(affected, left, increases, (track) => Math.max(track.fit - sizeOf(track), 0));
    for (const [track, increase] of increases) track.planned = Math.max(track.planned, increase);
  }
  const touched = new Set(items.flatMap((item) => spannedBy(sized, item).filter(affects)));
  for (const track of touched) {
    if (track.limit !== Infinity) track.limit += track.planned;
    else {
      track.limit = track.base + track.planned;
      track.growable = true;
    }
    track.planned = 0;
  }
}

function applyPlanned(sized: readonly Sized[]): void {
  for (const track of sized) {
    track.base += track.planned;
    track.planned = 0;
  }
}

export function total(sized: readonly Sized[], key: 'base' | 'limit'): number {
  return sized.reduce((sum, track) => sum + track[key], 0);
}
