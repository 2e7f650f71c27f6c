/**
 * Every folder of `warnings/` differs from the sound project of `faults/base` by something that a check tells without
 * failing, and holds in `expected.txt` what it prints. UPDATE_GOLDEN=1 writes what is missing, to be read.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFaultProject, type Told, warningsFolder } from './fault-project.ts';

async function check(name?: string): Promise<Told> {
  const project = openFaultProject();
  try {
    if (name !== undefined) project.overlay(name, warningsFolder);
    return await project.check();
  } finally {
    project.clear();
  }
}

test.each(readdirSync(warningsFolder))('%s', async (name) => {
  const { exit, out } = await check(name);
  expect(exit, out).toBe(0);
  const file = join(warningsFolder, name, 'expected.txt');
  if (!existsSync(file) && process.env.UPDATE_GOLDEN === '1') writeFileSync(file, out);
  expect(out).toBe(readFileSync(file, 'utf8'));
});

test('of the sound project nothing is told', async () => {
  const { exit, out } = await check();
  expect(exit).toBe(0);
  expect(out).toMatch(/^1 park: .*\n$/);
});
