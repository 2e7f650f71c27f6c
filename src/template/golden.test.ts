/**
 * Golden cases: each folder of `golden/` is a template (and, where data matters, `data.json`); `expected.txt`
 * holds the messages, one a line. Files under `shared/` of a case are the shared folder.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lineOf, mergeTexts } from './testing.ts';

const folder = fileURLToPath(new URL('golden', import.meta.url));

function readCase(name: string): {
  texts: Record<string, string>;
  data: Record<string, unknown>;
  expected: string;
} {
  const texts: Record<string, string> = {};
  for (const entry of readdirSync(`${folder}/${name}`, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    const inCase = path.slice(folder.length + name.length + 2);
    texts[inCase.startsWith('shared/') ? `../${inCase}` : inCase] = readFileSync(path, 'utf8');
  }
  const { 'data.json': data = '{}', 'expected.txt': expected = '', ...files } = texts;
  return { texts: files, data: JSON.parse(data), expected };
}

test.each(readdirSync(folder))('%s', (name) => {
  const { texts, data, expected } = readCase(name);
  const { diagnostics } = mergeTexts(texts, data);
  expect(`${diagnostics.map(lineOf).join('\n')}\n`).toBe(expected);
});
