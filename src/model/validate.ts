/** Checks one file against its schema and says each fault in a sentence at its place. */

import type * as z from 'zod';
import type { Label, Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { locate, type Place, spanOfPlace } from '../source/locate.ts';
import type { Located } from '../source/located.ts';
import type { Fault } from './codes.ts';
import { faultOf, keyHelp } from './issue-words.ts';
import { type Plain, plainOf } from './raw.ts';
import { keysAt } from './schema-keys.ts';

type Issue = z.core.$ZodIssue;

/** The plain value when it fits; otherwise every fault is reported. */
export function validate<S extends z.ZodType>(
  root: Located,
  schema: S,
  report: Report,
): { readonly value: z.infer<S>; readonly plain: Plain } | undefined {
  const plain = plainOf(root);
  const result = schema.safeParse(plain.value);
  if (result.success) return { value: plain.value as z.infer<S>, plain };
  const issues = flatten(result.error.issues);
  const meant = new Set(issues.flatMap((issue) => misspelt(issue, schema)));
  for (const issue of issues) if (!meant.has(pathText(issue.path))) tell(issue, root, schema, report);
  return undefined;
}

/** The paths of known keys that an unknown key stands for: that they are missing is the same fault. */
function misspelt(issue: Issue, schema: z.ZodType): readonly string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = keysAt(schema, issue.path);
  return issue.keys.flatMap((name) => {
    const suggestion = nearest(name, known);
    return suggestion === undefined ? [] : [pathText([...issue.path, suggestion])];
  });
}

function pathText(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

/** A union's issue becomes those of the member that was meant: the one that fits at its own level. */
function flatten(issues: readonly Issue[]): readonly Issue[] {
  return issues.flatMap((issue): readonly Issue[] => {
    if (issue.code !== 'invalid_union') return [issue];
    const meant = issue.errors.find((errors) =>
      errors.every((error) => error.path.length > 0 || error.code !== 'invalid_type'),
    );
    const chosen = (meant ?? issue.errors[0] ?? []) as readonly Issue[];
    return flatten(chosen.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

function tell(issue: Issue, root: Located, schema: z.ZodType, report: Report): void {
  const place = locate(root, issue.path);
  const send = (fault: Fault, at: Place, text?: string) => {
    const span = spanOfPlace(at, root);
    const labels: readonly Label[] = at.via.map((via) => ({ span: via, text: 'pulled in here' }));
    const primary = text === undefined ? { span } : { span, text };
    report({ ...fault, severity: 'error', primary, ...(labels.length > 0 ? { labels } : {}) });
  };
  if (issue.code !== 'unrecognized_keys') {
    send(faultOf(issue, place, schema), place);
    return;
  }
  const known = keysAt(schema, issue.path);
  for (const name of issue.keys) {
    const { key, via } = locate(root, [...issue.path, name]);
    const at: Place = key ? { key, via, missing: false } : { via, missing: false };
    send({ code: 'D001', message: `unknown key \`${name}\``, help: keyHelp(name, known) }, at);
  }
}
