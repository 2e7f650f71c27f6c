/** What a condition of a block tells about the values it names. */
import type { Expression, Literal, SubExpression } from '../ast.ts';
import { pairsOf } from '../ast.ts';
import type { Checking } from './checking.ts';
import { all, atom, type Formula, not, some } from './facts.ts';
import { quietly } from './paths.ts';
import type { Scope } from './scope.ts';
import { mayBeNull } from './value.ts';

/** The formula of an expression in `{{#if}}`: true when its value is not empty. */
export function formulaOf(node: Expression, scope: Scope, checking: Checking): Formula {
  switch (node.type) {
    case 'PathExpression':
      return atom(nameOf(node, scope, checking));
    case 'SubExpression':
      return callFormula(node, scope, checking);
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return node.value ? all() : some();
    case 'NullLiteral':
    case 'UndefinedLiteral':
      return some();
  }
}

function callFormula(node: SubExpression, scope: Scope, checking: Checking): Formula {
  const parts = (): readonly Formula[] => node.params.map((param) => formulaOf(param, scope, checking));
  switch (node.path.type === 'PathExpression' ? node.path.original : '') {
    case 'and':
      return all(...parts());
    case 'or':
      return some(...parts());
    case 'not':
      return not(all(...parts()));
    case 'eq':
      return equality(node, scope, checking);
    case 'ne':
      return not(equality(node, scope, checking));
    default:
      return atom(nameOf(node, scope, checking));
  }
}

/** What equals something that is there, is there. */
function equality(node: SubExpression, scope: Scope, checking: Checking): Formula {
  const [a, b] = node.params;
  if (!a || !b) return atom(nameOf(node, scope, checking));
  if (a.type === 'NullLiteral') return not(formulaOf(b, scope, checking));
  if (b.type === 'NullLiteral') return not(formulaOf(a, scope, checking));
  const names = [nameOf(a, scope, checking), nameOf(b, scope, checking)].sort();
  const there = [...presence(a, b, scope), ...presence(b, a, scope)];
  return all(atom(`(eq ${names.join(' ')})`), ...there);
}

function presence(node: Expression, other: Expression, scope: Scope): readonly Formula[] {
  const value = node.type === 'PathExpression' ? quietly(node, scope) : undefined;
  return value?.key !== undefined && isThere(other, scope) ? [atom(value.key)] : [];
}

function isThere(node: Expression, scope: Scope): boolean {
  if (node.type === 'SubExpression') return false;
  if (node.type !== 'PathExpression')
    return node.type !== 'UndefinedLiteral' && Boolean((node as Literal & { value?: unknown }).value);
  const value = quietly(node, scope);
  return value !== undefined && value.shape.kind !== 'any' && !mayBeNull(value, scope.facts);
}

/** The same for expressions that have the same value wherever they stand; else one of its own. */
function nameOf(node: Expression, scope: Scope, checking: Checking): string {
  return sameName(node, scope) ?? ownName(node, checking);
}

function ownName(node: Expression, { locator }: Checking): string {
  const { source, start } = locator.span(node.loc);
  return `?${source.path}:${start}`;
}

function sameName(node: Expression, scope: Scope): string | undefined {
  switch (node.type) {
    case 'PathExpression':
      return quietly(node, scope)?.key;
    case 'SubExpression': {
      const params = node.params.map((param) => sameName(param, scope));
      const options = pairsOf(node).map(({ key, value }) => [key, sameName(value, scope)] as const);
      if (params.includes(undefined) || options.some(([, name]) => name === undefined)) return undefined;
      const given = options.map(([key, name]) => `${key}=${name}`).sort();
      return `(${[node.path.type === 'PathExpression' ? node.path.original : '', ...params, ...given].join(' ')})`;
    }
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return JSON.stringify(node.value);
    case 'NullLiteral':
    case 'UndefinedLiteral':
      return 'null';
  }
}
