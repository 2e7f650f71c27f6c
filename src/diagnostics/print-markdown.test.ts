import { expect, test } from 'vitest';
import { printMarkdown } from './print-markdown.ts';
import { at, evil, extras, park, sample, told } from './testing/sample.ts';

test('a table with the worst first, and every place', () => {
  const rows = printMarkdown(sample).split('\n');
  expect(rows[0]).toBe('## Parkpress: 4 errors, 1 warning and 1 note');
  expect(rows[4]).toBe(
    '| error <code>D001</code> | <code>data/parks/a b.yaml:2:21</code> | unknown key <code>zh</code> |  |',
  );
  expect(rows).toContain(
    '| error <code>D020</code> | <code>data/parks/a b.yaml:7:9</code><br><code>data/sources.yaml:1:1</code> | ' +
      'unknown source <code>CD</code> | Did you mean <code>CD-2017</code>? |',
  );
  expect(rows.at(-2)).toMatch(
    /^\| note <code>P1<\/code> .*<br>Acknowledged: As printed; the source is asked\. \|/,
  );
});

test('texts of the user stay texts', () => {
  const text = printMarkdown([
    told('error', evil, { span: { source: { path: evil, text: '' }, start: 0, end: 0 } }),
  ]);
  const [row] = text.split('\n').slice(4);
  expect(row!.replaceAll(/<\/?code>|<br>/g, '')).not.toMatch(/<|>|@(?!&)|:\/\/(?!&)|\n/);
  expect(row!.match(/\|/g)).toHaveLength(5);
  expect(text.split('\n')).toHaveLength(6);
});

test('a summary never exceeds what GitHub accepts, and counts what it leaves out', () => {
  const long = Array.from({ length: 3_000 }, (_, index) =>
    told('warning', `${'|'.repeat(500)} ${index}`, at(park, 'id')),
  );
  const checks = Array.from({ length: 3_000 }, (_, index) => ({ ...extras.checks[3]!, rule: `R${index}` }));
  const text = printMarkdown([...long, told('error', 'the worst')], { checks });
  expect(text.length).toBeLessThanOrEqual(60_000);
  expect(text).toContain('| the worst |');
  const shown = text.match(/^\| warning .* \|$/gm)!.length;
  expect(text).toContain(`\nNot shown for want of room: ${3_000 - shown} warnings.\n`);
  expect(text).toMatch(/\n- and \d+ more rules\n\n<\/details>\n$/);
});

test('rules that had nothing to judge are listed', () => {
  const text = printMarkdown([], extras);
  expect(text).toContain('**Rules**: 1 passed, 1 with findings, 1 acknowledged, 1 not applicable.');
  expect(text).toMatch(/\n- <code>P6<\/code> Products .*: north\n/);
});
