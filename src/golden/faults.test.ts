/**
 * Every folder of `faults` but `base` holds the files in which a faulty project differs from the sound one, and in
 * `expected.txt` what the build prints. Each must end with exit code 1, no stack, and an output folder left alone.
 * UPDATE_GOLDEN=1 writes what is missing, to be read.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Changes,
  type FaultProject,
  faultsFolder,
  openFaultProject,
  type Told,
} from './fault-project.ts';

let sound: ReturnType<typeof openFaultProject>;
beforeAll(async () => {
  sound = openFaultProject();
  expect(await sound.build()).toMatchObject({ exit: 0 });
});
afterAll(() => sound.clear());

/** Runs a command on a copy of the built project, and asserts what holds for every fault. */
async function run(
  prepare: (project: FaultProject) => void,
  command: 'build' | 'spawn' = 'build',
): Promise<Told> {
  const project = openFaultProject(sound.folder);
  try {
    prepare(project);
    const before = project.output();
    const told = await project[command]();
    expect(told.exit, told.out + told.err).toBe(1);
    expect(told.out + told.err).not.toMatch(/^\s+at /m);
    expect(project.output()).toEqual(before);
    return told;
  } finally {
    project.clear();
  }
}

const cases = readdirSync(faultsFolder).filter((name) => name !== 'base');

test.each(cases)('%s', async (name) => {
  const { out } = await run((project) => project.overlay(name));
  const file = join(faultsFolder, name, 'expected.txt');
  if (!existsSync(file) && process.env.UPDATE_GOLDEN === '1') writeFileSync(file, out);
  expect(out).toBe(readFileSync(file, 'utf8'));
});

const park = 'data/parks/north.yaml';
const parkText = readFileSync(join(faultsFolder, 'base', park), 'utf8');
const page = 'templates/leaflet/leaflet.hbs';
const pageText = readFileSync(join(faultsFolder, 'base', page), 'utf8');
const css = 'templates/leaflet/leaflet.css';
const cssText = readFileSync(join(faultsFolder, 'base', css), 'utf8');
const book = 'templates/book/book.hbs';
const bookText = readFileSync(join(faultsFolder, 'base', book), 'utf8');
const inPage = (markup: string) => pageText.replace('{{> figures}}', `${markup}\n  {{> figures}}`);

test.each<[string, Changes, string]>([
  ['no sources', { 'data/sources.yaml': undefined }, 'error[D030]: data/sources.yaml is missing'],
  ['no park', { [park]: undefined }, 'error[D030]: data/parks/ holds no park'],
  [
    'a file of 10 MB',
    { [park]: `id: "${'x'.repeat(10_000_000)}"\n` },
    'error[Y003]: the file is too large: 9.5 MiB',
  ],
  ['a text of 3 MB', { [park]: parkText.replace('8 km2', '8'.repeat(3_000_000)) }, 'error[D010]'],
  [
    'a key of 3 MB',
    { [park]: `${'x'.repeat(3_000_000)}: 1\n${parkText}` },
    'error[Y019]: this key is too long',
  ],
  ['10,000 brackets', { [park]: `${parkText}x: ${'['.repeat(10_000)}` }, 'error[Y005]: nested too deeply'],
  [
    '10,000 dashes',
    { [park]: `${parkText}x:\n  ${'- '.repeat(10_000)}1\n` },
    'error[Y005]: nested too deeply',
  ],
  [
    'a million values by aliases',
    { [park]: `${parkText}x: &x [${'1, '.repeat(1_000)}]\ny: [${'*x, '.repeat(1_000)}]\n` },
    'error[Y006]: more than 250,000 values after aliases are filled in',
  ],
  ['1,000 levels', { [park]: levels(1_000) }, 'error[Y005]: nested too deeply'],
  [
    '10,000 elements within each other',
    { [page]: inPage('<div>'.repeat(10_000)) },
    'error[M008]: the document has more than 100',
  ],
  [
    '10,000 blocks within each other',
    { [page]: inPage('{{#if park}}'.repeat(10_000)) },
    'error[T016]: the template has 10005 tags',
  ],
  ['10,000 brackets in a helper', { [page]: inPage(`{{text ${'(text '.repeat(10_000)}`) }, 'error[T005]'],
  [
    '10,000 rows within each other',
    { [book]: bookText.replace('<table', `${'<row>'.repeat(10_000)}<table`) },
    'error[X001]',
  ],
  [
    '10,000 brackets in a formula',
    { [book]: bookText.replace('counta(', '('.repeat(10_000)) },
    'error[X012]',
  ],
  ['10,000 brackets in CSS', { [css]: `${cssText}p { width: ${'calc('.repeat(10_000)} }` }, 'error[C0'],
  ['10,000 blocks in CSS', { [css]: cssText + 'p {'.repeat(10_000) + '}'.repeat(10_000) }, 'error[C0'],
  [
    'an image of 10,000 million dots',
    {
      [page]: inPage('<img src="a.png" alt="A" width="50" height="50"/>'),
      'templates/leaflet/a.png': hugePng(),
    },
    'error[',
  ],
])('%s', async (_, changes, message) => {
  const { out } = await run((project) => project.change(changes));
  expect(out.slice(0, 2_000)).toContain(message);
  expect(out).toMatch(/\n1 error\.\n$/);
  expect(out.length).toBeLessThan(3_000);
});

/** Maps within maps, one level a line. */
function levels(count: number): string {
  return Array.from({ length: count }, (_, level) => `${' '.repeat(level)}x:\n`).join('');
}

/** The header of a PNG that claims 100,000 by 100,000 dots. */
function hugePng(): Uint8Array {
  const bytes = Buffer.alloc(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(100_000, 16);
  bytes.writeUInt32BE(100_000, 20);
  bytes.set([8, 2, 0, 0, 0], 24);
  return bytes;
}

test.each([
  'yaml-tab',
  'waiver-expired',
  'data-and-template',
  'css-broken',
  'missing-glyph',
  'workbook-formulas',
])('the command itself: %s', async (name) => {
  const { out, err } = await run((project) => project.overlay(name), 'spawn');
  expect(out).toBe(readFileSync(join(faultsFolder, name, 'expected.txt'), 'utf8'));
  expect(err).toMatch(/^(making \d of 3 files\n(\[\d\/\d\] \S+ (failed|[\d.]+ m?s)\n)+)?$/);
});
