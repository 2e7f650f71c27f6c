/** What the run of the rules itself can say; the rules' own findings carry the rule's id. */
import type { CodeTable } from '../diagnostics/diagnostic.ts';
import type { RuleId } from './all-rules.ts';
import { rules } from './all-rules.ts';

export const ruleCodes = {
  R001: {
    title: 'Note without a finding',
    why: 'A conflict names a rule that finds nothing there: the figures agree now, or the note names others.',
    help: 'Delete `rule`, or name the figures of the finding.',
  },
  R002: {
    title: 'Unknown rule',
    why: 'The note would acknowledge nothing.',
    help: 'Name one of the rules of src/rules/README.md.',
  },
  ...Object.fromEntries(rules.map(({ id, title, why, help }) => [id, { title: title.en, why, help }])),
} as Readonly<
  Record<'R001' | 'R002' | RuleId, { title: string; why: string; help: string }>
> satisfies CodeTable;
