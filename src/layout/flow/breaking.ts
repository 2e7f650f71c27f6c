/**
 * The breaking policy (css-break-3 §4.4). A break costs what it breaks of the rules; the cheapest break on the
 * page is taken, of equal ones the last. Rules are thus dropped only when nothing else keeps content on a page,
 * orphans and widows before `avoid`.
 */
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { BreakInside, ComputedStyle } from '../../markup/style.ts';
import type { Between } from '../box/box.ts';
import { isForced } from '../box/breaks.ts';
import type { BreakToken, EarlyBreak, Forced, Region, Result } from '../contract.ts';
import { EPSILON } from '../contract.ts';
import type { BoxFragment } from '../fragment.ts';

/** What breaks cost that break a rule; costs of nested rules add up. */
export const COST = { orphansOrWidows: 1, insideRow: 2, acrossSpan: 1, avoid: 4 } as const;

/** Costs of the breaks that are possible when content does not fit; absent where there is none. */
export interface Candidates {
  /** Inside the part that does not fit. */
  readonly split?: number | undefined;
  /** Before that part. */
  readonly push?: number | undefined;
  /** At the best earlier place on this page. */
  readonly rewind?: number | undefined;
}

/**
 * What to do when content does not fit: break it (`split`), break before it (`push`), go back (`rewind`); with
 * no break possible here, `leave` it all to the next page if that can help, else `spill` over the page end.
 */
export type Way = 'split' | 'push' | 'rewind' | 'leave' | 'spill';

/** The one place that decides what happens at the end of a page. */
export function wayToBreak({ split, push, rewind }: Candidates, region: Pick<Region, 'mayProgress'>): Way {
  const cheapest = Math.min(split ?? Infinity, push ?? Infinity, rewind ?? Infinity);
  if (cheapest === Infinity) return region.mayProgress ? 'leave' : 'spill';
  if (split === cheapest) return 'split';
  return push === cheapest ? 'push' : 'rewind';
}

/** Whether something `height` px tall fits. */
export function fits(height: number, region: Pick<Region, 'remaining'>): boolean {
  return height <= region.remaining + EPSILON;
}

/** The forced break that a value asks for where the region ends in one: not without pages, not outside columns. */
export function forcedIn(between: Between, { remaining, column }: Region): Forced | undefined {
  if (!isForced(between)) return undefined;
  const isHeeded =
    between === 'column' ? column !== undefined : (column?.paged ?? Number.isFinite(remaining));
  return isHeeded ? between : undefined;
}

/** Cost of an unforced break between two boxes. */
export function costBetween(between: Between, region: Region): number {
  return isForced(between) ? 0 : costOf(between, region);
}

/** What `break-inside` adds to every break inside the box. */
export function costInside(style: ComputedStyle, region: Region): number {
  return costOf(style.breakInside, region);
}

/** `avoid-column` means nothing outside columns, `avoid-page` nothing where another column of the page follows. */
function costOf(value: BreakInside, { column }: Region): number {
  switch (value) {
    case 'auto':
      return 0;
    case 'avoid':
      return COST.avoid;
    case 'avoid-page':
      return column && !column.endsPage ? 0 : COST.avoid;
    case 'avoid-column':
      return column ? COST.avoid : 0;
    default:
      return assertNever(value);
  }
}

/** The better of two early breaks: the cheaper, of equal ones the later. */
export function betterBreak(known: EarlyBreak | undefined, later: EarlyBreak): EarlyBreak {
  return known && known.cost < later.cost ? known : later;
}

/** A result with nothing left. */
export function complete(fragment: BoxFragment, early?: EarlyBreak): Result {
  return { fragment, empty: false, forced: false, cost: 0, ...(early ? { early } : {}) };
}

/** A result that goes on after a break. */
export function broken(fragment: BoxFragment, token: BreakToken, cost: number, isForced = false): Result {
  return { fragment, token, empty: false, forced: isForced, cost: isForced ? 0 : cost };
}

/** A result that placed nothing and wants to go to the next page as a whole. */
export function nothing(fragment: BoxFragment): Result {
  return { fragment, empty: true, forced: false, cost: 0 };
}
