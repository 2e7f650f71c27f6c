/** The text of a bound formula in SpreadsheetML: the other back end of the tree (ECMA-376 part 1, 18.17). */
import { assertNever } from '../../diagnostics/assert-never.ts';
import { absoluteAddress, quoteSheetName } from '../address.ts';
import type { BoundFormula, Reference } from './formula.ts';
import { formulaFunctions } from './functions.ts';
import { precedence } from './parse.ts';

/** How a reference is written. */
type Refer = (to: Reference) => string;

/** What `<f>` holds, without `=`. `sheet` is the name of the sheet the formula stands on. */
export function formulaText(node: BoundFormula, sheet: string): string {
  return textOf(node, (to) => referenceText(to, sheet));
}

/** A formula whose references are written by `refer`, where structured ones cannot stand. */
export function textOf(node: BoundFormula, refer: Refer): string {
  switch (node.kind) {
    case 'number':
      return node.written.replace(/^\./, '0.').replace(/\.$/, '');
    case 'string':
      return quoteText(node.value);
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE';
    case 'reference':
      return refer(node.to);
    case 'unary': {
      const inner = textOf(node.operand, refer);
      return node.operator + (node.operand.kind === 'binary' ? `(${inner})` : inner);
    }
    case 'binary': {
      const strength = precedence[node.operator];
      const left = operandText(node.left, refer, strength);
      const right = operandText(node.right, refer, strength + 1);
      return `${left}${node.operator}${right}`;
    }
    case 'call':
      return callText(
        node.name,
        node.args.map((argument) => textOf(argument, refer)),
      );
    default:
      return assertNever(node);
  }
}

function operandText(node: BoundFormula, refer: Refer, least: number): string {
  const text = textOf(node, refer);
  return node.kind === 'binary' && precedence[node.operator] < least ? `(${text})` : text;
}

/** LOOKUP here is exact and written as INDEX and MATCH, which every program computes alike. */
function callText(name: string, args: readonly string[]): string {
  if (name === 'LOOKUP') return `INDEX(${args[0]},MATCH(${args[2]},${args[1]},0))`;
  return `${formulaFunctions[name]?.prefix ?? ''}${name}(${args.join(',')})`;
}

/** How a formula on `sheet` writes a reference; names and tables are the same on all sheets. */
export function referenceText(to: Reference, sheet: string): string {
  switch (to.kind) {
    case 'cell': {
      const address = absoluteAddress(to.row, to.column);
      return to.sheet === sheet ? address : `${quoteSheetName(to.sheet)}!${address}`;
    }
    case 'column':
      return `${to.table}[${escapeHeading(to.heading)}]`;
    case 'same-row':
      return `${to.table}[[#This Row],[${escapeHeading(to.heading)}]]`;
    case 'name':
      return to.id;
    default:
      return assertNever(to);
  }
}

/** A heading inside a structured reference: `'` stands before the signs that mean something there. */
function escapeHeading(heading: string): string {
  return heading.replace(/['[\]#@]/g, "'$&");
}

function quoteText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
