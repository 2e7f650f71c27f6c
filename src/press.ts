/**
 * Parkpress from top to bottom: data and templates go in, the bytes of publications come out.
 *
 *   data ──(1) model──▶ dataset ──(2) rules──▶ checks ─┐
 *   templates ──(3) template──▶ checked templates ─────┴─(4) plan──▶ targets
 *   target ──(5) publication──(6) merge──▶ text with origins
 *     brochure ──engine: (7) markup──▶ styled tree ──(8) layout──▶ pages ──(9) pdf──▶ bytes
 *     workbook ──(10) sheet──▶ bytes
 *     of all parks: comparison instead of publication; its tables also as a data package
 *
 * Pure given its `World`: the same files and date give the same bytes. Heavy phases are loaded when first needed.
 */

import { type PackageFile, packageFiles } from './data-package/index.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { hasErrors, type Outcome } from './diagnostics/outcome.ts';
import type { LaidOut } from './layout/display.ts';
import type { FontCache } from './layout/text/font-set.ts';
import { type Comparison, comparisonOf } from './model/comparison.ts';
import { comparisonTables } from './model/comparison-tables.ts';
import type { BuiltDataset, ParkRecord } from './model/dataset.ts';
import { type Editables, editablesOf } from './model/editable.ts';
import { loadDataset } from './model/load.ts';
import type { CheckResult, Lang, Publication } from './model/publication.ts';
import { publicationOf } from './model/publication-of.ts';
import { tablesOf } from './model/tables.ts';
import type { Attachment } from './pdf/options.ts';
import { runRules } from './rules/index.ts';
import type { SheetContext } from './sheet/index.ts';
import { gitBlobId } from './source/git-blob.ts';
import type { Compute } from './template/helper.ts';
import { loadTemplates } from './template/load.ts';
import { merge } from './template/merge.ts';
import type { Merged } from './template/merged.ts';
import type { Template } from './template/template.ts';
import type { Files } from './world.ts';

/** All that is passed in. `date` (ISO day) replaces the date of the edition in every file; `fonts` outlives targets. */
export interface World {
  readonly files: Files;
  readonly date: string | undefined;
  readonly producer: string;
  readonly fonts: FontCache;
}

/** One output file: a template in a language, of a park or of all of them. `path` is below the output folder. */
export interface Target {
  readonly path: string;
  readonly template: Template;
  readonly lang: Lang;
  readonly subject: Subject;
}

/** What a file is of: a park, all parks, or the tables of all parks as a file of a data package. */
export type Subject =
  | { readonly kind: 'park'; readonly park: ParkRecord }
  | { readonly kind: 'all' }
  | { readonly kind: 'data'; readonly file: PackageFile };

/** The folder of what is of all parks. */
export const overallFolder = 'all-parks';

export interface Plan {
  readonly dataset: BuiltDataset;
  /** What the rules said, by id of the park. */
  readonly checks: ReadonlyMap<string, readonly CheckResult[]>;
  /** Every target there is, parks in the order of their ids. */
  readonly targets: readonly Target[];
}

/** What phases 1 to 3 found, as far as they came. What holds errors is left out, and told. */
export interface Checked {
  readonly dataset: BuiltDataset | undefined;
  readonly checks: Plan['checks'];
  readonly templates: readonly Template[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Phases 1 to 3. The faults of data and templates are told together. */
export function checkPress(world: World): Checked {
  // 1. YAML -> linked dataset
  const data = loadDataset(world.files, 'data');
  // 2. what the rules say of it
  const rules = data.value && runRules(data.value, world.date);
  // 3. Handlebars -> checked templates
  const templates = loadTemplates(world.files, 'templates', data.value?.metrics);
  const diagnostics = [...data.diagnostics, ...(rules?.diagnostics ?? []), ...templates.diagnostics];
  return {
    dataset: data.value,
    checks: rules?.value ?? new Map(),
    templates: templates.value ?? [],
    diagnostics,
  };
}

/** Phases 1 to 4: there is a plan only without errors. */
export function planPress(world: World): Outcome<Plan> {
  return planOf(checkPress(world));
}

/** Phase 4: park × template × language, and what is of all parks. */
export function planOf({ dataset, checks, templates, diagnostics }: Checked): Outcome<Plan> {
  if (!dataset || hasErrors(diagnostics)) return { diagnostics };
  return { value: { dataset, checks, targets: targetsOf(dataset.parks, templates) }, diagnostics };
}

/** Phases 5 to 10 for one target. */
export async function press(target: Target, plan: Plan, world: World): Promise<Outcome<Uint8Array>> {
  if (target.subject.kind === 'data') return { value: await pressData(target, plan, world), diagnostics: [] };
  // 5. what this template may print
  const given = dataFor(target, plan);
  const { data, sheet } = given;
  // 6. template + data -> text, each piece of it knowing its origin
  const merged = await mergeWith(target, given, plan);
  if (!merged.value) return { diagnostics: merged.diagnostics };
  const imprint = imprintOf(target, data.edition, plan, world);
  const pressed =
    target.template.kind === 'brochure'
      ? await pressBrochure(merged.value, imprint, world)
      : await pressWorkbook(merged.value, imprint, world, sheet());
  return after(merged, pressed);
}

/** Phases 5 and 6 alone. */
export function mergeTarget(target: Target, plan: Plan): Promise<Outcome<Merged>> {
  return mergeWith(target, dataFor(target, plan), plan);
}

async function mergeWith(
  { template }: Target,
  { data, sheet }: TargetData,
  plan: Plan,
): Promise<Outcome<Merged>> {
  const computing = await computingFor(template, sheet);
  return merge(template, { data, places: plan.dataset.places, ...computing });
}

/** Formulas of templates are computed by the code of workbooks, which is loaded only where there are any. */
async function computingFor(
  { files }: Template,
  sheet: TargetData['sheet'],
): Promise<{ readonly compute?: Compute }> {
  if (!files.some(({ path, text }) => path.endsWith('.hbs') && /[{(]\s*compute\s/.test(text))) return {};
  const { computeOver } = await import('./sheet/formula/over-tables.ts');
  return { compute: computeOver(sheet().tables) };
}

interface TargetData {
  readonly data: Publication | Comparison;
  /** What workbooks are bound to. */
  readonly sheet: () => Pick<SheetContext, 'tables' | 'origin' | 'isOpen'>;
}

function dataFor({ subject, template, lang }: Target, plan: Plan): TargetData {
  if (subject.kind !== 'park') {
    const compared = comparisonOf(plan.dataset, plan.checks, lang);
    return { data: compared.root, sheet: () => ({ tables: comparisonTables(compared) }) };
  }
  const data = publicationOfPark(subject.park, lang, plan);
  const origin = originOf(subject.park, template, data);
  const editables = () => openFields(editablesOf(data, plan.dataset.places));
  const tables = () => tablesOf(data, subject.park.declarations);
  return { data, sheet: () => ({ tables: tables(), origin, ...editables() }) };
}

/** A file of the data package, which is in both languages at once. */
async function pressData({ subject, template }: Target, plan: Plan, world: World): Promise<Uint8Array> {
  if (subject.kind !== 'data') throw new Error('The target is no file of a data package.');
  const { pressPackageFile } = await import('./data-package/index.ts');
  const compared = comparisonOf(plan.dataset, plan.checks, 'en');
  const date = world.date ?? compared.root.edition.date;
  const context = { name: template.name, title: template.title.en, date };
  return pressPackageFile(subject.file, plan.dataset, compared, context);
}

/** What a finished file says of itself beside its content. */
export interface Imprint {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly lang: Lang;
  /** ISO day */
  readonly date: string;
  readonly producer: string;
  readonly attachments: readonly Attachment[];
  /** Further properties of a workbook, by name. */
  readonly custom: Readonly<Record<string, string>>;
}

/** Phases 7 to 9: merged or finished markup to a PDF. */
export async function pressBrochure(
  merged: Merged,
  imprint: Imprint,
  world: World,
  lenient = false,
): Promise<Outcome<Uint8Array>> {
  const { custom: _, ...traits } = imprint;
  const { renderPdf } = await import('./engine.ts');
  return renderPdf(merged, { files: world.files, fonts: world.fonts, lenient }, traits);
}

/** Phases 7 and 8: merged or finished markup to pages. */
export async function layOut(merged: Merged, world: World, lenient = false): Promise<Outcome<LaidOut>> {
  const { layOutPages } = await import('./engine.ts');
  return layOutPages(merged, { files: world.files, fonts: world.fonts, lenient });
}

/** Phase 10: merged or finished sheet vocabulary to a workbook. */
export async function pressWorkbook(
  merged: Merged,
  imprint: Imprint,
  world: Pick<World, 'files'>,
  data: Pick<SheetContext, 'tables' | 'origin' | 'isOpen'>,
): Promise<Outcome<Uint8Array>> {
  const sheet = await import('./sheet/index.ts');
  const { title, subject, author, date, lang, producer } = imprint;
  const properties = {
    title,
    subject,
    creator: author,
    date,
    custom: { Producer: producer, ...imprint.custom },
  };
  return sheet.pressWorkbook(merged, { ...data, files: world.files, properties, lang });
}

/** What a returned workbook is recognised by. The data are named as Git names them, so that their revision can be found. */
function originOf(
  park: ParkRecord,
  { name }: Template,
  { edition, lang }: Publication,
): Record<string, string> {
  const { path, text } = park.source;
  return {
    park: park.id,
    template: name,
    lang,
    edition: edition.name,
    file: path,
    data: gitBlobId(text),
  };
}

/** Cells of these fields have a scalar in the park file that a change could go to. */
function openFields(editables: Editables): Pick<SheetContext, 'isOpen'> {
  return {
    isOpen: ({ key }, field) => {
      const fields = typeof key === 'string' ? editables.get(key) : undefined;
      return fields !== undefined && Object.hasOwn(fields, field);
    },
  };
}

/** The data of a target, as its template sees it. */
export function publicationFor(target: Target, plan: Plan): Publication | Comparison {
  return dataFor(target, plan).data;
}

/** The data of a park, as its templates see it. */
export function publicationOfPark({ id }: ParkRecord, lang: Lang, { dataset, checks }: Plan): Publication {
  const publication = publicationOf(dataset, id, lang, checks.get(id) ?? []);
  if (!publication) throw new Error(`The plan holds a target of ${id}, which is not in its dataset.`);
  return publication;
}

function targetsOf(parks: readonly ParkRecord[], templates: readonly Template[]): readonly Target[] {
  const ofParks = parks.flatMap((park) =>
    templates
      .filter(({ of }) => of === 'park')
      .flatMap((template) => inLanguages(template, park.id, { kind: 'park', park })),
  );
  const overall = templates
    .filter(({ of }) => of === 'all' && parks.length > 0)
    .flatMap((template) => [
      ...inLanguages(template, overallFolder, { kind: 'all' }),
      ...packageOf(template),
    ]);
  return [...ofParks, ...overall];
}

function inLanguages(template: Template, folder: string, subject: Subject): readonly Target[] {
  const ending = { brochure: 'pdf', workbook: 'xlsx' } as const;
  return template.languages.map((lang) => {
    const path = `${folder}/${template.name}.${lang}.${ending[template.kind]}`;
    return { path, template, lang, subject };
  });
}

/** The data package has both languages in its columns. */
function packageOf(template: Template): readonly Target[] {
  if (!template.csv) return [];
  return packageFiles.map((file) => {
    const path = `${overallFolder}/${template.name}/${file}`;
    return { path, template, lang: 'en', subject: { kind: 'data', file } };
  });
}

function imprintOf(
  { subject, template, lang }: Target,
  edition: Publication['edition'],
  { dataset }: Plan,
  world: World,
): Imprint {
  const date = world.date ?? edition.date;
  const parks = subject.kind === 'park' ? [subject.park] : dataset.parks;
  const title = template.title[lang];
  const own = subject.kind === 'park' ? subject.park.content.park.name[lang] : undefined;
  return {
    title: own === undefined ? title : `${own} – ${title}`,
    subject: title,
    author: own ?? 'Parkpress',
    lang,
    date,
    producer: world.producer,
    attachments: subject.kind === 'park' ? [attachmentOf(subject.park, date)] : [],
    custom: {
      Data: parks
        .map(({ source }) => `${source.path} ${gitBlobId(source.text)}`)
        .join('; ')
        .slice(0, MAX_PROPERTY),
      Edition: edition.name,
      ...(subject.kind === 'park' && { Park: subject.park.id }),
      Template: template.name,
    },
  };
}

/** Characters that a custom property of a workbook can hold. */
const MAX_PROPERTY = 255;

function attachmentOf({ source, content }: ParkRecord, date: string): Attachment {
  const bytes = new TextEncoder().encode(source.text);
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  const description = `The data of ${content.park.name.en} that this file was made from`;
  return { name, bytes, mime: 'application/yaml', description, date, relationship: 'Source' };
}

/** An outcome with the diagnostics of the phase before it. */
function after<T>(before: Outcome<unknown>, outcome: Outcome<T>): Outcome<T> {
  return { ...outcome, diagnostics: [...before.diagnostics, ...outcome.diagnostics] };
}
