/**
 * Parkpress from top to bottom: data and templates go in, the bytes of publications come out.
 *
 *   data ──(1) model──▶ dataset ──(2) rules──▶ checks ─┐
 *   templates ──(3) template──▶ checked templates ─────┴─(4) plan──▶ targets
 *   target ──(5) publication──(6) merge──▶ text with origins
 *     brochure ──engine: (7) markup──▶ styled tree ──(8) layout──▶ pages ──(9) pdf──▶ bytes
 *     workbook ──(10) sheet──▶ bytes
 *
 * Pure given its `World`: the same files and date give the same bytes. Heavy phases are loaded when first needed.
 */
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { hasErrors, type Outcome } from './diagnostics/outcome.ts';
import type { LaidOut } from './layout/display.ts';
import type { FontCache } from './layout/text/font-set.ts';
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

/** One output file: a template, a park and a language. `path` is below the output folder. */
export interface Target {
  readonly path: string;
  readonly park: ParkRecord;
  readonly template: Template;
  readonly lang: Lang;
}

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

/** Phase 4: park × template × language. */
export function planOf({ dataset, checks, templates, diagnostics }: Checked): Outcome<Plan> {
  if (!dataset || hasErrors(diagnostics)) return { diagnostics };
  return { value: { dataset, checks, targets: targetsOf(dataset.parks, templates) }, diagnostics };
}

/** Phases 5 to 10 for one target. */
export async function press(target: Target, plan: Plan, world: World): Promise<Outcome<Uint8Array>> {
  // 5. what this template may print
  const data = publicationFor(target, plan);
  // 6. template + data -> text, each piece of it knowing its origin
  const merged = merge(target.template, { data, places: plan.dataset.places });
  if (!merged.value) return { diagnostics: merged.diagnostics };
  const imprint = imprintOf(target, data, world);
  const pressed =
    target.template.kind === 'brochure'
      ? await pressBrochure(merged.value, imprint, world)
      : await pressWorkbook(merged.value, imprint, world, {
          tables: tablesOf(data),
          origin: originOf(target, data),
          ...openFields(editablesOf(data, plan.dataset.places)),
        });
  return after(merged, pressed);
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
function originOf({ park, template, lang }: Target, { edition }: Publication): Record<string, string> {
  const { path, text } = park.source;
  return {
    park: park.id,
    template: template.name,
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
export function publicationFor(target: Target, plan: Plan): Publication {
  const publication = publicationOf(
    plan.dataset,
    target.park.id,
    target.lang,
    plan.checks.get(target.park.id) ?? [],
  );
  if (!publication)
    throw new Error(`The plan holds a target of ${target.park.id}, which is not in its dataset.`);
  return publication;
}

function targetsOf(parks: readonly ParkRecord[], templates: readonly Template[]): readonly Target[] {
  const ending = { brochure: 'pdf', workbook: 'xlsx' } as const;
  return parks.flatMap((park) =>
    templates.flatMap((template) =>
      template.languages.map((lang) => ({
        park,
        template,
        lang,
        path: `${park.id}/${template.name}.${lang}.${ending[template.kind]}`,
      })),
    ),
  );
}

function imprintOf(target: Target, data: Publication, world: World): Imprint {
  const { park, template, lang } = target;
  const { source } = park;
  const date = world.date ?? data.edition.date;
  const bytes = new TextEncoder().encode(source.text);
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  const description = `The data of ${data.park.name.en} that this file was made from`;
  return {
    title: `${data.park.name[lang]} – ${template.title[lang]}`,
    subject: template.title[lang],
    author: data.park.name[lang],
    lang,
    date,
    producer: world.producer,
    attachments: [{ name, bytes, mime: 'application/yaml', description, date, relationship: 'Source' }],
    custom: {
      Data: `${source.path} ${gitBlobId(source.text)}`,
      Edition: data.edition.name,
      Park: park.id,
      Template: template.name,
    },
  };
}

/** An outcome with the diagnostics of the phase before it. */
function after<T>(before: Outcome<unknown>, outcome: Outcome<T>): Outcome<T> {
  return { ...outcome, diagnostics: [...before.diagnostics, ...outcome.diagnostics] };
}
