/** Takes the marks out of rendered text and keeps what they said: the origin of every character. */

import { assertNever } from '../diagnostics/assert-never.ts';
import type { Origin, Span } from '../diagnostics/span.ts';
import { enter, leave, open } from './marks.ts';
import type { Merged } from './merged.ts';
import type { Sites } from './sites.ts';

/** A stretch of text from one site; it ends where the next begins. */
interface Segment {
  readonly start: number;
  readonly site: number;
  readonly datum: Span | undefined;
  readonly calls: readonly Span[];
}

/**
 * The text without marks. `data` are the spans that marks refer to; `entry` is the origin of text that nothing
 * marks (an empty document).
 */
export function takeOrigins(marked: string, sites: Sites, data: readonly Span[], entry: Span): Merged {
  const { text, segments } = takeMarks(marked, sites, data);
  return {
    base: entry.source.path,
    text,
    originAt: (offset) => originIn(segments, sites, offset) ?? { place: entry },
  };
}

function takeMarks(
  marked: string,
  sites: Sites,
  data: readonly Span[],
): { text: string; segments: readonly Segment[] } {
  const segments: Segment[] = [];
  const pieces: string[] = [];
  let length = 0;
  let calls: readonly Span[] = [];
  const outer: (readonly Span[])[] = [];
  const mark = /[\uFDD0\uFDD2](\d+)(?:\.(\d+))?\uFDD1|\uFDD3/g;
  let from = 0;
  const take = (until: number): void => {
    if (until > from) pieces.push(marked.slice(from, until));
    length += Math.max(0, until - from);
  };
  for (const match of marked.matchAll(mark)) {
    take(match.index);
    from = match.index + match[0].length;
    const kind = match[0][0];
    if (kind === open) {
      const datum = match[2] === undefined ? undefined : data[Number(match[2])];
      segments.push({ start: length, site: Number(match[1]), datum, calls });
    } else if (kind === enter) {
      outer.push(calls);
      calls = [sites.get('partial', Number(match[1])).span, ...calls];
    } else if (kind === leave) calls = outer.pop() ?? [];
  }
  take(marked.length);
  return { text: pieces.join(''), segments };
}

function originIn(segments: readonly Segment[], sites: Sites, offset: number): Origin | undefined {
  const segment = segments[lastAtOrBefore(segments, offset)];
  if (!segment) return undefined;
  const { datum, calls } = segment;
  const place = placeIn(sites, segment, offset);
  return { place, ...(datum ? { datum } : {}), ...(calls.length > 0 ? { calls } : {}) };
}

function placeIn(sites: Sites, segment: Segment, offset: number): Span {
  const site = sites.at(segment.site);
  switch (site.kind) {
    case 'content': {
      const { source, start, end } = site.span;
      const at = Math.min(start + offset - segment.start, Math.max(start, end - 1));
      return { source, start: at, end: Math.min(at + 1, end) };
    }
    case 'print':
    case 'path':
    case 'call':
    case 'partial':
    case 'body':
      return site.span;
    default:
      return assertNever(site);
  }
}

/** Index of the last segment that starts at or before an offset, -1 if none does. */
function lastAtOrBefore(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (segments[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
