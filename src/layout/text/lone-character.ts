/** CLREQ 3.1.4: no last line of a single Han character, where the line before can spare one. */
import { breakAt } from './breaks.ts';
import { cluster } from './clusters.ts';
import { type LineRange, lineTo, tolerance } from './line-range.ts';
import type { Prepared } from './prepared.ts';

/** The line before keeps so much of its room at least. */
const leastLeft = 2 / 3;

/** The cluster from which on the text up to `end` has only one Han character with its marks; else `end`. */
export function loneCharacterAt({ clusters }: Prepared, end: number): number {
  let hasOne = false;
  for (let i = end - 1; i >= 0; i--) {
    const flags = clusters.flags[i]!;
    if (flags & (cluster.invisible | cluster.lineFeed | cluster.closing)) continue;
    if (hasOne) return i + 1;
    if (!(flags & cluster.ideograph)) break;
    hasOne = true;
  }
  return end;
}

/** The same lines, but last ones of a single character have got a second one from the line before. */
export function withoutLoneCharacters(
  paragraph: Prepared,
  lines: readonly LineRange[],
  availableAt: (line: number) => number,
): readonly LineRange[] {
  const changed: LineRange[] = [];
  for (const line of lines) {
    const before = changed.at(-1);
    const pair =
      before === undefined || line.ending === 'soft' || before.ending !== 'soft'
        ? undefined
        : shared(paragraph, before, line, availableAt(changed.length - 1), availableAt(changed.length));
    if (pair === undefined) changed.push(line);
    else changed.splice(-1, 1, ...pair);
  }
  return changed;
}

function shared(
  paragraph: Prepared,
  before: LineRange,
  last: LineRange,
  room: number,
  lastRoom: number,
): readonly [LineRange, LineRange] | undefined {
  if (last.start < loneCharacterAt(paragraph, last.end)) return undefined;
  let start = last.start - 1;
  while (start > before.start && paragraph.breaks[start - 1] !== breakAt.allowed) start--;
  if (start <= before.start) return undefined;
  const first = lineTo(paragraph, before.start, start, room + tolerance);
  const second = lineTo(paragraph, start, last.end, lastRoom + tolerance);
  return first.width < room * leastLeft || second.width > lastRoom + tolerance ? undefined : [first, second];
}
