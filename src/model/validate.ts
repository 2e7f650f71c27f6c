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

/** Unknown keys that are told of one map; more of them are no slips but another kind of file. */
const mostUnknown = 50;

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
  tellAll(issues, root, schema, report);
  return undefined;
}

function tellAll(issues: readonly Issue[], root: Located, schema: z.ZodType, report: Report): void {
  const meant = new Set(issues.flatMap((issue) => misspelt(issue, schema)));
  for (const issue of issues) if (!meant.has(pathText(issue.path))) tell(issue, root, schema, report);
}

/**
 * The value without the entries that have faults, all of which are reported. `table` is the path of the map or list
 * that holds the entries; a fault outside of it leaves nothing.
 */
export function soundPart<S extends z.ZodType>(
  root: Located,
  schema: S,
  table: readonly string[],
  report: Report,
): { readonly value: z.infer<S>; readonly plain: Plain } | undefined {
  const plain = plainOf(root);
  const result = schema.safeParse(plain.value);
  if (result.success) return { value: plain.value as z.infer<S>, plain };
  const issues = flatten(result.error.issues);
  tellAll(issues, root, schema, report);
  const faulty = issues.map(({ path }) => (startsWith(path, table) ? path[table.length] : undefined));
  if (faulty.includes(undefined)) return undefined;
  drop(plain.value, table, new Set(faulty.map(String)));
  return schema.safeParse(plain.value).success ? { value: plain.value as z.infer<S>, plain } : undefined;
}

function startsWith(path: readonly PropertyKey[], start: readonly string[]): boolean {
  return start.every((step, index) => path[index] === step);
}

/** Takes entries out of a map or list of the plain value, which nobody else holds yet. */
function drop(value: unknown, table: readonly string[], keys: ReadonlySet<string>): void {
  const entries = table.reduce((at, step) => (at as Record<string, unknown>)[step], value);
  if (Array.isArray(entries)) {
    const kept = entries.filter((_, index) => !keys.has(String(index)));
    entries.splice(0, entries.length, ...kept);
  } else for (const key of keys) delete (entries as Record<string, unknown>)[key];
}

/** The paths of known keys that an unknown key stands for: that they are missing is the same fault. */
function misspelt(issue: Issue, schema: z.ZodType): readonly string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = keysAt(schema, issue.path);
  return issue.keys.slice(0, mostUnknown).flatMap((name) => {
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
  // What could not be read is missing from the value; that has been told already.
  if (issue.code !== 'unrecognized_keys' && place.isEcho) return;
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
  for (const name of issue.keys.slice(0, mostUnknown)) {
    const { key, via } = locate(root, [...issue.path, name]);
    const at: Place = key
      ? { key, via, missing: false, isEcho: false }
      : { via, missing: false, isEcho: false };
    send({ code: 'D001', message: `unknown key \`${name}\``, help: keyHelp(name, known) }, at);
  }
  const more = issue.keys.length - mostUnknown;
  if (more > 0) {
    const message = `${more} more unknown keys of this map are not told one by one`;
    send({ code: 'D001', message, help: `Keys here: ${known.join(', ')}.` }, place);
  }
}
