/** The files that a build depends on, digested, and the parts of each target's key. */
import { type Plan, publicationFor, type Target } from '../press.ts';
import type { Files } from '../world.ts';
import { canonicalJson, type Digest, sha256 } from './digest.ts';
import { digestOfFiles } from './fingerprint.ts';
import { type Digests, digestOfPackages, digestOfProgram, digestsBelow } from './input-digests.ts';
import type { ManifestInput } from './manifest.ts';
import type { KeyedTarget } from './stale.ts';

export interface Inputs {
  readonly data: Digests;
  readonly pictures: Digests;
  readonly templates: Digests;
  readonly packages: Digest;
  readonly parkpress: Digest;
}

/** Digests all of data and templates, the lock file and the program itself. */
export function readInputs(files: Files, project: string): Inputs {
  const data = digestsBelow(files, 'data');
  const isData = ([path]: [string, Digest]): boolean => /\.ya?ml$/.test(path);
  return {
    data: new Map([...data].filter(isData)),
    pictures: new Map([...data].filter((entry) => !isData(entry))),
    templates: digestsBelow(files, 'templates'),
    packages: digestOfPackages(project),
    parkpress: digestOfProgram(project),
  };
}

/** The key parts of a target. */
export function keyOf(target: Target, plan: Plan, inputs: Inputs, date: string | undefined): KeyedTarget {
  const { path, template, subject, lang } = target;
  const publication = publicationFor(target, plan);
  const own = new Map(
    [...inputs.templates].filter(
      ([name]) => name.startsWith(`${template.folder}/`) || name.startsWith('templates/shared/'),
    ),
  );
  // Workbooks name the revisions of their data, brochures hold them.
  const parks = subject.kind === 'park' ? [subject.park] : plan.dataset.parks;
  const attached = new Map(
    [...inputs.data].filter(([name]) => parks.some(({ source }) => name === source.path)),
  );
  return {
    path,
    parts: {
      parkpress: inputs.parkpress,
      packages: inputs.packages,
      parameters: sha256(canonicalJson({ date: date ?? publication.edition.date, lang })),
      // What is of all parks depends on everything.
      publication: subject.kind === 'park' ? sha256(canonicalJson(publication)) : digestOfFiles(inputs.data),
      attachment: digestOfFiles(attached),
      template: digestOfFiles(own),
      pictures: digestOfFiles(inputs.pictures),
    },
    files: { publication: inputs.data, attachment: attached, template: own, pictures: inputs.pictures },
  };
}

/** The inputs as the manifest lists them. */
export function manifestInputs(inputs: Inputs): readonly ManifestInput[] {
  const listed = (digests: Digests, why: string): ManifestInput[] =>
    [...digests].map(([path, digest]) => ({ path, sha256: digest, why }));
  return [
    ...listed(inputs.data, 'facts and sources'),
    ...listed(inputs.pictures, 'pictures and other files among the data'),
    ...listed(inputs.templates, 'how it looks'),
    { path: 'package-lock.json', sha256: inputs.packages, why: 'libraries and fonts, by version and digest' },
    { path: 'src', sha256: inputs.parkpress, why: 'the program, without its tests' },
  ];
}
