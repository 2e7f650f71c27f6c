import { expect, test } from 'vitest';
import type { Diagnostic, Label } from './diagnostic.ts';
import { displayWidth } from './display-width.ts';
import { printGithub } from './print-github.ts';
import { printJson } from './print-json.ts';
import { printPretty } from './print-pretty.ts';
import type { SourceText } from './span.ts';

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

test('GitHub annotations are escaped, ranked by severity and capped', () => {
  const odd: SourceText = { path: 'data/a,b:c.yaml', text: 'x' };
  const many = Array.from({ length: 12 }, (_, index) =>
    error(`fault ${String(index).padStart(2, '0')}: 100%\nnext`, at(odd, 'x')),
  );
  const lines = printGithub([{ code: 'D002', severity: 'warning', message: 'late' }, ...many]).split('\n');
  expect(lines[0]).toBe(
    '::error file=data/a%2Cb%3Ac.yaml,line=1,endLine=1,col=1,endColumn=2,title=D001::fault 00: 100%25%0Anext',
  );
  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
  expect(lines[10]).toBe('2 more of level error are not annotated: GitHub shows 10 per step.');
  expect(lines[11]).toBe('::warning title=D002::late');
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
