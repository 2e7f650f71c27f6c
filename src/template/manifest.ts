/** `template.yaml`: what a template is, decoded by hand so that every fault names its line. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/span.ts';
import type { Bilingual, Lang } from '../model/publication.ts';
import type { Located, LocatedEntry } from '../source/located.ts';
import { entryOf } from '../source/located.ts';

export interface TemplateManifest {
  readonly kind: 'brochure' | 'workbook';
  /** What one publication is of. */
  readonly of: 'park' | 'all';
  /** Whether the tables of all parks are also written as CSV, with a description. */
  readonly csv: boolean;
  readonly entry: string;
  readonly title: Bilingual;
  readonly languages: readonly Lang[];
  /** Names of data that it knowingly does not print: `park.aliases`. */
  readonly leavesOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly name: string;
  readonly span: Span;
}

export const allLanguages: readonly Lang[] = ['en', 'zh'];

const keys = ['kind', 'of', 'csv', 'entry', 'title', 'languages', 'leaves_out'];

/** The manifest, or undefined after reporting every fault of it. `entryFiles` are the files that can be its entry. */
export function decodeManifest(
  root: Located,
  entryFiles: readonly string[],
  report: Report,
): TemplateManifest | undefined {
  let sound = true;
  const fault = (span: Span, message: string, help: string): undefined => {
    sound = false;
    report({ code: 'T001', severity: 'error', message, primary: { span }, help });
  };
  if (root.kind !== 'map')
    return fault(root.span, 'template.yaml is a map', `Its keys are ${keys.join(', ')}.`);
  unknownKeys(root, keys, fault);
  const textAt = (node: Located, key: string, example: string): LocatedEntry | undefined => {
    const entry = entryOf(node, key);
    if (entry?.value.kind === 'scalar' && typeof entry.value.value === 'string' && entry.value.value !== '')
      return entry;
    return fault(
      entry?.value.span ?? firstOf(node),
      entry ? `\`${key}\` must be a text` : `\`${key}\` is missing`,
      `Write ${key}: ${example}`,
    );
  };
  const kindEntry = textAt(root, 'kind', 'brochure or workbook');
  const kind = kindEntry && textOf(kindEntry);
  if (kindEntry && kind !== 'brochure' && kind !== 'workbook') {
    fault(kindEntry.value.span, `\`${kind}\` is no kind of template`, 'The kinds are brochure and workbook.');
  }
  const of = decodeWord(entryOf(root, 'of')?.value, ['park', 'all'] as const, 'of', fault) ?? 'park';
  const csv = decodeWord(entryOf(root, 'csv')?.value, ['no', 'yes'] as const, 'csv', fault) === 'yes';
  if (csv && of === 'park')
    fault(
      entryOf(root, 'csv')!.value.span,
      '`csv` belongs to templates of all parks',
      'Write of: all, or leave csv out.',
    );
  const entry = textAt(root, 'entry', 'brochure.hbs');
  if (entry && !entryFiles.includes(textOf(entry))) {
    const near = nearest(textOf(entry), entryFiles) ?? entryFiles[0];
    const help = near ? `Did you mean \`${near}\`?` : 'Write a Handlebars file beside template.yaml.';
    fault(entry.value.span, `there is no file \`${textOf(entry)}\` in the template's folder`, help);
  }
  const title = entryOf(root, 'title');
  if (title?.value.kind !== 'map')
    fault(title?.value.span ?? firstOf(root), '`title` must have en and zh', 'Write title: { en: …, zh: … }');
  else unknownKeys(title.value, allLanguages, fault);
  const titles = title?.value.kind === 'map' ? title.value : undefined;
  const en = titles && textAt(titles, 'en', 'the English title');
  const zh = titles && textAt(titles, 'zh', 'the Chinese title');
  const languages = decodeLanguages(entryOf(root, 'languages')?.value, fault);
  const leavesOut = decodeLeavesOut(entryOf(root, 'leaves_out')?.value, fault);
  if (!sound || !entry || !en || !zh || !languages) return undefined;
  return {
    kind: kind as TemplateManifest['kind'],
    of,
    csv,
    entry: textOf(entry),
    title: { en: textOf(en), zh: textOf(zh) },
    languages,
    leavesOut,
  };
}

type FaultAt = (span: Span, message: string, help: string) => undefined;

/** One of a few words; undefined when it is left out, or after a report. */
function decodeWord<const W extends string>(
  node: Located | undefined,
  words: readonly W[],
  key: string,
  fault: FaultAt,
): W | undefined {
  if (!node) return undefined;
  const found = words.find((word) => node.kind === 'scalar' && node.source === word);
  return (
    found ?? fault(node.span, `\`${key}\` is none of ${words.join(', ')}`, `Write ${key}: ${words.at(-1)}`)
  );
}

function decodeLanguages(node: Located | undefined, fault: FaultAt): readonly Lang[] | undefined {
  if (!node) return allLanguages;
  const help = 'Write languages: [en, zh], or one of them.';
  if (node.kind !== 'list' || node.items.length === 0)
    return fault(node.span, '`languages` must be a list', help);
  const languages: Lang[] = [];
  for (const item of node.items) {
    const lang = allLanguages.find((known) => item.kind === 'scalar' && item.value === known);
    if (!lang) fault(item.span, 'unknown language', help);
    else if (languages.includes(lang)) fault(item.span, `\`${lang}\` is listed twice`, help);
    else languages.push(lang);
  }
  return languages;
}

function decodeLeavesOut(node: Located | undefined, fault: FaultAt): readonly LeftOut[] {
  if (!node) return [];
  const help = 'Write leaves_out: [park.aliases, figures.nbs_code].';
  if (node.kind !== 'list') {
    fault(node.span, '`leaves_out` must be a list of names', help);
    return [];
  }
  return node.items.flatMap((item) => {
    if (item.kind === 'scalar' && typeof item.value === 'string')
      return [{ name: item.value, span: item.span }];
    fault(item.span, 'this is no name of data', help);
    return [];
  });
}

function unknownKeys(node: Located, known: readonly string[], fault: FaultAt): void {
  if (node.kind !== 'map') return;
  for (const { key, keySpan } of node.entries.values()) {
    if (known.includes(key)) continue;
    const free = known.filter((name) => !node.entries.has(name));
    const near = nearest(key, free);
    fault(
      keySpan,
      `unknown key \`${key}\``,
      near ? `Did you mean \`${near}\`?` : `The keys are ${known.join(', ')}.`,
    );
  }
}

function firstOf(node: Located): Span {
  return node.kind === 'map' ? (node.entries.values().next().value?.keySpan ?? node.span) : node.span;
}

function textOf({ value }: LocatedEntry): string {
  return value.kind === 'scalar' ? String(value.value) : '';
}
