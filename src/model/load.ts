/** The phase `model`: the files of a data folder to one linked dataset, or all that is wrong with them. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { collect, type Outcome } from '../diagnostics/outcome.ts';
import type { SourceText } from '../diagnostics/span.ts';
import { entryOf, type Located } from '../source/located.ts';
import { readYaml, type YamlFile } from '../source/read-yaml.ts';
import type { Files } from '../world.ts';
import { parseAsOf } from './as-of.ts';
import { type Builder, bilingual } from './build-figures.ts';
import { buildPark } from './build-park.ts';
import type { BuiltDataset, Metric, Metrics, ParkRecord, Source } from './dataset.ts';
import { type PlaceBook, placeBook } from './places.ts';
import type { AsOf, CitedSource } from './publication.ts';
import type { Plain } from './raw.ts';
import { checkReferences, type Known } from './references.ts';
import {
  metricsSchema,
  parkSchema,
  type RawMetrics,
  type RawPark,
  type RawSources,
  sourcesSchema,
} from './schema.ts';
import { type Dimension, dimensions } from './units.ts';
import { validate } from './validate.ts';

interface Checked<T> {
  readonly value: T;
  readonly plain: Plain;
  readonly source: SourceText;
}

/**
 * Reads `<folder>/sources.yaml`, `<folder>/metrics.yaml` and `<folder>/parks/*.yaml`. Every file is checked
 * whatever the others hold; the dataset is there only when all of them are free of errors.
 */
export function loadDataset(files: Files, folder: string): Outcome<BuiltDataset> {
  return collect((report) => {
    let hasErrors = false;
    const noting: Report = (diagnostic) => {
      hasErrors ||= diagnostic.severity === 'error';
      report(diagnostic);
    };
    const paths = { sources: `${folder}/sources.yaml`, metrics: `${folder}/metrics.yaml` };
    const sourcesFile = readFile(files, paths.sources, noting);
    const metricsFile = readFile(files, paths.metrics, noting);
    const sources = sourcesFile && checkFile(sourcesFile, sourcesSchema, noting);
    const metrics = metricsFile && checkFile(metricsFile, metricsSchema, noting);
    if (metricsFile) checkGroups(metricsFile.root, noting);
    const known = knownOf(sourcesFile?.root, metricsFile?.root, paths);
    const parks = parkFiles(files, folder, noting).map((file) => {
      const checked = checkFile(file, parkSchema, noting);
      checkReferences(file.root, known, noting);
      return checked;
    });
    if (hasErrors || !sources || !metrics) return undefined;
    return link(
      sources,
      metrics,
      parks.filter((park) => park !== undefined),
    );
  });
}

/** A file after reading; one with faults keeps them, so that their echoes can be left out. */
interface ReadFile extends YamlFile {
  readonly isFaulty: boolean;
}

function readFile(files: Files, path: string, report: Report): ReadFile | undefined {
  const bytes = files.read(path);
  if (!bytes) {
    report({
      code: 'D030',
      severity: 'error',
      message: `${path} is missing`,
      help: 'Create it; see the data of another park.',
    });
    return undefined;
  }
  const { value, diagnostics } = readYaml(path, bytes);
  for (const diagnostic of diagnostics) report(diagnostic);
  return value && { ...value, isFaulty: diagnostics.length > 0 };
}

function checkFile<S extends Parameters<typeof validate>[1]>(file: ReadFile, schema: S, report: Report) {
  const checked = validate(file.root, schema, (diagnostic) => {
    // What the decoder could not read is missing from the value; that has been told already.
    if (!file.isFaulty || diagnostic.code !== 'D002') report(diagnostic);
  });
  return checked && { ...checked, source: file.source };
}

/** The park files in order of their paths; ids and names that do not fit are reported. */
function parkFiles(files: Files, folder: string, report: Report): readonly ReadFile[] {
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
    if (id.source !== name) {
      const help = `Call the file ${parks}${id.source}.yaml, or write \`id: ${name}\`.`;
      report({
        code: 'D024',
        severity: 'error',
        message: `the id \`${id.source}\` is not the name of the file`,
        help,
        primary: { span: id.span },
      });
    }
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

function checkGroups(root: Located, report: Report): void {
  const groups = entryOf(root, 'groups')?.value;
  const metrics = entryOf(root, 'metrics')?.value;
  if (groups?.kind !== 'map' || metrics?.kind !== 'map') return;
  for (const { value } of metrics.entries.values()) {
    const group = entryOf(value, 'group')?.value;
    if (group?.kind !== 'scalar' || groups.entries.has(group.source)) continue;
    const help = `Groups: ${[...groups.entries.keys()].join(', ')}.`;
    report({
      code: 'D004',
      severity: 'error',
      message: `unknown group \`${group.source}\``,
      help,
      primary: { span: group.span },
    });
  }
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

function link(
  sources: Checked<RawSources>,
  metrics: Checked<RawMetrics>,
  parks: readonly Checked<RawPark>[],
): BuiltDataset {
  const places = placeBook();
  const metricTable = buildMetrics(metrics, places);
  const sourceTable = new Map(
    Object.entries(sources.value).map(([id, raw]) => [id, buildSource(id, raw, sources.plain, places)]),
  );
  const records = parks.map(({ value, plain, source }): ParkRecord => {
    const cited = citedSources(value, sources, places);
    const builder: Builder = { nodeOf: plain.nodeOf, places, metrics: metricTable, cited };
    return buildPark(value, source, builder);
  });
  return {
    parks: [...records].sort((a, b) => (a.id < b.id ? -1 : 1)),
    sources: sourceTable,
    metrics: metricTable,
    places,
  };
}

function buildMetrics({ value, plain }: Checked<RawMetrics>, places: PlaceBook): Metrics {
  const builder = { nodeOf: plain.nodeOf, places };
  const groups = Object.entries(value.groups).map(([id, label]) => ({
    id,
    label: bilingual(label, builder),
  }));
  const metrics = Object.entries(value.metrics).map(([id, raw]): [string, Metric] => {
    const { group, dimension, label, basis, definition } = raw;
    const optional = (text: typeof basis) => (text ? bilingual(text, builder) : null);
    const metric = {
      id,
      group,
      dimension,
      label: bilingual(label, builder),
      basis: optional(basis),
      definition: optional(definition),
    };
    return [id, places.put(metric, plain.nodeOf(raw))];
  });
  return { groups, metrics: new Map(metrics) };
}

function buildSource(id: string, raw: RawSources[string], plain: Plain, places: PlaceBook): Source {
  const builder = { nodeOf: plain.nodeOf, places };
  const node = plain.nodeOf(raw);
  const published = places.put(
    { ...(parseAsOf(raw.published).value as AsOf) },
    entryOf(node, 'published')?.value,
  );
  const note = raw.note ? bilingual(raw.note, builder) : null;
  const texts = { title: bilingual(raw.title, builder), publisher: bilingual(raw.publisher, builder) };
  return places.put({ id, ...texts, published, address: raw.address, note }, node);
}

/** The sources a park cites, numbered in the order of their first citation in its file. */
function citedSources(
  park: RawPark,
  sources: Checked<RawSources>,
  places: PlaceBook,
): ReadonlyMap<string, CitedSource> {
  const cited = new Map<string, CitedSource>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      const raw = key === 'source' && typeof child === 'string' ? sources.value[child] : undefined;
      if (raw && !cited.has(child)) {
        const source = { ...buildSource(child, raw, sources.plain, places), number: cited.size + 1 };
        cited.set(child, places.put(source, sources.plain.nodeOf(raw)));
      }
      visit(child);
    }
  };
  visit(park);
  return cited;
}
