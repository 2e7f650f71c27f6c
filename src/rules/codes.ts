/** What the run of the rules itself can say, and the rules, whose findings carry their ids as codes. */
import type { CodeEntry, CodeTable } from '../diagnostics/diagnostic.ts';
import { rules } from './all-rules.ts';

const ownCodes = {
  R001: {
    title: 'Waiver without a finding',
    why: 'The figures agree now, or the waiver names others; left standing, it would hide the next finding.',
    help: 'Delete the waiver, or name exactly what takes part in the finding.',
  },
  R002: {
    title: 'Unknown rule',
    why: 'The waiver would acknowledge nothing.',
    help: 'Name one of the rules of src/rules/README.md.',
  },
  R003: {
    title: 'Waiver of values that have changed',
    why: 'The reason was given for other figures and may not hold for these.',
    help: 'Look at the finding again, then correct the values in the waiver or delete it.',
  },
  R004: {
    title: 'Expired waiver',
    why: 'What is acknowledged has to be looked at again from time to time.',
    help: 'Give it a new term if the reason still holds, else delete it.',
  },
  R005: {
    title: 'Second waiver of the same finding',
    why: 'Only one of two reasons could be printed.',
    help: 'Delete one of the two.',
  },
} as const satisfies CodeTable;

export const ruleCodes: CodeTable = {
  ...ownCodes,
  ...Object.fromEntries(
    rules.map(({ id, title, why, help }): [string, CodeEntry] => [id, { title: title.en, why, help }]),
  ),
};
