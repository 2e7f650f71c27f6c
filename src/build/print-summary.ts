/** The end of a build: every file with its size and time, then one line of totals. */
import { relative } from 'node:path';
import type { Built } from './build.ts';
import { count, seconds } from './print-progress.ts';

export function summaryOf(
  built: Built,
  out: string,
  cwd: string,
  milliseconds: number,
  selected: (path: string) => boolean,
): string {
  const times = new Map(built.made.map((made) => [made.path, made.milliseconds]));
  const targets = built.manifest.targets.filter(({ path }) => selected(path));
  const folder = relative(cwd, out).startsWith('..') ? out : relative(cwd, out) || '.';
  const rows = targets.map(
    ({ path, bytes }) =>
      [`${folder}/${path}`, size(bytes), times.has(path) ? seconds(times.get(path)!) : 'up to date'] as const,
  );
  const wide = Math.max(0, ...rows.map(([path]) => path.length));
  const lines = rows.map(
    ([path, bytes, time]) => `${path.padEnd(wide)}  ${bytes.padStart(9)}  ${time.padStart(10)}\n`,
  );
  const made = built.made.length === 0 ? 'nothing had to be made' : `${built.made.length} made`;
  return `${lines.join('')}${count(targets.length)}, ${made}, ${seconds(milliseconds)}\n`;
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
