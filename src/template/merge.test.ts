/** Strictness and limits: what a template gets to know about its mistakes while it runs. */
import { expect, test } from 'vitest';
import { lineOf, mergeTexts } from './testing.ts';

const data = {
  park: { name: { en: 'Park', zh: '园' }, district: null, area: '8' },
  items: [{ name: 'a' }, { name: 'b' }],
  empty: [],
};

function lines(template: string): readonly string[] {
  return mergeTexts(template, data).diagnostics.map(lineOf);
}

test.each([
  ['{{park.nam}}', 'T011 a/main.hbs:1:3 unknown name `nam` in `park` | Did you mean `name`?'],
  ['{{#if park.nam}}{{/if}}', 'T011 a/main.hbs:1:7 unknown name `nam` in `park` | Did you mean `name`?'],
  [
    '{{#unless prak.name}}{{/unless}}',
    'T011 a/main.hbs:1:11 unknown name `prak` in `prak.name` | Did you mean `park`?',
  ],
  ['{{#each item}}{{/each}}', 'T011 a/main.hbs:1:9 unknown name `item` | Did you mean `items`?'],
  ['{{#with parc}}{{/with}}', 'T011 a/main.hbs:1:9 unknown name `parc` | Did you mean `park`?'],
  ['{{text parc.name}}', 'T011 a/main.hbs:1:8 unknown name `parc` in `parc.name` | Did you mean `park`?'],
  ['{{number (count itms)}}', 'T011 a/main.hbs:1:17 unknown name `itms` | Did you mean `items`?'],
  [
    '{{#if (eq park.aera "8")}}{{/if}}',
    'T011 a/main.hbs:1:11 unknown name `aera` in `park` | Did you mean `area`?',
  ],
  ['{{plural 1 other=parc}}', 'T011 a/main.hbs:1:18 unknown name `parc` | Did you mean `park`?'],
  ['{{#each items}}{{nam}}{{/each}}', 'T011 a/main.hbs:1:18 unknown name `nam` | Did you mean `name`?'],
  [
    '{{#each items as |it|}}{{it.nam}}{{/each}}',
    'T011 a/main.hbs:1:26 unknown name `nam` in `it` | Did you mean `name`?',
  ],
  [
    '{{#each items}}{{../prk.area}}{{/each}}',
    'T011 a/main.hbs:1:18 unknown name `prk` in `..` | Did you mean `park`?',
  ],
  ['{{@root.prk}}', 'T011 a/main.hbs:1:3 unknown name `prk` in `@root` | Did you mean `park`?'],
  [
    '{{items.name}}',
    'T011 a/main.hbs:1:3 unknown name `name` in `items` | `items` is a list; walk through it with {{#each}}.',
  ],
])('%s names the unknown word and the nearest known one', (template, expected) => {
  expect(lines(template)).toEqual([expected]);
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'the prototype is out of reach: %s',
  (name) => {
    expect(lines(`{{park.${name}}}`)[0]).toContain(`unknown name \`${name}\``);
  },
);

test('null may be asked for, but neither printed nor looked into', () => {
  expect(
    mergeTexts('{{#if park.district}}x{{else}}none{{/if}}{{#with park.district}}x{{/with}}', data).merged
      ?.text,
  ).toBe('none');
  expect(lines('{{park.district}}')[0]).toBe(
    'T012 a/main.hbs:1:1 `park.district` has no value in this publication, so it cannot be printed | Put {{#if park.district}} … {{/if}} around it.',
  );
  expect(lines('{{park.district.en}}')[0]).toContain(
    '`park.district` has no value in this publication, so `en` cannot be read',
  );
  expect(lines('{{#if park.district.en}}{{/if}}')).toHaveLength(1);
  expect(lines('{{text park.district}}')[0]).toContain(
    '`park.district` has no value in this publication, but `text` needs',
  );
});

test('lists and groups are not printed, and the message says what does print them', () => {
  expect(lines('{{park.name}}')[0]).toContain('Write {{text park.name}}.');
  expect(lines('{{items}}')[0]).toContain('{{#each items}}');
});

test('a name of the data wins over a helper of the same name', () => {
  const page = { page: { url: 'https://example.org/' } };
  expect(mergeTexts('{{#with page}}{{url}} {{url url}}{{/with}}', page).merged?.text).toBe(
    'https://example.org/ https://example.org/',
  );
  expect(mergeTexts('{{number}}', {}).diagnostics.map(lineOf)[0]).toContain(
    '`number` is a helper: {{number "2796.11"}}',
  );
});

test('all faults of a run are reported, each once, and no text is given', () => {
  const { merged, diagnostics } = mergeTexts('{{#each items}}{{nam}}{{/each}}\n{{prk}}\n{{text park}}', data);
  expect(diagnostics.map(({ code }) => code)).toEqual(['T011', 'T011', 'T010']);
  expect(merged).toBeUndefined();
});

test('a fault in a partial names the call', () => {
  const { diagnostics } = mergeTexts({ 'main.hbs': 'x\n{{> tile park}}', 'tile.hbs': '{{nam}}' }, data);
  expect(diagnostics.map(lineOf)).toEqual([
    'T011 a/tile.hbs:1:3 unknown name `nam` | Did you mean `name`? | also: a/main.hbs:2:1 (called from here)',
  ]);
});

test('named values of a partial lie over its context', () => {
  const texts = {
    'main.hbs': '{{#each items}}{{> tile this n=@index}}{{/each}}',
    'tile.hbs': '{{n}}{{name}};',
  };
  expect(mergeTexts(texts, data).merged?.text).toBe('0a;1b;');
});

test('reserved characters are refused in templates and in data', () => {
  expect(lines('a\n b\uFDD0')).toEqual([
    'T015 a/main.hbs:2:3 the invisible character U+FDD0 is reserved and cannot stand in a template | Delete it; retype the words around it if you cannot see it.',
  ]);
  expect(mergeTexts('{{x}}', { x: 'a\uFDD3b' }).diagnostics.map(lineOf)[0]).toContain('U+FDD3');
});

test('loops and partials that multiply are stopped', () => {
  const many = { many: Array.from({ length: 200 }, (_, index) => index) };
  const loops = '{{#each many}}{{#each @root.many}}{{#each @root.many}}xxxxxxxxxx{{/each}}{{/each}}{{/each}}';
  const { diagnostics } = mergeTexts(loops, many, { limits: { characters: 100_000 } });
  expect(diagnostics.map(lineOf)[0]).toContain('T016');
  const doubling = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`p${index}.hbs`, `{{> p${index + 1}}}{{> p${index + 1}}}`]),
  );
  const partials = mergeTexts(
    { 'main.hbs': '{{> p0}}', ...doubling, 'p40.hbs': '' },
    {},
    { limits: { bodies: 10_000 } },
  );
  expect(partials.diagnostics.map(lineOf)[0]).toContain('more than 10000 times');
});

test('templates that would keep the parser busy are refused at once', () => {
  const ifs = (count: number) => `${'{{#if a}}'.repeat(count)}${'{{/if}}'.repeat(count)}`;
  expect(lines(ifs(30_000))[0]).toContain('tags; 5000 are allowed');
  expect(lines(ifs(200))[0]).toContain('T005 a/main.hbs:1:541 blocks or brackets are nested deeper than 60');
  expect(lines(`{{not ${'(not '.repeat(2000)}1${')'.repeat(2000)}}}`)[0]).toContain('nested deeper');
  expect(lines(`{{#if a}}${'{{else if a}}'.repeat(2000)}{{/if}}`)[0]).toContain('nested deeper');
});
