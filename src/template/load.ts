/** Reads the folder of templates: every subfolder with a `template.yaml`, and what they share. */
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { Outcome } from '../diagnostics/outcome.ts';
import type { SourceText } from '../diagnostics/span.ts';
import type { Lang } from '../model/publication.ts';
import { decodeText } from '../source/decode-text.ts';
import { readYaml, type YamlFile } from '../source/read-yaml.ts';
import type { Files } from '../world.ts';
import { compileTemplate, type TemplateFile } from './compile.ts';
import { helpers } from './helpers/index.ts';
import { allLanguages, decodeManifest, type TemplateManifest } from './manifest.ts';
import { reachable, reportUncalled } from './partials.ts';
import { newSites, type Sites } from './sites.ts';
import { checkData } from './static/check-data.ts';
import { allNames, checkLeftOut, noteTables, reportUnprinted, unprinted } from './static/printed.ts';
import { comparisonShape, type KnownIds, publicationShape } from './static/publication-shape.ts';
import type { Field, Shape } from './static/shape.ts';
import {
  checkUses,
  compareLanguages,
  overlay,
  readStrings,
  reportUnused,
  type StringTable,
} from './strings.ts';
import type { Template } from './template.ts';

const sharedFolder = 'shared';

/** What one folder holds: partials by name (undefined if unreadable) and strings by language. */
interface Folder {
  readonly partials: ReadonlyMap<string, TemplateFile | undefined>;
  readonly strings: Readonly<Record<Lang, StringTable>>;
  readonly sources: readonly SourceText[];
  readonly sound: boolean;
}

interface Reading {
  readonly files: Files;
  readonly sites: Sites;
  readonly report: Report;
  /** Of the data that templates will receive, by what they are of. */
  readonly shapes: Readonly<Record<TemplateManifest['of'], Shape>>;
  readonly names: ReadonlyMap<string, Field>;
  /** Files that a template reaches. */
  readonly reached: Set<TemplateFile>;
}

/**
 * All templates below `folder`, in the order of their names, each checked against the shape of the data that it
 * will receive. A template with errors is left out; the faults of all of them are reported together. `known` are
 * the ids that the data have; only with them is it said what no template prints.
 */
export function loadTemplates(files: Files, folder: string, known?: KnownIds): Outcome<readonly Template[]> {
  const shape = publicationShape(known);
  const shapes = { park: shape, all: comparisonShape(known) };
  const { templates, complete, names, report, diagnostics } = loadFor(shapes, files, folder, known);
  const ofParks = templates.filter((template) => template.of === 'park');
  checkLeftOut(ofParks, names, known, report);
  // What the parks' own templates leave out, those of all parks need not print.
  if (known && complete && ofParks.length > 0) reportUnprinted(unprinted(ofParks, shape, known), report);
  return { value: templates, diagnostics: diagnostics() };
}

/** The templates for data of any shape; what they print together is not looked at. */
export function loadTemplatesFor(shape: Shape, files: Files, folder: string): Outcome<readonly Template[]> {
  const { templates, diagnostics } = loadFor({ park: shape, all: shape }, files, folder);
  return { value: templates, diagnostics: diagnostics() };
}

function loadFor(shapes: Reading['shapes'], files: Files, folder: string, known?: KnownIds) {
  const diagnostics = new Map<string, Diagnostic>();
  const report: Report = (diagnostic) => {
    const { primary } = diagnostic;
    const place = primary ? `${primary.span.source.path}:${primary.span.start}:${primary.span.end}` : '';
    const key = `${place}:${diagnostic.message}`;
    if (!diagnostics.has(key)) diagnostics.set(key, diagnostic);
  };
  const allOf = allNames(shapes.park, known);
  const reading: Reading = { files, sites: newSites(), report, shapes, names: allOf, reached: new Set() };
  const paths = files.list(folder);
  const names = templateNames(paths, folder);
  const shared = readFolder(paths, `${folder}/${sharedFolder}`, reading);
  if (shared.sound) compareLanguages(shared.strings, allLanguages, report);
  const templates = names.flatMap((name) => loadTemplate(name, paths, folder, shared, reading) ?? []);
  const complete = templates.length === names.length;
  // Where something is wrong, that may be the call.
  if (complete) reportUncalled(shared.partials, reading.reached, report);
  return { templates, complete, names: allOf, report, diagnostics: () => [...diagnostics.values()] };
}

function templateNames(paths: readonly string[], folder: string): readonly string[] {
  return paths.flatMap((path) => {
    const [name = '', file, ...deeper] = path.slice(folder.length + 1).split('/');
    return file === 'template.yaml' && deeper.length === 0 && name !== sharedFolder ? [name] : [];
  });
}

function readFolder(paths: readonly string[], folder: string, reading: Reading): Folder {
  const { files, sites, report } = reading;
  const partials = new Map<string, TemplateFile | undefined>();
  const strings: Record<Lang, StringTable> = { en: new Map(), zh: new Map() };
  const sources: SourceText[] = [];
  let sound = true;
  const strict: Report = (diagnostic) => {
    if (diagnostic.severity === 'error') sound = false;
    report(diagnostic);
  };
  for (const path of paths) {
    const name = path.slice(folder.length + 1);
    if (!path.startsWith(`${folder}/`) || name.includes('/')) continue;
    const bytes = files.read(path);
    if (!bytes) continue;
    if (name.endsWith('.hbs')) {
      const source = decodeText(path, bytes, report);
      const file = source && compileTemplate(source, helpers, sites, report);
      if (source) sources.push(source);
      partials.set(name.slice(0, -'.hbs'.length), file);
    }
    const lang = allLanguages.find((each) => name === `strings.${each}.yaml`);
    const yaml = lang && readYamlFile(path, bytes, strict);
    if (lang && yaml) {
      strings[lang] = readStrings(yaml.root, yaml.source, strict);
      sources.push(yaml.source);
    }
  }
  return { partials, strings, sources, sound };
}

function readYamlFile(path: string, bytes: Uint8Array, report: Report): YamlFile | undefined {
  const { value, diagnostics } = readYaml(path, bytes);
  for (const diagnostic of diagnostics) report(diagnostic);
  return value;
}

function loadTemplate(
  name: string,
  paths: readonly string[],
  parent: string,
  shared: Folder,
  reading: Reading,
): Template | undefined {
  const { files, sites, report, shapes } = reading;
  const folder = `${parent}/${name}`;
  let sound = shared.sound;
  const strict: Report = (diagnostic) => {
    if (diagnostic.severity === 'error') sound = false;
    report(diagnostic);
  };
  const yaml = readYamlFile(
    `${folder}/template.yaml`,
    files.read(`${folder}/template.yaml`) ?? new Uint8Array(),
    strict,
  );
  const own = readFolder(paths, folder, reading);
  const entryFiles = [...own.partials.keys()].map((key) => `${key}.hbs`);
  const manifest = yaml && decodeManifest(yaml.root, entryFiles, strict);
  const entry = manifest && own.partials.get(manifest.entry.replace(/\.hbs$/, ''));
  if (!yaml || !manifest || !entry) return undefined;
  const { named, unreadable } = namesOf(shared, own);
  const reached = reachable(entry, named, unreadable, strict);
  for (const file of reached.files) reading.reached.add(file);
  const printed = new Set(checkData(entry, { partials: named, helpers, shape: shapes[manifest.of] }, strict));
  for (const file of reached.files) noteTables(file.source.text, reading.names, printed);
  const strings = {
    en: overlay(shared.strings.en, own.strings.en),
    zh: overlay(shared.strings.zh, own.strings.zh),
  };
  const all = reached.complete && reached.files.every((file) => file.compiled) && own.sound;
  // Where a file of strings is faulty, every use of them would look wrong.
  const used = own.sound && shared.sound ? checkStrings(strings, reached.files, manifest, strict) : undefined;
  // Where something else is wrong, that may be the use.
  if (used && sound && all)
    for (const lang of manifest.languages) reportUnused(own.strings[lang], used, report);
  if (sound && all) reportUncalled(own.partials, reading.reached, report);
  const { compiled } = entry;
  if (!sound || !all || !compiled) return undefined;
  const partials = [...named].flatMap(([key, file]) =>
    file.compiled ? [[key, file.compiled] as const] : [],
  );
  return {
    name,
    kind: manifest.kind,
    of: manifest.of,
    csv: manifest.csv,
    title: manifest.title,
    languages: manifest.languages,
    folder,
    entry: entry.source,
    strings: { en: textsOf(strings.en), zh: textsOf(strings.zh) },
    files: [yaml.source, ...own.sources, ...shared.sources],
    program: compiled,
    partials: Object.fromEntries(partials),
    sites,
    prints: printed,
    leavesOut: manifest.leavesOut,
  };
}

/** The partials a template sees: its own over the shared ones (calling the entry is a circle). */
function namesOf(shared: Folder, own: Folder) {
  const all = new Map([...shared.partials, ...own.partials]);
  const named = new Map<string, TemplateFile>();
  const unreadable = new Set<string>();
  for (const [name, file] of all) {
    if (file) named.set(name, file);
    else unreadable.add(name);
  }
  return { named, unreadable };
}

/** Compares strings with each other and with their uses. The keys that are used, unless some are computed. */
function checkStrings(
  strings: Readonly<Record<Lang, StringTable>>,
  reached: readonly TemplateFile[],
  { languages }: TemplateManifest,
  report: Report,
): ReadonlySet<string> | undefined {
  compareLanguages(strings, languages, report);
  const uses = reached.flatMap((file) => file.uses.strings);
  const used = checkUses(uses, strings, languages, report);
  return uses.every((use) => use.key !== null) ? used : undefined;
}

function textsOf(table: StringTable): ReadonlyMap<string, string> {
  return new Map([...table].map(([key, { text }]) => [key, text]));
}
