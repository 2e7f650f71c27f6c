/** Comparisons with another engine as tables for people: the words that are farthest off first. */
import type { Comparison } from './oracle-cases.ts';
import { type Difference, distanceOf, isInPlace, tolerance } from './oracle-match.ts';

/** A comparison in a few lines: one when all is in place, else the faults and what helps to find their cause. */
export function printComparison(name: string, comparison: Comparison, limit?: number): string {
  const { differences, faults, idle, messages, isStale, pages } = comparison;
  const inPlace = differences.filter(isInPlace);
  const farthest = Math.max(0, ...inPlace.map(distanceOf));
  const excused = differences.length - inPlace.length - faults.length;
  const parts = [
    `${inPlace.length} of ${differences.length} words within ${tolerance} px (farthest ${farthest.toFixed(2)})`,
    ...(excused > 0 ? [`${excused} differ on purpose`] : []),
    ...(faults.length > 0 ? [`${faults.length} are wrong`] : []),
    ...(pages.ours === pages.theirs ? [] : [`${pages.ours} pages, not ${pages.theirs}`]),
    ...(isStale ? ['the document has changed since: record it again'] : []),
  ];
  const excuses = idle.map(
    ({ words, reason }) => `  excuses nothing: ${[words].flat().join(' ')} (${reason})\n`,
  );
  const told = faults.length > 0 ? messages.map((message) => `  ${message}\n`) : [];
  return `${name}: ${parts.join(', ')}\n${excuses.join('')}${printDifferences(faults, limit)}${told.join('')}`;
}

/** One line a word, at most `limit` of them. Empty when there are none. */
function printDifferences(differences: readonly Difference[], limit = 40): string {
  const sorted = [...differences].sort((a, b) => {
    const [near, far] = [distanceOf(b), distanceOf(a)];
    return near === far
      ? a.page - b.page || a.word.baseline - b.word.baseline || a.word.x - b.word.x
      : near - far;
  });
  const lines = sorted.slice(0, limit).map(printDifference);
  if (sorted.length > limit) lines.push(`  … and ${sorted.length - limit} more`);
  return lines.map((line) => `${line}\n`).join('');
}

function printDifference(difference: Difference): string {
  const { page, word, kind } = difference;
  const place = `page ${page} at ${px(word.x)},${px(word.baseline)}`;
  const name = `  ${JSON.stringify(word.text).padEnd(18)} ${place.padEnd(26)}`;
  switch (kind) {
    case 'moved':
      return `${name} dx ${signed(difference.dx)}  dy ${signed(difference.dy)}`;
    case 'page':
      return `${name} is on our page ${difference.ours}`;
    case 'missing':
      return `${name} is missing in ours`;
    case 'extra':
      return `${name} is only in ours`;
  }
}

function px(value: number): string {
  return value.toFixed(1);
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(2)}`.padStart(8);
}
