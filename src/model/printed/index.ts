/**
 * Amounts and dates as sources print them, in English and Chinese, read exactly and never guessed: what is ambiguous
 * (47,17 and 12/11/2017), a code (G110, GB 50137), an address or part of a word is passed over.
 * Texts of more than 10,000 characters are not read. Time is linear in the length of the text.
 */
import type { Printed } from './reading.ts';
import { scan } from './scan.ts';

export { type Fit, verbatimFits } from './fits.ts';
export type { Printed } from './reading.ts';
export { numbersOf, sameNumbers, type Unmatched } from './same-numbers.ts';

/** Every amount, ordinal and date of a text, in its order; empty when there is none that can be read for certain. */
export function readPrinted(text: string): readonly Printed[] {
  return scan(text).flatMap(({ reading, loose }) => (loose ? [] : [reading]));
}
