/**
 * Checks one file's tree before it runs: helpers, blocks, arguments, data variables, and everything that
 * templates may not use. Partials and string keys are collected for `partials.ts` and `strings.ts`, since what
 * they mean depends on the template that the file is part of.
 */
import { assertNever } from '../diagnostics/assert-never.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/span.ts';
import type {
  Block,
  Decorator,
  Expression,
  Literal,
  Location,
  Mustache,
  Partial,
  Path,
  Program,
  Statement,
  SubExpression,
} from './ast.ts';
import { isVariable, pairsOf } from './ast.ts';
import { checkCall } from './check-call.ts';
import type { TemplateCode } from './codes.ts';
import type { Helper } from './helper.ts';
import type { Locator } from './lines.ts';

/** `{{> name}}`. */
export interface PartialUse {
  readonly name: string;
  readonly span: Span;
}

/** `{{t "key" a=… b=…}}`; the key is null when it is not written out. */
export interface StringUse {
  readonly key: string | null;
  readonly span: Span;
  readonly values: readonly string[];
}

/** What a checked file uses of the rest of its template. */
export interface Uses {
  readonly partials: readonly PartialUse[];
  readonly strings: readonly StringUse[];
}

interface Checking {
  readonly locator: Locator;
  readonly helpers: ReadonlyMap<string, Helper>;
  readonly fault: (code: TemplateCode, loc: Location, message: string, help?: string) => void;
  readonly partials: PartialUse[];
  readonly strings: StringUse[];
}

/** The blocks there are, with the most names that `as |…|` may give. */
const blocks: ReadonlyMap<string, number> = new Map([
  ['if', 0],
  ['unless', 0],
  ['each', 2],
  ['with', 1],
]);

const dataVariables = ['root', 'index', 'key', 'first', 'last'];

const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Reports what is wrong with `program` and gives what it uses. */
export function checkProgram(
  program: Program,
  locator: Locator,
  helpers: ReadonlyMap<string, Helper>,
  report: Report,
): Uses {
  const checking: Checking = {
    locator,
    helpers,
    fault: (code, loc, message, help) => {
      const primary = { span: locator.span(loc) };
      report({ code, severity: 'error', message, primary, ...(help ? { help } : {}) });
    },
    partials: [],
    strings: [],
  };
  checkBody(program, checking);
  return checking;
}

function checkBody(node: Program | undefined, checking: Checking): void {
  if (!node) return;
  for (const statement of node.body) checkStatement(statement, checking);
}

function checkStatement(node: Statement, checking: Checking): void {
  switch (node.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      break;
    case 'MustacheStatement':
      checkMustache(node, checking);
      break;
    case 'BlockStatement':
      checkBlock(node, checking);
      break;
    case 'PartialStatement':
      checkPartial(node, checking);
      break;
    case 'PartialBlockStatement':
      checking.fault(
        'T006',
        node.loc,
        'partials cannot wrap a block',
        'Write {{> name}} and give it values: {{> name title=x}}.',
      );
      break;
    case 'Decorator':
    case 'DecoratorBlock':
      refuseDecorator(node, checking);
      break;
    default:
      assertNever(node);
  }
}

function refuseDecorator(node: Decorator, { fault }: Checking): void {
  if (node.path.original === 'inline') {
    const help = 'Put the part into its own .hbs file and call it with {{> name}}.';
    fault('T006', node.loc, 'inline partials are not allowed', help);
  } else fault('T006', node.loc, 'decorators ({{* …}}) are not allowed', 'Use a helper or a partial.');
}

function checkMustache(node: Mustache, checking: Checking): void {
  const { fault } = checking;
  if (!node.escaped) {
    const message = 'output without escaping ({{{ }}} or {{& }}) is not allowed';
    fault('T006', node.loc, message, 'Write {{x}}; markup in a value is printed as text.');
  }
  const { path } = node;
  if (path.type === 'PathExpression') {
    if (isVariable(node)) checkPath(path, checking);
    else checkHelper({ ...node, path }, checking);
  } else if (path.type === 'SubExpression') checkHelper(path, checking);
  else fault('T006', node.loc, 'a text, number or null by itself is no variable', 'Write it without {{ }}.');
}

function checkBlock(node: Block, checking: Checking): void {
  const { fault } = checking;
  const name = node.path.original;
  const names = blocks.get(name);
  if (names === undefined) unknownBlock(node.path, checking);
  else {
    if (node.params.length !== 1) {
      const message = `{{#${name}}} needs exactly one value, but ${node.params.length} are given`;
      const help =
        node.params.length === 0
          ? `Write {{#${name} x}}.`
          : `Put a helper call into brackets: {{#${name} (eq a b)}}.`;
      fault('T010', node.path.loc, message, help);
    }
    for (const pair of pairsOf(node)) {
      fault('T010', pair.loc, `{{#${name}}} has no option \`${pair.key}\``);
    }
    checkBlockNames(node, names, checking);
  }
  for (const param of node.params) checkExpression(param, checking);
  checkBody(node.program, checking);
  checkBody(node.inverse, checking);
}

function checkBlockNames(node: Block, most: number, { fault }: Checking): void {
  const given = node.program?.blockParams ?? [];
  const block = `{{#${node.path.original}}}`;
  if (given.length > most) {
    const number = most === 0 ? 'no names' : most === 1 ? 'at most one name' : `at most ${most} names`;
    fault('T010', node.path.loc, `${block} gives ${number} with \`as |…|\``);
  }
  for (const name of given) {
    if (!plainName.test(name)) {
      fault('T010', node.path.loc, `\`${name}\` cannot be a name`, 'Use letters, digits and _.');
    }
  }
}

function unknownBlock(path: Path, { fault, helpers }: Checking): void {
  const name = path.original;
  if (helpers.has(name)) {
    fault('T007', path.loc, `\`${name}\` is a helper, not a block`, `Write {{#if (${name} …)}} … {{/if}}.`);
    return;
  }
  const near = nearest(name, [...blocks.keys()]);
  const known = 'The blocks are if, unless, each and with.';
  const help = near
    ? `Did you mean {{#${near}}}? ${known}`
    : `${known} For a group of values write {{#with ${name}}}.`;
  fault('T007', path.loc, `unknown block \`${name}\``, help);
}

function checkPartial(node: Partial, checking: Checking): void {
  const { fault } = checking;
  const { name } = node;
  if (name.type === 'SubExpression') {
    const help = 'Choose between partials with {{#if}}.';
    fault('T006', node.loc, 'the name of a partial must be written out', help);
  } else if (name.type === 'PathExpression' && (name.data || name.depth > 0)) {
    const help = 'A partial is called by the name of its file without .hbs.';
    fault('T006', node.loc, `\`${name.original}\` is not the name of a partial`, help);
  } else {
    const written = 'original' in name ? String(name.original) : '';
    checking.partials.push({ name: written, span: checking.locator.span(name.loc) });
  }
  const second = node.params[1];
  if (second) {
    const help = 'Give further values by name: {{> name item title=x}}.';
    fault('T010', second.loc, 'a partial takes one value by position', help);
  }
  for (const param of node.params) checkExpression(param, checking);
  for (const pair of pairsOf(node)) checkExpression(pair.value, checking);
}

function checkExpression(node: Expression, checking: Checking): void {
  switch (node.type) {
    case 'PathExpression':
      checkPath(node, checking);
      break;
    case 'SubExpression':
      checkHelper(node, checking);
      break;
    case 'UndefinedLiteral':
      checking.fault('T006', node.loc, '`undefined` is not a value', 'Write null.');
      break;
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
      break;
    default:
      assertNever(node);
  }
}

/** A call of a helper, in brackets or as a tag of its own. */
function checkHelper(
  node: Pick<SubExpression, 'params' | 'hash' | 'loc'> & { readonly path: Path | Literal },
  checking: Checking,
): void {
  const { path, params, hash } = node;
  const helper = path.type === 'PathExpression' ? checking.helpers.get(path.original) : undefined;
  if (helper) {
    checkCall(helper, params, hash, path.loc, checking.fault);
    if (helper.name === 't') noteString(node, checking);
  } else unknownHelper('original' in path ? String(path.original) : '', path.loc, checking);
  for (const param of params) checkExpression(param, checking);
  for (const pair of pairsOf(node)) checkExpression(pair.value, checking);
}

function noteString(node: Pick<SubExpression, 'params' | 'hash'>, { locator, strings }: Checking): void {
  const [key] = node.params;
  if (!key) return;
  strings.push({
    key: key.type === 'StringLiteral' ? key.value : null,
    span: locator.span(key.loc),
    values: pairsOf(node).map((pair) => pair.key),
  });
}

function unknownHelper(written: string, loc: Location, { fault, helpers }: Checking): void {
  if (blocks.has(written)) {
    const help = `Write {{#${written} …}} … {{/${written}}}.`;
    fault('T007', loc, `\`${written}\` is a block, not a helper`, help);
    return;
  }
  const near = nearest(written, [...helpers.keys()]);
  const help = near ? `Did you mean \`${near}\`?` : `The helpers are ${[...helpers.keys()].join(', ')}.`;
  fault('T007', loc, `unknown helper \`${written}\``, help);
}

function checkPath(node: Path, { fault }: Checking): void {
  const [first = ''] = node.parts;
  if (!node.data || dataVariables.includes(first)) return;
  const near = nearest(first, dataVariables);
  const known = `Names with @ are ${dataVariables.map((name) => `@${name}`).join(', ')}.`;
  fault('T011', node.loc, `unknown name \`${node.original}\``, near ? `Did you mean \`@${near}\`?` : known);
}
