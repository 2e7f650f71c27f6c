/** Datasets for the examples of rules: what an example leaves out is filled in here. */
import { parse, stringify } from 'yaml';
import { loadDataset } from '../model/load.ts';
import type { Files } from '../world.ts';

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
  readonly figures: Readonly<Record<string, { readonly claims: readonly { readonly value: unknown }[] }>>;
  readonly sub_parks?: readonly object[];
}

/** The dataset of one park, from a piece of its YAML. */
export function exampleDataset(yaml: string) {
  const sketch = parse(yaml) as Sketch;
  const figures = Object.entries(sketch.figures).map(([id, figure]) => {
    const claims = figure.claims.map((claim) => ({ as_of: '2017', status: 'actual', source: 'A', ...claim }));
    return [id, { ...figure, claims }] as const;
  });
  const metrics = figures.map(([id, { claims }]) => {
    const label = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', '-');
    return [id, { group: 'g', dimension: dimensionOf(String(claims[0]?.value)), label: both(label) }];
  });
  const full = {
    ...park,
    ...sketch,
    figures: Object.fromEntries(figures),
    ...(sketch.sub_parks ? { sub_parks: sketch.sub_parks.map((item) => ({ ...item, source: 'A' })) } : {}),
  };
  const texts: Readonly<Record<string, string>> = {
    'data/sources.yaml': stringify(sources),
    'data/metrics.yaml': stringify({ groups: { g: both('Group') }, metrics: Object.fromEntries(metrics) }),
    'data/parks/example.yaml': stringify(full),
  };
  return loadDataset(filesOf(texts), 'data');
}

function dimensionOf(value: string): string {
  if (/CNY/.test(value)) return 'money';
  return /ha|km2|mu/.test(value) ? 'area' : 'count';
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
