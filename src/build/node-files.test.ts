import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNodeFiles, type NodeFiles } from './node-files.ts';

let root = '';
let files: NodeFiles;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parkpress-files-'));
  for (const folder of ['data/parks', 'templates', 'node_modules/fonts'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'data/parks/b.yaml'), 'id: b');
  writeFileSync(join(root, 'data/parks/B.yaml'), 'id: B');
  writeFileSync(join(root, 'data/.hidden'), '');
  writeFileSync(join(root, 'node_modules/fonts/a.ttf'), 'font');
  files = createNodeFiles(
    [
      { prefix: 'data/', folder: join(root, 'data') },
      { prefix: 'templates/', folder: join(root, 'templates') },
    ],
    join(root, 'node_modules'),
  );
});

afterEach(() => rmSync(root, { recursive: true }));

const text = (path: string): string | undefined => {
  const bytes = files.read(path);
  return bytes && Buffer.from(bytes).toString();
};

test('mounted folders and packages can be read', () => {
  expect(text('data/parks/b.yaml')).toBe('id: b');
  expect(text('npm:fonts/a.ttf')).toBe('font');
  expect(text('data/none.yaml')).toBeUndefined();
  expect(text('data/parks')).toBeUndefined();
  expect(files.list('data')).toEqual(['data/parks/B.yaml', 'data/parks/b.yaml']);
  expect(files.refusals()).toEqual([]);
});

test.each([
  'data/../secret.txt',
  'npm:../secret.txt',
  '/etc/passwd',
  'secret.txt',
  'data//etc/passwd',
  'data/..\\secret.txt',
  'npm:fonts/../../secret.txt',
])('%s is refused', (path) => {
  expect(text(path)).toBeUndefined();
  expect(files.refusals().map(({ code }) => code)).toEqual(['B001']);
});

test('links inside a folder are followed, links that lead out are refused', () => {
  symlinkSync(join(root, 'data/parks/b.yaml'), join(root, 'data/inside.yaml'));
  symlinkSync(join(root, 'secret.txt'), join(root, 'data/outside.yaml'));
  symlinkSync(root, join(root, 'templates/up'));
  expect(text('data/inside.yaml')).toBe('id: b');
  expect(text('data/outside.yaml')).toBeUndefined();
  expect(text('templates/up/secret.txt')).toBeUndefined();
  expect(files.list('templates/up')).toEqual([]);
  expect(files.refusals().map(({ message }) => message)).toEqual([
    '"data/outside.yaml" is a link that leads out of its folder',
    '"templates/up/secret.txt" is a link that leads out of its folder',
  ]);
});

test('a file beyond the limit is refused by name and size', () => {
  writeFileSync(join(root, 'templates/huge.png'), '');
  truncateSync(join(root, 'templates/huge.png'), 65 * 1024 * 1024);
  expect(text('templates/huge.png')).toBeUndefined();
  expect(files.refusals()[0]?.message).toBe('"templates/huge.png" has 69 MB; at most 64 MiB are read');
});
