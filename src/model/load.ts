/** The phase `model`: the files of a data folder to one linked dataset, or all that is wrong with them. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { collect, type Outcome } from '../diagnostics/outcome.ts';
import { entryOf, type Located } from '../source/located.ts';
import type { Files } from '../world.ts';
import { checkMetrics } from './check-metrics.ts';
import { checkSchemas } from './check-schemas.ts';
import { checkWaivers, type KnownPark } from './check-waivers.ts';
import type { BuiltDataset } from './dataset.ts';
import { type Checked, link } from './link.ts';
import { parkFiles, type ReadFile, readFile, readOptional } from './read-files.ts';
import { checkReferences, checkSources, type Known } from './references.ts';
import { parkSchema, type RawPark } from './schema/park.ts';
import { metricsSchema, ratesSchema, sourcesSchema, waiversSchema } from './schema/tables.ts';
import { type Dimension, dimensions } from './units.ts';
import { soundPart, validate } from './validate.ts';

/**
 * Reads `<folder>/{sources,metrics}.yaml`, `<folder>/parks/*.yaml` and, where they exist, `<folder>/{waivers,rates}.yaml`.
 * Every file is checked whatever the others hold. The dataset holds what is sound, so that rules can judge it; with
 * errors beside it, it is not to be printed.
 */
export function loadDataset(files: Files, folder: string): Outcome<BuiltDataset> {
  return collect((report) => {
    const paths = { sources: `${folder}/sources.yaml`, metrics: `${folder}/metrics.yaml` };
    const sourcesFile = readFile(files, paths.sources, report);
    const metricsFile = readFile(files, paths.metrics, report);
    const waiversFile = readOptional(files, `${folder}/waivers.yaml`, report);
    const ratesFile = readOptional(files, `${folder}/rates.yaml`, report);
    const sources = sourcesFile && checkEntries(sourcesFile, sourcesSchema, [], report);
    const metrics = metricsFile && checkEntries(metricsFile, metricsSchema, ['metrics'], report);
    if (metricsFile) checkMetrics(metricsFile.root, report);
    const known = knownOf(sourcesFile?.root, metricsFile?.root, paths);
    const found = parkFiles(files, folder, report);
    const parks = withoutSecond(found.flatMap((file) => checkPark(file, known, report) ?? []));
    if (ratesFile && known.sources) checkSources(ratesFile.root, known, report);
    if (waiversFile) checkWaivers(waiversFile.root, found.map(knownPark), report);
    const rates = ratesFile && checkEntries(ratesFile, ratesSchema, [], report);
    const waivers = waiversFile && checkEntries(waiversFile, waiversSchema, [], report);
    checkSchemas(files, `${folder}/schema`, report);
    if (!sources || !metrics) return undefined;
    const { metrics: sound } = metrics.value;
    // A park that names only what is known can still name what was left out for its own faults.
    const isWhole = known.sources?.size === countOf(sources.value) && known.metrics?.size === countOf(sound);
    const usable = isWhole ? parks : parks.filter(({ value }) => isLinked(value, sources.value, sound));
    return link({ sources, metrics, parks: usable, waivers, rates });
  });
}

/** A file of entries; those with faults are left out of the value. */
function checkEntries<S extends Parameters<typeof validate>[1]>(
  file: ReadFile,
  schema: S,
  table: readonly string[],
  report: Report,
) {
  const checked = soundPart(file.root, schema, table, report);
  return checked && { ...checked, source: file.source };
}

/** A park without any error of its own. */
function checkPark(file: ReadFile, known: Known, report: Report): Checked<RawPark> | undefined {
  let isSound = !file.isBroken;
  const noting: Report = (diagnostic) => {
    isSound &&= diagnostic.severity !== 'error';
    report(diagnostic);
  };
  const checked = validate(file.root, parkSchema, noting);
  checkReferences(file.root, known, noting);
  return checked && isSound ? { ...checked, source: file.source } : undefined;
}

function countOf(table: object): number {
  return Object.keys(table).length;
}

/** Of parks with one id the one whose file is called so: the other is told as a second one, and not judged as itself. */
function withoutSecond(parks: readonly Checked<RawPark>[]): readonly Checked<RawPark>[] {
  const byId = new Map<string, Checked<RawPark>>();
  for (const park of parks) {
    const isNamed = park.source.path.replace(/\.ya?ml$/, '').endsWith(`/${park.value.id}`);
    if (isNamed || !byId.has(park.value.id)) byId.set(park.value.id, park);
  }
  return [...byId.values()];
}

/** True when all that a park names is sound itself; what is unknown has been told. */
function isLinked(park: RawPark, sources: object, metrics: object): boolean {
  const seen = new Set<unknown>();
  const cites = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return true;
    seen.add(value);
    return Object.entries(value).every(([key, child]) =>
      key === 'source' && typeof child === 'string' ? Object.hasOwn(sources, child) : cites(child),
    );
  };
  return Object.keys(park.figures).every((metric) => Object.hasOwn(metrics, metric)) && cites(park);
}

function knownOf(sources: Located | undefined, metrics: Located | undefined, files: Known['files']): Known {
  const table = entryOf(metrics, 'metrics')?.value;
  const dimensionOf = (node: Located): Dimension | undefined => {
    const word = entryOf(node, 'dimension')?.value;
    return word?.kind === 'scalar' ? dimensions.find((dimension) => dimension === word.source) : undefined;
  };
  return {
    files,
    ...(sources?.kind === 'map' ? { sources: new Set(sources.entries.keys()) } : {}),
    ...(table?.kind === 'map'
      ? { metrics: new Map([...table.entries.values()].map(({ key, value }) => [key, dimensionOf(value)])) }
      : {}),
  };
}

/** What waivers may name of a park, whether it is sound or not. */
function knownPark({ root }: ReadFile): KnownPark {
  const id = entryOf(root, 'id')?.value;
  const conflicts = entryOf(root, 'conflicts')?.value;
  const notes = conflicts?.kind === 'list' ? conflicts.items : [];
  return {
    id: id?.kind === 'scalar' ? id.source : undefined,
    notes: notes.flatMap((note) => {
      const own = entryOf(note, 'id')?.value;
      return own?.kind === 'scalar' ? [own.source] : [];
    }),
  };
}
