/**
 * What planners may change in a workbook, and the scalar of the park file that each change goes to. The rows of the
 * table of facts are known by keys that no other edit moves: `figure/claim`, or `list/English name/amount`.
 */
import { entryOf, type LocatedScalar } from '../source/located.ts';
import { boundLabels, statusLabels } from './labels.ts';
import type { PlaceBook } from './places.ts';
import type { AccessItem, Bilingual, Claim, Figure, InfrastructureItem, Publication } from './publication.ts';
import type { Dimension } from './units.ts';

/** How a cell of a field is read when it comes back. */
export type EditKind =
  /** A number in the unit that the file has; `dimension` says what is measured. */
  | { readonly kind: 'amount'; readonly dimension: Dimension | undefined }
  /** A code, year or date, as the dimension asks. */
  | { readonly kind: 'value'; readonly dimension: Dimension }
  | { readonly kind: 'as-of' }
  | { readonly kind: 'text' }
  /** One of these labels stands for each word of the file. */
  | { readonly kind: 'choice'; readonly labels: Readonly<Record<string, Bilingual>> };

export interface Editable {
  readonly scalar: LocatedScalar;
  readonly kind: EditKind;
}

/** By the key of the row, then by field. */
export type Editables = ReadonlyMap<string, Readonly<Record<string, Editable>>>;

/** The keys of rows that are no claims of figures. */
export function listKey(list: string, { name }: { readonly name: Bilingual }, amount?: string): string {
  return [list, name.en, ...(amount === undefined ? [] : [amount])].join('/');
}

export const ratings = [
  'voltage',
  'capacity',
  'load',
] as const satisfies readonly (keyof InfrastructureItem)[];

export function editablesOf({ groups, park, lang }: Publication, places: PlaceBook): Editables {
  const found = new Map<string, Readonly<Record<string, Editable>>>();
  const scalars = scalarsOf(places, lang);
  for (const figure of groups.flatMap((group) => group.figures))
    for (const claim of figure.claims) found.set(`${figure.id}/${claim.id}`, ofClaim(figure, claim, scalars));
  const add = (key: string, fields: Record<string, Editable>): void => {
    // Nobody could tell which of two things of one name was meant.
    found.set(key, found.has(key) ? {} : fields);
  };
  for (const item of park.infrastructure)
    for (const key of ratings)
      if (item[key]) add(listKey('infrastructure', item, key), ofFacility(item, key, scalars));
  for (const item of park.access)
    for (const key of ['distance', 'time'] as const)
      if (item[key]) add(listKey('access', item, key), ofWay(item, key, scalars));
  return found;
}

interface Scalars {
  /** The scalar under a key of an object. */
  readonly at: (object: object | null, key: string) => LocatedScalar | undefined;
  /** The text of a pair in the language of the workbook. */
  readonly said: (pair: Bilingual | null) => LocatedScalar | undefined;
}

function scalarsOf(places: PlaceBook, lang: Publication['lang']): Scalars {
  const at: Scalars['at'] = (object, key) => {
    const node = object === null ? undefined : entryOf(places.node(object), key)?.value;
    return node?.kind === 'scalar' ? node : undefined;
  };
  return { at, said: (pair) => at(pair, lang) };
}

function ofClaim({ dimension }: Figure, claim: Claim, { at, said }: Scalars): Record<string, Editable> {
  const text: EditKind = { kind: 'text' };
  const value = at(claim, 'value');
  return defined({
    value: claim.quantity ? textual(value, { kind: 'amount', dimension }) : undefined,
    text: claim.quantity ? undefined : textual(value, { kind: 'value', dimension }),
    verbatim: textual(at(claim, 'verbatim'), text),
    // Words such as "so far" stand beside the days between which they were true, and are no scalar.
    as_of: textual(at(claim, 'as_of'), { kind: 'as-of' }),
    status: textual(at(claim, 'status'), { kind: 'choice', labels: statusLabels }),
    bound: textual(at(claim, 'bound'), { kind: 'choice', labels: boundLabels }),
    population: textual(said(claim.population), text),
    locator: textual(said(claim.locator), text),
    note: textual(said(claim.note), text),
  });
}

function ofFacility(
  item: InfrastructureItem,
  key: (typeof ratings)[number],
  { at, said }: Scalars,
): Record<string, Editable> {
  const scalar = at(item, key);
  const dimension = key === 'voltage' ? key : undefined;
  return defined({
    value: scalar && { scalar, kind: { kind: 'amount', dimension } },
    note: textual(said(item.note), { kind: 'text' }),
  });
}

function ofWay(item: AccessItem, key: 'distance' | 'time', { at, said }: Scalars): Record<string, Editable> {
  const scalar = at(item, key);
  return defined({
    value: scalar && {
      scalar,
      kind: { kind: 'amount', dimension: key === 'distance' ? ('length' as const) : key },
    },
    verbatim: textual(at(item, 'verbatim'), { kind: 'text' }),
    note: textual(said(item.note), { kind: 'text' }),
  });
}

function textual(scalar: LocatedScalar | undefined, kind: EditKind): Editable | undefined {
  return scalar && { scalar, kind };
}

function defined(all: Readonly<Record<string, Editable | undefined>>): Record<string, Editable> {
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Editable] => entry[1] !== undefined),
  );
}
