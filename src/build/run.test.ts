import { expect, test } from 'vitest';
import { runCommand } from './run.ts';
import type { Terminal } from './terminal.ts';

function terminalWith(env: Readonly<Record<string, string>>): {
  terminal: Terminal;
  said: { out: string; err: string };
} {
  const said = { out: '', err: '' };
  const screen = (name: 'out' | 'err') => ({
    write: (text: string) => {
      said[name] += text;
    },
    isTerminal: false,
    columns: 80,
  });
  const terminal: Terminal = {
    out: screen('out'),
    err: screen('err'),
    cwd: '/',
    env,
    now: () => 0,
    programs: () => Promise.reject(new Error('none')),
    interrupted: () => Promise.resolve(),
  };
  return { terminal, said };
}

const failing = () => Promise.resolve(() => Promise.reject(new Error('the roof is gone\nand more')));

test('a bug is one sentence and exit code 70; its stack is for developers only', async () => {
  const plain = terminalWith({});
  expect(await runCommand('build', [], plain.terminal, failing)).toBe(70);
  expect(plain.said.err).toMatch(/^Parkpress met a bug of its own: the roof is gone\n/);
  expect(plain.said.err).not.toContain('    at ');
  const debugged = terminalWith({ PARKPRESS_DEBUG: '1' });
  await runCommand('build', [], debugged.terminal, failing);
  expect(debugged.said.err).toContain('    at ');
});

test('wrong usage never loads the command; help prints to standard output', async () => {
  const wrong = terminalWith({});
  expect(await runCommand('build', ['--forse'], wrong.terminal, failing)).toBe(2);
  expect(wrong.said.err).toBe(
    'there is no option --forse; did you mean --force?\nSee npm run build -- --help\n',
  );
  const help = terminalWith({});
  expect(await runCommand('build', ['--help'], help.terminal, failing)).toBe(0);
  expect(help.said.out).toContain('--templates DIR');
});
