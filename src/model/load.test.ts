import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrange } from '../diagnostics/arrange.ts';
import { positionOf } from '../diagnostics/position.ts';
import type { Files } from '../world.ts';
import { loadDataset } from './load.ts';
import { publicationOf } from './publication-of.ts';
import { tablesOf } from './tables.ts';

const sources = `A:
  title: { en: Page A, zh: 网页甲 }
  publisher: { en: P, zh: 出版者 }
  published: "2017-12-11"
  address: "https://example.org/a"
B:
  title: { en: Page B, zh: 网页乙 }
  publisher: { en: P, zh: 出版者 }
  published: "2018"
  address: "https://example.org/b"
`;
const metrics = `groups:
  land: { en: Land, zh: 土地 }
  economy: { en: Economy, zh: 经济 }
metrics:
  founded: { group: land, dimension: year, label: { en: Founded, zh: 成立 } }
  area_built: { group: land, dimension: area, label: { en: Built area, zh: 建成面积 }, basis: { en: built, zh: 建成 } }
  output_value: { group: economy, dimension: money, label: { en: Output value, zh: 产值 } }
  enterprises: { group: economy, dimension: count, label: { en: Enterprises, zh: 企业 } }
`;
const park = `id: east
edition: { name: "2026", date: "2026-11-23" }
name: { en: East Park, zh: 东园 }
tagline: { en: Line, zh: 标语 }
lead: { en: Lead, zh: 导语 }
situation: { en: Here, zh: 此处 }
place: { country: { en: China, zh: 中国 }, province: { en: P, zh: 省 }, city: { en: C, zh: 市 } }
page: { url: "https://example.org", source: B }
enterprises:
  - { name: { en: Works, zh: 工厂 }, flagship: true, source: A }
access:
  - { name: { en: Station, zh: 车站 }, kind: rail, distance: 1500 m, time: 0.5 h, source: A }
timeline:
  - { claim: output_value/y2021, text: { en: Output, zh: 产值 } }
figures:
  founded: { claims: [{ value: 2006, verbatim: "2006", as_of: "2006", status: actual, source: A }] }
  area_built: { claims: [{ value: 8 km2, verbatim: 8 sq km, as_of: { text: so far, latest: "2017-12-11" }, status: actual, source: A }] }
  output_value:
    claims:
      - { id: y2006, value: 14.249 billion CNY, as_of: "2006", status: actual, source: A }
      - { id: y2021, value: 79.14 billion CNY, bound: about, as_of: "2021", status: claimed, source: B }
conflicts:
  - { id: x, figures: [output_value, founded], title: { en: T, zh: 题 }, text: { en: X, zh: 文 } }
`;

function filesOf(changes: Readonly<Record<string, string | undefined>> = {}): Files {
  const texts: Record<string, string | undefined> = {
    'data/sources.yaml': sources,
    'data/metrics.yaml': metrics,
    'data/parks/east.yaml': park,
    ...changes,
  };
  return {
    read: (path) => (texts[path] === undefined ? undefined : new TextEncoder().encode(texts[path])),
    list: (folder) =>
      Object.keys(texts)
        .filter((path) => path.startsWith(`${folder}/`) && texts[path] !== undefined)
        .sort(),
  };
}

/** Each message with its place and hint, as a user sees it. */
function faults(changes: Readonly<Record<string, string | undefined>>): readonly string[] {
  return arrange(loadDataset(filesOf(changes), 'data').diagnostics).map(({ message, help, primary }) => {
    if (!primary) return `${message} | ${help}`;
    const { source, start, end } = primary.span;
    const { line } = positionOf(source, start);
    return `${source.path}:${line} [${source.text.slice(start, end)}] ${message} | ${help}`;
  });
}

/** The faults of the park file after one replacement. */
function parkFaults(from: string, to: string): readonly string[] {
  expect(park).toContain(from);
  return faults({ 'data/parks/east.yaml': park.replace(from, to) }).map((fault) =>
    fault.replace('data/parks/east.yaml:', ''),
  );
}

test.each([
  [
    'id: east',
    'id: west',
    [
      '1 [west] the id `west` is not the name of the file | Call the file data/parks/west.yaml, or write `id: east`.',
    ],
  ],
  [
    'zh: 标语',
    'zh: " "',
    ['4 [" "] the text is empty | Write the text, or leave the key out where it is optional.'],
  ],
  [
    'tagline: { en: Line, zh: 标语 }',
    'tagline: Line',
    ['4 [Line] `tagline` is a map, but here stands `Line` | Write `tagline: { en: …, zh: … }`.'],
  ],
  ['en: Line', 'en:', ['4 [] `en` has no value | Write `en: …`, or leave the key out where it is optional.']],
  ['tagline:', 'taglin:', ['4 [taglin] unknown key `taglin` | Did you mean `tagline`?']],
  [', zh: 标语', '', ['4 [tagline] `zh` is missing | Texts are needed in both languages: { en: …, zh: … }.']],
  [
    'en: Line',
    'en: true',
    ['4 [true] `en` is a text, and `true` is none to YAML | Put it into quotes: "true".'],
  ],
  [
    'enterprises:\n  -',
    'enterprises: none\nbase:\n  -',
    [
      '9 [none] `enterprises` is a list, but here stands `none` | Write `enterprises: [ … ]`.',
      '11 [flagship] unknown key `flagship` | Keys here: name, source, as_of, note.',
    ],
  ],
  [
    'source: A }\naccess',
    'source: C }\naccess',
    [
      '10 [C] unknown source `C` | Add it to data/sources.yaml: `C: { title, publisher, published, address }`.',
    ],
  ],
  [
    'flagship: true',
    'flagship: maybe',
    ['10 [maybe] `flagship` is `true` or `false`, but here stands `maybe` | Write `flagship: true`.'],
  ],
  [
    'flagship: true',
    'flagship: yes',
    [
      '10 [yes] `flagship` is `true` or `false`, and `yes` is a text | Write true (yes and no were words of YAML 1.1).',
    ],
  ],
  [
    'time: 0.5 h',
    'time: 12:30',
    [
      '12 [12:30] `12:30` is no number (YAML 1.1 read it in base 60) | Write a duration with its unit: 12.5 h, 750 min.',
    ],
  ],
  [
    'kind: rail',
    'kind: boat',
    ['12 [boat] `kind` cannot be `boat` | Words here: city, rail, air, road, container, port, region.'],
  ],
  [
    'kind: rail',
    'kind: train',
    ['12 [train] `kind` cannot be `train` | Words here: city, rail, air, road, container, port, region.'],
  ],
  [
    'claim: output_value/y2021',
    'claim: output_value/y2012',
    ['14 [output_value/y2012] unknown claim `output_value/y2012` | Did you mean `output_value/y2021`?'],
  ],
  [
    'claim: output_value/y2021, ',
    '',
    [
      '14 [text] this event has neither a claim nor a date and a source | Name the claim it reports (`claim: figure/claim`), or give `date` and `source`.',
    ],
  ],
  [
    'value: 8 km2',
    'value: 1_000 km2',
    ['17 [1_000 km2] `1_000`: digits are not joined by underscores (YAML 1.1 allowed it) | Write 1000.'],
  ],
  ['value: 8 km2', 'value: 8 sqkm', ['17 [8 sqkm] unknown unit `sqkm` | Did you mean `sq km`?']],
  [
    '  output_value:',
    '  output_valu:',
    ['18 [output_valu] unknown metric `output_valu` | Did you mean `output_value`?'],
  ],
  [
    '  area_built:',
    '  area_build:',
    ['17 [area_build] unknown metric `area_build` | Did you mean `area_built`?'],
  ],
  [
    'latest: "2017-12-11"',
    'lates: "2017-12-11"',
    ['17 [lates] unknown key `lates` | Did you mean `latest`?'],
  ],
  [
    '  output_value:\n',
    '  output_value:\n    part_of: area_built\n',
    [
      '19 [area_built] `output_value` (money) cannot be a part of `area_built` (area) | A part is measured as its whole is.',
    ],
  ],
  [
    '  output_value:\n',
    '  output_value:\n    part_of: output_value\n',
    ['19 [output_value] `output_value` is declared a part of itself | Delete part_of, or name the whole.'],
  ],
  [
    '  output_value:\n',
    '  output_value:\n    prefer: y2022\n',
    ['19 [y2022] unknown claim `y2022` | Did you mean `y2021`?'],
  ],
  [
    'as_of: "2021"',
    'as_of: "2021-13"',
    [
      '21 ["2021-13"] `2021-13` is not a date | Write "2017-12-11", "2017-12", "2017", "2017-H1" or "1999/2013"; words go into { text: so far, latest: "2017-12-11" }.',
    ],
  ],
  ['id: y2006', 'id: y2021', ['21 [y2021] a second claim `y2021` | Rename one of the two.']],
  [
    'figures: [output_value, founded]',
    'figures: [output]',
    ['23 [output] unknown figure `output` | It must be one of the figures of this park.'],
  ],
])('%j -> %j', (from, to, messages) => {
  expect(parkFaults(from, to)).toEqual(messages);
});

test('faults of all files are told in one run', () => {
  const changed = faults({
    'data/sources.yaml': sources.replace('address: "https://example.org/a"', 'address: nowhere'),
    'data/metrics.yaml': metrics.replace(
      'group: economy, dimension: count',
      'group: economics, dimension: number',
    ),
    'data/parks/east.yaml': park.replace('kind: rail', 'kind: train').replace('value: 8 km2', 'value: 8 km'),
    'data/parks/bad.yaml': 'id: bad\n\tname: x\n',
    'data/parks/empty.yaml': '',
    'data/parks/east.yml': park,
  });
  expect(changed.map((fault) => fault.split(' | ')[0])).toEqual([
    'data/metrics.yaml:8 [economics] unknown group `economics`',
    'data/metrics.yaml:8 [number] `dimension` cannot be `number`',
    'data/parks/bad.yaml:2 [\t] a tab is used for indentation',
    'data/parks/east.yaml:12 [train] `kind` cannot be `train`',
    'data/parks/east.yaml:17 [8 km] `km` measures length, but area is expected',
    'data/parks/east.yml:1 [east] a second park `east`',
    'data/parks/empty.yaml:1 [] the file is empty',
    'data/sources.yaml:5 [nowhere] `nowhere` is not a web address',
  ]);
});

test('missing files are told without hiding the rest', () => {
  expect(
    faults({
      'data/sources.yaml': undefined,
      'data/parks/east.yaml': park.replace('kind: rail', 'kind: train'),
    }),
  ).toEqual([
    'data/parks/east.yaml:12 [train] `kind` cannot be `train` | Words here: city, rail, air, road, container, port, region.',
    'data/sources.yaml is missing | Create it; see the data of another park.',
  ]);
  expect(faults({ 'data/parks/east.yaml': undefined })).toEqual([
    'data/parks/ holds no park | Write a file data/parks/<id>.yaml.',
  ]);
});

test('what an alias pulls in is told where it stands, with the alias', () => {
  const text = park
    .replace('tagline: { en: Line, zh: 标语 }', 'tagline: &line { en: Line }')
    .replace('lead: { en: Lead, zh: 导语 }', 'lead: *line');
  const { diagnostics } = loadDataset(filesOf({ 'data/parks/east.yaml': text }), 'data');
  expect(diagnostics.map(({ message, labels }) => `${message} ${labels?.length ?? 0}`)).toEqual([
    '`zh` is missing 0',
    '`zh` is missing 1',
  ]);
});

function load() {
  const { value, diagnostics } = loadDataset(filesOf(), 'data');
  expect(diagnostics).toEqual([]);
  return value!;
}

test('a publication is linked: claims newest first, sources by first citation, notes on figures', () => {
  const publication = publicationOf(load(), 'east', 'zh', [])!;
  const output = publication.figures.output_value!;
  expect(output.claims.map(({ id }) => id)).toEqual(['y2021', 'y2006']);
  expect(output.main.quantity).toEqual({ value: '79140000000', unit: 'CNY', digit: 7, bound: 'about' });
  expect(output.main.source).toBe(publication.sources[0]);
  expect(publication.sources.map(({ id, number }) => `${number} ${id}`)).toEqual(['1 B', '2 A']);
  expect([output.notes, publication.figures.area_built!.notes]).toEqual([[1], []]);
  expect(publication.figures.founded!.main).toMatchObject({
    quantity: null,
    text: '2006',
    date: { precision: 'year' },
  });
  expect(publication.park.timeline[0]).toMatchObject({
    claim: output.main,
    date: { text: '2021' },
    notes: [1],
  });
  expect(publication.park.short).toEqual(publication.park.name);
  expect(publication.groups.map(({ id, figures }) => [id, figures.length])).toEqual([
    ['land', 2],
    ['economy', 1],
  ]);
  expect(publication.span).toMatchObject({ from: { text: '2006' }, to: { text: '2021' } });
  expect(publicationOf(load(), 'nowhere', 'zh', [])).toBeUndefined();
});

test('a copied park that kept its id is told once, with the id to write', () => {
  const { diagnostics } = loadDataset(filesOf({ 'data/parks/copy.yaml': park }), 'data');
  expect(diagnostics.map(({ code, help }) => `${code} ${help}`)).toEqual([
    'D024 Write `id: copy`: data/parks/east.yaml is the park of that id.',
  ]);
});

test('every object of a publication knows its place, and values the place they were written', () => {
  const dataset = load();
  const publication = publicationOf(dataset, 'east', 'en', [])!;
  const seen = new Set<unknown>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (!Array.isArray(value)) expect([path, dataset.places.of(value) !== undefined]).toEqual([path, true]);
    for (const [key, child] of Object.entries(value)) visit(child, `${path}.${key}`);
  };
  visit(publication, 'publication');

  const written = (object: object, key: string) => {
    const span = dataset.places.key(object, key);
    return span && `${span.source.path}: ${span.source.text.slice(span.start, span.end)}`;
  };
  const claim = publication.figures.output_value!.main;
  expect(written(claim.quantity!, 'value')).toBe('data/parks/east.yaml: 79.14 billion CNY');
  expect(written(claim, 'quantity')).toBe('data/parks/east.yaml: 79.14 billion CNY');
  expect(written(claim.as_of, 'text')).toBe('data/parks/east.yaml: "2021"');
  expect(written(publication.park.name, 'zh')).toBe('data/parks/east.yaml: 东园');
  expect(written(publication.figures.area_built!.label, 'en')).toBe('data/metrics.yaml: Built area');
  expect(written(claim.source.title, 'zh')).toBe('data/sources.yaml: 网页乙');
  expect(written(claim.source, 'number')).toBeUndefined();
});

test('a workbook gets flat tables with exact numbers, in its language', () => {
  const publication = publicationOf(load(), 'east', 'zh', [])!;
  const tables = tablesOf(publication);
  expect(tables.facts?.find(({ claim }) => claim === 'y2021')).toMatchObject({
    figure: 'output_value',
    label: '产值',
    group: '经济',
    value: '79140000000',
    unit: '元',
    bound: '约',
    as_of: '2021',
    status: '据称',
    source: '1',
    source_title: '网页乙',
  });
  expect(tables.facts?.[0]).toMatchObject({ figure: 'founded', value: null, text: '2006' });
  expect(tables.access).toMatchObject([{ to: '车站', distance_km: '1.5', time_min: '30', verbatim: null }]);
  expect(tables.enterprises).toMatchObject([{ name: '工厂', name_other: 'Works', flagship: '是' }]);
  for (const rows of Object.values(tables)) {
    for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(rows[0]!));
  }
});

test('however a file is damaged, its park is there or a message', () => {
  const pieces = [
    '\t',
    '\n',
    ': ',
    '[',
    '}',
    '&a ',
    '*a ',
    '<<: *a',
    '"',
    '- ',
    '#',
    '!x ',
    'null',
    'true',
    '1_000',
    '：',
    '|',
    '...',
    '? ',
    '',
  ];
  const damage = fc.tuple(fc.nat(park.length), fc.nat(40), fc.constantFrom(...pieces));
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      let text = park;
      for (const [at, length, piece] of damages) text = text.slice(0, at) + piece + text.slice(at + length);
      const { value, diagnostics } = loadDataset(filesOf({ 'data/parks/east.yaml': text }), 'data');
      const isTold = diagnostics.some(({ severity }) => severity === 'error');
      expect(isTold || value?.parks.length === 1).toBe(true);
      for (const { message, help } of diagnostics)
        expect(`${message} ${help}`).not.toMatch(/undefined|\[object/);
    }),
  );
});
