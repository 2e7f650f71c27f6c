/** Located messages: what is wrong, where, and what to do about it. */
import type { Origin, Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A span with the words printed beside its underline. */
export interface Label {
  readonly span: Span;
  readonly text?: string;
}

/**
 * One message for a user. `code` is a key of the phase's code table (its letter names the phase);
 * `primary` is the place to mend, `labels` are the other places that take part.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly primary?: Label;
  readonly labels?: readonly Label[];
  readonly help?: string;
  /** Why it matters, where the table of codes cannot say it. */
  readonly why?: string;
  /** Why a finding was accepted and by whom: it is still told, and asks for nothing. */
  readonly acknowledged?: string;
}

/** What a phase calls when it meets a fault of the user's. */
export type Report = (diagnostic: Diagnostic) => void;

/** What every code means in general; `why` and `help` are the page printed by `check -- --explain CODE`. */
export interface CodeEntry {
  readonly title: string;
  readonly why: string;
  readonly help: string;
}

export type CodeTable = Readonly<Record<string, CodeEntry>>;

/** The labels of a fault in merged text: the template is the place to mend, the datum and the calls take part. */
export function labelsOf(origin: Origin, text?: string): { primary: Label; labels: readonly Label[] } {
  const labels: Label[] = [];
  if (origin.datum) labels.push({ span: origin.datum, text: 'the value printed here' });
  for (const call of origin.calls ?? []) labels.push({ span: call, text: 'called from here' });
  return { primary: text === undefined ? { span: origin.place } : { span: origin.place, text }, labels };
}
