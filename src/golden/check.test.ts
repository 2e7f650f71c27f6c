/** The check command, as a process of its own, on a copy of the project's real data. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { projectFolder } from '../build/world.ts';
import { openFaultProject } from './fault-project.ts';

const waivers = 'data/waivers.yaml';
const text = readFileSync(join(projectFolder, waivers), 'utf8');

let project: ReturnType<typeof openFaultProject>;
beforeAll(() => {
  project = openFaultProject();
  rmSync(join(project.folder, 'data'), { recursive: true });
  cpSync(join(projectFolder, 'data'), join(project.folder, 'data'), { recursive: true });
});
afterAll(() => project.clear());

/** The text of the waivers without the one of a rule for a park. */
function without(rule: string, park: string): string {
  const document = parseDocument(text);
  const list = document.toJS() as readonly { rule: string; park: string }[];
  const index = list.findIndex((waiver) => waiver.rule === rule && waiver.park === park);
  expect(index, `${rule} of ${park}`).toBeGreaterThanOrEqual(0);
  document.deleteIn([index]);
  return String(document);
}

/** Where a line of a park file stands, as messages name it. */
function placeOf(park: string, part: string): string {
  const path = `data/parks/${park}.yaml`;
  const lines = readFileSync(join(projectFolder, path), 'utf8').split('\n');
  const line = lines.findIndex((each) => each.includes(part));
  const column = lines[line]?.indexOf(part);
  return `${path}:${line + 1}:${(column ?? -1) + 1}`;
}

test('the check fails without a waiver and passes with it', { timeout: 60_000 }, () => {
  project.change({ [waivers]: without('P1', 'baotou-equipment') });
  const { exit, out } = project.spawn('check');
  expect(exit, out).toBe(1);
  const error = out.split('\n\n').filter((each) => each.startsWith('error['));
  expect(error).toHaveLength(1);
  expect(error[0]).toContain('error[P1]: Of which put into production (“140 billion”) is larger than');
  expect(error[0]).toContain(`--> ${placeOf('baotou-equipment', '140 billion CNY')}`);
  expect(error[0]).toMatch(/value: 140 billion CNY.*\n.*\^{15} the part/);
  expect(error[0]).toMatch(/value: 67 billion CNY.*\n.*-{14} the whole/);
  expect(error[0]).toContain(
    'As a waiver: `- { rule: P1, park: baotou-equipment, values: { investment_in_production: 140 billion CNY, investment_total: 67 billion CNY }, … }`',
  );

  project.change({ [waivers]: text });
  const again = project.spawn('check');
  expect(again.out).not.toContain('error[');
  expect(again.exit, again.out).toBe(0);
});
