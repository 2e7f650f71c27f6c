import { expect, test } from 'vitest';
import { positionOf } from '../diagnostics/position.ts';
import { exampleDataset } from './testing.ts';

type Files = Readonly<Record<string, string>>;

function figure(yaml: string) {
  const { value, diagnostics } = exampleDataset({ yaml: `figures:\n  area: ${yaml}\n` });
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return value!.parks[0]!.content.figures.area!;
}

function faults(yaml: string, files: Files = {}) {
  return exampleDataset({ yaml, files }).diagnostics.map(({ code, message, primary }) => {
    const { source, start } = primary!.span;
    return `${code} ${source.path.replace('data/', '')}:${positionOf(source, start).line} ${message}`;
  });
}

const two = 'claims: [{ id: a, value: 122 km2 }, { id: b, value: 120 km2, source: B }]';
const why = 'why: { en: W, zh: 理 }';

test.each([
  ['{ claims: [{ value: 8 km2 }] }', 'single', ['c1']],
  ['{ claims: [{ id: old, value: 8 km2, as_of: "2012" }, { id: new, value: 9 km2 }] }', 'newest', ['new']],
  [`{ prefer: b, decision: preferred, ${why}, ${two} }`, 'preferred', ['b']],
  [`{ decision: both, ${why}, ${two} }`, 'both', ['a', 'b']],
  [`{ decision: unresolved, ${why}, ${two} }`, 'unresolved', ['a', 'b']],
])('%s is decided as %s and prints %j', (yaml, kind, ids) => {
  const { decision, printed } = figure(yaml);
  expect([decision.kind, printed.map(({ id }) => id)]).toEqual([kind, ids]);
});

test('claims of other dates do not stand beside the newest ones', () => {
  const { printed } = figure(
    `{ decision: both, ${why}, claims: [{ id: old, value: 90 km2, as_of: "2001" }, { id: a, value: 122 km2 }, { id: b, value: 120 km2 }] }`,
  );
  expect(printed.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('the digits that a claim says are meant replace those that are printed', () => {
  const digitOf = (claim: string) => figure(`{ claims: [{ ${claim} }] }`).main.quantity!.digit;
  expect(digitOf('value: 100 billion CNY')).toBe(9);
  expect(digitOf('value: 100 billion CNY, digits: 1')).toBe(11);
  expect(digitOf('value: 0.080 km2, digits: 2')).toBe(-3);
  expect(digitOf('value: 16.58 billion CNY, digits: 4')).toBe(7);
});

test('an equivalent keeps its currency, and its rate when it was converted', () => {
  const { also } = figure(
    '{ claims: [{ value: 79.14 billion CNY, also: [{ value: 11.8 billion USD }, { value: 11 billion USD, rate: { value: "7.19", date: "2022-07", source: B } }] }] }',
  ).main;
  expect(also.map(({ quantity, rate }) => [quantity.value, quantity.unit, rate?.value ?? null])).toEqual([
    ['11800000000', 'USD', null],
    ['11000000000', 'USD', '7.19'],
  ]);
});

test('a decision is told when it lacks its reason, its claim, or anything to decide', () => {
  const of = (figure: string) =>
    faults(`figures:\n  area: ${figure}\n`).map((line) => line.replace(/:\d+/, ''));
  const park = 'D026 parks/example.yaml';
  expect(of(`{ decision: both, ${two} }`)).toEqual([`${park} the decision \`both\` has no reason`]);
  expect(of(`{ decision: preferred, ${why}, ${two} }`)).toEqual([
    `${park} it is not said which claim is preferred`,
  ]);
  expect(of(`{ decision: range, ${why}, claims: [{ value: 8 km2 }] }`)).toEqual([
    `${park} there is nothing to decide between one claim`,
  ]);
  expect(of(`{ ${why}, ${two} }`)).toEqual([`${park} \`why\` without a decision`]);
});

test('a waiver becomes a note beside its figures, after the notes of editors', () => {
  const yaml = `figures:
  whole: { claims: [{ value: 67 billion CNY }] }
  part: { claims: [{ id: a, value: 140 billion CNY }, { id: b, value: 2 CNY, as_of: "2001" }] }
conflicts: [{ id: mine, figures: [whole], title: { en: T, zh: 题 }, text: { en: X, zh: 文 } }]
`;
  const waivers = `[{ rule: P1, values: { part/a: 140 billion CNY, whole: 67 billion CNY }, reason: { en: R, zh: 理由 } }, { rule: C1, values: { part/a: 140 billion CNY }, note: mine }]`;
  const { value } = exampleDataset({ yaml, files: { 'waivers.yaml': waivers } });
  const { notes, figures } = value!.parks[0]!.content;
  expect(
    notes.map(({ number, rule, text, figures: about }) => [number, rule, text.en, about.map(({ id }) => id)]),
  ).toEqual([
    [1, 'C1', 'X Reason', ['whole', 'part']],
    [2, 'P1', 'R', ['part', 'whole']],
  ]);
  expect(notes[1]!.waiver).toMatchObject({ by: { en: 'the editor' }, until: '2027-01-01' });
  expect(figures.part!.notes).toEqual([1, 2]);
});

test('a note prints the reasons of its waivers, and the first term to end', () => {
  const yaml = `figures: { whole: { claims: [{ value: 67 billion CNY }] } }
conflicts: [{ id: mine, figures: [whole], title: { en: T, zh: 题 }, text: { en: X., zh: 文。 } }]
`;
  const waivers =
    '[{ rule: P1, values: { whole: a }, note: mine, reason: { en: R., zh: 理。 } }, { rule: C1, values: { whole: a }, note: mine, reason: { en: S., zh: 由。 }, until: "2026-12-01" }, { rule: C2, values: { whole: a }, note: mien }]';
  const { value, diagnostics } = exampleDataset({ yaml, files: { 'waivers.yaml': waivers } });
  const { notes } = value!.parks[0]!.content;
  expect(notes[0]!.text).toEqual({ en: 'X. R. S.', zh: '文。理。由。' });
  expect(notes[0]!.waiver!.until).toBe('2026-12-01');
  expect(diagnostics.map(({ message, help }) => [message, help])).toEqual([
    ['unknown note `mien`', 'Did you mean `mine`?'],
  ]);
});

test('waivers name parks and notes that exist, and end after they begin', () => {
  const waivers = `[{ rule: P1, park: exampel, values: { a: x } }, { rule: P1, note: nothing, values: { a: x } }, { rule: P1, values: { a: x }, date: "2026-05-05", until: "2026-05-04" }]`;
  expect(faults('{}', { 'waivers.yaml': waivers })).toEqual([
    'D022 waivers.yaml:1 unknown park `exampel`',
    'D022 waivers.yaml:17 unknown note `nothing`',
    'D028 waivers.yaml:24 the waiver ends (2026-05-04) before it begins (2026-05-05)',
  ]);
});

test('metrics that name others are checked', () => {
  const metrics = 'growth: { growth_of: outptu }\noutput: { at_most: [output] }\n';
  expect(faults('figures: { output: { claims: [{ value: 5 }] } }', { 'metrics.yaml': metrics })).toEqual([
    'D021 metrics.yaml:12 unknown metric `outptu`',
    'D025 metrics.yaml:20 `output` names itself',
  ]);
});

test('a faulty entry of sources or metrics hides no fault of parks, and rules still see the sound parks', () => {
  const files = {
    'sources.yaml':
      'C: { title: { en: C }, publisher: { en: P, zh: P }, published: "2018", address: "https://example.org" }',
    'parks/other.yaml': 'figures: { output: { claims: [{ value: 5, as_of: soon }] } }',
  };
  const { value, diagnostics } = exampleDataset({
    yaml: 'figures: { output: { claims: [{ value: 5 }] } }',
    files,
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(['D002', 'D013']);
  expect(value!.parks.map(({ id }) => id)).toEqual(['example']);
});
