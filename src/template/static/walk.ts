/**
 * Walks a template as it would run, from its entry through every partial, with the shape of its data in place of
 * data. What is reported here would fail for some park; what is sound is never reported.
 */
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { Block, Partial, Program, Statement } from '../ast.ts';
import { isVariable, pairsOf } from '../ast.ts';
import type { TemplateFile } from '../compile.ts';
import type { Checking } from './checking.ts';
import { formulaOf } from './conditions.ts';
import { evaluate, evaluateCall, noteTested } from './expressions.ts';
import { assume, not } from './facts.ts';
import { evaluatePath, requireLoop, requirePrintable } from './paths.ts';
import { called, entered, framed, looped, named, type Scope, signatureOf } from './scope.ts';
import { number, text } from './shape.ts';
import { itemOf, loose, overlay, type Value } from './value.ts';

/** What a template is walked with; `active` are the files being walked, `walked` the calls that have been. */
export interface Walk {
  readonly partials: ReadonlyMap<string, TemplateFile>;
  readonly checkingOf: (file: TemplateFile) => Checking;
  readonly active: Set<TemplateFile>;
  readonly walked: Set<string>;
}

/** Partials that are called in more ways than this are checked in the first of them. */
const mostCalls = 2_000;

/** Walks one file; calls in a circle are told by `partials.ts`, and left out. */
export function walkFile(file: TemplateFile, scope: Scope, walk: Walk): void {
  if (walk.active.has(file) || walk.walked.size > mostCalls) return;
  const signature = `${file.source.path}|${signatureOf(scope)}`;
  if (walk.walked.has(signature)) return;
  walk.walked.add(signature);
  walk.active.add(file);
  walkBody(file.program, scope, walk.checkingOf(file), walk);
  walk.active.delete(file);
}

function walkBody(program: Program | undefined, scope: Scope, checking: Checking, walk: Walk): void {
  for (const statement of program?.body ?? []) walkStatement(statement, scope, checking, walk);
}

function walkStatement(node: Statement, scope: Scope, checking: Checking, walk: Walk): void {
  switch (node.type) {
    case 'MustacheStatement':
      if (node.path.type !== 'PathExpression') return;
      if (isVariable(node))
        requirePrintable(node.path, evaluatePath(node.path, scope, checking, 'print'), scope, checking);
      else evaluateCall({ ...node, path: node.path }, scope, checking, true);
      return;
    case 'BlockStatement':
      walkBlock(node, scope, checking, walk);
      return;
    case 'PartialStatement':
      walkPartial(node, scope, checking, walk);
      return;
    case 'ContentStatement':
    case 'CommentStatement':
    case 'PartialBlockStatement':
    case 'Decorator':
    case 'DecoratorBlock':
      return;
    default:
      assertNever(node);
  }
}

function walkBlock(node: Block, scope: Scope, checking: Checking, walk: Walk): void {
  const [param] = node.params;
  if (!param) return;
  const value = evaluate(param, scope, checking);
  noteTested(checking, value);
  const formula = formulaOf(param, scope, checking);
  const isUnless = node.path.original === 'unless';
  const inside = { ...scope, facts: assume(scope.facts, isUnless ? not(formula) : formula) };
  const otherwise = { ...scope, facts: assume(scope.facts, isUnless ? formula : not(formula)) };
  switch (node.path.original) {
    case 'if':
    case 'unless':
      walkBody(node.program, inside, checking, walk);
      break;
    case 'with':
      walkBody(node.program, bodyOfWith(node, value, inside), checking, walk);
      break;
    case 'each':
      requireLoop(param, value, scope, checking);
      walkBody(node.program, bodyOfEach(node, value, inside), checking, walk);
      break;
    default:
      // An unknown block has been told; nothing is known inside it.
      return;
  }
  walkBody(node.inverse, otherwise, checking, walk);
}

function bodyOfWith(node: Block, value: Value, scope: Scope): Scope {
  const names = node.program?.blockParams ?? [];
  const there = value.key === undefined ? { ...value, optional: false } : value;
  return named(framed(entered(scope, there)), names, [there]);
}

function bodyOfEach(node: Block, value: Value, scope: Scope): Scope {
  const key = `#${scope.frames.length}`;
  const item = itemOf(value, key);
  const names = node.program?.blockParams ?? [];
  const place = { ...loose(value.shape.kind === 'list' ? number : text), key: `${key}@key` };
  return named(looped(entered(scope, item), value, key), names, [item, place]);
}

function walkPartial(node: Partial, scope: Scope, checking: Checking, walk: Walk): void {
  const [param] = node.params;
  const base = param ? evaluate(param, scope, checking) : scope.contexts[0];
  const given = new Map(
    pairsOf(node).map((pair) => [pair.key, evaluate(pair.value, scope, checking)] as const),
  );
  const name = 'original' in node.name ? String(node.name.original) : '';
  const file = walk.partials.get(name);
  if (!file) return;
  const context = given.size > 0 ? overlay(base, given, scope.facts) : base;
  const call = checking.locator.span(node.loc);
  walkFile(file, called(scope, context, call), walk);
}
