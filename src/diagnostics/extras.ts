/** What printers may be told beside the messages, as plain data: every format takes from it what it can show. */
import type { CodeEntry, CodeTable, Severity } from './diagnostic.ts';

/** The page of a code or of a rule. */
export interface CodePage extends CodeEntry {
  readonly id: string;
  /** How bad its findings are; absent where one code is used for several. */
  readonly severity?: Severity;
}

/** What one rule said of one park. Texts are in one language, ids as in the data. */
export interface Check {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly outcome: 'pass' | 'finding' | 'acknowledged' | 'not-applicable';
  readonly message: string;
  readonly park: string;
  /** The figures that take part, the one to mend first. */
  readonly figures: readonly string[];
}

export interface Extras {
  /** The pages of all codes and rules that messages may carry. */
  readonly pages?: readonly CodePage[];
  /** What the rules said, with those that passed or had nothing to judge; absent when no rule was run. */
  readonly checks?: readonly Check[];
}

/** The entries of a table of codes as pages. */
export function pagesOf(table: CodeTable): readonly CodePage[] {
  return Object.entries(table).map(([id, { title, why, help }]) => ({ id, title, why, help }));
}

/** The pages by their ids. */
export function pagesById({ pages = [] }: Extras): ReadonlyMap<string, CodePage> {
  return new Map(pages.map((page) => [page.id, page]));
}
