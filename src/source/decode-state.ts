/** What the decoder knows while it walks a document, and how it tells faults. */
import type { Node } from 'yaml';
import type { Diagnostic, Label, Report } from '../diagnostics/diagnostic.ts';
import type { SourceText, Span } from '../diagnostics/span.ts';
import type { SourceCode } from './codes.ts';
import type { Habit } from './habits.ts';
import type { Located } from './located.ts';

/** Passed down the walk; what changes on the way is marked so. */
export interface State {
  readonly source: SourceText;
  readonly report: Report;
  /** Offsets of faults that the parser found, ascending. */
  readonly faults: readonly number[];
  /** By name, what was marked so far; `open` while it is being decoded. */
  readonly anchors: Map<string, Located | 'open' | 'faulty'>;
  /** By value; absent in a file without anchors, which is no larger than what the parser has let pass. */
  readonly measures: Map<Located, Measure> | undefined;
  /** A limit was passed and told; the rest of the file is not decoded. */
  isFull: boolean;
  /** Entries copied by merge keys so far: the one step whose cost the file's length does not bound. */
  copied: number;
  /** Unknown aliases so far. */
  unknown: number;
}

/** The tree a value stands for after all aliases are filled in. */
export interface Measure {
  readonly nodes: number;
  readonly levels: number;
}

/** True when a fault was told inside of the span. */
export function hasFault({ start, end }: Span, { faults }: State): boolean {
  let low = 0;
  let high = faults.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (faults[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low < faults.length && faults[low]! < end;
}

/** The range of a node in its file. */
export function spanOf(node: Node, state: State): Span {
  const [start = 0, end = start] = node.range ?? [];
  return { source: state.source, start, end };
}

/** Tells a fault of writing; gives nothing, as the value it is about. */
export function tellHabit(
  { code, message, help, start, end }: Habit,
  severity: 'error' | 'warning',
  state: State,
): undefined {
  state.report({ code, severity, message, help, primary: { span: { source: state.source, start, end } } });
}

/** Tells an error at a span. */
export function fault(
  state: State,
  code: SourceCode,
  message: string,
  span: Span,
  help: string,
  labels?: readonly Label[],
): void {
  const diagnostic: Diagnostic = { code, severity: 'error', message, primary: { span }, help };
  state.report(labels ? { ...diagnostic, labels } : diagnostic);
}
