import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseManifest } from './manifest.ts';
import { type Bench, openBench } from './testing.ts';
import { projectFolder } from './world.ts';

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});
afterEach(() => bench.clear());

const all = [
  'north/book.en.xlsx',
  'north/leaflet.en.pdf',
  'north/leaflet.zh.pdf',
  'south/book.en.xlsx',
  'south/leaflet.en.pdf',
  'south/leaflet.zh.pdf',
];

test('a build makes every file with a manifest and sums that hold', async () => {
  const { exit, out } = await bench.run('build', '--jobs', '1');
  expect(exit).toBe(0);
  expect(out).toMatch(/^output\/north\/book\.en\.xlsx +\d+\.\d kB/);
  const tree = bench.tree('output');
  expect(Object.keys(tree)).toEqual(['SHA256SUMS', 'manifest.json', ...all]);
  const manifest = parseManifest(bench.read('output/manifest.json').toString());
  expect(manifest).toMatchObject({ edition: { name: '2026', date: '2026-11-23' } });
  expect(manifest?.targets.map(({ path, sha256: digest }) => [path, digest])).toEqual(
    all.map((path) => [path, tree[path]]),
  );
  const sums = bench.read('output/SHA256SUMS').toString().trim().split('\n');
  expect(sums).toEqual(['manifest.json', ...all].map((path) => `${tree[path]}  ${path}`));
});

test('a second build with nothing changed leaves every file alone, and says so', async () => {
  await bench.run('build', '--jobs', '1');
  const before = [...all, 'manifest.json'].map(
    (path) => statSync(join(bench.folder, 'output', path)).mtimeMs,
  );
  const again = await bench.run('build');
  expect(again.out).toContain('nothing had to be made');
  expect(again.err).toBe('6 files up to date\n');
  expect(
    [...all, 'manifest.json'].map((path) => statSync(join(bench.folder, 'output', path)).mtimeMs),
  ).toEqual(before);
});

test('only what an edit affects is made again, and --why names the file', async () => {
  await bench.run('build', '--jobs', '1');
  bench.edit('data/parks/south.yaml', 'South Park', 'Southern Park');
  const edited = await bench.run('build', '--why', '--jobs', '1');
  expect(edited.err.split('\n').slice(0, 4)).toEqual([
    'south/book.en.xlsx: data/parks/south.yaml changed',
    'south/leaflet.en.pdf: data/parks/south.yaml changed',
    'south/leaflet.zh.pdf: data/parks/south.yaml changed',
    'making 3 of 6 files',
  ]);
  // A comment prints nothing; but brochures hold the file, and workbooks name its revision.
  bench.edit('data/parks/south.yaml', 'id: south', '# a comment\nid: south');
  expect((await bench.run('build', '--why', '--jobs', '1')).err).toMatch(
    /^south\/book\.en\.xlsx: .*\nsouth\/leaflet\.en\.pdf: .*\nsouth\/leaflet\.zh\.pdf: .*\nmaking 3 of 6 files\n/,
  );
  bench.edit('templates/leaflet/leaflet.css', '10pt', '11pt');
  expect((await bench.run('build', '--why', '--jobs', '1')).err).toMatch(
    /^north\/leaflet\.en\.pdf: templates\/leaflet\/leaflet\.css changed\n/,
  );
});

test('a failed build tells all faults at once and leaves the output as it was', async () => {
  await bench.run('build', '--jobs', '1');
  const before = bench.tree('output');
  bench.edit('data/parks/north.yaml', '8 km2', '9 km2');
  bench.edit('data/parks/south.yaml', 'source: S1', 'source: S2');
  bench.edit('templates/leaflet/leaflet.hbs', '{{park.id}}', '{{parkid park}}');
  const { exit, out } = await bench.run('build');
  expect(exit).toBe(1);
  expect(out).toMatch(/data\/parks\/south\.yaml:\d+:\d+/);
  expect(out).toMatch(/templates\/leaflet\/leaflet\.hbs:3:\d+/);
  expect(out).toMatch(/3 errors/);
  expect(out).not.toContain('    at ');
  expect(bench.tree('output')).toEqual(before);
});

test('a fault that shows only in layout leaves the output as it was, too', async () => {
  await bench.run('build', '--jobs', '1');
  const before = bench.tree('output');
  bench.edit('data/parks/north.yaml', 'North Park', 'Larger Park');
  bench.edit('data/parks/south.yaml', 'South Park', 'Park \u{1f3ed}');
  const { exit, out, err } = await bench.run('build', '--jobs', '1');
  expect(exit).toBe(1);
  expect(err).toContain('south/leaflet.en.pdf failed');
  expect(out).toMatch(/error\[/);
  expect(bench.tree('output')).toEqual(before);
});

test('files outside the given folders cannot be reached', async () => {
  writeFileSync(join(bench.folder, 'secret.css'), 'p { color: red }');
  for (const [reference, refusal] of [
    ['../../secret.css', '"secret.css" is outside the folders of this build'],
    ['../../../../../../etc/passwd', 'is outside the folders of this build'],
    ['npm:../package.json', '"npm:../package.json" is outside the folders of this build'],
    ['link.css', '"templates/leaflet/link.css" is a link that leads out of its folder'],
  ] as const) {
    if (reference === 'link.css')
      symlinkSync(join(bench.folder, 'secret.css'), join(bench.folder, 'templates/leaflet/link.css'));
    bench.write(
      'templates/leaflet/leaflet.hbs',
      `<html lang="{{lang}}"><head><title>{{text park.name}}</title><link rel="stylesheet" href="${reference}"/></head><body><p>{{t "in"}}</p></body></html>`,
    );
    const { exit, out } = await bench.run('build', '--only', 'north/leaflet.en.pdf');
    expect(exit).toBe(1);
    expect(out).toContain(refusal);
  }
});

test('the same bytes inline, in workers, and in other processes with another place, zone and locale', async () => {
  await bench.run('build', '--jobs', '1');
  const inline = bench.tree('output');
  await bench.run('build', '--jobs', '2', '--force');
  expect(bench.tree('output')).toEqual(inline);
  const elsewhere = mkdtempSync(join(tmpdir(), 'parkpress-cwd-'));
  const words = [
    '--data',
    join(bench.folder, 'data'),
    '--templates',
    join(bench.folder, 'templates'),
    '--out',
    'made',
  ];
  const ran = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(projectFolder, 'scripts/build.ts'), ...words],
    {
      cwd: elsewhere,
      env: { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
      encoding: 'utf8',
    },
  );
  expect(ran.stderr).toContain('making 6 of 6 files');
  expect(ran.status).toBe(0);
  bench.write('other', elsewhere);
  const made = openedTree(bench, join(elsewhere, 'made'));
  rmSync(elsewhere, { recursive: true });
  expect(made).toEqual(inline);
});

function openedTree(from: Bench, folder: string): Readonly<Record<string, string>> {
  // `tree` takes a path below the bench; climb out of it.
  return from.tree(join('..', '..', folder));
}

test('files that no target makes any more go; files of others stay', async () => {
  await bench.run('build', '--jobs', '1');
  bench.write('output/north/notes.txt', 'mine');
  bench.remove('data/parks/north.yaml');
  const { err } = await bench.run('build');
  expect(err).toContain('removed north/leaflet.en.pdf: nothing makes it any more');
  expect(Object.keys(bench.tree('output'))).toEqual([
    'SHA256SUMS',
    'manifest.json',
    'north/notes.txt',
    ...all.slice(3),
  ]);
});

test('a file that was touched or lost is made again; a damaged manifest is told', async () => {
  await bench.run('build', '--jobs', '1');
  const before = bench.tree('output');
  bench.write('output/north/leaflet.en.pdf', 'scribble');
  bench.remove('output/south/book.en.xlsx');
  const { err } = await bench.run('build', '--why');
  expect(err).toContain('north/leaflet.en.pdf: the file was changed by something else');
  expect(err).toContain('south/book.en.xlsx: the file is missing');
  bench.write('output/manifest.json', '{');
  const { exit, out } = await bench.run('build', '--jobs', '1');
  expect(exit).toBe(0);
  expect(out).toContain('warning[B005]');
  expect(bench.tree('output')).toEqual(before);
});

test('--only and --lang choose, and keep what was made before', async () => {
  await bench.run('build', '--only', 'north/*.pdf', '--lang', 'en');
  expect(Object.keys(bench.tree('output'))).toEqual(['SHA256SUMS', 'manifest.json', 'north/leaflet.en.pdf']);
  await bench.run('build', '--only', 'north/book.*');
  const manifest = parseManifest(bench.read('output/manifest.json').toString());
  expect(manifest?.targets.map(({ path }) => path)).toEqual(all.slice(0, 2));
  const wrong = await bench.run('build', '--only', 'nort/leaflet.en.pdf');
  expect(wrong.exit).toBe(2);
  expect(wrong.err).toMatch(
    /^there is no file that matches --only nort\/leaflet\.en\.pdf; did you mean north\/leaflet\.en\.pdf\?/,
  );
});

test('the date of the edition, or of SOURCE_DATE_EPOCH, stands in the file', async () => {
  await bench.run('build', '--only', 'north/leaflet.en.pdf');
  expect(bench.read('output/north/leaflet.en.pdf').toString('latin1')).toContain('2026-11-23');
  const dated = openBench({ SOURCE_DATE_EPOCH: '1750000000' });
  await dated.run('build', '--only', 'north/leaflet.en.pdf');
  expect(dated.read('output/north/leaflet.en.pdf').toString('latin1')).toContain('2025-06-15');
  dated.clear();
  const wrong = openBench({ SOURCE_DATE_EPOCH: 'today' });
  expect(await wrong.run('build')).toMatchObject({
    exit: 1,
    out: expect.stringContaining('SOURCE_DATE_EPOCH is "today"') as string,
  });
  wrong.clear();
});

test('check prints notes, but not beside errors', async () => {
  bench.edit('data/parks/north.yaml', 'as_of: "2024-12-11"', 'as_of: { text: so far, latest: "2024-12-11" }');
  const waiver =
    '- { rule: S4, park: north, values: { area_built: 8 km2 }, reason: { en: Known, zh: 已知 }, by: editor, date: "2026-11-23", until: "2027-12-31" }\n';
  bench.write('data/waivers.yaml', waiver);
  const noted = await bench.run('check');
  expect(noted.out).toContain('note[S4]');
  expect(noted.out).toMatch(/; 1 acknowledged\n$/);
  bench.edit('data/parks/south.yaml', '8 km2', '8 km3');
  const { exit, out } = await bench.run('check');
  expect(exit).toBe(1);
  expect(out).toContain('unknown unit `km3`');
  expect(out).not.toContain('note[');
});

test('check writes nothing; regenerate reports what changed', async () => {
  expect(await bench.run('check')).toMatchObject({ exit: 0 });
  expect(() => bench.tree('output')).toThrow('ENOENT');
  await bench.run('build', '--jobs', '1');
  bench.write('previous.json', bench.read('output/manifest.json').toString());
  expect((await bench.run('regenerate')).out).toBe(
    'Nothing changed: 6 files checked, edition 2026 of 2026-11-23.\n',
  );
  bench.edit('data/parks/south.yaml', 'South Park', 'Southern Park');
  const { out } = await bench.run('regenerate', '--previous', 'previous.json', '--jobs', '1');
  expect(out).toContain('### Edition 2026 of 2026-11-23: 3 of 6 files differ');
  expect(out).toContain('| changed | `south/leaflet.en.pdf` | the data that its template can print |');
  expect((await bench.run('regenerate', '--previous', 'none.json')).exit).toBe(2);
});

test('findings as JSON and as annotations', async () => {
  bench.edit('data/parks/south.yaml', 'source: S1', 'source: S2');
  const json = await bench.run('build', '--format', 'json');
  expect(JSON.stringify(JSON.parse(json.out))).toContain('data/parks/south.yaml');
  expect((await bench.run('build', '--format', 'github')).out).toMatch(
    /^::error file=data\/parks\/south\.yaml,line=\d+/,
  );
});
