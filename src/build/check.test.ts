import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from './digest.ts';
import { keep, readKept } from './kept.ts';
import { type Bench, openBench } from './testing.ts';

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});
afterEach(() => bench.clear());

const kept = () => readdirSync(join(bench.folder, '.cache/check'));

test('a check ends with what the rules could judge', async () => {
  const { exit, out } = await bench.run('check');
  expect(exit).toBe(0);
  expect(out).toMatch(/^2 parks: \d+ rules, \d+ judged, \d+ not applicable \(.*P1.*\); 0 acknowledged\n$/);
  const why = await bench.run('check', '--why');
  expect(why.out).toMatch(/^not applicable P1 \(.+\): .+ — all parks\n/m);
  expect((await bench.run('check', '--quiet')).out).toBe('');
});

test('publications are laid out when that is asked for', async () => {
  bench.edit('data/parks/south.yaml', 'South Park', 'Park \u{1f3ed}');
  expect((await bench.run('check')).exit).toBe(0);
  const pages = await bench.run('check', '--pages');
  expect(pages.exit).toBe(1);
  expect(pages.out).toContain('U+1F3ED');
  bench.edit('data/parks/south.yaml', 'Park \u{1f3ed}', 'South Park');
  expect((await bench.run('check', '--pages')).out).toMatch(/^2 parks and 6 publications: /);
});

test('a fault in one park does not keep the rules from the others', async () => {
  bench.edit('data/parks/north.yaml', '8 km2', '8 km3');
  bench.edit('data/parks/south.yaml', '8 km2', '9 km2');
  const { exit, out } = await bench.run('check');
  expect(exit).toBe(1);
  expect(out).toContain('unknown unit `km3`');
  expect(out).toContain('error[V1]');
  expect(out).toMatch(/\n1 park: /);
});

test('--only narrows findings to the parks that it can mean', async () => {
  bench.edit('data/parks/north.yaml', '8 km2', '8 km3');
  bench.edit('data/parks/south.yaml', 'source: S1', 'source: S2');
  const north = await bench.run('check', '--only', 'north/**');
  expect(north.out).toContain('km3');
  expect(north.out).not.toContain('S2');
  bench.edit('data/parks/north.yaml', '8 km3', '8 km2');
  expect(await bench.run('check', '--only', 'north/*.pdf')).toMatchObject({
    exit: 0,
    out: expect.stringMatching(/^1 park: /) as string,
  });
  // Laying out needs everything to be sound.
  expect(await bench.run('check', '--pages', '--only', 'north/*.pdf')).toMatchObject({
    exit: 1,
    out: expect.stringContaining('S2') as string,
  });
  const wrong = await bench.run('check', '--only', 'nort/**');
  expect(wrong).toMatchObject({ exit: 2, out: '' });
  expect(wrong.err).toMatch(/^there is no park that matches --only nort\/\*\*; did you mean north\/\*\*\?/);
});

test('what passed and what was not applicable stands in reports for machines', async () => {
  const report = JSON.parse((await bench.run('check', '--format', 'json')).out) as {
    checks: readonly { id: string; value: string }[];
  };
  const values = new Map(report.checks.map(({ id, value }) => [id, value]));
  expect(values.get('north/P1')).toBe('NA');
  expect(values.get('south/V1')).toBe('1');
});

test('a second check prints the same without checking', async () => {
  bench.edit('data/parks/north.yaml', '8 km2', '8 km3');
  const first = await bench.run('check');
  const [name = ''] = kept();
  const path = join(bench.folder, '.cache/check', name);
  // What is printed comes from the entry: with another text under a sound seal, that text.
  const key = name.replace('.json', '') as Parameters<typeof keep>[1];
  expect(await bench.run('check')).toEqual(first);
  keep(join(bench.folder, '.cache/check'), key, JSON.stringify({ text: 'kept', failed: false }));
  expect(await bench.run('check')).toMatchObject({ exit: 0, out: 'kept' });
  expect(await bench.run('check', '--force')).toEqual(first);
  expect(await bench.run('check')).toEqual(first);
  // A damaged entry is no entry.
  const entry = readFileSync(path, 'utf8');
  for (const damaged of [entry.slice(0, -2), entry.replace('km3', 'km2'), '', '\n']) {
    writeFileSync(path, damaged);
    expect(await bench.run('check')).toEqual(first);
    expect(readFileSync(path, 'utf8')).toBe(entry);
  }
});

test('a changed byte, file or option is another check', async () => {
  await bench.run('check');
  const changes: readonly (() => Promise<unknown>)[] = [
    async () => bench.edit('data/parks/north.yaml', 'Quiet', 'Quite'),
    async () => bench.write('data/parks/north.yaml', `${bench.read('data/parks/north.yaml')}\n`),
    async () => bench.edit('templates/leaflet/leaflet.css', '10pt', '11pt'),
    async () => bench.write('data/waivers.yaml', '[]\n'),
  ];
  for (const [index, change] of changes.entries()) {
    await change();
    await bench.run('check');
    expect(kept()).toHaveLength(index + 2);
  }
  let count = kept().length;
  for (const words of [
    ['--quiet'],
    ['--why'],
    ['--format', 'json'],
    ['--lang', 'en'],
    ['--only', 'north/**'],
    ['--pages'],
  ]) {
    await bench.run('check', ...words);
    count += 1;
    expect(kept()).toHaveLength(count);
  }
});

test('a hidden file that a template reads keeps a check from being kept', async () => {
  bench.write('templates/leaflet/.more.css', 'p { margin: 0 }');
  bench.edit(
    'templates/leaflet/leaflet.hbs',
    'href="leaflet.css"/>',
    'href="leaflet.css"/><link rel="stylesheet" href=".more.css"/>',
  );
  expect(await bench.run('check', '--pages')).toMatchObject({ exit: 0 });
  expect(() => kept()).toThrow('ENOENT');
});

test('a cache that cannot be written is no fault', async () => {
  bench.write('.cache', 'a file where the folder should be');
  expect((await bench.run('check')).exit).toBe(0);
});

test('the newest twenty entries stay, and leftovers of interrupted runs go', () => {
  const folder = join(bench.folder, 'kept');
  const keys = Array.from({ length: 25 }, (_, index) => sha256(String(index)));
  for (const [index, key] of keys.entries()) {
    keep(folder, key, `text ${index}`);
    const name = readdirSync(folder).find((one) => one.startsWith(key));
    if (name) utimesSync(join(folder, name), index, index);
    if (index === 3) writeFileSync(join(folder, 'left.1.tmp'), '');
    if (index === 3) utimesSync(join(folder, 'left.1.tmp'), 3, 3);
  }
  expect(readdirSync(folder)).toHaveLength(20);
  expect(readKept(folder, keys[24]!)).toBe('text 24');
  expect(readKept(folder, keys[0]!)).toBeUndefined();
});
