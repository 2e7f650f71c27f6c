/** Track sizing (css-grid-2 §11): base sizes from content, then room shared by limits, fractions and stretching. */
import type { Length, Track, TrackBound } from '../../markup/style.ts';
import { resolveDefinite } from '../flow/sizes.ts';

/** What an item needs of the tracks it spans, px. */
export interface Contribution {
  readonly start: number;
  readonly span: number;
  readonly min: number;
  readonly max: number;
}

/** The room for all tracks: a length, or sizing by content. */
export type Available = number | 'min-content' | 'max-content';

interface Sized {
  base: number;
  limit: number;
  readonly minBy: 'fixed' | 'min' | 'max';
  readonly maxBy: 'fixed' | 'min' | 'max' | 'flex';
  readonly flex: number;
  /** Takes part in `stretch`: its upper bound is `auto`. */
  readonly isAuto: boolean;
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
  resolveIntrinsic(sized, items, gap);
  const gaps = gap * Math.max(tracks.length - 1, 0);
  if (available !== 'min-content')
    maximize(sized, typeof available === 'number' ? available - gaps : Infinity);
  expandFlexible(sized, items, available, gaps, gap);
  if (stretch && typeof available === 'number') stretchAuto(sized, available - gaps);
  return sized.map(({ base }) => base);
}

function initial(track: Track, percentBase: number | undefined): Sized {
  const [min, max] = track.kind === 'minmax' ? [track.min, track.max] : [track, track];
  const minLength = lengthOf(min, percentBase);
  const maxLength = lengthOf(max, percentBase);
  const minBy = minLength !== undefined ? 'fixed' : min.kind === 'max-content' ? 'max' : 'min';
  const maxBy =
    max.kind === 'fr'
      ? 'flex'
      : maxLength !== undefined
        ? 'fixed'
        : max.kind === 'min-content'
          ? 'min'
          : 'max';
  const base = minLength ?? 0;
  return {
    base,
    minBy,
    maxBy,
    limit: maxBy === 'fixed' ? Math.max(maxLength!, base) : base,
    flex: max.kind === 'fr' ? max.value : 0,
    isAuto: maxBy === 'max' && max.kind !== 'max-content',
  };
}

function lengthOf(bound: TrackBound, percentBase: number | undefined): number | undefined {
  return 'length' in bound ? resolveDefinite(bound.length as Length, percentBase) : undefined;
}

/** css-grid-2 §11.5: items of one track first, then those that span more, which share what is lacking. */
function resolveIntrinsic(sized: readonly Sized[], items: readonly Contribution[], gap: number): void {
  for (const item of items) {
    const track = sized[item.start];
    if (item.span !== 1 || !track) continue;
    if (track.minBy !== 'fixed') track.base = Math.max(track.base, item[track.minBy]);
    if (track.maxBy === 'min' || track.maxBy === 'max')
      track.limit = Math.max(track.limit, item[track.maxBy]);
  }
  for (const track of sized) track.limit = Math.max(track.limit, track.base);
  for (const item of [...items].filter(({ span }) => span > 1).sort((a, b) => a.span - b.span)) {
    const spanned = sized.slice(item.start, item.start + item.span);
    const gaps = gap * (spanned.length - 1);
    const flexible = spanned.filter((track) => track.maxBy === 'flex' && track.minBy !== 'fixed');
    const growing = flexible.length > 0 ? flexible : spanned.filter((track) => track.minBy !== 'fixed');
    const lacksMin = item.min - gaps - total(spanned, 'base');
    if (lacksMin > 0) for (const track of growing) track.base += lacksMin / growing.length;
    for (const track of spanned) track.limit = Math.max(track.limit, track.base);
    const limited =
      flexible.length > 0 ? [] : spanned.filter((track) => track.maxBy === 'min' || track.maxBy === 'max');
    const lacksMax = item.max - gaps - total(spanned, 'limit');
    if (lacksMax > 0) for (const track of limited) track.limit += lacksMax / limited.length;
  }
}

function total(sized: readonly Sized[], key: 'base' | 'limit'): number {
  return sized.reduce((sum, track) => sum + track[key], 0);
}

/** css-grid-2 §11.6: free room goes to all tracks equally until they reach their limits. */
function maximize(sized: readonly Sized[], room: number): void {
  let free = room - total(sized, 'base');
  let growing = sized.filter((track) => track.maxBy !== 'flex' && track.limit > track.base);
  while (free > 1e-6 && growing.length > 0) {
    const share = free / growing.length;
    const step = Math.min(share, ...growing.map((track) => track.limit - track.base));
    for (const track of growing) track.base += step;
    free -= step * growing.length;
    growing = growing.filter((track) => track.limit - track.base > 1e-6);
  }
}

/** css-grid-2 §11.7: the size of one fraction; tracks whose content needs more are taken out first. */
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
      ? fractionOf(sized, flexible, available - gaps)
      : contentFraction(sized, flexible, items, gap);
  for (const track of flexible) track.base = Math.max(track.base, fraction * track.flex);
}

function fractionOf(sized: readonly Sized[], flexible: readonly Sized[], room: number): number {
  let sharing = flexible;
  for (;;) {
    const fixed = sized.filter((track) => !sharing.includes(track));
    const factors = sharing.reduce((sum, track) => sum + track.flex, 0);
    const fraction = Math.max(room - total(fixed, 'base'), 0) / Math.max(factors, 1);
    const fitting = sharing.filter((track) => track.base <= fraction * track.flex + 1e-6);
    if (fitting.length === sharing.length || fitting.length === 0) return fraction;
    sharing = fitting;
  }
}

function contentFraction(
  sized: readonly Sized[],
  flexible: readonly Sized[],
  items: readonly Contribution[],
  gap: number,
): number {
  let fraction = Math.max(...flexible.map((track) => track.base / Math.max(track.flex, 1)));
  for (const item of items) {
    const spanned = sized.slice(item.start, item.start + item.span);
    const factors = spanned.reduce((sum, track) => sum + (track.maxBy === 'flex' ? track.flex : 0), 0);
    if (factors === 0) continue;
    const others =
      total(
        spanned.filter((track) => track.maxBy !== 'flex'),
        'base',
      ) +
      gap * (spanned.length - 1);
    fraction = Math.max(fraction, (item.max - others) / Math.max(factors, 1));
  }
  return fraction;
}

/** css-grid-2 §11.8 */
function stretchAuto(sized: readonly Sized[], room: number): void {
  const auto = sized.filter((track) => track.isAuto);
  const free = room - total(sized, 'base');
  if (free > 0) for (const track of auto) track.base += free / auto.length;
}
