import { expect, test } from 'vitest';
import type { Diagnostic, Label } from './diagnostic.ts';
import { displayWidth } from './display-width.ts';
import { printGithub } from './print-github.ts';
import { printJson } from './print-json.ts';
import { printJunit } from './print-junit.ts';
import { printMarkdown } from './print-markdown.ts';
import { printPretty } from './print-pretty.ts';
import { printSarif } from './print-sarif.ts';
import type { SourceText } from './span.ts';
import { extras, sample } from './testing/sample.ts';

const park: SourceText = {
  path: 'data/parks/a.yaml',
  text: 'id: a\nname: { en: Park, zh: 包头装备园 }\nsize: 8 sqkm\nsource: CD\n',
};
const sources: SourceText = { path: 'data/sources.yaml', text: 'CD-2017: {}\n' };

function at(source: SourceText, word: string, text?: string): Label {
  const start = source.text.indexOf(word);
  const span = { source, start, end: start + word.length };
  return text === undefined ? { span } : { span, text };
}

function error(message: string, primary: Label, more: Partial<Diagnostic> = {}): Diagnostic {
  return { code: 'D001', severity: 'error', message, primary, ...more };
}

test('a message with its lines, a second file, and what to do', () => {
  const text = printPretty(
    [
      error('unknown source `CD`', at(park, 'CD', 'not in the list'), {
        labels: [at(sources, 'CD-2017', 'the nearest')],
        help: 'Did you mean `CD-2017`?',
      }),
    ],
    { color: false },
  );
  expect(text).toBe(`error[D001]: unknown source \`CD\`
 --> data/parks/a.yaml:4:9
  |
2 | name: { en: Park, zh: 包头装备园 }
3 | size: 8 sqkm
4 | source: CD
  |         ^^ not in the list
  |
 ::: data/sources.yaml:1:1
  |
1 | CD-2017: {}
  | ------- the nearest
  |
  = help: Did you mean \`CD-2017\`?

1 error.
`);
});

test('the underline stands under the text it means, also after wide characters', () => {
  const lines = printPretty([error('wrong', at(park, '装备'))], { color: false }).split('\n');
  const row = lines.findIndex((line) => line.startsWith('2 |'));
  const marked = lines[row]!;
  const underline = lines[row + 1]!;
  expect(underline.indexOf('^')).toBe(displayWidth(marked.slice(0, marked.indexOf('装'))));
  expect(underline.trim()).toMatch(/^\| +\^{4}$/);
});

test('messages come in the order of the files, and none twice', () => {
  const text = printPretty(
    [
      error('second', at(park, 'sqkm')),
      error('first', at(park, 'id')),
      error('second', at(park, 'sqkm')),
      error('third', at(sources, 'CD')),
    ],
    { color: false },
  );
  expect(text.match(/error\[D001\]: \w+/g)).toEqual([
    'error[D001]: first',
    'error[D001]: second',
    'error[D001]: third',
  ]);
  expect(text.endsWith('\n3 errors.\n')).toBe(true);
});

test('a long line is shown around the marked word only', () => {
  const long: SourceText = { path: 'long.yaml', text: `${'x'.repeat(50_000)} here ${'y'.repeat(50_000)}` };
  const text = printPretty([error('wrong', at(long, 'here'))], { color: false });
  const lines = text.split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(140);
  const row = lines.find((line) => line.includes('here'))!;
  expect(lines.find((line) => line.includes('^^^^'))!.indexOf('^')).toBe(row.indexOf('here'));
});

test('texts of the user cannot steer the terminal', () => {
  const evil: SourceText = { path: 'evil.yaml', text: 'a: "\u001b[2J\u202e"\tx' };
  const text = printPretty([error('bad \u001b]0;title\u0007', at(evil, 'x'))], { color: false });
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  const row = text.split('\n').find((line) => line.startsWith('1 |'))!;
  expect(
    text
      .split('\n')
      .find((line) => line.includes('^'))!
      .indexOf('^'),
  ).toBe(row.indexOf('x'));
});

test('with colour the words are the same', () => {
  const diagnostics = [error('wrong', at(park, 'sqkm'), { help: 'mend it' })];
  const plain = printPretty(diagnostics, { color: false });
  const colored = printPretty(diagnostics, { color: true });
  expect(colored).not.toBe(plain);
  expect(colored.replaceAll(/\p{Cc}\[[\d;]*m/gu, '')).toBe(plain);
});

test('an empty file and the end of a file have frames too', () => {
  const empty: SourceText = { path: 'empty.yaml', text: '' };
  const text = printPretty([error('the file is empty', { span: { source: empty, start: 0, end: 0 } })], {
    color: false,
  });
  expect(text).toContain('--> empty.yaml:1:1\n  |\n1 |\n  | ^\n');
});

test('no message at all still says so', () => {
  expect(printPretty([], { color: false })).toBe('No findings.\n');
  expect(printGithub([])).toBe('');
});

test('a text of several lines is marked where it begins and where it ends', () => {
  const start = park.text.indexOf('name');
  const span = { source: park, start, end: park.text.indexOf('source') };
  const text = printPretty([error('wrong', { span, text: 'all of this' })], { color: false });
  expect(text).toContain(`
2 | name: { en: Park, zh: 包头装备园 }
  | ${'^'.repeat(34)} from here: all of this
3 | size: 8 sqkm
  | ^^^^^^^^^^^^ to here
4 | source: CD
`);
});

test('places of one file share a frame, also when the file was read twice', () => {
  const again = { ...park };
  const text = printPretty(
    [error('wrong', at(park, 'sqkm', 'this'), { labels: [at(again, 'CD', 'and this')] })],
    {
      color: false,
    },
  );
  expect(text).toContain(`
3 | size: 8 sqkm
  |         ^^^^ this
4 | source: CD
  |         -- and this
`);
  expect(text).not.toContain(':::');
});

test('why it matters is said once for a code', () => {
  const pages = [{ id: 'D001', title: 'Unknown key', why: 'It would be lost.', help: 'Correct it.' }];
  const two = [error('first', at(park, 'id')), error('second', at(park, 'size'))];
  const text = printPretty(two, { color: false, pages });
  expect(text.match(/ {2}= why: It would be lost\.\n/g)).toHaveLength(1);
  expect(text.indexOf('= why')).toBeLessThan(text.indexOf('second'));
  expect(printPretty([error('own', at(park, 'id'), { why: 'Because.' })], { color: false, pages })).toContain(
    '  = why: Because.\n',
  );
});

test('an accepted finding says why it was accepted', () => {
  const accepted = error('wrong', at(park, 'id'), { severity: 'info', acknowledged: 'As printed.' });
  expect(printPretty([accepted], { color: false })).toContain('  = acknowledged: As printed.\n');
});

test('of many messages alike in a file twenty are shown, in formats for people only', () => {
  const lines: SourceText = { path: 'many.yaml', text: 'x\n'.repeat(50) };
  const many = Array.from({ length: 50 }, (_, line) =>
    error(`fault ${line}`, { span: { source: lines, start: line * 2, end: line * 2 + 1 } }),
  );
  const text = printPretty([...many, error('another file', at(park, 'id'))], { color: false });
  expect(text.match(/: fault \d+\n/g)).toHaveLength(20);
  expect(text).toContain('\n\n… and 30 more D001 in many.yaml; --format json has them all\n\n');
  expect(text).toContain('another file');
  expect(text.endsWith('\n51 errors.\n')).toBe(true);
  expect(JSON.parse(printJson(many)).diagnostics).toHaveLength(50);
});

test('GitHub annotations are escaped, ranked by severity and capped', () => {
  const odd: SourceText = { path: 'data/a,b:c.yaml', text: 'x' };
  const many = Array.from({ length: 12 }, (_, index) =>
    error(`fault ${String(index).padStart(2, '0')}: 100%\nnext`, at(odd, 'x')),
  );
  const notes = many.map((each): Diagnostic => ({ ...each, severity: 'info', message: `${each.message}!` }));
  const lines = printGithub([
    ...notes,
    { code: 'D002', severity: 'warning', message: 'late' },
    ...many,
  ]).split('\n');
  expect(lines[0]).toBe(
    '::error file=data/a%2Cb%3Ac.yaml,line=1,endLine=1,col=1,endColumn=2,title=D001::fault 00: 100%25%0Anext',
  );
  expect(lines.map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual([
    ...Array(10).fill('error'),
    'warning',
    ...Array(10).fill('notice'),
    undefined,
    undefined,
  ]);
  expect(lines[10]).toBe('::warning title=D002::late');
  expect(lines[21]).toBe(
    'Not annotated: 2 errors and 2 notes. GitHub shows 10 of each level; --format json has them all.',
  );
});

test('JSON holds places with lines and columns', () => {
  const parsed = JSON.parse(printJson([error('wrong', at(park, 'sqkm', 'here'))]));
  expect(parsed.counts).toEqual({ error: 1, warning: 0, info: 0 });
  expect(parsed.diagnostics[0].place).toMatchObject({
    path: 'data/parks/a.yaml',
    line: 3,
    column: 9,
    end_column: 13,
    text: 'here',
  });
});

test('JSON lists what the rules said in the form of the ESS validation report', () => {
  const { checks } = JSON.parse(printJson([], extras));
  expect(checks.map(({ id, value }: { id: string; value: string }) => `${id} ${value}`)).toEqual([
    'north/P1 1',
    'south/P1 0',
    'south/P1/2 0',
    'north/P6 NA',
  ]);
  expect(checks[1]).toEqual({
    id: 'south/P1',
    type: 'validation',
    event: { actor: 'Parkpress' },
    rule: {
      language: 'Parkpress',
      expression: 'P1',
      severity: 'error',
      description: 'A part is not larger than the whole',
    },
    data: {
      source: ['south/part', 'south/whole'],
      target: ['south/part'],
      description: 'Part exceeds whole',
    },
    value: '0',
    acknowledged: true,
  });
  expect(JSON.parse(printJson([]))).not.toHaveProperty('checks');
});

test('every format gives the same text whatever the order of the messages', () => {
  for (const print of [printJson, printGithub, printSarif, printJunit, printMarkdown])
    expect(print([...sample].reverse(), extras)).toBe(print(sample, extras));
});
