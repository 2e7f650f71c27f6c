/** Rules about all parks together: which park is told, and which places are shown. */
import { expect, test } from 'vitest';
import type { Label } from '../diagnostics/diagnostic.ts';
import { exampleDataset } from '../model/testing.ts';
import type { Rule } from './define-rule.ts';
import { distinctParks } from './names/distinct-parks.ts';
import { oneTranslation } from './names/one-translation.ts';
import { zoneCodes } from './names/zone-codes.ts';
import { distinctPoints } from './place/distinct-points.ts';

/** What a rule says of parks by id: the message, and every place as `file: text`. */
function findings(rule: Rule, parks: Readonly<Record<string, string>>) {
  const files = Object.fromEntries(Object.entries(parks).map(([id, yaml]) => [`parks/${id}.yaml`, yaml]));
  const { value, diagnostics } = exampleDataset({ yaml: '{}', files });
  expect(diagnostics).toEqual([]);
  const dataset = value!;
  if (rule.kind !== 'dataset') throw new Error('not a rule about all parks');
  const verdicts = rule.check({ dataset, places: dataset.places, day: () => '2026-11-23' });
  return [...verdicts].flatMap(([id, verdict]) =>
    (verdict.applies ? verdict.findings : []).map(({ message, primary, labels }) => ({
      id,
      message: message.en,
      places: [primary, ...labels].map(placeOf),
    })),
  );
}

function placeOf({ span: { source, start, end } }: Label): string {
  return `${source.path.replace('data/parks/', '')}: ${source.text.slice(start, end)}`;
}

const at = (lat: string, lon: string) =>
  `place: { point: { lat: "${lat}", lon: "${lon}", crs: WGS84, source: A } }`;

test('of three parks on one point, the later two are told, each with the first', () => {
  const parks = {
    ruili: at('43.9299', '81.2828'),
    bole: at('43.9299', '81.2828'),
    jeminay: at('43.92990', '81.2828'),
  };
  expect(findings(distinctPoints, parks)).toEqual([
    {
      id: 'jeminay',
      message: 'the point 43.92990, 81.2828 is also that of `bole`',
      places: ['jeminay.yaml: "43.92990"', 'bole.yaml: "43.9299"'],
    },
    {
      id: 'ruili',
      message: 'the point 43.9299, 81.2828 is also that of `bole`',
      places: ['ruili.yaml: "43.9299"', 'bole.yaml: "43.9299"'],
    },
  ]);
});

test('a city is no point of two parks', () => {
  const city = at('43.9299', '81.2828').replace('crs:', 'precision: city, crs:');
  expect(findings(distinctPoints, { a: city, b: city })).toEqual([]);
});

test('a park that is there twice is told once, by the first name that both have', () => {
  const parks = {
    dalu: 'name: { en: Dalu Zone, zh: 大路园区 }\naliases: [{ en: Dalu, zh: 大路 }]',
    ordos: 'name: { en: Ordos Dalu, zh: 鄂尔多斯大路 }\naliases: [{ en: Dalu-Zone, zh: 大路 }]',
  };
  expect(findings(distinctParks, parks)).toEqual([
    {
      id: 'ordos',
      message: 'perhaps the park `dalu` once more: both are called “Dalu-Zone”',
      places: ['ordos.yaml: Dalu-Zone', 'dalu.yaml: Dalu Zone'],
    },
  ]);
});

test('parks of one name in two districts are two', () => {
  const inDistrict = (en: string, zh: string) => `place: { district: { en: ${en}, zh: ${zh} } }`;
  const named = 'name: { en: Development Zone, zh: 开发区 }';
  const parks = { a: `${named}\n${inDistrict('A', '甲')}`, b: `${named}\n${inDistrict('B', '乙')}` };
  expect(findings(distinctParks, parks)).toEqual([]);
});

test('a county code and its nine digits are one unit', () => {
  const coded = (code: string) => `figures: { nbs_code: { claims: [{ value: "${code}" }] } }`;
  const told = findings(zoneCodes, {
    a: coded('150271'),
    b: coded('150271000'),
    c: coded('150272'),
    d: coded('150271401'),
  });
  expect(told).toEqual([
    {
      id: 'b',
      message: 'Nbs-code: `150271000` is also the code of `a`',
      places: ['b.yaml: "150271000"', 'a.yaml: "150271"'],
    },
  ]);
});

test('the translation that most parks use is the usual one', () => {
  const city = (en: string) => `place: { city: { en: ${en}, zh: 鄂尔多斯市 } }`;
  expect(findings(oneTranslation, { a: city('Erdos'), b: city('Ordos'), c: city('Ordos') })).toEqual([
    {
      id: 'a',
      message: '“鄂尔多斯市” is “Erdos” here and “Ordos” in `b`',
      places: ['a.yaml: Erdos', 'b.yaml: Ordos'],
    },
  ]);
});
