/** Track sizing (css-grid-2 §12): base sizes from content, then room shared by limits, fractions and stretching. */
import type { Track, TrackBound } from '../../markup/style.ts';
import { resolveDefinite } from '../flow/sizes.ts';
import {
  type Available,
  type Contribution,
  fillEqually,
  resolveIntrinsic,
  type Sized,
  spannedBy,
  total,
} from './contributions.ts';

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
