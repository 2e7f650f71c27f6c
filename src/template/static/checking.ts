/** What the walk of one file reports to. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { labelsOf } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/span.ts';
import type { Location } from '../ast.ts';
import type { TemplateCode } from '../codes.ts';
import type { Helper } from '../helper.ts';
import type { Locator } from '../lines.ts';
import type { Scope } from './scope.ts';
import type { Field, Shape } from './shape.ts';
import type { Value } from './value.ts';

export interface Checking {
  readonly locator: Locator;
  readonly helpers: ReadonlyMap<string, Helper>;
  readonly report: Report;
  /** Takes note of the fields that are printed. */
  readonly printed: Set<string>;
}

/** Reports an error at a place, with the calls that led to it. */
export function reportFault(
  { report }: Checking,
  { calls }: Scope,
  code: TemplateCode,
  place: Span,
  message: string,
  help?: string,
): void {
  report({ code, severity: 'error', message, ...labelsOf({ place, calls }), ...(help ? { help } : {}) });
}

/** The words of the author for a node. */
export function wordsAt({ locator }: Checking, loc: Location): string {
  const { source, start, end } = locator.span(loc);
  return source.text.slice(start, end);
}

/**
 * Takes note that a value is printed: the fields that lead to it, and those below it that `reads` names
 * (`printed.text` reaches through lists). A group of nothing but texts and numbers is printed whole.
 */
export function notePrinted(
  { printed }: Checking,
  { shape, trail, over }: Value,
  reads: readonly string[] = [],
): void {
  for (const name of trail) printed.add(name);
  if (shape.kind === 'record') printed.add(`${trail.at(-1)}.*`);
  for (const value of over?.given.values() ?? []) for (const name of value.trail) printed.add(name);
  noteWhole(shape, printed);
  for (const path of reads) {
    let inner: Shape | undefined = shape;
    for (const name of path.split('.')) {
      const group: Shape | undefined = inner?.kind === 'list' ? inner.item.shape : inner;
      const field: Field | undefined = group?.kind === 'group' ? group.fields.get(name) : undefined;
      if (field) printed.add(field.name);
      inner = field?.shape;
    }
    if (inner) noteWhole(inner, printed);
  }
}

/** A group of nothing but texts, numbers and flags is printed as one. */
export function noteWhole(shape: Shape, printed: Set<string>): void {
  if (shape.kind === 'list' && shape.item.shape.kind !== 'list') noteWhole(shape.item.shape, printed);
  if (shape.kind !== 'group') return;
  const fields = [...shape.fields.values()];
  if (fields.every((field) => plainKinds.includes(field.shape.kind)))
    for (const field of fields) printed.add(field.name);
}

const plainKinds: readonly Shape['kind'][] = ['text', 'number', 'flag'];
