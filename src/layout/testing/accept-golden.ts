/** Run by hand after reading what has changed: `npx tsx src/layout/testing/accept-golden.ts [case …]` writes expected pages. */
import { writeFileSync } from 'node:fs';
import { actualPages, expectedPath, goldenCases } from './golden.ts';

const wanted = process.argv.slice(2);
for (const name of goldenCases) {
  if (wanted.length === 0 || wanted.includes(name)) writeFileSync(expectedPath(name), actualPages(name));
}
