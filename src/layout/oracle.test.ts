/**
 * Every word of every oracle case is where another engine put it, or `differs.yaml` beside the case says why not.
 * The words are recorded (`npm run oracle -- CASE`); no engine runs here.
 */
import { expect, test } from 'vitest';
import { compareCase, oracleCases } from './testing/oracle-cases.ts';
import { printComparison } from './testing/oracle-table.ts';

test.each(oracleCases)('%s is laid out as the other engine did', async (name) => {
  const comparison = await compareCase(name);
  if (!comparison) return expect.fail(`${name}: nothing is recorded; run npm run oracle -- ${name}`);
  const { faults, idle, isStale, pages } = comparison;
  const isFine = faults.length === 0 && idle.length === 0 && !isStale && pages.ours === pages.theirs;
  if (!isFine) expect.fail(printComparison(name, comparison));
});
