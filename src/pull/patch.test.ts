import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { textFault } from '../sheet/place/cell-value.ts';
import { entryOf, type LocatedScalar } from '../source/located.ts';
import { readYaml } from '../source/read-yaml.ts';
import { patchText, unfit } from './patch.ts';

function scalarAt(text: string, key: string): LocatedScalar {
  const root = readYaml('x.yaml', new TextEncoder().encode(text)).value?.root;
  const node = entryOf(root, key)?.value;
  if (node?.kind !== 'scalar') throw new Error(`no scalar ${key}`);
  return node;
}

const patch = (text: string, written: string) => patchText(text, [{ scalar: scalarAt(text, 'a'), written }]);

test.each<[string, string, string]>([
  ['a: 8 km2 # built', '9 km2', 'a: 9 km2 # built'],
  ["a:   '8'  # x", "it's", "a:   'it''s'  # x"],
  ['a: "x" # y', 'say "no" \\', 'a: "say \\"no\\" \\\\" # y'],
  ['{ a: x, b: 1 }', 'y, z: [1]', '{ a: "y, z: [1]", b: 1 }'],
  ['a: x', 'true', 'a: "true"'],
  ['a: x', '# no comment', 'a: "# no comment"'],
  ['a: x', 'two\nlines', 'a: "two\\nlines"'],
  ['a: 平方公里', '包头 市', 'a: 包头 市'],
])('%s with %s is %s', (text, written, expected) => {
  expect(patch(text, written)).toBe(expected);
});

test('what stands on several lines or is shared is not touched', () => {
  expect(unfit(scalarAt('a: >-\n  x\n  y\n', 'a'))).toBe('it stands on several lines');
  expect(unfit(scalarAt('b: &one x\na: *one\n', 'a'))).toMatch(/anchor/);
  expect(unfit(scalarAt('a: &one x\nb: *one\n', 'a'))).toMatch(/anchor/);
  expect(unfit(scalarAt('a: x', 'a'))).toBeUndefined();
});

test('whatever is written is read back, and nothing else changes', () => {
  const styles = [
    'k: 1\na: old # c\nz: 2\n',
    "k: 1\na: 'old' # c\nz: 2\n",
    'k: 1\na: "old" # c\nz: 2\n',
    '{ k: 1, a: old, z: 2 }',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...styles),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
      (text, written) => {
        fc.pre(
          !textFault(written) &&
            !/[\p{Cc}]/u.test(written.replaceAll('\n', '')) &&
            written.trim() === written,
        );
        const read = parseDocument(patch(text, written), { schema: 'failsafe' });
        expect(read.errors).toEqual([]);
        expect(read.toJS()).toEqual({ k: '1', a: written, z: '2' });
      },
    ),
  );
});
