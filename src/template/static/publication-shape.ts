/** The shape of a publication, made from the description of its fields. */
import type { AnyField, AnyFields, Kind, KindName, PlainKind } from '../../model/field-kinds.ts';
import { comparisonFields, kindFields, publicationFields } from '../../model/publication-fields.ts';
import type { Field, Group, Shape } from './shape.ts';
import { any, flag, number, oneOfWords, text } from './shape.ts';

/** The metrics and groups there are, as the dataset holds them; without them every id is let through. */
export interface KnownIds {
  readonly metrics: ReadonlyMap<string, { readonly group: string }>;
  readonly groups: readonly { readonly id: string }[];
}

const plain: Readonly<Record<PlainKind, Shape>> = { text, number, flag };

/** The shape of the root that templates of one park see. */
export function publicationShape(known?: KnownIds): Shape {
  return rootShape(publicationFields, known);
}

/** The shape of the root that templates of all parks see. */
export function comparisonShape(known?: KnownIds): Shape {
  return rootShape(comparisonFields, known);
}

function rootShape(root: AnyFields, known: KnownIds | undefined): Shape {
  const kinds = new Map<string, Group>();
  const ids: Readonly<Record<string, readonly string[] | undefined>> = known
    ? { figures: [...known.metrics.keys()], groups_by_id: known.groups.map(({ id }) => id) }
    : {};
  const kindShape = (name: string): Shape => {
    if (Object.hasOwn(plain, name)) return plain[name as PlainKind];
    const made = kinds.get(name);
    if (made) return made;
    const kind: Kind = kindFields[name as KindName];
    const { print, like, oneAlways = [], together = [] } = kind;
    const all = { ...(like ? (kindFields[like] as Kind).fields : {}), ...kind.fields };
    // Kinds hold each other: the shape is known by its name before its fields are.
    const fields = new Map<string, Field>();
    const shape: Group = { kind: 'group', noun: nounOf(name), print, fields, oneAlways, together };
    kinds.set(name, shape);
    for (const [key, field] of fieldsOf(all, `${name}.`)) fields.set(key, field);
    return shape;
  };
  const fieldsOf = (fields: AnyFields, before: string): ReadonlyMap<string, Field> =>
    new Map(Object.entries(fields).map(([key, field]) => [key, fieldShape(field, `${before}${key}`)]));
  const fieldShape = (field: AnyField, name: string): Field => ({
    name,
    shape: contentShape(field, name),
    optional: field.optional === true,
  });
  const contentShape = ({ is, listOf, byId, oneOf, parts, itemsOptional }: AnyField, name: string): Shape => {
    const item = (kind: string): Field => ({
      name: '',
      shape: kindShape(kind),
      optional: itemsOptional === true,
    });
    if (is !== undefined) return kindShape(is);
    if (listOf !== undefined) return { kind: 'list', item: item(listOf) };
    if (oneOf !== undefined) return oneOfWords(Object.keys(oneOf));
    if (parts !== undefined) return partsShape(fieldsOf(parts, `${name}.`));
    if (byId === undefined) return any;
    const known = ids[name];
    return { kind: 'record', item: item(byId), ...(known ? { ids: known } : {}) };
  };
  return partsShape(fieldsOf(root, ''));
}

function partsShape(fields: ReadonlyMap<string, Field>): Group {
  return { kind: 'group', noun: 'a group of values', print: '', fields, oneAlways: [], together: [] };
}

function nounOf(kind: string): string {
  if (kind === 'words') return 'a text in both languages';
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
