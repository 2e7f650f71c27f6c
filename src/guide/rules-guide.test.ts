import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../rules/all-rules.ts';
import { withRulesTable } from './rules-guide.ts';

const readme = readFileSync(new URL('../rules/README.md', import.meta.url), 'utf8');

test('src/rules/README.md is up to date', () => {
  expect(
    readme === withRulesTable(readme),
    'src/rules/README.md is stale: run `npm run docs` and commit it',
  ).toBe(true);
});

test('a rule is either in the table or among what is left out', () => {
  const known =
    'S1 S2 S3 S4 S5 S6 S7 P1 P2 P3 P4 P5 P6 P7 P8 A1 A2 A3 T1 T2 T3 T4 T5 T6 D1 D2 C1 C2 C3 C4 R1 R2 R3 R4 R5 G1 G2 G3 G4 I1 I2 I3 L1 L2 V1 V2';
  const leftOut = readme.slice(readme.indexOf('## What the data cannot express'));
  const missing = known.split(' ').filter((id) => !rules.some((rule) => rule.id === id));
  expect(missing.filter((id) => !leftOut.includes(`**${id}**`))).toEqual([]);
});

test('a table that is not marked is no table', () => {
  expect(() => withRulesTable('# Rules')).toThrow('has lost its line');
});
