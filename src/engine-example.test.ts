/** The example of ARCHITECTURE.md, run as a program of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('..', import.meta.url));

test('the example makes the showcase and finds nothing', () => {
  const text = readFileSync(join(project, 'src/ARCHITECTURE.md'), 'utf8');
  const example = /```ts\n(.*?)```/s.exec(text)?.[1] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'parkpress-example-'));
  try {
    for (const name of ['templates', 'node_modules']) symlinkSync(join(project, name), join(folder, name));
    writeFileSync(join(folder, 'example.mts'), example.replaceAll("from './", `from '${project}src/`));
    const said = execFileSync(process.execPath, ['--import', 'tsx', 'example.mts'], { cwd: folder });
    expect(said.toString()).toBe('No findings.\n');
    expect(readFileSync(join(folder, 'showcase.pdf')).subarray(0, 8).toString()).toBe('%PDF-1.7');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
