/** What the rules said, for people: a line of counts, and on request what kept rules from judging. */
import type { CheckResult } from '../model/publication.ts';
import { count } from './print-progress.ts';

/** Results by id of the park. */
export type Checks = ReadonlyMap<string, readonly CheckResult[]>;

/** Names in one line; what is left is counted. */
const mostNames = 12;

/**
 * “5 parks: 40 rules, 31 judged, 9 not applicable (G1, …); 6 acknowledged”. A rule is not applicable when it had
 * nothing to judge in any park. `pages` is the number of publications that were laid out as well, `unjudged` that of
 * park files with errors of their own.
 */
export function sumUpChecks(checks: Checks, pages: number | undefined, unjudged = 0): string {
  const byRule = outcomesByRule(checks);
  const idle = [...byRule].filter(([, outcomes]) => outcomes.every((one) => one === 'not-applicable'));
  const acknowledged = [...byRule.values()].flat().filter((one) => one === 'acknowledged').length;
  const what = [
    count(checks.size, 'park'),
    ...(pages === undefined ? [] : [count(pages, 'publication')]),
  ].join(' and ');
  const names = idle.length === 0 ? '' : ` (${someOf(idle.map(([rule]) => rule))})`;
  const judged = byRule.size - idle.length;
  const rest =
    unjudged === 0
      ? ''
      : `${count(unjudged, 'park')} not judged by the rules: the errors of data have to be mended first\n`;
  return `${what}: ${count(byRule.size, 'rule')}, ${judged} judged, ${idle.length} not applicable${names}; ${acknowledged} acknowledged\n${rest}`;
}

/** A line for every rule and reason: what was missing, and where. */
export function tellIdle(checks: Checks): string {
  const parksBy = new Map<string, string[]>();
  for (const [park, results] of checks)
    for (const { rule, title, outcome, message } of results) {
      if (outcome !== 'not-applicable') continue;
      const line = `${rule} (${title.en}): ${message.en}`;
      const parks = parksBy.get(line);
      if (parks) parks.push(park);
      else parksBy.set(line, [park]);
    }
  return [...parksBy]
    .map(([line, parks]) => {
      const where = parks.length === checks.size && parks.length > 1 ? 'all parks' : someOf(parks);
      return `not applicable ${line} — ${where}\n`;
    })
    .join('');
}

function outcomesByRule(checks: Checks): ReadonlyMap<string, readonly CheckResult['outcome'][]> {
  const byRule = new Map<string, CheckResult['outcome'][]>();
  for (const results of checks.values())
    for (const { rule, outcome } of results) {
      const outcomes = byRule.get(rule);
      if (outcomes) outcomes.push(outcome);
      else byRule.set(rule, [outcome]);
    }
  return byRule;
}

function someOf(names: readonly string[]): string {
  const more = names.length - mostNames;
  return more <= 0 ? names.join(', ') : `${names.slice(0, mostNames).join(', ')} and ${more} more`;
}
