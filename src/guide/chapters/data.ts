/** Chapter 2: the fields of the data. */
import type { AnyField, AnyFields, KindDoc } from '../field-docs.ts';
import { code, codes, paragraphs, table } from '../markdown.ts';
import { kindFields, publicationFields } from '../publication-fields.ts';

export function dataChapter(): string {
  return paragraphs(
    'These are the names at the root. Every name exists for every park; what a park does not state is null or an empty list.',
    table(
      ['field', 'is', 'meaning'],
      fieldsOf(publicationFields).map(({ path, kind, meaning }) => [code(path), kind, meaning]),
    ),
    'The ids of `figures` and `groups_by_id` are the keys of `data/metrics.yaml`: `figures.area_built`, `groups_by_id.land`. What the values hold:',
    table(['value', 'fields'], Object.entries<KindDoc>(kindFields).map(kindRow)),
  );
}

/** A kind with how it is printed as a whole, and a line for each of its fields. */
function kindRow([name, { print, like, fields }]: readonly [string, KindDoc]): readonly string[] {
  const printed = print === '' ? '' : `<br>${code(print)}`;
  const also = like === undefined ? [] : [`all of [${like}](#${like}), and`];
  const lines = fieldsOf(fields).map(({ path, kind, meaning }) =>
    `${code(path)} (${kind}) ${meaning}`.trimEnd(),
  );
  return [`<a id="${name}"></a>**${name}**${printed}`, [...also, ...lines].join('<br>')];
}

interface Line {
  readonly path: string;
  readonly kind: string;
  readonly meaning: string;
}

/** The fields, those of groups by their paths. */
function fieldsOf(fields: AnyFields, before = ''): readonly Line[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = `${before}${name}`;
    if (field.parts === undefined) return [{ path, kind: kindOf(field), meaning: meaningOf(field) }];
    const parts = fieldsOf(field.parts, `${path}.`);
    return field.kind === 'parts'
      ? parts
      : [{ path, kind: 'null if there is none', meaning: field.meaning }, ...parts];
  });
}

function meaningOf({ meaning, oneOf }: AnyField): string {
  if (oneOf === undefined) return meaning;
  return `${meaning === '' ? '' : `${meaning}: `}${codes(Object.keys(oneOf))}`;
}

/** The kind, one or many of it, with a link to its own row. */
function kindOf({ kind, oneOf }: AnyField): string {
  if (oneOf !== undefined || kind === undefined) return 'one of';
  const words = kind.split(' ');
  const linked = Object.keys(kindFields).find((name) => words.includes(name) || words.includes(many(name)));
  return linked === undefined
    ? kind
    : words
        .map((word) => (word === linked || word === many(linked) ? `[${word}](#${linked})` : word))
        .join(' ');
}

function many(name: string): string {
  return `${name.replace(/([^aeiou])y$/, '$1ie')}s`;
}
