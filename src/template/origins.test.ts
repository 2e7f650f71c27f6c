/** Merged text: the same as plain Handlebars gives, and every character of it at its place. */
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import type { SourceText, Span } from '../diagnostics/span.ts';
import type { Places } from '../model/places.ts';
import { lineOf, mergeTexts, placeOf, type Result } from './testing.ts';

/** The place, datum and calls of the first character of `piece`. */
function originOf({ merged, diagnostics }: Result, piece: string) {
  expect(diagnostics.map(lineOf)).toEqual([]);
  const origin = merged!.originAt(merged!.text.indexOf(piece));
  return {
    place: placeOf(origin.place),
    datum: origin.datum?.source.path,
    calls: (origin.calls ?? []).map(placeOf),
  };
}

/** Places that name a value by the path to it: `items.1.name`. */
function placesOf(data: object): Places {
  const paths = new WeakMap<object, string>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    paths.set(value, path);
    for (const [key, child] of Object.entries(value)) visit(child, path === '' ? key : `${path}.${key}`);
  };
  visit(data, '');
  const spanAt = (path: string): Span => ({
    source: { path, text: '' } satisfies SourceText,
    start: 0,
    end: 0,
  });
  return {
    of: (object) => (paths.has(object) ? spanAt(paths.get(object) ?? '') : undefined),
    key: (object, key) => (paths.has(object) ? spanAt(`${paths.get(object)}.${key}`) : undefined),
  };
}

const data = {
  park: {
    name: { en: 'Steelworks', zh: '钢厂' },
    area: { value: '8', unit: 'km2', digit: 0, bound: 'exact' },
  },
  items: [
    { name: 'alpha', tags: ['red', 'blue'] },
    { name: 'beta', tags: ['green'] },
  ],
};
const places = placesOf(data);

test('static text is found to the character, a value at its tag with the datum', () => {
  const result = mergeTexts('<p>one</p>\n  <p>{{park.name.en}} two</p>', data, { places });
  expect(originOf(result, 'ne</p>')).toEqual({ place: 'a/main.hbs:1:5', datum: undefined, calls: [] });
  expect(originOf(result, 'Steel')).toEqual({ place: 'a/main.hbs:2:6', datum: 'park.name.en', calls: [] });
  expect(originOf(result, 'works')).toEqual({ place: 'a/main.hbs:2:6', datum: 'park.name.en', calls: [] });
  expect(originOf(result, 'two')).toEqual({ place: 'a/main.hbs:2:23', datum: undefined, calls: [] });
});

test('the datum of a helper is its first value, also in brackets and in options', () => {
  expect(originOf(mergeTexts('{{quantity park.area}}', data, { places }), '8 km²').datum).toBe('park.area');
  expect(originOf(mergeTexts('{{concat "x" (text park.name)}}', data, { places }), 'xSteel').datum).toBe(
    'park.name',
  );
  const texts = {
    'main.hbs': '{{t "k" n=(text park.name)}}',
    'strings.en.yaml': 'k: "<{n}>"\n',
    'strings.zh.yaml': 'k: "{n}"\n',
  };
  expect(originOf(mergeTexts(texts, data, { places }), '&lt;').datum).toBe('park.name');
});

test('items of lists are told apart, also bare texts and block names', () => {
  const loop = mergeTexts('{{#each items}}{{name}}{{#each tags}}<{{this}}>{{/each}}{{/each}}', data, {
    places,
  });
  expect(originOf(loop, 'beta')).toEqual({ place: 'a/main.hbs:1:16', datum: 'items.1.name', calls: [] });
  expect(originOf(loop, 'blue')).toEqual({ place: 'a/main.hbs:1:39', datum: 'items.0.tags.1', calls: [] });
  const named = mergeTexts('{{#each items as |it|}}{{#with it}}{{name}}{{/with}}{{/each}}', data, { places });
  expect(originOf(named, 'beta').datum).toBe('items.1.name');
});

test('partials name their calls, innermost first, and keep the datum of values given by name', () => {
  const texts = {
    'main.hbs': 'm\n{{#each items}}{{> outer this title=name}}{{/each}}{{park.name.zh}}',
    'outer.hbs': 'o{{> inner}}',
    'inner.hbs': '<{{title}}|{{tags.[0]}}>',
  };
  const result = mergeTexts(texts, data, { places });
  expect(result.merged?.text).toBe('m\no<alpha|red>o<beta|green>钢厂');
  const calls = ['a/outer.hbs:1:2', 'a/main.hbs:2:16'];
  expect(originOf(result, 'beta')).toEqual({ place: 'a/inner.hbs:1:2', datum: 'items.1.name', calls });
  expect(originOf(result, 'green')).toEqual({ place: 'a/inner.hbs:1:12', datum: 'items.1.tags.0', calls });
  expect(originOf(result, '钢')).toEqual({ place: 'a/main.hbs:2:52', datum: 'park.name.zh', calls: [] });
});

test('an empty template has an origin too', () => {
  expect(mergeTexts({ 'main.hbs': '{{! nothing }}' }).merged?.originAt(0).place.source.path).toBe(
    't/a/main.hbs',
  );
});

/** Templates made of every kind of node, with white space in awkward places. */
const space = fc.constantFrom('', ' ', '\n', '  \n', '\r\n', '\t');
const tags = ['{{x}}', '{{~x~}}', '{{ y.z }}', '{{! c }}', '{{!-- d --}}', '\\{{x}} ', '{{@root.x}}'];
const leaf = fc.oneof(
  fc.constantFrom('a', '<b>', '&', '中文', '"', ' } ', '\u{1F600}', ''),
  space,
  fc.constantFrom(...tags, '{{> p}}', '{{> p y}}', '\n  {{> p y z="k"}}\n'),
);
const heads = [
  'if x',
  'unless x',
  'each list',
  'with y',
  'if none',
  'each list as |item i|',
  'with y as |it|',
];
const { body: templates } = fc.letrec<{ block: string; node: string; body: string }>((tie) => ({
  node: fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: tie('block') }),
  block: fc
    .tuple(
      fc.constantFrom(...heads),
      tie('body'),
      space,
      fc.constantFrom('', '{{else}}e', '{{else if z}}f{{x}}{{else}} g\n', '{{~else~}} e\n'),
    )
    .map(
      ([head, body, gap, other]) =>
        `${gap}{{#${head}}}${gap}${body}${gap}${other}{{/${head.split(' ')[0]}}}${gap}`,
    ),
  body: fc.array(tie('node'), { maxLength: 6 }).map((parts) => parts.join('')),
}));

/** Contexts that lead to each other, so that any nesting finds every name. */
function endlessContext(): Record<string, unknown> {
  const full: Record<string, unknown> = { lang: 'en', x: '<x> & "y\'"', z: 7, none: null };
  const bare = { x: '', z: 0, none: null, y: full, list: [] };
  return Object.assign(full, { y: bare, list: [bare, full] });
}

const partial = '[{{z}}]\n';

test('plain Handlebars gives the same text, and static characters stand where their origin says', () => {
  fc.assert(
    fc.property(templates, (body) => {
      const main = `${body}{{> p}}`;
      const plain = Handlebars.create();
      plain.registerPartial('p', partial);
      const expected = plain.compile(main, { preventIndent: true })(endlessContext());
      const { merged, diagnostics } = mergeTexts({ 'main.hbs': main, 'p.hbs': partial }, endlessContext());
      expect(diagnostics.map(lineOf)).toEqual([]);
      expect(merged?.text).toBe(expected);
      for (let offset = 0; offset < expected.length; offset += 1) {
        const { place } = merged!.originAt(offset);
        const written = place.source.text.slice(place.start, place.end);
        if (!written.startsWith('{{')) expect(written).toBe(expected[offset]);
      }
    }),
    { numRuns: 300 },
  );
});
