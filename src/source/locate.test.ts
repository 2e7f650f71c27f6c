import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionOf } from '../diagnostics/position.ts';
import type { Span } from '../diagnostics/span.ts';
import { locate } from './locate.ts';
import { readYaml } from './read-yaml.ts';

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

/** A random document: its YAML text, and the value that a reader without places would see. */
interface Sample {
  readonly text: string;
  readonly value: unknown;
}

/** Numbers unique in the document, so that a value tells where it was written. */
const sample: fc.Arbitrary<Sample> = fc
  .array(
    fc.tuple(fc.constantFrom('scalar', 'map', 'list', 'alias', 'merge', 'nested'), fc.nat(9), fc.nat(9)),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => {
    const lines: string[] = [];
    const value: Record<string, unknown> = {};
    const maps: string[] = [];
    for (const [index, [kind, pick, other]] of steps.entries()) {
      const name = `k${index}`;
      const target = maps[pick % Math.max(1, maps.length)];
      const second = maps[other % Math.max(1, maps.length)];
      const number = 101 + index;
      if (kind === 'scalar' || target === undefined || second === undefined) {
        lines.push(`${name}: &${name} { x${pick}: ${number}, s: [${number + 500}] }`);
        value[name] = { [`x${pick}`]: number, s: [number + 500] };
        maps.push(name);
      } else if (kind === 'map') {
        lines.push(`${name}: &${name}\n  x${pick}: ${number}\n  deep:\n    y: ${number + 500}`);
        value[name] = { [`x${pick}`]: number, deep: { y: number + 500 } };
        maps.push(name);
      } else if (kind === 'list') {
        lines.push(`${name}:\n  - ${number}\n  - *${target}`);
        value[name] = [number, value[target]];
      } else if (kind === 'alias') {
        lines.push(`${name}: *${target}`);
        value[name] = value[target];
      } else if (kind === 'merge') {
        lines.push(`${name}: &${name}\n  <<: [*${target}, *${second}]\n  x${other}: ${number}`);
        value[name] = { ...(value[second] as object), ...(value[target] as object), [`x${other}`]: number };
        maps.push(name);
      } else {
        lines.push(`${name}: { inner: { <<: *${target} }, list: [ *${second}, ${number} ] }`);
        value[name] = { inner: { ...(value[target] as object) }, list: [value[second], number] };
      }
    }
    return { text: `${lines.join('\n')}\n`, value };
  });

function* leaves(
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<readonly [readonly (string | number)[], number]> {
  if (typeof value === 'number') yield [path, value];
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  else for (const [key, item] of Object.entries(value as object)) yield* leaves(item, [...path, key]);
}

test('agrees with a reference walk on random documents with anchors and merge keys', () => {
  fc.assert(
    fc.property(sample, ({ text, value }) => {
      const root = read(text);
      for (const [path, number] of leaves(value)) {
        const place = locate(root, path);
        expect(textOf(place.node?.span)).toBe(String(number));
        expect(place.missing).toBe(false);
        for (const span of place.via) expect(textOf(span)).toMatch(/^\*k\d+$/);
        const beyond = locate(root, [...path.slice(0, -1), 'absent']);
        expect(beyond.missing).toBe(true);
        expect(beyond.key).toBeDefined();
      }
    }),
  );
});
