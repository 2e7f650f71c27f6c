/**
 * `differs.yaml` beside a case: what differs from the other engine on purpose, and why. Every entry has to excuse
 * something, so that a difference that has gone cannot stay on the list.
 */
import { parse } from 'yaml';
import { z } from 'zod';
import { type Difference, distanceOf, isInPlace } from './oracle-match.ts';

const entrySchema = z.strictObject({
  /** The words as recorded, or all of them. */
  words: z.union([z.literal('*'), z.array(z.coerce.string()).min(1)]),
  /** Only those of this page of the recording; for extra words, of ours. */
  page: z.int().min(1).optional(),
  /** px that they may be off at most. Absent: they may be anywhere, or nowhere. */
  within: z.number().positive().optional(),
  reason: z.string().min(20),
});

export type Excuse = z.infer<typeof entrySchema>;

/** Reads `differs.yaml`; throws when it is not as described here. */
export function parseExcuses(text: string): readonly Excuse[] {
  return z.array(entrySchema).parse(parse(text));
}

/** What no entry excuses, and the entries that excuse nothing. */
export function judge(
  differences: readonly Difference[],
  excuses: readonly Excuse[],
): { readonly faults: readonly Difference[]; readonly idle: readonly Excuse[] } {
  const acting = new Set<Excuse>();
  const faults = differences.filter((difference) => {
    if (isInPlace(difference)) return false;
    const excuse = excuses.find((excuse) => covers(excuse, difference));
    if (excuse) acting.add(excuse);
    return excuse === undefined;
  });
  return { faults, idle: excuses.filter((excuse) => !acting.has(excuse)) };
}

function covers({ words, page, within }: Excuse, difference: Difference): boolean {
  return (
    (words === '*' || words.includes(difference.word.text)) &&
    (page === undefined || page === difference.page) &&
    (within === undefined || distanceOf(difference) <= within)
  );
}
