/** Chapter 2: the fields of the data. */
import type { AnyField, AnyFields, Kind } from '../../model/field-kinds.ts';
import { comparisonFields, kindFields, publicationFields } from '../../model/publication-fields.ts';
import { code, codes, paragraphs, table } from '../markdown.ts';

export function dataChapter(): string {
  return paragraphs(
    'These are the names at the root. Every name exists for every park; what a park does not state is null or an empty list.',
    table(
      ['field', 'is', 'meaning'],
      fieldsOf(publicationFields).map(({ path, kind, meaning }) => [code(path), kind, meaning]),
    ),
    'A template with `of: all` in its `template.yaml` has these names instead:',
    table(
      ['field', 'is', 'meaning'],
      fieldsOf(comparisonFields).map(({ path, kind, meaning }) => [code(path), kind, meaning]),
    ),
    'The ids of `figures` and `groups_by_id` are the keys of `data/metrics.yaml`: `figures.area_built`, `groups_by_id.land`. What the values hold:',
    table(['value', 'fields'], Object.entries<Kind>(kindFields).map(kindRow)),
  );
}

/** A kind with how it is printed as a whole, and a line for each of its fields. */
function kindRow([name, { print, like, fields, oneAlways, together }]: readonly [
  string,
  Kind,
]): readonly string[] {
  const printed = print === '' ? '' : `<br>${code(print)}`;
  const also = like === undefined ? [] : [`all of [${like}](#${like}), and`];
  const lines = fieldsOf(fields).map(({ path, kind, meaning }) =>
    `${code(path)} (${kind}) ${meaning}`.trimEnd(),
  );
  if (oneAlways) lines.push(`One of ${codes(oneAlways)} is always there.`);
  if (together) lines.push(`${codes(together)} are there together or not at all.`);
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
    return field.optional
      ? [{ path, kind: 'null if there is none', meaning: field.meaning }, ...parts]
      : parts;
  });
}

function meaningOf({ meaning, oneOf }: AnyField): string {
  if (oneOf === undefined) return meaning;
  return `${meaning === '' ? '' : `${meaning}: `}${codes(Object.keys(oneOf))}`;
}

/** The kind, one or many of it, with a link to its own row. */
function kindOf({ is, listOf, byId, oneOf, optional }: AnyField): string {
  const orNull = optional ? ' or null' : '';
  if (listOf !== undefined) return `list of ${linked(listOf, many(listOf))}`;
  if (byId !== undefined) return `${linked(byId, many(byId))} by id`;
  if (oneOf !== undefined || is === undefined) return `one of${orNull}`;
  return `${is === 'flag' ? 'true or false' : linked(is, is)}${orNull}`;
}

function linked(kind: string, words: string): string {
  return Object.hasOwn(kindFields, kind) ? `[${words}](#${kind})` : words;
}

function many(name: string): string {
  return name === 'words' ? name : `${name.replace(/([^aeiou])y$/, '$1ie')}s`;
}
