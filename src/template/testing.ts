/** For tests: templates from texts in memory, merged with any data, and messages as one line each. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import type { Lang, Publication } from '../model/publication.ts';
import type { Files } from '../world.ts';
import { loadTemplates, loadTemplatesFor } from './load.ts';
import { type MergeInput, merge } from './merge.ts';
import type { Merged } from './merged.ts';
import { any } from './static/shape.ts';

const manifest = 'kind: brochure\nentry: main.hbs\ntitle: { en: Brochure, zh: 手册 }\n';

/** A folder `t` with one template `a`; `texts` are its files by name, `../shared/x` reaches the shared folder. */
export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  const all = new Map<string, string>();
  for (const [name, text] of Object.entries({ 'template.yaml': manifest, ...texts })) {
    all.set(name.startsWith('../') ? `t/${name.slice(3)}` : `t/a/${name}`, text);
  }
  return {
    read: (path) => {
      const text = all.get(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    list: (folder) => [...all.keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
  };
}

export interface Result {
  readonly merged?: Merged;
  readonly diagnostics: readonly Diagnostic[];
}

/** The messages of a template that is checked against the data of publications. */
export function checkTexts(
  texts: string | Readonly<Record<string, string>>,
  known?: Parameters<typeof loadTemplates>[2],
): readonly string[] {
  const files = memoryFiles(typeof texts === 'string' ? { 'main.hbs': texts } : texts);
  const { diagnostics } = loadTemplates(files, 't', known);
  return diagnostics.map(lineOf);
}

/** Loads and, when that went well, merges with data of any shape. `texts` may be the entry file alone. */
export function mergeTexts(
  texts: string | Readonly<Record<string, string>>,
  data: Readonly<Record<string, unknown>> = {},
  rest: { readonly lang?: Lang } & Omit<MergeInput, 'data'> = {},
): Result {
  const { lang = 'en', ...input } = rest;
  const files = memoryFiles(typeof texts === 'string' ? { 'main.hbs': texts } : texts);
  const loaded = loadTemplatesFor(any, files, 't');
  const [template] = loaded.value ?? [];
  if (!template) return { diagnostics: loaded.diagnostics };
  const publication = { lang, ...data } as unknown as Publication;
  const { value, diagnostics } = merge(template, { ...input, data: publication });
  const all = [...loaded.diagnostics, ...diagnostics];
  return value ? { merged: value, diagnostics: all } : { diagnostics: all };
}

/** `a/main.hbs:1:5`, columns from 1. */
export function placeOf({ source, start }: Span): string {
  const before = source.text.slice(0, start).split('\n');
  return `${source.path.replace(/^t\//, '')}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

/** `T011 a/main.hbs:1:5 message | help | also: place (words)`. */
export function lineOf({ code, severity, message, primary, labels = [], help }: Diagnostic): string {
  const place = primary ? ` ${placeOf(primary.span)}` : '';
  const also = labels.map((label) => `${placeOf(label.span)}${label.text ? ` (${label.text})` : ''}`);
  const parts = [message, ...(help ? [help] : []), ...(also.length > 0 ? [`also: ${also.join(', ')}`] : [])];
  return `${severity === 'error' ? '' : `${severity} `}${code}${place} ${parts.join(' | ')}`;
}
