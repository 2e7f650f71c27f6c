/** What a rule is: data about itself, examples that are its tests, and a function that finds. */
import type { Label } from '../diagnostics/diagnostic.ts';
import type { Dataset, ParkRecord } from '../model/dataset.ts';
import type { Places } from '../model/places.ts';
import type { Bilingual, CheckResult, Claim, Figure } from '../model/publication.ts';

/** One of the things a finding is about. Waivers name `key` and repeat `value`. */
export interface Part {
  /** `figure`, `figure/claim` where the figure has several claims, or a path of the park file (`place.point`). */
  readonly key: string;
  readonly value: string;
  /** The figure whose note prints an acknowledgement. */
  readonly figure: string | null;
}

export interface Finding {
  /** What takes part, the one to mend first. */
  readonly parts: readonly Part[];
  readonly message: Bilingual;
  readonly primary: Label;
  readonly labels: readonly Label[];
  /** Where it differs from the rule's own. */
  readonly severity?: CheckResult['severity'];
  /** The smallest change that would mend it. */
  readonly suggestion?: Bilingual;
}

/** What a rule saw: nothing to judge (with what is missing), or the findings among what it judged. */
export type Verdict =
  | { readonly applies: false; readonly missing: Bilingual }
  | { readonly applies: true; readonly findings: readonly Finding[] };

/** What a rule may look at besides its park. */
export interface RuleContext {
  readonly dataset: Dataset;
  readonly places: Places;
  /** ISO day that the run is for: the date it was given, else that of the park's edition. */
  readonly day: (park: ParkRecord) => string;
}

/** A piece of YAML and what the rule must say of it. */
export interface RuleExample {
  readonly name: string;
  /** A park file, or what differs from the sound one of the tests. */
  readonly yaml: string;
  /** Further files by name, and what they hold: `sources.yaml`, `metrics.yaml`, `parks/other.yaml`. */
  readonly files?: Readonly<Record<string, string>>;
  /** `refused`: the data cannot be read at all, with one of the rule's codes. */
  readonly outcome: CheckResult['outcome'] | 'refused';
  /** Part of the English message, where there is a finding. */
  readonly message?: string;
}

interface Described<Id extends string> {
  readonly id: Id;
  readonly title: Bilingual;
  readonly why: string;
  readonly help: string;
  readonly severity: CheckResult['severity'];
  /** How far the rule looks: one claim or text, one park, several parks, several files. */
  readonly scope: 'field' | 'record' | 'cross-record' | 'cross-file';
  readonly examples: readonly RuleExample[];
}

/** Judges one park at a time. */
interface ParkRule<Id extends string> extends Described<Id> {
  readonly kind: 'park';
  readonly check: (park: ParkRecord, context: RuleContext) => Verdict;
}

/** Judges all parks together; gives what it found by id of the park that has to mend it. */
interface DatasetRule<Id extends string> extends Described<Id> {
  readonly kind: 'dataset';
  readonly check: (context: RuleContext) => ReadonlyMap<string, Verdict>;
}

/** Judged while the data is read: what breaks it never becomes a dataset. */
interface ReadingRule<Id extends string> extends Described<Id> {
  readonly kind: 'reading';
  /** The codes that its faults are told under. */
  readonly codes: readonly string[];
}

export type Rule<Id extends string = string> = ParkRule<Id> | DatasetRule<Id> | ReadingRule<Id>;

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

/** A claim that takes part in a finding. */
export function partOf(figure: Figure, claim: Claim = figure.main): Part {
  const key = figure.claims.length > 1 ? `${figure.id}/${claim.id}` : figure.id;
  return { key, value: claim.written, figure: figure.id };
}
