/** Every formula of the cases has the value that LibreOffice gave it, or the case says why not. */
import { expect, test } from 'vitest';
import { ourOutcome, readCases, sameOutcome } from './cases.ts';

const cases = readCases();

test.each(cases)('$formula', ({ formula, recorded, differs }) => {
  if (recorded === undefined) return expect.fail('nothing is recorded; run npm run oracle:formulas');
  const ours = ourOutcome(formula);
  if (!differs) return expect(ours).toEqual(sameOutcome(ours, recorded) ? ours : recorded);
  expect(ours).toEqual(differs.ours);
  expect(sameOutcome(ours, recorded), 'the difference is gone; take it out').toBe(false);
});
