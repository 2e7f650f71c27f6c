/** The value of a bound formula: one of the two back ends of the tree. */
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { Argument, Origin } from './argument.ts';
import { addNumbers, divideNumbers, multiplyNumbers, raiseNumber } from './arithmetic.ts';
import type { BinaryOperator, BoundFormula, Reference } from './formula.ts';
import { formulaFunctions } from './functions.ts';
import {
  boundedText,
  compareScalars,
  isCells,
  isProblem,
  type Problem,
  type Result,
  type Scalar,
  toNumber,
  toText,
  unsettledOrder,
  type Value,
} from './value.ts';

/** Gives the cells that a reference stands for; may compute other formulas. */
export type Lookup = (reference: Reference) => Value;

/** The single value of a formula, or why it has none; the problem's place is the part of the formula at fault. */
export function evaluate(formula: BoundFormula, lookup: Lookup): Result {
  const value = single(compute(formula, lookup), formula);
  if (typeof value === 'number' && !Number.isFinite(value))
    return { problem: '#NUM!', why: 'the result is no number', at: formula.at };
  return value;
}

function compute(node: BoundFormula, lookup: Lookup): Value {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'boolean':
      return node.value;
    case 'reference':
      return placed(lookup(node.to), node);
    case 'unary': {
      const value = single(compute(node.operand, lookup), node.operand);
      // A plus leaves everything as it is, texts too.
      if (node.operator === '+' || isProblem(value)) return value;
      const number = toNumber(value);
      if (typeof number !== 'number') return placed(number, node);
      return -number;
    }
    case 'binary': {
      const left = single(compute(node.left, lookup), node.left);
      if (isProblem(left)) return left;
      const right = single(compute(node.right, lookup), node.right);
      return isProblem(right) ? right : placed(operate(node.operator, left, right), node);
    }
    case 'call': {
      const args = node.args.map((argument) => argumentOf(argument, lookup));
      return placed(formulaFunctions[node.name]!.compute(args), node);
    }
    default:
      return assertNever(node);
  }
}

function argumentOf(node: BoundFormula, lookup: Lookup): Argument {
  const value = (): Value => compute(node, lookup);
  return {
    value,
    scalar: () => single(value(), node),
    cells: () => {
      const found = value();
      return isCells(found) ? found.cells : [found];
    },
    origin: originOf(node),
  };
}

function originOf(node: BoundFormula): Origin {
  if (node.kind === 'call') return formulaFunctions[node.name]!.gives ?? 'value';
  return node.kind === 'reference' ? 'cells' : 'value';
}

/** One value where one is wanted. */
function single(value: Value, node: BoundFormula): Result {
  if (!isCells(value)) return value;
  if (value.single) return value.cells[0] ?? null;
  return {
    problem: 'unknown',
    why: 'a whole column stands where one value is wanted; sum it, look a row up, or write [column] for the same row',
    at: node.at,
  };
}

/** Says which part of the formula a problem belongs to, if nobody has said so yet. */
function placed<V extends Value>(value: V, node: BoundFormula): V | Problem {
  const given: Value = value;
  return isProblem(given) && !given.at ? { problem: given.problem, why: given.why, at: node.at } : value;
}

function operate(operator: BinaryOperator, left: Scalar, right: Scalar): Result {
  switch (operator) {
    case '&': {
      const [a, b] = [toText(left), toText(right)];
      if (typeof a !== 'string') return a;
      return typeof b === 'string' ? boundedText(a.length + b.length, () => a + b) : b;
    }
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(operator, left, right);
    default:
      return calculate(operator, toNumber(left), toNumber(right));
  }
}

function compare(operator: '=' | '<>' | '<' | '<=' | '>' | '>=', left: Scalar, right: Scalar): Result {
  const problem = unsettledOrder(left, right, operator === '=' || operator === '<>');
  if (problem) return problem;
  const order = compareScalars(left, right);
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return assertNever(operator);
  }
}

function calculate(
  operator: '+' | '-' | '*' | '/' | '^',
  left: number | Problem,
  right: number | Problem,
): Result {
  if (typeof left !== 'number') return left;
  if (typeof right !== 'number') return right;
  switch (operator) {
    case '+':
      return addNumbers([left, right]);
    case '-':
      return addNumbers([left, -right]);
    case '*':
      return multiplyNumbers(left, right);
    case '/':
      return divideNumbers(left, right);
    case '^':
      return raiseNumber(left, right);
    default:
      return assertNever(operator);
  }
}
