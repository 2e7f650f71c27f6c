/** What a phase gives back: its value and the diagnostics met on the way. */
import type { Diagnostic, Report } from './diagnostic.ts';

/** `value` is absent only when an error made it impossible; a value may come with errors beside it. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs `work` with a collector and returns what it gave together with what it reported. */
export function collect<T>(work: (report: Report) => T | undefined): Outcome<T> {
  const diagnostics: Diagnostic[] = [];
  const value = work((diagnostic) => diagnostics.push(diagnostic));
  return value === undefined ? { diagnostics } : { value, diagnostics };
}

/** True when any of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
