/** The order in which formulas can be computed: each behind those it uses. */
import type { BoundFormula, Reference } from '../formula/formula.ts';
import { cellKey, columnKey, type Gathered, tableKey } from './gather.ts';

/** Keys of all jobs in order, or the keys of the jobs of a circle. */
export type Order =
  | { readonly kind: 'order'; readonly keys: readonly string[] }
  | { readonly kind: 'circle'; readonly keys: readonly string[] };

/** Depth first, without recursion: chains of formulas may be long. */
export function orderJobs({ jobs, columns }: Gathered): Order {
  const keys: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: { readonly key: string; readonly needs: string[] }[] = [];
  const enter = (key: string): void => {
    const job = jobs.get(key);
    state.set(key, 'open');
    path.push({ key, needs: job ? keysUsed(job.formula, job.row) : [...(columns.get(key) ?? [])] });
  };
  for (const start of jobs.keys()) {
    if (!state.has(start)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.needs.pop();
      if (next === undefined) {
        state.set(top.key, 'done');
        if (jobs.has(top.key)) keys.push(top.key);
        path.pop();
      } else if (state.get(next) === 'open') {
        const circle = path.slice(path.findIndex((step) => step.key === next));
        return { kind: 'circle', keys: circle.map((step) => step.key).filter((key) => jobs.has(key)) };
      } else if (!state.has(next)) enter(next);
    }
  }
  return { kind: 'order', keys };
}

/** Keys of the cells and columns that a formula in that row uses. */
function keysUsed(formula: BoundFormula, row: number): string[] {
  switch (formula.kind) {
    case 'reference':
      return [keyOf(formula.to, row)];
    case 'unary':
      return keysUsed(formula.operand, row);
    case 'binary':
      return [...keysUsed(formula.left, row), ...keysUsed(formula.right, row)];
    case 'call':
      return formula.args.flatMap((argument) => keysUsed(argument, row));
    default:
      return [];
  }
}

/** Key of the cell or column that a reference leads to from a formula in that row. */
export function keyOf(to: Reference, row: number): string {
  switch (to.kind) {
    case 'name':
      return keyOf(to.to, row);
    case 'cell':
      return cellKey(to.sheet, to.row, to.column);
    case 'same-row':
      return tableKey(to.table, to.column, row);
    case 'column':
      return columnKey(to.table, to.column);
  }
}
