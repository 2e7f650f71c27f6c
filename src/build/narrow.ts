/** `--only` for findings: those of the parks that the glob can mean, and those that are of no park. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Files } from '../world.ts';
import { topFolderMatcher } from './glob.ts';
import type { Options, UsageFault } from './options.ts';

/** Says of the id of a park whether it was asked for. */
export type ParkMatcher = (park: string) => boolean;

/** Goes by the names of the files, since faults must not keep a park from being found. */
export function parkMatcher(files: Files, { only }: Pick<Options, 'only'>): ParkMatcher | UsageFault {
  if (only === undefined) return () => true;
  const matches = topFolderMatcher(only);
  if (!matches) return { usage: `"${only}" is not a glob; write for example 'baotou-*/**'` };
  const parks = files.list('data/parks').flatMap((path) => parkOfFile(path) ?? []);
  if (parks.length === 0 || parks.some(matches)) return matches;
  const near = nearest(only.split('/', 1)[0] ?? '', parks);
  const hint = near === undefined ? `one is ${parks[0]}/**` : `did you mean ${near}/**?`;
  return { usage: `there is no park that matches --only ${only}; ${hint}` };
}

/** True unless all the park files that a message names are of other parks. */
export function isAbout({ primary, labels = [] }: Diagnostic, matches: ParkMatcher): boolean {
  const places = primary ? [primary, ...labels] : labels;
  const parks = places.flatMap(({ span }) => parkOfFile(span.source.path) ?? []);
  return parks.length === 0 || parks.some(matches);
}

function parkOfFile(path: string): string | undefined {
  return /^data\/parks\/([^/]+)\.ya?ml$/.exec(path)?.[1];
}
