/** A template in which the checker finds nothing is merged without a fault, whatever a park leaves out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTexts, lineOf, mergeTexts } from '../testing.ts';
import { publicationShape } from './publication-shape.ts';
import type { Field, Group, Shape } from './shape.ts';

const root = publicationShape() as Group;

/** A stream of choices: the numbers that fast-check gives, again from the first when they end. */
type Choose = (below: number) => number;

function chooser(seeds: readonly number[]): Choose {
  let next = 0;
  return (below) => {
    next += 1;
    return ((seeds[next % seeds.length] ?? 0) + next) % below;
  };
}

/** Data of a shape: what may be null is so now and then, lists have up to two items. */
function dataOf(shape: Shape, choose: Choose, depth = 0): unknown {
  switch (shape.kind) {
    case 'text':
      return shape.words ? shape.words[choose(shape.words.length)] : '2016';
    case 'number':
      return choose(3);
    case 'flag':
      return choose(2) === 0;
    case 'list':
      return Array.from({ length: depth > 4 ? 0 : choose(3) }, () =>
        dataOf(shape.item.shape, choose, depth + 1),
      );
    case 'record':
      return { area_built: orNull(shape.item, choose, depth), gdp: orNull(shape.item, choose, depth) };
    case 'group':
      return groupOf(shape, choose, depth);
    case 'any':
    case 'null':
    case 'markup':
      return null;
  }
}

function orNull({ shape, optional }: Field, choose: Choose, depth: number): unknown {
  return optional && choose(2) === 0 ? null : dataOf(shape, choose, depth + 1);
}

function groupOf({ fields, oneAlways, together }: Group, choose: Choose, depth: number): unknown {
  const values = [...fields].map(([name, field]) => [name, orNull(field, choose, depth)] as const);
  const made: Record<string, unknown> = Object.fromEntries(values);
  const [first] = oneAlways;
  if (first !== undefined && oneAlways.every((name) => made[name] === null))
    made[first] = dataOf(fields.get(first)!.shape, choose, depth + 1);
  if (together.some((name) => made[name] === null)) for (const name of together) made[name] = null;
  return made;
}

/** Where a template stands: the shape of `this`, and how deep. */
interface Place {
  readonly shape: Shape;
  readonly depth: number;
}

/** A path from `this` or the root, of one to three names. */
function pathIn({ shape }: Place, choose: Choose): { readonly words: string; readonly shape: Shape } {
  const fromRoot = choose(4) === 0;
  const names: string[] = [];
  let at: Shape = fromRoot ? root : shape;
  for (let steps = 1 + choose(3); steps > 0; steps -= 1) {
    if (at.kind === 'record') {
      names.push(choose(2) === 0 ? 'area_built' : 'gdp');
      at = at.item.shape;
    } else if (at.kind === 'group') {
      const fields = [...at.fields];
      const [name, field] = fields[choose(fields.length)]!;
      names.push(name);
      at = field.shape;
    }
  }
  const words = [...(fromRoot ? ['@root'] : []), ...names].join('.');
  return { words: words === '' ? 'this' : words, shape: at };
}

function printOf({ words, shape }: ReturnType<typeof pathIn>): string {
  if (shape.kind === 'group' && shape.print !== '') return shape.print.replace('…', words);
  return shape.kind === 'list' ? `{{count ${words}}}` : `{{${words}}}`;
}

/** A path to what may be null, if there is one near. */
function optionalIn(place: Place, choose: Choose): ReturnType<typeof pathIn> {
  const { shape } = place;
  const fields = shape.kind === 'group' ? [...shape.fields].filter(([, field]) => field.optional) : [];
  const [name, field] = fields[choose(Math.max(1, fields.length))] ?? [];
  return name !== undefined && field ? { words: name, shape: field.shape } : pathIn(place, choose);
}

/** A condition over one or two paths; the paths themselves come back for use inside. */
function conditionIn(place: Place, choose: Choose) {
  const a = optionalIn(place, choose);
  const b = optionalIn(place, choose);
  const forms = [a.words, `(and ${a.words} ${b.words})`, `(or ${a.words} ${b.words})`, `(not ${a.words})`];
  return { condition: [...forms, `(ne ${a.words} null)`][choose(5)]!, paths: [a, b] };
}

function bodyIn(place: Place, choose: Choose): string {
  return Array.from({ length: 1 + choose(2) }, () => statementIn(place, choose)).join(' ');
}

function statementIn(place: Place, choose: Choose): string {
  const kind = place.depth > 3 ? 0 : choose(5);
  const path = pathIn(place, choose);
  const inner = { ...place, depth: place.depth + 1 };
  if (kind === 1) {
    const { condition, paths } = conditionIn(place, choose);
    const [then, otherwise] = choose(2) === 0 ? paths : [...paths].reverse();
    const block = choose(2) === 0 ? 'if' : 'unless';
    return `{{#${block} ${condition}}}${printOf(then!)}${bodyIn(inner, choose)}{{else}}${printOf(otherwise!)}{{/${block}}}`;
  }
  if (kind === 2 && path.shape.kind === 'list')
    return `{{#each ${path.words}}}${bodyIn({ ...inner, shape: path.shape.item.shape }, choose)}{{/each}}`;
  if (kind === 3 && path.shape.kind === 'group')
    return `{{#with ${path.words}}}${bodyIn({ ...inner, shape: path.shape }, choose)}{{/with}}`;
  if (kind === 4 && path.shape === words)
    return `{{> ${choose(2) === 0 ? 'sure' : 'asked'} it=${path.words}}}`;
  return printOf(path);
}

/** Partials that print a text in both languages: one asks whether it is there, one leaves that to its caller. */
const park = root.fields.get('park')!.shape as Group;
const words = park.fields.get('name')?.shape;
const partials = { 'sure.hbs': '{{text it}}', 'asked.hbs': '{{#if it}}{{> sure it=it}}{{/if}}' };

/** Lists whose items have much that may be null. */
const lists = ['park.access', 'park.timeline', 'cover', 'sources', 'notes', 'checks'];

/** A template that begins at the root or in a list. */
function mainOf(choose: Choose): string {
  const path = lists[choose(lists.length + 2)];
  if (path === undefined) return bodyIn({ shape: root, depth: 0 }, choose);
  let shape: Shape = root;
  for (const name of path.split('.')) if (shape.kind === 'group') shape = shape.fields.get(name)!.shape;
  const item = shape.kind === 'list' ? shape.item.shape : shape;
  return `{{#each ${path}}}${statementIn({ shape: item, depth: 2 }, choose)}{{/each}}`;
}

const seeds = fc.array(fc.nat(997), { minLength: 40, maxLength: 80 });

test('what passes the check is merged without unknown names, nulls and wrong arguments', () => {
  let passed = 0;
  fc.assert(
    fc.property(seeds, seeds, (forTemplate, forData) => {
      const main = mainOf(chooser(forTemplate));
      const texts = { ...partials, 'main.hbs': main };
      if (checkTexts(texts).some((line) => !line.startsWith('warning'))) return;
      passed += 1;
      const data = dataOf(root, chooser(forData)) as Record<string, unknown>;
      const { diagnostics } = mergeTexts(texts, data);
      const lines = diagnostics.map(lineOf).filter((line) => !/^(warning|T014)/.test(line));
      expect(lines).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
  expect(passed).toBeGreaterThan(100);
});
