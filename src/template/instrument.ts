/**
 * Rewrites a checked tree so that every piece of output and every look-up goes through the runtime:
 *
 *     text              -> a mark with its site, then the text
 *     {{a.b}}           -> {{print SITE (path SITE this "a" "b")}}
 *     {{h x k=y}}       -> {{print SITE (call SITE (path …) k=(path …))}}
 *     {{#each a.b}}     -> {{#each (path SITE this "a" "b")}}
 *     {{> p x k=y}}     -> {{enter SITE}}{{> p (scope SITE (path …) k=(path …))}}{{leave SITE}}
 *     each body         -> {{tick SITE}} first, which counts what is written
 *
 * So strictness, origins and limits hold everywhere, also where Handlebars' own strict mode does not look
 * (arguments, `#if`, `#each`, partials), and the names of the data can never collide with helpers.
 */
import { assertNever } from '../diagnostics/assert-never.ts';
import type {
  Block,
  Content,
  Expression,
  HashPair,
  Location,
  Mustache,
  Partial,
  Path,
  Program,
  Statement,
  SubExpression,
} from './ast.ts';
import { isScoped, isVariable, pairsOf } from './ast.ts';
import type { Helper } from './helper.ts';
import type { Locator } from './lines.ts';
import { close, open } from './marks.ts';
import type { PathUse, Sites } from './sites.ts';

/** The helpers that `runtime.ts` registers, under names that no template can write. */
export const runtimeNames = [
  '%print',
  '%path',
  '%call',
  '%enter',
  '%leave',
  '%scope',
  '%tick',
  '%if',
  '%unless',
  '%each',
  '%with',
] as const;

export type RuntimeName = (typeof runtimeNames)[number];

interface Context {
  readonly locator: Locator;
  readonly helpers: ReadonlyMap<string, Helper>;
  readonly sites: Sites;
}

/** Names that `as |…|` gives, innermost last. */
type Scope = readonly string[];

/** The tree to compile; `program` must have passed `checkProgram`. */
export function instrument(program: Program, context: Context): Program {
  return instrumentBody(program, [], context);
}

function instrumentBody(program: Program, outer: Scope, context: Context): Program {
  const scope = [...outer, ...(program.blockParams ?? [])];
  const length = program.body.reduce(
    (sum, node) => sum + (node.type === 'ContentStatement' ? node.value.length : 0),
    0,
  );
  const tick = context.sites.add({
    kind: 'body',
    span: context.locator.span(program.loc ?? nowhere),
    length,
  });
  const body = program.body.flatMap((node) => instrumentStatement(node, scope, context));
  // Made anew: `chained` and `strip` would let Handlebars, which looks at white space again, strip twice.
  const { blockParams, loc } = program;
  return {
    type: 'Program',
    body: [output('%tick', [numeral(tick)]), ...body],
    ...(blockParams ? { blockParams } : {}),
    loc,
  };
}

function instrumentStatement(node: Statement, scope: Scope, context: Context): Statement[] {
  switch (node.type) {
    case 'ContentStatement':
      return node.value === '' ? [] : [instrumentContent(node, context)];
    case 'MustacheStatement':
      return [instrumentMustache(node, scope, context)];
    case 'BlockStatement':
      return [instrumentBlock(node, scope, context)];
    case 'PartialStatement':
      return instrumentPartial(node, scope, context);
    case 'CommentStatement':
      return [];
    case 'PartialBlockStatement':
    case 'Decorator':
    case 'DecoratorBlock':
      throw new Error(`A ${node.type} passed the checks`);
    default:
      return assertNever(node);
  }
}

function instrumentContent(node: Content, { locator, sites }: Context): Content {
  const start = locator.offset(node.loc.start) + strippedBefore(node);
  const end = Math.min(start + node.value.length, locator.source.text.length);
  return markedText(node.value, sites.add({ kind: 'content', span: { source: locator.source, start, end } }));
}

/** How many characters of white space `~` or a standalone tag took from the start of the text. */
function strippedBefore({ value, original, rightStripped }: Content): number {
  if (value.trim() !== '') return Math.max(0, original.indexOf(value));
  // Blank text that is not stripped away whole has lost one line end after a standalone tag.
  const lost = rightStripped ? (/^[ \t]*(\r?\n)?/.exec(original)?.[0].length ?? 0) : 0;
  return Math.min(lost, original.length - value.length);
}

function instrumentMustache(node: Mustache, scope: Scope, context: Context): Mustache {
  const { path } = node;
  if (path.type !== 'PathExpression') throw new Error(`A mustache of a ${path.type} passed the checks`);
  const span = context.locator.span(node.loc);
  const seen: number[] = [];
  const value = isVariable(node)
    ? instrumentPath(path, 'print', scope, context, seen)
    : instrumentCall({ ...node, type: 'SubExpression', path }, scope, context, seen);
  const written = textOf(path.loc, context);
  const site = context.sites.add({ kind: 'print', span, datum: seen[0] ?? null, printed: written });
  return output('%print', [numeral(site), value]);
}

function instrumentBlock(node: Block, scope: Scope, context: Context): Block {
  const use: PathUse =
    node.path.original === 'each' ? 'walk' : node.path.original === 'with' ? 'context' : 'test';
  return {
    ...node,
    ...unstripped,
    path: named(`%${node.path.original}` as RuntimeName),
    params: node.params.map((param) => instrumentExpression(param, use, scope, context, [])),
    ...(node.program ? { program: instrumentBody(node.program, scope, context) } : {}),
    ...(node.inverse ? { inverse: instrumentBody(node.inverse, scope, context) } : {}),
  };
}

function instrumentPartial(node: Partial, scope: Scope, context: Context): Statement[] {
  const { locator, sites } = context;
  const hash: Record<string, number> = Object.create(null);
  const pairs = pairsOf(node).map((pair): HashPair => {
    const seen: number[] = [];
    const value = instrumentExpression(pair.value, 'context', scope, context, seen);
    if (seen[0] !== undefined) hash[pair.key] = seen[0];
    return { ...pair, value };
  });
  const [param] = node.params;
  const base = param ? instrumentExpression(param, 'context', scope, context, []) : variable('this', 0);
  const site = sites.add({ kind: 'partial', span: locator.span(node.loc), hash });
  const indentEnd = locator.offset(node.loc.start);
  const indent = { source: locator.source, start: indentEnd - node.indent.length, end: indentEnd };
  const call: Partial = {
    type: 'PartialStatement',
    name: node.name,
    loc: node.loc,
    strip: kept,
    indent: '',
    params: [inner('%scope', [numeral(site), base], pairs)],
  };
  return [
    ...(node.indent === '' ? [] : [markedText(node.indent, sites.add({ kind: 'content', span: indent }))]),
    output('%enter', [numeral(site)]),
    call,
    output('%leave', [numeral(site)]),
  ];
}

/** `seen` gathers the path sites in the order in which they are written. */
function instrumentExpression(
  node: Expression,
  use: PathUse,
  scope: Scope,
  context: Context,
  seen: number[],
): Expression {
  switch (node.type) {
    case 'PathExpression':
      return instrumentPath(node, use, scope, context, seen);
    case 'SubExpression':
      return instrumentCall(node, scope, context, seen);
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
    case 'UndefinedLiteral':
      return node;
    default:
      return assertNever(node);
  }
}

function instrumentCall(node: SubExpression, scope: Scope, context: Context, seen: number[]): SubExpression {
  const helper = node.path.type === 'PathExpression' ? context.helpers.get(node.path.original) : undefined;
  if (!helper) throw new Error('An unknown helper passed the checks');
  const args = node.params.map((param) => {
    const within: number[] = [];
    const value = instrumentExpression(param, 'argument', scope, context, within);
    seen.push(...within);
    return { value, written: textOf(param.loc, context), site: within[0] ?? null };
  });
  const pairs = pairsOf(node).map(
    (pair): HashPair => ({
      ...pair,
      value: instrumentExpression(pair.value, 'argument', scope, context, seen),
    }),
  );
  const site = context.sites.add({ kind: 'call', span: context.locator.span(node.loc), helper, args });
  return inner('%call', [numeral(site), ...args.map(({ value }) => value)], pairs);
}

function instrumentPath(
  node: Path,
  use: PathUse,
  scope: Scope,
  context: Context,
  seen: number[],
): SubExpression {
  const { root, base, keys } = rootOf(node, scope);
  const span = context.locator.span(node.loc);
  const example = use === 'print' ? context.helpers.get(node.original)?.examples[0].call : undefined;
  const named = example === undefined ? {} : { helperCall: example };
  const site = context.sites.add({ kind: 'path', span, written: node.original, root, use, ...named });
  seen.push(site);
  return inner('%path', [numeral(site), base, ...keys.map(text)]);
}

function rootOf(node: Path, scope: Scope) {
  const [first = ''] = node.parts;
  const rest = node.parts.slice(1);
  if (node.data) {
    const base = { ...variable(`@${first}`, node.depth), data: true, parts: [first] };
    return { root: { kind: 'data', written: `@${first}` }, base, keys: rest } as const;
  }
  if (node.depth > 0) {
    const written = Array(node.depth).fill('..').join('/');
    return {
      root: { kind: 'parent', written },
      base: variable(written, node.depth),
      keys: node.parts,
    } as const;
  }
  if (scope.includes(first) && !isScoped(node)) {
    return {
      root: { kind: 'parameter', written: first },
      base: { ...variable(first, 0), parts: [first] },
      keys: rest,
    } as const;
  }
  return { root: { kind: 'this', written: 'this' }, base: variable('this', 0), keys: node.parts } as const;
}

const nowhere: Location = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

/** White space is settled when a file is parsed. */
const kept = { open: false, close: false };
const unstripped = { openStrip: kept, inverseStrip: kept, closeStrip: kept };

function variable(original: string, depth: number): Path {
  return { type: 'PathExpression', data: false, depth, parts: [], original, loc: nowhere };
}

function named(name: RuntimeName): Path {
  return { ...variable(name, 0), parts: [name] };
}

function numeral(value: number): Expression {
  return { type: 'NumberLiteral', value, original: value, loc: nowhere };
}

function text(value: string): Expression {
  return { type: 'StringLiteral', value, original: value, loc: nowhere };
}

function inner(name: RuntimeName, params: Expression[], pairs: HashPair[] = []): SubExpression {
  const call: SubExpression = { type: 'SubExpression', path: named(name), params, loc: nowhere };
  return pairs.length > 0 ? { ...call, hash: { type: 'Hash', pairs, loc: nowhere } } : call;
}

function output(name: RuntimeName, params: Expression[]): Mustache {
  return {
    type: 'MustacheStatement',
    path: named(name),
    params,
    escaped: true,
    loc: nowhere,
    strip: kept,
  };
}

function markedText(value: string, site: number): Content {
  const marked = `${open}${site}${close}${value}`;
  return { type: 'ContentStatement', value: marked, original: marked, loc: nowhere };
}

function textOf(loc: Location, { locator }: Context): string {
  const { source, start, end } = locator.span(loc);
  return source.text.slice(start, end);
}
