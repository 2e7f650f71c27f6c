import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import { positionOf } from '../diagnostics/position.ts';
import type { Span } from '../diagnostics/span.ts';
import { locate } from './locate.ts';
import { readYaml } from './read-yaml.ts';
import { randomYaml } from './testing/random-yaml.ts';

function read(text: string) {
  const { value, diagnostics } = readYaml('a.yaml', new TextEncoder().encode(text));
  expect(diagnostics).toEqual([]);
  return value!.root;
}

const textOf = (span: Span | undefined) => span?.source.text.slice(span.start, span.end);

test('finds values, unknown keys and the parent of missing keys', () => {
  const root = read('name: { en: Park }\nclaims:\n  - value: 8 km2\n    sauce: CD\n');
  expect(textOf(locate(root, ['claims', 0, 'value']).node?.span)).toBe('8 km2');
  expect(textOf(locate(root, ['claims', 0, 'sauce']).key)).toBe('sauce');
  expect(locate(root, ['name', 'zh'])).toMatchObject({ missing: true });
  expect(textOf(locate(root, ['name', 'zh']).key)).toBe('name');
  expect(textOf(locate(root, ['claims', 0, 'source', 'x']).key)).toBe('value');
  expect(textOf(locate(root, ['nothing']).key)).toBe('name');
});

test('remembers the aliases on the way', () => {
  const root = read('base: &base { city: &city { en: Baotou } }\na:\n  <<: *base\nb: { c: *city }\n');
  const merged = locate(root, ['a', 'city', 'en']);
  expect(textOf(merged.node?.span)).toBe('Baotou');
  expect(merged.via.map((span) => `${textOf(span)} ${positionOf(span.source, span.start).line}`)).toEqual([
    '*base 3',
  ]);
  expect(locate(root, ['b', 'c', 'en']).via.map(textOf)).toEqual(['*city']);
});

/** Where a reader of plain nodes finds a path: the value, and the aliases passed on the way. */
interface Found {
  readonly node: unknown;
  readonly via: readonly number[];
}

function walk(document: Document, path: readonly (string | number)[]): Found | undefined {
  let found: Found | undefined = resolved({ node: document.contents, via: [] }, document);
  for (const step of path) {
    const next: Found | undefined = found && childOf(found, step, document);
    found = next && resolved(next, document);
  }
  return found;
}

function resolved({ node, via }: Found, document: Document): Found {
  return isAlias(node) ? { node: node.resolve(document), via: [...via, node.range![0]] } : { node, via };
}

function childOf({ node, via }: Found, step: string | number, document: Document): Found | undefined {
  if (isSeq(node)) return { node: node.items[Number(step)], via };
  if (!isMap(node)) return undefined;
  const keyOf = ({ key }: Pair) => (isScalar(key) ? String(key.value) : '');
  const own = node.items.find((pair) => keyOf(pair) === step);
  if (own) return { node: own.value, via };
  for (const pair of node.items) {
    if (keyOf(pair) !== '<<' && keyOf(pair) !== 'Symbol(<<)') continue;
    const merged = resolved({ node: pair.value, via }, document);
    const parts = isSeq(merged.node) ? merged.node.items : [pair.value];
    for (const part of parts) {
      const from = isSeq(merged.node) ? merged.via : via;
      const found = childOf(resolved({ node: part, via: from }, document), step, document);
      if (found) return found;
    }
  }
  return undefined;
}

type Path = readonly (string | number)[];

/** Every path of a plain value, to its maps and lists as well. */
function* pathsOf(value: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
  yield [path, value];
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* pathsOf(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* pathsOf(item, [...path, key]);
}

test('agrees with a reference walk on random documents with anchors and merge keys', () => {
  let aliases = 0;
  fc.assert(
    fc.property(randomYaml, (text) => {
      const root = read(text);
      const document = parseDocument(text, { merge: true });
      let left = 300;
      for (const [path, value] of pathsOf(document.toJS({ maxAliasCount: -1 }))) {
        if (left-- === 0) break;
        const place = locate(root, path);
        const reference = walk(document, path)!;
        expect(place).toMatchObject({ missing: false, isEcho: false });
        expect(place.via.map((span) => span.start)).toEqual(reference.via);
        aliases += place.via.length;
        if (typeof value === 'number') expect(textOf(place.node?.span)).toBe(String(value));
        if (isScalar(reference.node)) expect(place.node?.span.start).toBe(reference.node.range![0]);
        const absent = locate(root, [...path, 'absent']);
        expect(absent).toMatchObject({ missing: true, isEcho: false });
        const last = path.at(-1);
        if (typeof last === 'string') expect(textOf(absent.key)).toBe(last);
      }
    }),
    { numRuns: 300 },
  );
  expect(aliases).toBeGreaterThan(1_000);
});

test('what could not be read is known, so that its echoes can be left out', () => {
  const { root } = readYaml(
    'a.yaml',
    new TextEncoder().encode(
      'a: { x: *no, y: 1 }\nb: [1, *no]\nc: { <<: *no, y: 1 }\nd: { value: 27,96 km2, z: 1 }\ne: @home\nf: { y: 1 }\n',
    ),
  ).value!;
  const isEcho = (...path: (string | number)[]) => locate(root, path).isEcho;
  expect([isEcho('a', 'x'), isEcho('a'), isEcho('b'), isEcho('b', 1), isEcho('c', 'x'), isEcho('e')]).toEqual(
    Array(6).fill(true),
  );
  expect([isEcho('d', 'value'), isEcho('d', 'source')]).toEqual([true, false]);
  expect([isEcho('a', 'y'), isEcho('a', 'other'), isEcho('f', 'x'), isEcho('f'), isEcho('g')]).toEqual(
    Array(5).fill(false),
  );
});
