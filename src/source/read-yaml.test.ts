import { expect, test } from 'vitest';
import { positionOf } from '../diagnostics/position.ts';
import { mostBytes } from './limits.ts';
import type { Located } from './located.ts';
import { readYaml } from './read-yaml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Each message with its place, as a user sees it. */
function faults(input: string | Uint8Array): readonly string[] {
  const { diagnostics } = readYaml('a.yaml', typeof input === 'string' ? bytes(input) : input);
  return diagnostics.map(({ code, message, primary }) => {
    const { line, column } = positionOf(primary!.span.source, primary!.span.start);
    return `${line}:${column} ${code} ${message}`;
  });
}

/** The plain value, for comparing. */
function plain(node: Located | undefined): unknown {
  if (node?.kind === 'map')
    return Object.fromEntries([...node.entries.values()].map(({ key, value }) => [key, plain(value)]));
  return node?.kind === 'list' ? node.items.map(plain) : node?.value;
}

test('values keep the text they were written in', () => {
  const { value, diagnostics } = readYaml(
    'a.yaml',
    bytes('\ufeffa: 0.080\nb: "0.080"\nc: 12345678901234567890\nd: yes\ne: true\nf:\n'),
  );
  expect(diagnostics).toEqual([]);
  const root = value!.root;
  const of = (key: string) => (root.kind === 'map' ? root.entries.get(key)!.value : undefined);
  expect(of('a')).toMatchObject({ value: 0.08, source: '0.080', isQuoted: false });
  expect(of('b')).toMatchObject({ value: '0.080', source: '0.080', isQuoted: true });
  expect(of('c')).toMatchObject({ source: '12345678901234567890' });
  expect([of('d'), of('e'), of('f')]).toMatchObject([{ value: 'yes' }, { value: true }, { value: null }]);
});

test('aliases and merge keys are filled in; own keys and earlier maps win', () => {
  const text = 'a: &a { x: 1, y: 2 }\nb: &b { y: 3, z: 4 }\nc: { <<: [*a, *b], x: 9 }\nd: *a\n';
  expect(plain(readYaml('a.yaml', bytes(text)).value?.root)).toMatchObject({
    c: { x: 9, y: 2, z: 4 },
    d: { x: 1, y: 2 },
  });
});

test.each([
  ['', '1:1 Y004 the file is empty'],
  ['# only a comment\n', '1:1 Y004 the file is empty'],
  ['a:\n\tb: 1\n', '2:1 Y010 a tab is used for indentation'],
  ['a: 1\nb:2\nc: 3\n', '2:2 Y012 a space is missing after `b:`'],
  ['a: 1\nb：2\nc: 3\n', '2:2 Y022 full-width `：` where YAML needs `:`'],
  ['a: 1\nb\nc: 3\n', '2:1 Y012 `b` is no key with a value'],
  ['a:\n   b: 1\n  c: 2\n', '3:3 Y011 this line is indented differently from its siblings'],
  ['a: 1\n b: 2\n', '1:4 Y011 the line after this one is indented too far'],
  ['a: Park: east\n', '1:4 Y014 a colon and a space inside of an unquoted text'],
  ["a: 'it's'\n", "1:8 Y014 unexpected `s'`"],
  ['a: @home\n', '1:4 Y014 an unquoted text cannot begin with `@`'],
  ['a: [1, 2\nb: 3\n', '2:1 Y013 a closing `]` is missing before this'],
  ['a: "abc\nb: 1\n', '1:4 Y013 a quote " is opened here and never closed'],
  ['a: "\\q"\n', '1:5 Y021 unknown escape in double quotes'],
  ['a: 1\nb: 2\na: 3\n', '3:1 Y015 duplicate key `a`'],
  ['%YAML 1.1\n---\na: no\n', '1:1 Y007 directive `%YAML 1.1`'],
  ['a: 1\n---\nb: 2\n', '2:1 Y008 a second document begins here'],
  ['a: !!int 8\n', '1:4 Y009 the tag `!!int` changes what this value is'],
  ['a: { en: A park, for all }\n', '1:18 Y014 `for all` is no key with a value'],
  ['a: !date 2017\n', '1:4 Y009 tag `!date`'],
  ['a: *nowhere\n', '1:4 Y016 unknown alias `*nowhere`'],
  ['a: &a { b: *a }\n', '1:12 Y017 the alias `*a` stands inside of the value it repeats'],
  ['a: { <<: 3 }\n', '1:10 Y018 `<<` merges something that is no map'],
  ['__proto__: { x: 1 }\n', '1:1 Y019 `__proto__` cannot be a key'],
  ['{a: 1}: 2\n', '1:1 Y019 this key is not a text'],
  ['a: x\u0007y\n', '1:5 Y002 control character U+0007'],
])('%j', (text, message) => {
  expect(faults(text)).toEqual([message]);
});

test('all faults of a file are told at once, with the other place', () => {
  expect(faults('a: 1\na: 2\nb: *c\n')).toEqual([
    '2:1 Y015 duplicate key `a`',
    '3:4 Y016 unknown alias `*c`',
  ]);
  const [diagnostic] = readYaml('a.yaml', bytes('a: 1\na: 2\n')).diagnostics;
  expect(diagnostic?.labels).toMatchObject([{ span: { start: 0, end: 1 }, text: 'first here' }]);
});

test('bytes that are no UTF-8 are found at their place', () => {
  expect(faults(Uint8Array.of(0x61, 0x3a, 0x20, 0xe5, 0x8c, 0x85, 0xb0, 0xfc))).toEqual([
    '1:5 Y001 the file is not UTF-8: byte 0xB0 at offset 6',
  ]);
  const utf16 = readYaml('a.yaml', Uint8Array.of(0xff, 0xfe, 0x61, 0x00)).diagnostics;
  expect(utf16[0]?.help).toContain('UTF-16');
});

test('hostile files end in a message', () => {
  expect(faults('['.repeat(100_000))).toEqual([expect.stringMatching(/^1:\d+ Y005 nested too deeply/)]);
  expect(faults('- '.repeat(100_000))).toEqual([expect.stringMatching(/^1:\d+ Y005 nested too deeply/)]);
  expect(faults(new Uint8Array(mostBytes + 1))).toEqual(['1:1 Y003 the file is too large: 4.0 MiB']);

  const laughs = ['a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]'];
  for (let level = 1; level < 30; level += 1)
    laughs.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  expect(faults(laughs.join('\n'))).toEqual([
    '6:10 Y006 more than 250,000 values after aliases are filled in',
  ]);

  const chain = ['a0: &a0 [1]'];
  for (let level = 1; level < 1_000; level += 1) chain.push(`a${level}: &a${level} [*a${level - 1}]`);
  expect(faults(chain.join('\n'))).toEqual(['64:12 Y005 nested too deeply: more than 64 levels']);

  const wide = `a: &a {${Array.from({ length: 2_000 }, (_, index) => `k${index}: 1`).join(', ')}}\nb:\n`;
  expect(faults(wide + '  - <<: *a\n'.repeat(100_000))).toEqual([expect.stringMatching(/^\d+:5 Y006 /)]);
});
