/** The frame that balance rules share: what there is to judge, what fails, and how it could be mended. */
import type { Label } from '../../diagnostics/diagnostic.ts';
import type { ParkRecord } from '../../model/dataset.ts';
import type { Bilingual } from '../../model/publication.ts';
import { type Finding, labelAt, partOf, type RuleContext, type Verdict } from '../define-rule.ts';
import { holds, type Relation } from './relation.ts';
import { suggester } from './suggest.ts';
import type { Term } from './term.ts';

/** Judges the relations of a rule; `findingsOf` words those that fail. Without relations, `missing` says what would be needed. */
export function judge<R extends Relation<Term>>(
  park: ParkRecord,
  { dataset }: RuleContext,
  relations: readonly R[],
  findingsOf: (relation: R) => readonly Finding[],
  missing: Bilingual,
): Verdict {
  if (relations.length === 0) return { applies: false, missing };
  const suggest = suggester(park, dataset);
  const findings = relations
    .filter((relation) => !holds(relation))
    .flatMap((relation) => {
      const suggestion = suggest(relation);
      return findingsOf(relation).map((finding) => (suggestion ? { ...finding, suggestion } : finding));
    });
  return { applies: true, findings };
}

/** A term that takes part in a finding, and what it is there. */
export interface Role {
  readonly term: Term;
  readonly text: string;
}

/** A finding about terms, the one to mend first at their head. */
export function findingAbout(
  { places }: RuleContext,
  [first, ...others]: readonly [Role, ...Role[]],
  message: Bilingual,
): Finding {
  const label = ({ term, text }: Role): Label => labelAt(places, term.claim, 'value', text);
  return {
    parts: [first, ...others].map(({ term }) => partOf(term.figure, term.claim)),
    message,
    primary: label(first),
    labels: others.map(label),
  };
}
