/** The strings of templates: flat or nested maps of text per language, compared across languages and with their uses. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { SourceText, Span } from '../diagnostics/span.ts';
import type { Lang } from '../model/publication.ts';
import type { Located } from '../source/located.ts';
import type { StringUse } from './check.ts';

/** One string with its place: the whole entry, for messages. */
export interface StringEntry {
  readonly text: string;
  readonly keySpan: Span;
  readonly source: SourceText;
}

export type StringTable = ReadonlyMap<string, StringEntry>;

/** `{name}` in a string is replaced by the value of that name. */
export const placeholder = /\{([A-Za-z_]\w*)\}/g;

/** The names of a string's placeholders. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ''))];
}

/** The table of one file; nested keys are joined by dots. */
export function readStrings(root: Located, source: SourceText, report: Report): StringTable {
  const table = new Map<string, StringEntry>();
  const fault = (span: Span, message: string, help: string): void =>
    report({ code: 'T001', severity: 'error', message, primary: { span }, help });
  const read = (node: Located, prefix: string): void => {
    if (node.kind !== 'map') {
      fault(node.span, 'strings are a map of keys to texts', 'Write lines of the form key: text.');
      return;
    }
    for (const { key, keySpan, value } of node.entries.values()) {
      const name = prefix === '' ? key : `${prefix}.${key}`;
      if (value.kind === 'map') {
        read(value, name);
        continue;
      }
      const isText = value.kind === 'scalar' && value.value !== null;
      table.set(name, { text: isText ? value.source : '', keySpan, source });
      if (!isText)
        fault(
          value.span,
          `the string \`${name}\` has no text`,
          'Write the text after the colon, "" for none.',
        );
    }
  };
  read(root, '');
  return table;
}

/** The second table laid over the first. */
export function overlay(below: StringTable, above: StringTable): StringTable {
  return new Map([...below, ...above]);
}

/** Reports keys that one language has and another lacks. */
export function compareLanguages(
  tables: Readonly<Record<Lang, StringTable>>,
  languages: readonly Lang[],
  report: Report,
): void {
  for (const lang of languages) {
    for (const other of languages) {
      if (other === lang) continue;
      for (const [key, entry] of tables[lang]) {
        if (tables[other].has(key)) continue;
        const near = nearest(
          key,
          [...tables[other].keys()].filter((name) => !tables[lang].has(name)),
        );
        const file = entry.source.path.replace(/strings\.\w+\.yaml$/, `strings.${other}.yaml`);
        report({
          code: 'T002',
          severity: 'error',
          message: `the string \`${key}\` is missing in ${file}`,
          primary: { span: entry.keySpan },
          help: near ? `Is \`${near}\` there a misspelling of it?` : 'Add it there with the same key.',
        });
      }
    }
  }
}

/** Compares the literal uses of strings with the tables; gives the keys used. */
export function checkUses(
  uses: readonly StringUse[],
  tables: Readonly<Record<Lang, StringTable>>,
  languages: readonly Lang[],
  report: Report,
): ReadonlySet<string> {
  const keys = [...new Set(languages.flatMap((lang) => [...tables[lang].keys()]))];
  const used = new Set<string>();
  for (const use of uses) {
    if (use.key === null) continue;
    used.add(use.key);
    const entries = languages.flatMap((lang) => tables[lang].get(use.key ?? '') ?? []);
    const fault = (message: string, help: string): void =>
      report({
        code: 'T003',
        severity: 'error',
        message,
        primary: { span: use.span },
        labels: entries.map((entry) => ({ span: entry.keySpan, text: 'the string' })),
        help,
      });
    if (entries.length === 0) {
      const near = nearest(use.key, keys);
      fault(
        `unknown string \`${use.key}\``,
        near
          ? `Did you mean \`${near}\`?`
          : `Add it to ${languages.map((lang) => `strings.${lang}.yaml`).join(' and ')}.`,
      );
      continue;
    }
    const wanted = [...new Set(entries.flatMap((entry) => placeholdersOf(entry.text)))];
    for (const name of wanted) {
      if (!use.values.includes(name))
        fault(`the string \`${use.key}\` needs a value for {${name}}`, `Write {{t "${use.key}" ${name}=…}}.`);
    }
    for (const name of use.values) {
      if (wanted.includes(name)) continue;
      const near = nearest(name, wanted);
      fault(
        `the string \`${use.key}\` has no place for \`${name}\``,
        near ? `Did you mean \`${near}\`?` : `Write {${name}} into the string, or leave the value out.`,
      );
    }
  }
  return used;
}

/** Warns of strings of a template's own that none of its files uses, when all uses are written out. */
export function reportUnused(own: StringTable, used: ReadonlySet<string>, report: Report): void {
  for (const [key, entry] of own) {
    if (used.has(key)) continue;
    report({
      code: 'T004',
      severity: 'warning',
      message: `the string \`${key}\` is never used`,
      primary: { span: entry.keySpan },
    });
  }
}
