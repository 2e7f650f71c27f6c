import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { pack, unpack } from './packed.ts';
import { readYaml } from './read-yaml.ts';

/** What comes out on the other side; undefined when it is not sent. */
function sent(text: string) {
  const { value } = readYaml('x.yaml', new TextEncoder().encode(text));
  if (!value) throw new Error('the text of a test cannot be read');
  const packed = pack(value.root, value.source.text);
  return { root: value.root, arrived: packed && unpack(structuredClone(packed), value.source) };
}

test.each([
  'a: { b: [1, 2.50, 0x1F, -0], "c d": ~, e: true, f: no }',
  "a: 'it''s'\nb: \"tab\\tand \\u4e2d\"\nc: |\n  several\n  lines\nd: a\n  b\n",
  'e: ""\nf:\ng: []\nh: {}\n',
])('values arrive as they were read: %s', (text) => {
  const { root, arrived } = sent(text);
  expect(arrived).toEqual(root);
});

test('any value arrives as it was read', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z][a-z #:]{0,6}$/), tie('tree'), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
  }));
  fc.assert(
    fc.property(fc.record({ root: tree }), (value) => {
      const text = stringify(value, { aliasDuplicateObjects: false });
      const read = readYaml('x.yaml', new TextEncoder().encode(text)).value;
      const packed = read && pack(read.root, read.source.text);
      if (read && packed) expect(unpack(packed, read.source)).toEqual(read.root);
    }),
  );
});

test('what aliases share, or what lost a part, is not sent', () => {
  expect(sent('a: &x { b: 1 }\nc: *x\n').arrived).toBeUndefined();
  expect(sent('a: &x { b: 1 }\nc: { <<: *x }\n').arrived).toBeUndefined();
  expect(sent('a: 1\nb: *nothing\n').arrived).toBeUndefined();
});
