/** Computes what is the same in all rows once: `[value] / sum(t.value)` sums one time, not once a row. */
import { evaluate, type Lookup } from './evaluate.ts';
import type { BoundFormula } from './formula.ts';

/** The formula of a column with its calls that use no cell of the row replaced by their values, where they have one. */
export function foldFormula(node: BoundFormula, lookup: Lookup): BoundFormula {
  switch (node.kind) {
    case 'unary':
      return { ...node, operand: foldFormula(node.operand, lookup) };
    case 'binary':
      return { ...node, left: foldFormula(node.left, lookup), right: foldFormula(node.right, lookup) };
    case 'call':
      return usesRow(node)
        ? { ...node, args: node.args.map((argument) => foldFormula(argument, lookup)) }
        : valueNode(node, lookup);
    default:
      return node;
  }
}

/** Calls without a value stay: whether that matters is decided in each row. */
function valueNode(node: BoundFormula, lookup: Lookup): BoundFormula {
  const value = evaluate(node, lookup);
  const { at } = node;
  if (typeof value === 'number') return { kind: 'number', value, written: String(value), at };
  if (typeof value === 'string') return { kind: 'string', value, at };
  return typeof value === 'boolean' ? { kind: 'boolean', value, at } : node;
}

function usesRow(node: BoundFormula): boolean {
  switch (node.kind) {
    case 'reference':
      return node.to.kind === 'same-row';
    case 'unary':
      return usesRow(node.operand);
    case 'binary':
      return usesRow(node.left) || usesRow(node.right);
    case 'call':
      return node.args.some(usesRow);
    default:
      return false;
  }
}
