/** For tests: files in memory laid over those of the project, and the publications of the project's own data. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDataset } from '../model/load.ts';
import type { Publication } from '../model/publication.ts';
import { publicationOf } from '../model/publication-of.ts';
import type { Files } from '../world.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The project's files, and those of `texts` by path. */
export function projectFiles(texts: Readonly<Record<string, string | Uint8Array>> = {}): Files {
  return {
    read: (path) => {
      const given = Object.hasOwn(texts, path) ? texts[path] : undefined;
      if (given !== undefined) return typeof given === 'string' ? new TextEncoder().encode(given) : given;
      const place = join(project, path.replace(/^npm:/, 'node_modules/'));
      return statSync(place, { throwIfNoEntry: false })?.isFile() ? readFileSync(place) : undefined;
    },
    list: (folder) => {
      const below = readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(project.length));
      return [...below, ...Object.keys(texts).filter((path) => path.startsWith(`${folder}/`))].sort();
    },
  };
}

/** Every park of the project in both languages. */
export function projectPublications(): readonly Publication[] {
  const dataset = loadDataset(projectFiles(), 'data').value;
  if (!dataset) throw new Error('the data of the project have errors');
  return dataset.parks.flatMap(({ id }) =>
    (['en', 'zh'] as const).map((lang) => publicationOf(dataset, id, lang, [])!),
  );
}
