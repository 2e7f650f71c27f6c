/** The outside world, as the phases see it. Only `src/build` and the scripts implement it. */

/**
 * Reads files by project-relative path with `/` (`data/parks/x.yaml`, `templates/brochure/a.css`),
 * or by `npm:<package>/<file>` for fonts and images that come with an installed package.
 * Nothing outside data, templates and installed packages can be reached.
 */
export interface Files {
  /** The bytes, or undefined when there is no such readable file. */
  read(path: string): Uint8Array | undefined;
  /** Paths of all files below a folder, sorted by code unit. */
  list(folder: string): readonly string[];
}

/** Resolves a reference written in the file `base` to a path for `Files.read`; `npm:` and `https:` references stay as they are. */
export function resolvePath(base: string, reference: string): string {
  if (/^[a-z][a-z\d+.-]+:/i.test(reference)) return reference;
  const parts = base.split('/').slice(0, -1);
  for (const part of reference.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return base.startsWith('/') && !parts.join('/').startsWith('/') ? `/${parts.join('/')}` : parts.join('/');
}
