/** Paths: what they lead to, and at which part they go wrong. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { Span } from '../../diagnostics/span.ts';
import type { Expression, Path } from '../ast.ts';
import { isScoped } from '../ast.ts';
import { type Checking, notePrinted, reportFault, wordsAt } from './checking.ts';
import { partSpans } from './part-spans.ts';
import type { Scope } from './scope.ts';
import { describeShape, isKind } from './shape.ts';
import { fieldOf, mayBeNull, namesOf, unknown, type Value } from './value.ts';

/** What a path begins with: a context, a data variable or a name of `as |…|`; `taken` parts name it. */
interface Start {
  readonly value: Value | undefined;
  readonly taken: number;
}

/** Where a path stops: `at` is the number of the part that is wrong, `inside` what it was looked for in. */
type Stop =
  | { readonly kind: 'unknown'; readonly at: number; readonly inside: Value }
  | { readonly kind: 'null'; readonly at: number }
  | { readonly kind: 'no start' };

/** The value a path leads to, or where it stops. Nothing is reported. */
export function resolve(path: Path, scope: Scope): Value | Stop {
  const start = startOf(path, scope);
  if (!start.value) return { kind: 'no start' };
  let value = start.value;
  for (let at = start.taken; at < path.parts.length; at += 1) {
    if (mayBeNull(value, scope.facts)) return { kind: 'null', at: at - 1 };
    const next = fieldOf(value, path.parts[at]!);
    if (!next) return { kind: 'unknown', at, inside: value };
    value = next;
  }
  return value;
}

function isStop(found: Value | Stop): found is Stop {
  return 'kind' in found;
}

/** The value a path leads to without doubt; undefined where it stops. */
export function quietly(path: Path, scope: Scope): Value | undefined {
  const found = resolve(path, scope);
  return isStop(found) ? undefined : found;
}

function startOf(path: Path, { contexts, names, frames, root }: Scope): Start {
  const [first = ''] = path.parts;
  if (path.data) {
    if (first === 'root') return { value: root, taken: 1 };
    return { value: frames[path.depth]?.get(first), taken: 1 };
  }
  if (path.depth > 0) return { value: contexts[path.depth], taken: 0 };
  const given = isScoped(path) ? undefined : names.get(first);
  return given ? { value: given, taken: 1 } : { value: contexts[0], taken: 0 };
}

/** The value of a path, `unknown` after reporting at which part it goes wrong. `use` is what the path is for. */
export function evaluatePath(path: Path, scope: Scope, checking: Checking, use: 'print' | 'test'): Value {
  const found = resolve(path, scope);
  if (!isStop(found)) return found;
  const whole = checking.locator.span(path.loc);
  switch (found.kind) {
    case 'no start':
      reportNoStart(path, whole, scope, checking);
      break;
    case 'null': {
      const place = placeOf(path, found.at, checking);
      const written = writtenTo(path, found.at, checking);
      const message = `\`${written}\` may be null, so \`${path.parts[found.at + 1]}\` cannot be read from it`;
      reportFault(checking, scope, 'T012', place, message, wrapHelp(written));
      break;
    }
    case 'unknown':
      reportUnknown(path, found.at, found.inside, scope, checking, use);
      break;
  }
  return unknown;
}

/** The place of a part, or of the whole path for what stands before its parts. */
function placeOf(path: Path, at: number, checking: Checking): Span {
  return partSpans(path, checking.locator)[at] ?? checking.locator.span(path.loc);
}

/** The place of what an expression names: the last part of a path. */
export function endOf(node: Expression, checking: Checking): Span {
  if (node.type !== 'PathExpression') return checking.locator.span(node.loc);
  return placeOf(node, node.parts.length - 1, checking);
}

/** The path as written, up to and with a part. */
function writtenTo(path: Path, at: number, { locator }: Checking): string {
  const { source, start, end } = locator.span(path.loc);
  const part = partSpans(path, locator)[at];
  return part ? source.text.slice(start, part.end) : at < 0 ? 'this' : source.text.slice(start, end);
}

function reportNoStart(path: Path, whole: Span, scope: Scope, checking: Checking): void {
  const [first = ''] = path.parts;
  if (path.data) {
    // A variable that does not exist at all has been told.
    if (!['index', 'key', 'first', 'last'].includes(first)) return;
    const message = `\`@${first}\` has no value here`;
    reportFault(
      checking,
      scope,
      'T011',
      whole,
      message,
      '@index, @key, @first and @last exist inside {{#each}}.',
    );
    return;
  }
  const help =
    scope.calls.length > 0
      ? 'A partial does not see what is around its call: give it the value by name, or begin with @root.'
      : 'Take away one ../; only {{#each}} and {{#with}} are steps.';
  reportFault(checking, scope, 'T011', whole, `\`${path.original}\` goes above the root of the data`, help);
}

function reportUnknown(
  path: Path,
  at: number,
  inside: Value,
  scope: Scope,
  checking: Checking,
  use: 'print' | 'test',
): void {
  const name = path.parts[at]!;
  const place = placeOf(path, at, checking);
  const walked = at > 0 || path.depth > 0 ? writtenBefore(path, at, checking) : '';
  const { shape } = inside;
  if (!isKind(shape, 'group', 'list', 'record')) {
    const message = `\`${walked || 'this'}\` is ${describeShape(shape)} and has no \`${name}\``;
    reportFault(checking, scope, 'T011', place, message, outsideHelp(path, at, scope));
    return;
  }
  const message = `unknown name \`${name}\`${walked === '' ? '' : ` in \`${walked}\``}`;
  reportFault(
    checking,
    scope,
    'T011',
    place,
    message,
    unknownHelp(path, at, inside, walked, scope, checking, use),
  );
}

/** What stands before a part, without the separator. */
function writtenBefore(path: Path, at: number, checking: Checking): string {
  if (at > 0) return writtenTo(path, at - 1, checking);
  const { source, start } = checking.locator.span(path.loc);
  return source.text.slice(start, placeOf(path, at, checking).start).replace(/[./]$/, '');
}

function unknownHelp(
  path: Path,
  at: number,
  inside: Value,
  walked: string,
  scope: Scope,
  { helpers }: Checking,
  use: 'print' | 'test',
): string {
  const name = path.parts[at]!;
  const helper = use === 'print' && path.parts.length === 1 ? helpers.get(name) : undefined;
  if (helper) return `\`${name}\` is a helper: ${helper.examples[0].call}.`;
  const outside = outsideHelp(path, at, scope);
  if (outside) return outside;
  if (inside.shape.kind === 'list')
    return `\`${walked || 'this'}\` is a list; walk through it with {{#each ${walked || 'this'}}}.`;
  const known = namesOf(inside);
  const near = nearest(name, known);
  if (near) return `Did you mean \`${near}\`?`;
  const shown = known.slice(0, 8).join(', ');
  return known.length > 8
    ? `There is ${shown}, …`
    : shown === ''
      ? 'There are no names here.'
      : `There is ${shown}.`;
}

/** How to reach a name that exists, but further out. */
function outsideHelp(path: Path, at: number, { contexts, root }: Scope): string | undefined {
  const name = path.parts[at]!;
  if (at > 0 || path.depth > 0 || path.data) return undefined;
  const steps = contexts.findIndex((context) => context.shape.kind !== 'any' && fieldOf(context, name));
  if (steps > 0 && contexts[steps]?.key !== root.key)
    return `Further out there is one: \`${'../'.repeat(steps)}${name}\`.`;
  return fieldOf(root, name) ? `It stands at the root: \`@root.${name}\`.` : undefined;
}

/** What to do about a value that may be null. */
export function wrapHelp(written: string): string {
  return `Put {{#if ${written}}} … {{/if}} around it.`;
}

/** Reports what `{{path}}` cannot print, and notes what it prints. */
export function requirePrintable(path: Path, value: Value, scope: Scope, checking: Checking): void {
  const written = wordsAt(checking, path.loc);
  const { shape } = value;
  if (mayBeNull(value, scope.facts)) {
    const message = `\`${written}\` may be null, so it cannot be printed`;
    reportFault(checking, scope, 'T012', endOf(path, checking), message, wrapHelp(written));
  } else if (isKind(shape, 'group', 'list', 'record', 'null') && shape.kind !== 'any') {
    const message = `\`${written}\` is ${describeShape(shape)} and cannot be printed as it is`;
    reportFault(checking, scope, 'T013', endOf(path, checking), message, howToPrint(value, written));
  }
  notePrinted(checking, value);
}

function howToPrint(value: Value, written: string): string {
  const { shape } = value;
  if (shape.kind === 'list' || shape.kind === 'record') return `Walk through it with {{#each ${written}}}.`;
  if (shape.kind === 'group' && shape.print !== '') return `Write ${shape.print.replace('…', written)}.`;
  const names = namesOf(value);
  return `Name one of its parts: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : '.'}`;
}

/** Reports what `{{#each}}` cannot walk through. */
export function requireLoop(node: Expression, value: Value, scope: Scope, checking: Checking): void {
  const written = wordsAt(checking, node.loc);
  if (mayBeNull(value, scope.facts)) {
    const message = `\`${written}\` may be null, but {{#each}} needs a list`;
    reportFault(checking, scope, 'T012', endOf(node, checking), message, wrapHelp(written));
  } else if (!isKind(value.shape, 'list', 'record')) {
    const message = `{{#each}} needs a list, but \`${written}\` is ${describeShape(value.shape)}`;
    const help =
      value.shape.kind === 'group' ? `Its parts have names; write {{#with ${written}}}.` : undefined;
    reportFault(checking, scope, 'T013', endOf(node, checking), message, help);
  }
}
