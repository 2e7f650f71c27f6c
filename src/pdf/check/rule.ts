/** A rule of conformance: data with its source in the standards and a check. */
import type { Subject } from './subject.ts';

export interface Rule {
  /** Our name for it, kebab-case. */
  readonly id: string;
  /** What a conforming file does. */
  readonly title: string;
  /** Standard and clause: `ISO 14289-1, 7.1`. */
  readonly clause: string;
  /** Failure condition of the Matterhorn Protocol 1.1, where it has one. */
  readonly matterhorn?: string;
  /** Yields one sentence per place where the file breaks the rule. */
  readonly check: (subject: Subject) => Iterable<string>;
}

/** A rule broken at one place. */
export interface Finding {
  readonly rule: string;
  readonly clause: string;
  readonly matterhorn?: string;
  readonly message: string;
}
