/** The files of a data folder as located values. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/outcome.ts';
import { entryOf } from '../source/located.ts';
import { readYaml, type YamlFile } from '../source/read-yaml.ts';
import type { Files } from '../world.ts';

/** A file after reading; a broken one lacks what could not be read. */
export interface ReadFile extends YamlFile {
  readonly isBroken: boolean;
}

/** A file that every data folder has. */
export function readFile(files: Files, path: string, report: Report): ReadFile | undefined {
  const file = readOptional(files, path, report);
  if (!file && !files.read(path)) {
    report({
      code: 'D030',
      severity: 'error',
      message: `${path} is missing`,
      help: 'Create it; see the data of another park.',
    });
  }
  return file;
}

/** A file that may be left out. */
export function readOptional(files: Files, path: string, report: Report): ReadFile | undefined {
  const bytes = files.read(path);
  if (!bytes) return undefined;
  const { value, diagnostics } = readYaml(path, bytes);
  for (const diagnostic of diagnostics) report(diagnostic);
  return value && { ...value, isBroken: hasErrors(diagnostics) };
}

/** The park files in order of their paths; ids and names that do not fit are reported. */
export function parkFiles(files: Files, folder: string, report: Report): readonly ReadFile[] {
  const parks = `${folder}/parks/`;
  const paths = files
    .list(`${folder}/parks`)
    .filter((path) => path.startsWith(parks) && /^[^/]+\.ya?ml$/.test(path.slice(parks.length)));
  if (paths.length === 0) {
    report({
      code: 'D030',
      severity: 'error',
      message: `${parks} holds no park`,
      help: `Write a file ${parks}<id>.yaml.`,
    });
  }
  const first = new Map<string, ReadFile>();
  return paths.flatMap((path) => {
    const file = readFile(files, path, report);
    const id = file && entryOf(file.root, 'id')?.value;
    if (!file || id?.kind !== 'scalar' || typeof id.value === 'boolean' || id.value === null)
      return file ?? [];
    const name = path.slice(parks.length).replace(/\.ya?ml$/, '');
    const isTaken = id.source !== name && paths.includes(`${parks}${id.source}.yaml`);
    if (id.source !== name) {
      const help = isTaken
        ? `Write \`id: ${name}\`: ${parks}${id.source}.yaml is the park of that id.`
        : `Call the file ${parks}${id.source}.yaml, or write \`id: ${name}\`.`;
      report({
        code: 'D024',
        severity: 'error',
        message: `the id \`${id.source}\` is not the name of the file`,
        help,
        primary: { span: id.span },
      });
    }
    // A copy that kept its id: that it is a second park of the name is the same fault.
    if (isTaken) return file;
    const other = first.get(id.source);
    const otherId = other && entryOf(other.root, 'id')?.value;
    if (otherId) {
      const labels = [{ span: otherId.span, text: 'first here' }];
      report({
        code: 'D023',
        severity: 'error',
        message: `a second park \`${id.source}\``,
        help: 'Rename one of the two.',
        primary: { span: id.span },
        labels,
      });
    }
    first.set(id.source, file);
    return file;
  });
}
