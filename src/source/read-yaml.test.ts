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
  ['a: %x\n', '1:4 Y014 an unquoted text cannot begin with `%`'],
  ['a: `x`\n', '1:4 Y014 an unquoted text cannot begin with a back quote'],
  ['a: > 5 km\n', '1:4 Y014 an unquoted text cannot begin with `>`'],
  ['a: *very important\n', '1:4 Y014 an unquoted text cannot begin with `*`'],
  ['a: &Sons\n', '1:4 Y014 an unquoted text cannot begin with `&`'],
  ['a: ? b\n', '1:4 Y014 an unquoted text cannot begin with `?`'],
  ['a: "x" y\n', '1:8 Y014 `y` stands behind the closing quote'],
  ['a: - b\n', '1:4 Y011 a list cannot begin on the line of its key'],
  ['- a: 1\n b: 2\n', '2:2 Y011 this line is indented differently from its siblings'],
  ['a: [\n\t1 ]\n', '2:1 Y010 a tab is used for indentation'],
  ['a: {en:Park, zh: x}\n', '1:5 Y012 a space is missing after `en:`'],
  ['a: {en：Park}\n', '1:5 Y022 full-width `：` where YAML needs `:`'],
  ['a: 1\nb:\u3000x\n', '2:3 Y024 a space of another kind (U+3000), which YAML takes for a letter'],
  ['a:\n  x: 1\n\u00a0 y: 2\n', '3:1 Y024 a space of another kind (U+00A0), which YAML takes for a letter'],
  ['a: G110 #2\n', '1:9 Y025 `#2` is a comment to YAML, and no part of the text before it'],
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

test.each([
  ['{ value: 27,96 km2, source: CD }', '27,96 km2', 'The decimal mark is a point: 27.96 km2.'],
  ['{ value: 1,234,567 }', '1,234,567', 'Write 1234567, or put it into quotes: "1,234,567".'],
  [
    '{ en: A park of 1,200 firms }',
    'A park of 1,200 firms',
    'Write A park of 1200 firms, or put it into quotes',
  ],
  ['[27,96 km2]', '27,96 km2', 'The decimal mark is a point: 27.96 km2.'],
  ['[40,65, 109.84]', '40,65', 'The decimal mark is a point: 40.65.'],
])('a comma inside of brackets splits a number: %s', (text, written, help) => {
  const { diagnostics } = readYaml('a.yaml', bytes(`a: ${text}\nb: *c\n`));
  expect(diagnostics.map(({ code }) => code)).toEqual(['Y023', 'Y016']);
  const { span } = diagnostics[0]!.primary!;
  expect(span.source.text.slice(span.start, span.end)).toBe(written);
  expect(diagnostics[0]!.help).toContain(help);
});

test.each([
  'a: [1,2]\n',
  'a: [1, 2, 3]\n',
  'a: { x: 1, y: 2 }\n',
  'a: 1,200 firms\n',
  'a: 8 km2 # as printed\n',
  'a: "G110 #2"\n',
  'a: G110#2\n',
  'a: http://example.org:80/#2\n',
  'a: &x 1\nb: *x\n',
  'a: text with\u00a0a space\n',
  '"\u3000": 1\n',
  'a: 007\nb: 2024-01-05\nc: 12:30\nd: 1_000\ne: no\n',
])('nothing is said of %j', (text) => {
  expect(faults(text)).toEqual([]);
});

test('codes and dates keep every character, quoted or not', () => {
  const root = readYaml('a.yaml', bytes('a: 007\nb: 2024-01-05\nc: 1e3\nd: 12:30\n')).value!.root;
  const sources = root.kind === 'map' ? [...root.entries.values()].map(({ value }) => value) : [];
  expect(sources).toMatchObject(['007', '2024-01-05', '1e3', '12:30'].map((source) => ({ source })));
});

test('a faulty value does not hide the faults of others', () => {
  expect(faults('a: @home\nb: !x 1\nc: "\\q"\nd: *no\ne: { f: 1,5 km }\ng: 1\ng: 2\n')).toEqual([
    '1:4 Y014 an unquoted text cannot begin with `@`',
    '2:4 Y009 tag `!x`',
    '3:5 Y021 unknown escape in double quotes',
    '4:4 Y016 unknown alias `*no`',
    '5:9 Y023 inside of brackets the comma ends the value, and splits `1,5 km`',
    '7:1 Y015 duplicate key `g`',
  ]);
  const { value } = readYaml('a.yaml', bytes('a: @home\nb: 1\n'));
  expect(plain(value?.root)).toEqual({ b: 1 });
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

test('long and wide files are read, or refused at a bound', () => {
  const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}: 1`).join('\n');
  const { value, diagnostics } = readYaml('a.yaml', bytes(keys));
  expect(diagnostics).toEqual([]);
  expect(value?.root.kind === 'map' && value.root.entries.size).toBe(100_000);
  const long = readYaml('a.yaml', bytes(`a: ${'x '.repeat(500_000)}\n`)).value!.root;
  expect(long.kind === 'map' && long.entries.get('a')?.value.span.end).toBe(1_000_002);
  expect(faults(`a: [${'1,'.repeat(1_000_000)}1]`)).toEqual([
    '1:500003 Y003 the file is too large: more than 250,000 keys and values',
  ]);
});

test.each([
  ['reserved characters', `a: [${'@a, '.repeat(10_000)}]`, 1],
  ['lines of reserved characters', `a:\n${'- @a\n'.repeat(10_000)}`, 8],
  ['tags', `a:\n${'- !x y\n'.repeat(10_000)}`, 8],
  ['quotes', `a: '${"x' 'y ".repeat(10_000)}`, 1],
  ['keys without values', `a: {${'x, '.repeat(1_000)}}`, 1_000],
  ['unknown aliases', `a:\n${'- *x\n'.repeat(1_000)}`, 1_000],
])('a file full of %s has so many messages and no more', (_, text, count) => {
  expect(faults(text)).toHaveLength(count);
});
