import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actualPages, expectedPath, goldenCases } from './testing/golden.ts';

test.each(goldenCases)('golden case %s', (name) => {
  expect(actualPages(name)).toBe(readFileSync(expectedPath(name), 'utf8'));
});
