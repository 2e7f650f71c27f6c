/** Track sizing (css-grid-2 §12): base sizes from content, then room shared by limits, fractions and stretching. */
import type { Track, TrackBound } from '../../markup/style.ts';
import { resolveDefinite } from '../flow/sizes.ts';

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

interface Sized {
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

/** Sizes of tracks in px. `stretch` lets automatic tracks fill what is left. */
export function sizeTracks(
  tracks: readonly Track[],
  items: readonly Contribution[],
  available: Available,
  gap: number,
  stretch: boolean,
): readonly number[] {
  const percentBase = typeof available === 'number' ? available : undefined;
  const sized = tracks.map((track) => initial(track, percentBase));
  const gaps = gap * Math.max(tracks.length - 1, 0);
  resolveIntrinsic(sized, items, available, gap);
  if (available !== 'min-content')
    maximize(sized, typeof available === 'number' ? available - gaps : Infinity);
  expandFlexible(sized, items, available, gaps, gap);
  if (stretch && typeof available === 'number') stretchAuto(sized, available - gaps);
  return sized.map(({ base }) => base);
}

function initial(track: Track, percentBase: number | undefined): Sized {
  const [min, max] = boundsOf(track);
  const minLength = lengthOf(min, percentBase);
  const maxLength = max && lengthOf(max, percentBase);
  const base = minLength ?? 0;
  const fit =
    track.kind === 'fit-content' ? (resolveDefinite(track.limit, percentBase) ?? Infinity) : Infinity;
  const maxBy = max === undefined ? 'fit' : maxLength !== undefined ? 'fixed' : kindOf(max);
  return {
    base,
    limit: maxLength === undefined ? (maxBy === 'flex' ? base : Infinity) : Math.max(maxLength, base),
    minBy:
      minLength !== undefined ? 'fixed' : kindOf(min) === 'flex' ? 'auto' : (kindOf(min) as Sized['minBy']),
    maxBy,
    fit,
    flex: max?.kind === 'fr' ? max.value : 0,
    growable: false,
    planned: 0,
  };
}

/** Lower and upper bound; the upper one of `fit-content()` is its own. */
function boundsOf(track: Track): readonly [TrackBound, TrackBound | undefined] {
  if (track.kind === 'minmax') return [track.min, track.max];
  return track.kind === 'fit-content' ? [{ kind: 'auto' }, undefined] : [track, track];
}

function kindOf(bound: TrackBound): 'auto' | 'min' | 'max' | 'flex' {
  switch (bound.kind) {
    case 'min-content':
      return 'min';
    case 'max-content':
      return 'max';
    case 'fr':
      return 'flex';
    default:
      return 'auto';
  }
}

function lengthOf(bound: TrackBound, percentBase: number | undefined): number | undefined {
  return bound.kind === 'length' ? resolveDefinite(bound.length, percentBase) : undefined;
}

/** §12.5: items of one track first, then those that span more, by rising span; those over flexible tracks last. */
function resolveIntrinsic(
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

function spannedBy(sized: readonly Sized[], item: Contribution): readonly Sized[] {
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
  const isFixed = spanned.every(({ maxBy, fit }) => maxBy === 'fixed' || (maxBy === 'fit' && fit < Infinity));
  if (!isFixed) return item.min;
  const room = spanned.reduce((sum, { maxBy, fit, limit }) => sum + (maxBy === 'fit' ? fit : limit), 0);
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
function fillEqually(
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

function total(sized: readonly Sized[], key: 'base' | 'limit'): number {
  return sized.reduce((sum, track) => sum + track[key], 0);
}

/** §12.6: free room goes to all tracks equally until they reach their limits. */
function maximize(sized: readonly Sized[], room: number): void {
  const growing = sized.filter((track) => track.maxBy !== 'flex' && track.limit > track.base);
  if (room === Infinity) {
    for (const track of growing) track.base = Math.min(track.limit, Math.max(track.fit, track.base));
    return;
  }
  const increases = new Map(growing.map((track) => [track, 0]));
  fillEqually(growing, room - total(sized, 'base'), increases, (track) => track.limit - track.base);
  for (const [track, increase] of increases) track.base += increase;
}

/** §12.7: the size of one fraction; tracks whose content needs more are taken out first. */
function expandFlexible(
  sized: readonly Sized[],
  items: readonly Contribution[],
  available: Available,
  gaps: number,
  gap: number,
): void {
  const flexible = sized.filter((track) => track.maxBy === 'flex' && track.flex > 0);
  if (flexible.length === 0 || available === 'min-content') return;
  const fraction =
    typeof available === 'number'
      ? fractionOf(sized, available - gaps)
      : contentFraction(sized, flexible, items, gap);
  for (const track of flexible) track.base = Math.max(track.base, fraction * track.flex);
}

/** §12.7.1: the largest fraction with which these tracks fill the room. */
function fractionOf(sized: readonly Sized[], room: number): number {
  let sharing = new Set(sized.filter((track) => track.maxBy === 'flex' && track.flex > 0));
  for (;;) {
    const fixed = sized.reduce((sum, track) => sum + (sharing.has(track) ? 0 : track.base), 0);
    const factors = [...sharing].reduce((sum, track) => sum + track.flex, 0);
    const fraction = Math.max(room - fixed, 0) / Math.max(factors, 1);
    const fitting = [...sharing].filter((track) => track.base <= fraction * track.flex + 1e-6);
    if (fitting.length === sharing.size || fitting.length === 0) return fraction;
    sharing = new Set(fitting);
  }
}

function contentFraction(
  sized: readonly Sized[],
  flexible: readonly Sized[],
  items: readonly Contribution[],
  gap: number,
): number {
  const ofTracks = flexible.reduce((most, track) => Math.max(most, track.base / Math.max(track.flex, 1)), 0);
  return items.reduce((most, item) => {
    const spanned = spannedBy(sized, item);
    if (!spanned.some((track) => track.maxBy === 'flex' && track.flex > 0)) return most;
    return Math.max(most, fractionOf(spanned, item.max - gap * (spanned.length - 1)));
  }, ofTracks);
}

/** §12.8 */
function stretchAuto(sized: readonly Sized[], room: number): void {
  const auto = sized.filter((track) => track.maxBy === 'auto');
  const free = room - total(sized, 'base');
  if (free > 0) for (const track of auto) track.base += free / auto.length;
}
