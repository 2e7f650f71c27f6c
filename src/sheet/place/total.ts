/** Totals of columns, counted while their rows go by, and the formulas that stand for them. */
import type { Column } from '../book.ts';
import { divideNumbers } from '../formula/arithmetic.ts';
import { exactSum } from '../formula/exact-sum.ts';
import type { BoundFormula } from '../formula/formula.ts';
import { formulaText } from '../formula/to-text.ts';
import type { Problem, Scalar } from '../formula/value.ts';

export type TotalKind = Exclude<Column['total'], 'none'>;

/** Numbers of SUBTOTAL that skip filtered rows. */
const SUBTOTAL: Readonly<Record<TotalKind, number>> = {
  sum: 109,
  count: 103,
  average: 101,
  min: 105,
  max: 104,
};

export interface Total {
  readonly add: (value: Scalar) => void;
  readonly value: () => number | Problem;
}

/** As SUBTOTAL counts: filled cells, or the numbers among them. */
export function countTotal(kind: TotalKind): Total {
  let filled = 0;
  let numbers = 0;
  let end: number | undefined;
  const sum = exactSum();
  const add = (value: Scalar): void => {
    if (value !== null) filled += 1;
    if (typeof value !== 'number') return;
    numbers += 1;
    if (kind === 'sum' || kind === 'average') sum.add(value);
    else if (kind === 'min') end = Math.min(end ?? value, value);
    else if (kind === 'max') end = Math.max(end ?? value, value);
  };
  const value = (): number | Problem => {
    if (kind === 'count') return filled;
    if (kind === 'min' || kind === 'max') return end ?? 0;
    const all = sum.value();
    return kind === 'sum' || typeof all !== 'number' ? all : divideNumbers(all, numbers);
  };
  return { add, value };
}

/** The formula of a total. */
export function totalText(kind: TotalKind, table: string, { id, heading }: Column): string {
  const { at } = id;
  const number = SUBTOTAL[kind];
  const to = { kind: 'column', table, column: id.value, heading: heading.value, holdsText: false } as const;
  const formula: BoundFormula = {
    kind: 'call',
    name: 'SUBTOTAL',
    nameAt: at,
    at,
    args: [
      { kind: 'number', value: number, written: String(number), at },
      { kind: 'reference', to, at },
    ],
  };
  return formulaText(formula, '');
}
