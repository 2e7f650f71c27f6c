/** Datasets for tests and for the examples of rules: what an example leaves out is filled in here. */
import { parse, stringify } from 'yaml';
import type { Files } from '../world.ts';
import { loadDataset } from './load.ts';

/** A park file or a piece of one, and further files by name below the data folder. */
interface Example {
  readonly yaml: string;
  readonly files?: Readonly<Record<string, string>> | undefined;
}

const both = (en: string) => ({ en, zh: en });

const sources = {
  A: { title: both('A'), publisher: both('P'), published: '2018-12-12', address: 'https://example.org/a' },
  B: { title: both('B'), publisher: both('P'), published: '2018-12-12', address: 'https://example.org/b' },
};

const park = {
  id: 'example',
  edition: { name: '2026', date: '2026-11-23' },
  name: both('Example'),
  tagline: both('Tagline'),
  lead: both('Lead'),
  situation: both('Situation'),
  place: { country: both('China'), province: both('Province'), city: both('City') },
};

interface Sketch {
  readonly figures?: Readonly<Record<string, SketchedFigure>>;
  readonly [key: string]: unknown;
}

interface SketchedFigure {
  readonly claims: readonly { readonly value: unknown }[];
}

/** The lists of a park whose items cite a source. */
const lists = [
  'industries',
  'base',
  'enterprises',
  'sub_parks',
  'infrastructure',
  'access',
  'projects',
  'honours',
  'honour_bodies',
];

/**
 * The outcome of loading an example. Claims without them get `as_of: "2017"`, `status: actual` and `source: A`; items of
 * lists, points and waivers get what they need; a metric of the example's `metrics.yaml` keeps what is written there.
 */
export function exampleDataset(example: Example) {
  return loadDataset(filesOf(exampleTexts(example)), 'data');
}

function exampleTexts({ yaml, files = {} }: Example): Record<string, string> {
  const sketch = sketchOf(yaml);
  const others = Object.entries(files).filter(([name]) => name.startsWith('parks/'));
  const sketches = [sketch, ...others.map(([, text]) => sketchOf(text))];
  const metrics = {
    groups: { g: both('Group') },
    metrics: metricsOf(sketches, mapOf(files['metrics.yaml'])),
  };
  const texts: Record<string, string> = {
    'data/sources.yaml': stringify({ ...sources, ...mapOf(files['sources.yaml']) }),
    'data/metrics.yaml': stringify(metrics),
    'data/parks/example.yaml': parkText(yaml, sketch, 'example'),
  };
  for (const [name, text] of others) {
    const id = name.replace(/^parks\/|\.yaml$/g, '');
    texts[`data/${name}`] = parkText(text, sketchOf(text), id);
  }
  if (files['rates.yaml'] !== undefined) texts['data/rates.yaml'] = files['rates.yaml'];
  if (files['waivers.yaml'] !== undefined) texts['data/waivers.yaml'] = waiversText(files['waivers.yaml']);
  return texts;
}

/** What YAML cannot read stays a text, for examples of what is refused. */
function sketchOf(yaml: string): Sketch {
  try {
    return (parse(yaml) ?? {}) as Sketch;
  } catch {
    return {};
  }
}

function mapOf(yaml: string | undefined): Readonly<Record<string, object>> {
  return yaml === undefined ? {} : (parse(yaml) as Record<string, object>);
}

function parkText(yaml: string, sketch: Sketch, id: string): string {
  if (Object.keys(sketch).length === 0 && yaml.trim() !== '' && yaml.trim() !== '{}') return yaml;
  const filled = Object.fromEntries(
    Object.entries(sketch).map(([key, value]) => [
      key,
      lists.includes(key) && Array.isArray(value)
        ? value.map((item) => ({ source: 'A', ...(item as object) }))
        : value,
    ]),
  );
  const figures = Object.entries(sketch.figures ?? {}).map(([name, figure]) => {
    const claims = figure.claims.map((claim) => ({
      as_of: '2017',
      status: 'actual',
      source: 'A',
      ...claim,
    }));
    return [name, { ...figure, claims }] as const;
  });
  const place = { ...park.place, ...(sketch.place as object | undefined) };
  return stringify({ ...park, id, ...filled, place, figures: Object.fromEntries(figures) });
}

function metricsOf(sketches: readonly Sketch[], written: Readonly<Record<string, object>>) {
  const figures = sketches.flatMap((sketch) => Object.entries(sketch.figures ?? {}));
  const named = figures.map(([id, { claims }]) => [id, dimensionOf(id, String(claims?.[0]?.value))] as const);
  const all = new Map<string, string>([
    ...Object.keys(written).map((id) => [id, 'count'] as const),
    ...named,
  ]);
  return Object.fromEntries(
    [...all].map(([id, dimension]) => {
      const label = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', '-');
      return [id, { group: 'g', dimension, label: both(label), ...written[id] }];
    }),
  );
}

function dimensionOf(id: string, value: string): string {
  if (/CNY|USD|元/.test(value)) return 'money';
  if (/%|percent|pp/.test(value)) return 'share';
  if (/kV/.test(value)) return 'voltage';
  if (/_code$/.test(id)) return 'code';
  if (/^(founded|approv)/.test(id)) return /^\d{4}$/.test(value) ? 'year' : 'date';
  return /\d ?(ha|km2|mu|m2|sq)/.test(value) ? 'area' : 'count';
}

function waiversText(yaml: string): string {
  const waivers = parse(yaml) as readonly object[];
  const filled = {
    park: 'example',
    reason: both('Reason'),
    by: 'editor',
    date: '2026-01-01',
    until: '2027-01-01',
  };
  return stringify(waivers.map((waiver) => ({ ...filled, ...waiver })));
}

function filesOf(texts: Readonly<Record<string, string>>): Files {
  return {
    read: (path) => (texts[path] === undefined ? undefined : new TextEncoder().encode(texts[path])),
    list: (folder) =>
      Object.keys(texts)
        .filter((path) => path.startsWith(`${folder}/`))
        .sort(),
  };
}
