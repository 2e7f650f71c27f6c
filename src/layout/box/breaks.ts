/** Propagation of break values and page names through first and last children (css-break-3 §3.1, css-page-3 §3.4). */
import type { BreakBetween, ComputedStyle } from '../../markup/style.ts';
import type { Forced } from '../contract.ts';
import type { Between, Box } from './box.ts';
import { isOutOfFlow } from './box.ts';

/** The value as layout tells them apart: pages are all there is to avoid. */
export function betweenOf(value: BreakBetween): Between {
  return value === 'avoid-page' ? 'avoid' : value;
}

/** True for the values that ask for a break. */
export function isForced(value: Between): value is Forced {
  return value === 'page' || value === 'left' || value === 'right';
}

/** Joins the values that meet at one break point: forced beats avoid beats auto; of two forced the later wins. */
export function joinBreaks(earlier: Between, later: Between): Between {
  if (isForced(later)) return later;
  if (isForced(earlier)) return earlier;
  return earlier === 'avoid' || later === 'avoid' ? 'avoid' : 'auto';
}

/** The value between two boxes that follow each other; a change of page name forces a break. */
export function breakBetween(earlier: Box, later: Box): Between {
  const joined = joinBreaks(earlier.breakAfter, later.breakBefore);
  return !isForced(joined) && earlier.endPage !== later.startPage ? 'page' : joined;
}

export interface Propagated {
  readonly page: string;
  readonly startPage: string;
  readonly endPage: string;
  readonly breakBefore: Between;
  readonly breakAfter: Between;
  readonly forcedInside: boolean;
}

/** What a box with these block-level children shows to its siblings. */
export function propagate(style: ComputedStyle, page: string, children: readonly Box[]): Propagated {
  const flow = children.filter((child) => !isOutOfFlow(child));
  const first = flow[0];
  const last = flow.at(-1);
  const own = { before: betweenOf(style.breakBefore), after: betweenOf(style.breakAfter) };
  return {
    page,
    startPage: first?.startPage ?? page,
    endPage: last?.endPage ?? page,
    breakBefore: first ? joinBreaks(own.before, first.breakBefore) : own.before,
    breakAfter: last ? joinBreaks(last.breakAfter, own.after) : own.after,
    forcedInside: flow.some(
      (child, i) => child.forcedInside || (i > 0 && isForced(breakBetween(flow[i - 1]!, child))),
    ),
  };
}
