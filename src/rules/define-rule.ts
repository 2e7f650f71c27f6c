/** What a rule is: data about itself, examples that are its tests, and a function that finds. */
import type { Label } from '../diagnostics/diagnostic.ts';
import type { ParkRecord } from '../model/dataset.ts';
import type { Places } from '../model/places.ts';
import type { Bilingual, CheckResult } from '../model/publication.ts';

export interface Finding {
  /** Ids of the figures that take part, the one to mend first. */
  readonly figures: readonly string[];
  readonly message: Bilingual;
  readonly primary: Label;
  readonly labels: readonly Label[];
}

/** What a rule saw: nothing to judge, or the findings among what it judged. */
type Verdict =
  | { readonly applies: false }
  | { readonly applies: true; readonly findings: readonly Finding[] };

/** A piece of a park's YAML and what the rule must say of it. */
interface RuleExample {
  readonly name: string;
  readonly yaml: string;
  readonly outcome: CheckResult['outcome'];
  /** Part of the English message, where there is a finding. */
  readonly message?: string;
}

export interface Rule<Id extends string = string> {
  readonly id: Id;
  readonly title: Bilingual;
  readonly why: string;
  readonly help: string;
  readonly severity: CheckResult['severity'];
  /** How far the rule looks. */
  readonly scope: 'claim' | 'figure' | 'park';
  readonly examples: readonly RuleExample[];
  readonly check: (park: ParkRecord, places: Places) => Verdict;
}

/** Keeps the id's literal type, so that the table of rules knows its keys. */
export function defineRule<const Id extends string>(rule: Rule<Id>): Rule<Id> {
  return rule;
}

/** A label at an object of the dataset. */
export function labelAt(places: Places, object: object, key: string, text: string): Label {
  const span = places.key(object, key) ?? places.of(object);
  if (!span) throw new Error(`no place is known for \`${key}\` of an object of the dataset`);
  return { span, text };
}
