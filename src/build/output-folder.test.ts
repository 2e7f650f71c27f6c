import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OutputFolder, openOutput } from './output-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parkpress-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function opened(): OutputFolder {
  const output = openOutput(folder);
  if (typeof output === 'string') throw new Error(output);
  return output;
}

test('staged files are not seen before they are published', () => {
  writeFileSync(join(folder, 'old.txt'), 'old');
  const output = opened();
  output.stage('park/a.pdf', 'new');
  output.stage('old.txt', 'newer');
  expect(readFileSync(join(folder, 'old.txt'), 'utf8')).toBe('old');
  output.publish([]);
  output.close();
  expect(readFileSync(join(folder, 'old.txt'), 'utf8')).toBe('newer');
  expect(readdirSync(folder).sort()).toEqual(['old.txt', 'park']);
});

test('closing without publishing leaves the folder as it was', () => {
  writeFileSync(join(folder, 'old.txt'), 'old');
  const output = opened();
  output.stage('old.txt', 'newer');
  output.close();
  expect(readFileSync(join(folder, 'old.txt'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['old.txt']);
});

test('a removed file takes its empty folder with it', () => {
  mkdirSync(join(folder, 'park'));
  writeFileSync(join(folder, 'park/a.pdf'), 'a');
  const output = opened();
  output.publish(['park/a.pdf']);
  output.close();
  expect(readdirSync(folder)).toEqual([]);
});

test('a living build keeps others out, a dead one does not', () => {
  writeFileSync(join(folder, '.tmp-lock'), String(process.ppid));
  expect(openOutput(folder)).toBe(`another build (process ${process.ppid}) is writing into this folder`);
  writeFileSync(join(folder, '.tmp-lock'), '999999999');
  mkdirSync(join(folder, '.tmp-left'));
  opened().close();
  expect(readdirSync(folder)).toEqual([]);
});

test('a place that is no folder is told in the words of the system', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(openOutput(join(folder, 'file'))).toMatch(/EEXIST|ENOTDIR/);
});

test('two files of one path are a bug', () => {
  const output = opened();
  output.stage('a', '1');
  expect(() => output.stage('a', '2')).toThrow('two files were staged as a');
  output.close();
});
