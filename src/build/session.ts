/** What most commands begin with: folders, date and world from options and environment. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Options } from './options.ts';
import type { Terminal } from './terminal.ts';
import {
  type Folders,
  foldersFor,
  mountsOf,
  type NodeWorld,
  openWorld,
  shownFrom,
  sourceDate,
} from './world.ts';

export interface Session {
  readonly folders: Folders;
  /** A world as the files are now; every run opens its own. */
  readonly open: () => NodeWorld;
  /** Messages with paths that can be opened from the working directory. */
  readonly shown: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
}

/** A session, or what is wrong with the environment. */
export function startSession(options: Options, terminal: Terminal): Session | Diagnostic {
  const date = sourceDate(terminal.env.SOURCE_DATE_EPOCH);
  if (date === 'invalid') {
    const message = `SOURCE_DATE_EPOCH is "${terminal.env.SOURCE_DATE_EPOCH}"`;
    return {
      code: 'B009',
      severity: 'error',
      message,
      help: 'Set it to whole seconds since 1970, or unset it.',
    };
  }
  const folders = foldersFor(options, terminal.cwd);
  const show = shownFrom(terminal.cwd, mountsOf(folders));
  return { folders, open: () => openWorld(folders, date), shown: (diagnostics) => diagnostics.map(show) };
}
