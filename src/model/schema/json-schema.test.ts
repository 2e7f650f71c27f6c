import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Files } from '../../world.ts';
import { checkSchemas } from '../check-schemas.ts';
import { schemaFiles } from './json-schema.ts';

test.each([...schemaFiles()])('data/schema/%s is up to date', (name, expected) => {
  const committed = readFileSync(new URL(`../../../data/schema/${name}`, import.meta.url), 'utf8');
  expect(committed === expected, `data/schema/${name} is stale: run \`npm run docs\` and commit it`).toBe(
    true,
  );
});

test('every key of a park has words in both languages', () => {
  const lacking: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties } = node as {
      readonly properties?: Readonly<Record<string, { description?: string }>>;
    };
    for (const [key, property] of Object.entries(properties ?? {})) {
      const [en = '', zh = ''] = (property.description ?? '').split('\n\n');
      if (!/[A-Za-z]/.test(en) || !/\p{Script=Han}/u.test(zh)) lacking.push(`${path}.${key}`);
    }
    for (const [key, child] of Object.entries(node)) visit(child, `${path}.${key}`);
  };
  for (const [name, text] of schemaFiles()) visit(JSON.parse(text), name);
  expect(lacking).toEqual([]);
});

test('a schema edited by hand is told at the first character that differs', () => {
  const expected = schemaFiles().get('sources.schema.json')!;
  const edited = expected.replace('"title"', '"titel"');
  const files: Files = {
    read: (path) =>
      path === 'data/schema/sources.schema.json' ? new TextEncoder().encode(edited) : undefined,
    list: () => ['data/schema/sources.schema.json'],
  };
  const told: string[] = [];
  checkSchemas(files, 'data/schema', ({ code, primary }) => {
    told.push(`${code} ${primary!.span.source.text.slice(primary!.span.start - 3, primary!.span.end)}`);
  });
  expect(told).toEqual(['D029 tite']);
});

const data = new URL('../../../data/', import.meta.url);
const dataFiles = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);

test.each(dataFiles)('data/%s names its schema, which an editor finds it to fit', (name) => {
  const text = readFileSync(new URL(name, data), 'utf8');
  const [, path = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
  const schema = JSON.parse(readFileSync(new URL(path, new URL(name, data)), 'utf8'));
  const validate = new Ajv.default({ strict: false, allErrors: true }).compile(schema);
  expect(validate(parse(text)) || validate.errors).toBe(true);
});

test('an editor underlines an unknown key, a missing language and an unknown word', () => {
  const validate = new Ajv.default({ strict: false, allErrors: true }).compile(
    JSON.parse(schemaFiles().get('park.schema.json')!),
  );
  const text = readFileSync(new URL('parks/horinger-edz.yaml', data), 'utf8');
  const faultOf = (from: RegExp, to: string) => {
    validate(parse(text.replace(from, to)));
    return validate.errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  };
  expect(faultOf(/^tagline:/m, 'taglin:')).toEqual([' required', ' additionalProperties']);
  expect(faultOf(/status: actual/, 'status: actul')?.[0]).toMatch(/^\/figures\/.*\/status enum$/);
  expect(faultOf(/^name: \{ en: [^,]*, /m, 'name: { ')).toEqual(['/name required']);
});
