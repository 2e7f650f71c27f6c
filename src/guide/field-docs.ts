/**
 * The type of the table of data fields. It follows the types of `Publication`: a field that is renamed, added,
 * removed or changes its kind makes the table fail to compile.
 */
import type {
  AccessItem,
  AsOf,
  Bilingual,
  CheckResult,
  CitedSource,
  Claim,
  ConflictNote,
  Contact,
  Enterprise,
  Entry,
  Figure,
  FigureGroup,
  Honour,
  InfrastructureItem,
  Park,
  Project,
  Quantity,
  TimelineEvent,
} from '../model/publication.ts';

/** What the guide calls the types of the data: one, and many. */
interface Kinds {
  readonly words: [Bilingual, 'words'];
  readonly quantity: [Quantity, 'quantities'];
  readonly date: [AsOf, 'dates'];
  readonly claim: [Claim, 'claims'];
  readonly figure: [Figure, 'figures'];
  readonly group: [FigureGroup, 'groups'];
  readonly source: [CitedSource, 'sources'];
  readonly item: [Entry, 'items'];
  readonly enterprise: [Enterprise, 'enterprises'];
  readonly facility: [InfrastructureItem, 'facilities'];
  readonly way: [AccessItem, 'ways'];
  readonly project: [Project, 'projects'];
  readonly honour: [Honour, 'honours'];
  readonly event: [TimelineEvent, 'events'];
  readonly contact: [Contact, 'contacts'];
  readonly note: [ConflictNote, 'notes'];
  readonly check: [CheckResult, 'checks'];
  readonly park: [Park, 'parks'];
  readonly text: [string, 'texts'];
  readonly number: [number, 'numbers'];
  readonly 'true or false': [boolean, 'yes or no'];
}

/** The kinds that have fields of their own. */
export type KindName = Exclude<keyof Kinds, 'text' | 'number' | 'true or false'>;

/** A kind with fields: how it is printed as a whole, and whose fields it has besides. */
export interface KindDoc {
  readonly print: string;
  readonly like?: KindName;
  readonly fields: AnyFields;
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type NameOf<T> = { [K in keyof Kinds]: Same<T, Kinds[K][0]> extends true ? K : never }[keyof Kinds];

/** The kind of a value in words: `claim`, `list of claims`, `figures by id`, `words or null`. */
type KindOf<T> = null extends T ? `${WholeKind<Exclude<T, null>>} or null` : WholeKind<T>;
type WholeKind<T> = [T] extends [readonly (infer Item)[]]
  ? `list of ${Kinds[NameOf<Item>][1]}`
  : string extends keyof T
    ? `${Kinds[NameOf<Exclude<T[keyof T], null>>][1]} by id`
    : NameOf<T>;

type IsOneOf<T> = [T] extends [string] ? (string extends T ? false : true) : false;

/** One of a few words: all of them are named. */
interface OneOf<T extends string> {
  readonly meaning: string;
  readonly oneOf: { readonly [W in T]: true };
}

/** A group of values that belongs to its field alone. */
interface Parts<T> {
  readonly meaning: string;
  readonly parts: Fields<Exclude<T, null>>;
  readonly kind: null extends T ? 'parts or null' : 'parts';
}

interface Plain<K> {
  readonly meaning: string;
  readonly kind: K;
}

type FieldDoc<T> =
  IsOneOf<T> extends true
    ? OneOf<T & string>
    : [NameOf<Exclude<T, null>>] extends [never]
      ? [Exclude<T, null>] extends [readonly unknown[]]
        ? Plain<KindOf<T>>
        : string extends keyof T
          ? Plain<KindOf<T>>
          : Parts<T>
      : Plain<KindOf<T>>;

/** The documentation of all fields of `T`. */
export type Fields<T> = { readonly [K in keyof T]-?: FieldDoc<T[K]> };

/** What the guide prints of a field, whatever its type. */
export interface AnyField {
  readonly meaning: string;
  readonly kind?: string;
  readonly oneOf?: Readonly<Record<string, true>>;
  readonly parts?: AnyFields;
}

export type AnyFields = Readonly<Record<string, AnyField>>;
