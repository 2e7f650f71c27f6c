/** What a build changed since the last edition, as Markdown for people who read it in a job summary. */
import { byCodeUnit } from './digest.ts';
import { changedPart, partReasons } from './fingerprint.ts';
import type { Manifest, ManifestTarget } from './manifest.ts';
import { count } from './print-progress.ts';

export type Change =
  | { readonly kind: 'lost' | 'new'; readonly path: string }
  | { readonly kind: 'changed'; readonly path: string; readonly why: string }
  | { readonly kind: 'same'; readonly path: string };

/** One entry for every path of either manifest: losses first, then what changed, what is new, what is the same. */
export function compareManifests(before: Manifest | undefined, after: Manifest): readonly Change[] {
  const old = new Map(before?.targets.map((target) => [target.path, target]));
  const lost = [...old.keys()]
    .filter((path) => !after.targets.some((target) => target.path === path))
    .map((path): Change => ({ kind: 'lost', path }));
  const rest = after.targets.map((target) => changeOf(old.get(target.path), target));
  const order: readonly Change['kind'][] = ['lost', 'changed', 'new', 'same'];
  return [...lost, ...rest].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || byCodeUnit(a.path, b.path),
  );
}

function changeOf(before: ManifestTarget | undefined, after: ManifestTarget): Change {
  const { path } = after;
  if (!before) return { kind: 'new', path };
  if (before.sha256 === after.sha256) return { kind: 'same', path };
  const part = changedPart(before.parts, after.parts);
  return { kind: 'changed', path, why: part === undefined ? 'no input differs' : partReasons[part] };
}

/** GitHub drops a summary over 1 MiB whole; nobody reads more rows than this. */
const mostRows = 300;

export function printChanges(changes: readonly Change[], edition: Manifest['edition']): string {
  const same = changes.filter(({ kind }) => kind === 'same').length;
  const told = changes.filter(({ kind }) => kind !== 'same');
  if (told.length === 0)
    return `Nothing changed: ${same} files checked, edition ${edition.name} of ${edition.date}.\n`;
  const words = { lost: 'gone', new: 'new', changed: 'changed', same: 'same' } as const;
  const rows = told
    .slice(0, mostRows)
    .map(
      (change) =>
        `| ${words[change.kind]} | \`${change.path}\` | ${change.kind === 'changed' ? change.why : ''} |`,
    );
  return [
    `### Edition ${edition.name} of ${edition.date}: ${told.length} of ${changes.length} files differ`,
    '',
    '| | file | because of |',
    '|---|---|---|',
    ...rows,
    '',
    ...(told.length > mostRows ? [`${told.length - mostRows} more are not listed.`] : []),
    `${count(same)} unchanged.`,
    '',
  ].join('\n');
}
