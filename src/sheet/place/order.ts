/** The order in which formulas can be computed: each behind those it uses. */
import type { BoundFormula, Reference } from '../formula/formula.ts';
import { cellKey, columnKey, type Gathered } from './gather.ts';

/** Keys of all jobs in order, or the keys of the jobs of a circle. */
export type Order =
  | { readonly kind: 'order'; readonly keys: readonly string[] }
  | { readonly kind: 'circle'; readonly keys: readonly string[] };

/**
 * Depth first, without recursion: chains of formulas may be long. A column is one job, whatever rows of it
 * are used: all its rows use the same.
 */
export function orderJobs({ jobs }: Pick<Gathered, 'jobs'>): Order {
  const keys: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: { readonly key: string; readonly needs: string[] }[] = [];
  const enter = (key: string): void => {
    const job = jobs.get(key);
    state.set(key, 'open');
    path.push({ key, needs: job ? referencesIn(job.formula).map(keyOf) : [] });
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

/** All references of a formula, from left to right. */
export function referencesIn(formula: BoundFormula): readonly Reference[] {
  switch (formula.kind) {
    case 'reference':
      return [formula.to];
    case 'unary':
      return referencesIn(formula.operand);
    case 'binary':
      return [...referencesIn(formula.left), ...referencesIn(formula.right)];
    case 'call':
      return formula.args.flatMap(referencesIn);
    default:
      return [];
  }
}

/** Key of the cell or column that a reference leads to. */
export function keyOf(to: Reference): string {
  switch (to.kind) {
    case 'name':
      return keyOf(to.to);
    case 'cell':
      return cellKey(to.sheet, to.row, to.column);
    case 'same-row':
    case 'column':
      return columnKey(to.table, to.column);
  }
}
