/** The values of expressions, and the arguments of helpers compared with what the helpers take. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { Expression, HashPair, Literal, Location, Path, SubExpression } from '../ast.ts';
import { pairsOf } from '../ast.ts';
import type { Helper, Type } from '../helper.ts';
import { printable } from '../helpers/types.ts';
import { type Checking, notePrinted, reportFault, wordsAt } from './checking.ts';
import { endOf, evaluatePath, wrapHelp } from './paths.ts';
import type { Scope } from './scope.ts';
import {
  describeShape,
  flag,
  type Group,
  isBilingual,
  isKind,
  number,
  oneOfWords,
  type Shape,
} from './shape.ts';
import { loose, mayBeNull, unknown, type Value } from './value.ts';

/** The value of an argument or a condition. */
export function evaluate(node: Expression, scope: Scope, checking: Checking): Value {
  switch (node.type) {
    case 'PathExpression':
      return evaluatePath(node, scope, checking, 'test');
    case 'SubExpression':
      return evaluateCall(node, scope, checking, false);
    case 'StringLiteral':
      return loose(oneOfWords([node.value]));
    case 'NumberLiteral':
      return loose(number);
    case 'BooleanLiteral':
      return loose(flag);
    case 'NullLiteral':
      return loose({ kind: 'null' });
    case 'UndefinedLiteral':
      return unknown;
  }
}

type Call = Pick<SubExpression, 'params' | 'hash' | 'loc'> & { readonly path: Path | Literal };

/** The result of a helper, after comparing its arguments with what it takes; `prints` when it is a tag of its own. */
export function evaluateCall(call: Call, scope: Scope, checking: Checking, prints: boolean): Value {
  const args = call.params.map((param) => evaluate(param, scope, checking));
  const options = pairsOf(call).map((pair) => ({ pair, value: evaluate(pair.value, scope, checking) }));
  const helper = call.path.type === 'PathExpression' ? checking.helpers.get(call.path.original) : undefined;
  if (!helper) return unknown;
  args.forEach((value, index) => {
    const type = helper.params[index]?.type ?? helper.rest;
    const node = call.params[index]!;
    if (type) checkArgument(helper, type, node, value, scope, checking);
  });
  for (const { pair, value } of options) checkOption(helper, pair, value, args, scope, checking);
  if (helper.compares) checkWords(call.params, args, scope, checking);
  const trail = args.flatMap((arg) => arg.trail);
  const shape = helper.gives(
    args.map((arg) => arg.shape),
    wordOf(call.params[1]),
  );
  if (prints) requirePrintableResult(helper, call.loc, shape, scope, checking);
  return { ...loose(shape, trail), optional: false };
}

function wordOf(node: Expression | undefined): string | undefined {
  return node?.type === 'StringLiteral' ? node.value : undefined;
}

function checkArgument(
  helper: Helper,
  type: Type<unknown>,
  node: Expression,
  value: Value,
  scope: Scope,
  checking: Checking,
): void {
  if (helper.tests) noteTested(checking, value);
  else notePrinted(checking, value, type.reads);
  // Literals have been compared with their types when the file was read.
  if (node.type !== 'PathExpression' && node.type !== 'SubExpression') return;
  const { shape } = value;
  const written = wordsAt(checking, node.loc);
  if (!isKind(shape, 'null') && !type.accepts(shape)) {
    const message = `\`${helper.name}\` needs ${type.words}, but \`${written}\` is ${describeShape(shape)}`;
    reportFault(checking, scope, 'T010', endOf(node, checking), message, typeHelp(type, shape, written));
  } else if (mayBeNull(value, scope.facts) && !type.accepts({ kind: 'null' })) {
    const message = `\`${written}\` may be null, but \`${helper.name}\` needs ${type.words}`;
    reportFault(checking, scope, 'T012', endOf(node, checking), message, wrapHelp(written));
  }
}

/** Text that is no number. */
const someWord = oneOfWords(['words']);

/** A part of a group may be what the helper needs. */
function typeHelp(type: Type<unknown>, shape: Shape, written: string): string | undefined {
  if (shape.kind !== 'group') return undefined;
  if (isBilingual(shape)) return type.accepts(someWord) ? `Write (text ${written}).` : undefined;
  const part = partFor(type, shape);
  return part === undefined ? undefined : `Write ${written === 'this' ? '' : `${written}.`}${part}.`;
}

function partFor(type: Type<unknown>, { fields }: Group): string | undefined {
  const parts = [...fields].filter(([, field]) => field.shape.kind === 'group' && type.accepts(field.shape));
  return parts.length === 1 ? parts[0]?.[0] : undefined;
}

function checkOption(
  helper: Helper,
  pair: HashPair,
  value: Value,
  args: readonly Value[],
  scope: Scope,
  checking: Checking,
): void {
  const type =
    helper.options === 'any' ? printable : helper.options.find(({ name }) => name === pair.key)?.type;
  if (!type) return;
  if (type.ofItems) checkItemField(helper, pair.value, args[0], scope, checking);
  checkArgument(helper, type, pair.value, value, scope, checking);
}

/** `{{list items field="name"}}`: every item of the list must have the field, and it must be text. */
function checkItemField(
  helper: Helper,
  node: Expression,
  list: Value | undefined,
  scope: Scope,
  checking: Checking,
): void {
  if (node.type !== 'StringLiteral' || list?.shape.kind !== 'list') return;
  const item = list.shape.item.shape;
  if (item.kind === 'any') return;
  const field = item.kind === 'group' ? item.fields.get(node.value) : undefined;
  const place = checking.locator.span(node.loc);
  if (!field) {
    const near = item.kind === 'group' ? nearest(node.value, [...item.fields.keys()]) : undefined;
    const help = near ? `Did you mean "${near}"?` : `Each item is ${describeShape(item)}.`;
    reportFault(checking, scope, 'T011', place, `the items have no \`${node.value}\``, help);
    return;
  }
  notePrinted(checking, { ...list, shape: field.shape, trail: [...list.trail, field.name] });
  if (field.optional) {
    const message = `\`${node.value}\` of an item may be null, but \`${helper.name}\` needs a text of each`;
    reportFault(checking, scope, 'T012', place, message, 'Walk through the items with {{#each}}.');
  } else if (!printable.accepts(field.shape) && !isBilingual(field.shape)) {
    const message = `\`${node.value}\` of an item is ${describeShape(field.shape)}, which is no text`;
    reportFault(checking, scope, 'T010', place, message);
  }
}

/** A comparison with a word that a value can never be. */
function checkWords(
  nodes: readonly Expression[],
  args: readonly Value[],
  scope: Scope,
  checking: Checking,
): void {
  const [a, b] = args;
  if (!a || !b) return;
  for (const [node, other] of [
    [nodes[0], b],
    [nodes[1], a],
  ] as const) {
    const { shape } = other;
    if (
      node?.type !== 'StringLiteral' ||
      shape.kind !== 'text' ||
      !shape.words ||
      shape.words.includes(node.value)
    )
      continue;
    const otherNode = nodes[node === nodes[0] ? 1 : 0]!;
    const message = `\`${wordsAt(checking, otherNode.loc)}\` is never "${node.value}"`;
    const near = nearest(node.value, shape.words);
    const words = shape.words.slice(0, 8).join(', ');
    const help = near
      ? `Did you mean "${near}"?`
      : `It is one of ${words}${shape.words.length > 8 ? ', …' : ''}.`;
    reportFault(checking, scope, 'T018', checking.locator.span(node.loc), message, help);
  }
}

/** A yes or no, a number or one of a few words is told by what a condition makes of it. */
export function noteTested(checking: Checking, value: Value): void {
  const { shape } = value;
  if (shape.kind === 'flag' || shape.kind === 'number' || (shape.kind === 'text' && shape.words))
    notePrinted(checking, value);
}

function requirePrintableResult(
  helper: Helper,
  loc: Location,
  shape: Shape,
  scope: Scope,
  checking: Checking,
): void {
  if (shape.kind !== 'group' && shape.kind !== 'list' && shape.kind !== 'record') return;
  const message = `\`${helper.name}\` gives ${describeShape(shape)}, which cannot be printed as it is`;
  const help = shape.kind === 'list' ? `Walk through it: {{#each (${helper.name} …)}}.` : undefined;
  reportFault(checking, scope, 'T013', checking.locator.span(loc), message, help);
}
