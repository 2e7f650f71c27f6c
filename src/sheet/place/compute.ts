/** Computes all formulas of a workbook, each after those it uses; circles and formulas without value are reported. */
import { evaluate } from '../formula/evaluate.ts';
import type { Reference } from '../formula/formula.ts';
import { type Cells, isProblem, type Problem } from '../formula/value.ts';
import type { Fault, TextRange } from '../read/fault.ts';
import { type Gathered, gatherFormulas, TOLD } from './gather.ts';
import type { BookPlan } from './layout.ts';
import { keyOf, orderJobs } from './order.ts';

/** A computed formula, as cells hold it. */
interface ComputedCell {
  readonly text: string;
  readonly value: number | string | boolean;
}

/** Formulas by the key of their cell, texts of computed columns by that of the column; what was reported is missing. */
export interface Computed {
  readonly cells: ReadonlyMap<string, ComputedCell>;
  readonly columns: ReadonlyMap<string, string>;
}

export function computeFormulas(plan: BookPlan, fault: Fault): Computed {
  const gathered = gatherFormulas(plan, fault);
  const { jobs, values, columnTexts } = gathered;
  const cells = new Map<string, ComputedCell>();
  const order = orderJobs(gathered);
  if (order.kind === 'circle') {
    tellCircle(order.keys.length, jobs.get(order.keys[0]!)!.at, fault);
    return { cells, columns: columnTexts };
  }
  const lookup = lookupIn(gathered);
  for (const key of order.keys) {
    const { formula, text, at, row } = jobs.get(key)!;
    const result = evaluate(formula, (to) => lookup(to, row));
    if (isProblem(result)) {
      if (result.why !== TOLD.why) tellProblem(result, at, fault);
      values.set(key, TOLD);
      continue;
    }
    // A formula that gives an empty cell shows 0.
    const value = result ?? 0;
    cells.set(key, { text, value });
    values.set(key, value);
  }
  return { cells, columns: columnTexts };
}

/** Whole columns are gathered once: the order of the jobs sees to it that they are complete when asked for. */
function lookupIn({ values, columns }: Gathered): (to: Reference, row: number) => Cells {
  const gathered = new Map<string, Cells>();
  const column = (key: string): Cells => {
    const keys = columns.get(key) ?? [];
    // An empty table has one blank row in the file.
    const cells = keys.length === 0 ? [null] : keys.map((each) => values.get(each) ?? null);
    return { cells, single: false };
  };
  return (to, row) => {
    const key = keyOf(to, row);
    if (!key.startsWith('column ')) return { cells: [values.get(key) ?? null], single: true };
    const found = gathered.get(key) ?? column(key);
    gathered.set(key, found);
    return found;
  };
}

function tellProblem({ problem, why, at }: Problem, whole: TextRange, fault: Fault): void {
  const gives = problem === 'unknown' ? 'the formula cannot be computed' : `the formula gives ${problem}`;
  fault('X015', at ?? whole, `${gives}: ${why}`, 'guard it with IF or IFERROR, or correct what it uses');
}

function tellCircle(length: number, at: TextRange, fault: Fault): void {
  const others = length === 2 ? '1 other formula' : `${length - 1} other formulas`;
  const how = length === 1 ? 'it uses its own value' : `it uses its own value through ${others}`;
  fault('X016', at, `the formula depends on itself: ${how}`, 'break the circle');
}
