/** Propagation of break values and page names through first and last children (css-break-3 §3.1, css-page-3 §3.4). */
import type { ComputedStyle } from '../../markup/style.ts';
import type { Forced } from '../contract.ts';
import type { Between, Box } from './box.ts';
import { isFloat, isOutOfFlow } from './box.ts';

/** True for the values that ask for a break. */
export function isForced(value: Between): value is Forced {
  return value === 'page' || value === 'left' || value === 'right' || value === 'column';
}

/**
 * Joins the values that meet at one break point: forced beats avoid beats auto. Of two forced ones the later wins,
 * but a page break is a column break, too, and wins over one.
 */
export function joinBreaks(earlier: Between, later: Between): Between {
  if (isForced(later)) return later === 'column' && isForced(earlier) ? earlier : later;
  if (isForced(earlier) || later === 'auto') return earlier;
  return earlier === 'auto' || earlier === later ? later : 'avoid';
}

/** The value between two boxes that follow each other; a change of page name forces a break. */
export function breakBetween(earlier: Box, later: Box): Between {
  const joined = joinBreaks(earlier.breakAfter, later.breakBefore);
  const isPageBreak = isForced(joined) && joined !== 'column';
  return !isPageBreak && earlier.endPage !== later.startPage ? 'page' : joined;
}

export interface Propagated {
  readonly page: string;
  readonly startPage: string;
  readonly endPage: string;
  readonly breakBefore: Between;
  readonly breakAfter: Between;
  readonly forcedInside: boolean;
  readonly hasFloats: boolean;
}

/** What a box with these block-level children shows to its siblings. */
export function propagate(style: ComputedStyle, page: string, children: readonly Box[]): Propagated {
  const flow = children.filter((child) => !isOutOfFlow(child));
  const first = flow[0];
  const last = flow.at(-1);
  const { breakBefore, breakAfter } = style;
  return {
    page,
    startPage: first?.startPage ?? page,
    endPage: last?.endPage ?? page,
    breakBefore: first ? joinBreaks(breakBefore, first.breakBefore) : breakBefore,
    breakAfter: last ? joinBreaks(last.breakAfter, breakAfter) : breakAfter,
    forcedInside: flow.some(
      (child, i) => child.forcedInside || (i > 0 && isForced(breakBetween(flow[i - 1]!, child))),
    ),
    hasFloats: children.some(holdsFloats),
  };
}

/** Whether a box is a float or has one inside that its formatting context reaches to. */
function holdsFloats(box: Box): boolean {
  return (
    isFloat(box) || (box.hasFloats && (box.kind === 'lines' || (box.kind === 'block' && !box.independent)))
  );
}

/** What is seen of a row of columns from outside: breaks between columns stay inside it (css-multicol-1 §5). */
export function outsideColumns(inside: Propagated): Propagated {
  const kept = (value: Between): Between => (value === 'column' || value === 'avoid-column' ? 'auto' : value);
  return { ...inside, breakBefore: kept(inside.breakBefore), breakAfter: kept(inside.breakAfter) };
}
