import { expect, test } from 'vitest';
import type { BuildEvent } from './events.ts';
import { progressPrinter } from './print-progress.ts';

function printed(isTerminal: boolean, why: boolean, ...events: BuildEvent[]): string {
  let text = '';
  const print = progressPrinter({ write: (more) => (text += more), isTerminal, columns: 60 }, why);
  for (const event of events) print(event);
  return text;
}

const run: BuildEvent[] = [
  { kind: 'stale', path: 'p/a.pdf', reason: 'it is new' },
  { kind: 'planned', targets: 8, stale: 2 },
  { kind: 'made', path: 'p/a.pdf', bytes: 10, milliseconds: 120.4 },
  { kind: 'failed', path: 'p/b.pdf' },
];

test('plain lines where there is no terminal', () => {
  expect(printed(false, false, ...run)).toBe(
    'making 2 of 8 files\n[1/2] p/a.pdf 120 ms\n[2/2] p/b.pdf failed\n',
  );
  expect(printed(false, true, ...run)).toMatch(/^p\/a\.pdf: it is new\n/);
  expect(printed(false, false, { kind: 'planned', targets: 1, stale: 0 })).toBe('1 file up to date\n');
});

test('a bar that ends with an empty line on a terminal', () => {
  const text = printed(true, false, ...run);
  expect(text).toContain('\r\u001b[K████████████░░░░░░░░░░░░ 1/2 p/a.pdf 120 ms');
  expect(text.endsWith('\r\u001b[K')).toBe(true);
});
