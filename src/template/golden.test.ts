/**
 * Golden cases: each folder of `golden/` is a template, which is checked against the data of publications or, where
 * there is a `data.json`, merged with that; `expected.txt` holds the messages, one a line. Files under `shared/` of
 * a case are the shared folder; `known.json` holds the ids that are known.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkTexts, lineOf, mergeTexts } from './testing.ts';

const folder = fileURLToPath(new URL('golden', import.meta.url));

function readCase(name: string): {
  texts: Record<string, string>;
  data: Record<string, unknown> | undefined;
  known: { metrics: Record<string, { group: string }>; groups: { id: string }[] } | undefined;
  expected: string;
} {
  const texts: Record<string, string> = {};
  for (const entry of readdirSync(`${folder}/${name}`, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    const inCase = path.slice(folder.length + name.length + 2);
    texts[inCase.startsWith('shared/') ? `../${inCase}` : inCase] = readFileSync(path, 'utf8');
  }
  const { 'data.json': data, 'known.json': known, 'expected.txt': expected = '', ...files } = texts;
  return { texts: files, data: data && JSON.parse(data), known: known && JSON.parse(known), expected };
}

test.each(readdirSync(folder))('%s', (name) => {
  const { texts, data, known, expected } = readCase(name);
  const ids = known && { groups: known.groups, metrics: new Map(Object.entries(known.metrics)) };
  const lines = data ? mergeTexts(texts, data).diagnostics.map(lineOf) : checkTexts(texts, ids);
  expect(`${lines.join('\n')}\n`).toBe(expected);
});
