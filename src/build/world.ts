/** The real world for the phases: a project's folders on disk, its packages, and the date it is told. */
import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic, Label } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/span.ts';
import type { World } from '../press.ts';
import { createNodeFiles, type Mount, type NodeFiles } from './node-files.ts';

/** Where things are on disk; all absolute. Plain data, so that workers can be told. */
export interface Folders {
  readonly project: string;
  readonly data: string;
  readonly templates: string;
  readonly out: string;
}

export interface NodeWorld extends World {
  readonly files: NodeFiles;
}

/** The folder that holds package.json, whatever the working directory is. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** The folders that were asked for, relative to the working directory; the project's own otherwise. */
export function foldersFor(
  asked: { data?: string | undefined; templates?: string | undefined; out?: string | undefined },
  cwd: string,
): Folders {
  const at = (given: string | undefined, own: string): string =>
    given === undefined ? join(projectFolder, own) : resolve(cwd, given);
  return {
    project: projectFolder,
    data: at(asked.data, 'data'),
    templates: at(asked.templates, 'templates'),
    out: at(asked.out, 'output'),
  };
}

export function packagesFolder(project: string): string {
  return join(project, 'node_modules');
}

/** A world that reads `data/` and `templates/` from the folders. `date` is an ISO day or undefined. */
export function openWorld(folders: Folders, date: string | undefined): NodeWorld {
  return {
    files: createNodeFiles(mountsOf(folders), packagesFolder(folders.project)),
    date,
    producer: `Parkpress ${versionOf(folders.project)}`,
    // Filled by layout, which is not loaded for this.
    fonts: new Map(),
  };
}

/** The names under which the phases know the folders. */
export function mountsOf(folders: Folders): readonly Mount[] {
  return [
    { prefix: 'data/', folder: folders.data },
    { prefix: 'templates/', folder: folders.templates },
  ];
}

export function versionOf(project: string): string {
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/**
 * https://reproducible-builds.org/specs/source-date-epoch/: seconds since 1970 as an ISO day in UTC; undefined when
 * the variable is not set, `invalid` when it cannot be read.
 */
export function sourceDate(epoch: string | undefined): string | undefined | 'invalid' {
  if (epoch === undefined || epoch === '') return undefined;
  const milliseconds = /^\d{1,11}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN;
  return milliseconds <= Date.UTC(9999, 11, 31)
    ? new Date(milliseconds).toISOString().slice(0, 10)
    : 'invalid';
}

/** Rewrites the paths of messages from the mounted names to what the user can open from the working directory. */
export function shownFrom(cwd: string, mounts: readonly Mount[]): (diagnostic: Diagnostic) => Diagnostic {
  const shown = (path: string): string => {
    const mount = mounts.find(({ prefix }) => path.startsWith(prefix) && !path.startsWith('npm:'));
    if (!mount) return path;
    const real = join(mount.folder, path.slice(mount.prefix.length));
    const near = relative(cwd, real);
    return (near.startsWith('..') ? real : near).split(sep).join('/');
  };
  // One text stays one, so that its lines are counted once and its places are shown together.
  const moved = new Map<SourceText, SourceText>();
  const move = (label: Label): Label => {
    const { source } = label.span;
    const known = moved.get(source) ?? { ...source, path: shown(source.path) };
    moved.set(source, known);
    return { ...label, span: { ...label.span, source: known } };
  };
  return (diagnostic) => ({
    ...diagnostic,
    ...(diagnostic.primary && { primary: move(diagnostic.primary) }),
    ...(diagnostic.labels && { labels: diagnostic.labels.map(move) }),
  });
}
