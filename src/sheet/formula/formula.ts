/** Formulas as trees: as written (ids by name), and bound (ids found). Both are closed unions. */
import type { TextRange } from '../read/fault.ts';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/** What every node of either tree is: `R` are the references. */
type Tree<R> = { readonly at: TextRange } & (
  | { readonly kind: 'number'; readonly value: number; readonly written: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'unary'; readonly operator: '-' | '+'; readonly operand: Tree<R> }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Tree<R>;
      readonly right: Tree<R>;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly nameAt: TextRange;
      readonly args: readonly Tree<R>[];
    }
  | { readonly kind: 'reference'; readonly to: R }
);

/** `id`, `table.column`, or `[column]` of the same row. */
export type Written =
  | { readonly kind: 'path'; readonly ids: readonly string[] }
  | { readonly kind: 'same-row'; readonly column: string };

export type Formula = Tree<Written>;

/** A free cell that has an id. */
export interface CellRef {
  readonly kind: 'cell';
  readonly id: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A column of a table: all its rows, or its cell in the row of the formula. */
export interface ColumnRef {
  readonly kind: 'column' | 'same-row';
  readonly table: string;
  readonly column: string;
  readonly heading: string;
  readonly holdsText: boolean;
}

/** A defined name and what it stands for. */
export interface NameRef {
  readonly kind: 'name';
  readonly id: string;
  readonly to: CellRef | ColumnRef;
}

export type Reference = CellRef | ColumnRef | NameRef;

export type BoundFormula = Tree<Reference>;
