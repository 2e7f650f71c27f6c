/**
 * The type of the description of the data that templates receive. It follows the types of `Publication`: a field
 * that is renamed, added, removed or changes its kind makes the description fail to compile.
 */
import type { ComparedFigure } from './comparison.ts';
import type {
  AccessItem,
  AsOf,
  Bilingual,
  CheckResult,
  CitedSource,
  Claim,
  ConflictNote,
  Contact,
  Decision,
  Enterprise,
  Entry,
  Equivalent,
  ExchangeRate,
  Figure,
  FigureGroup,
  Honour,
  InfrastructureItem,
  Park,
  Point,
  Project,
  Quantity,
  TimelineEvent,
  WaiverTerms,
} from './publication.ts';

/** What the types of the data are called. */
interface Kinds {
  readonly words: Bilingual;
  readonly quantity: Quantity;
  readonly date: AsOf;
  readonly claim: Claim;
  readonly equivalent: Equivalent;
  readonly rate: ExchangeRate;
  readonly decision: Decision;
  readonly figure: Figure;
  readonly group: FigureGroup;
  readonly source: CitedSource;
  readonly item: Entry;
  readonly enterprise: Enterprise;
  readonly facility: InfrastructureItem;
  readonly way: AccessItem;
  readonly project: Project;
  readonly honour: Honour;
  readonly event: TimelineEvent;
  readonly contact: Contact;
  readonly point: Point;
  readonly note: ConflictNote;
  readonly waiver: WaiverTerms;
  readonly check: CheckResult;
  readonly value: CheckResult['values'][number];
  readonly park: Park;
  readonly compared: ComparedFigure;
  readonly text: string;
  readonly number: number;
  readonly flag: boolean;
}

/** The kinds that are printed as they are. */
export type PlainKind = 'text' | 'number' | 'flag';

/** The kinds that have fields of their own. */
export type KindName = Exclude<keyof Kinds, PlainKind>;

/** A kind with fields. */
export interface Kind {
  /** How it is printed as a whole: `{{text …}}`; empty when only its fields can be. */
  readonly print: string;
  /** The kind whose fields it has besides. */
  readonly like?: KindName;
  readonly fields: AnyFields;
  /** Optional fields of which one is always there. */
  readonly oneAlways?: readonly string[];
  /** Optional fields that are there together or not at all. */
  readonly together?: readonly string[];
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type NameOf<T> = { [K in keyof Kinds]: Same<T, Kinds[K]> extends true ? K : never }[keyof Kinds];
type IsOneOf<T> = [T] extends [string] ? (string extends T ? false : true) : false;

/** One value of a kind. */
interface Is<K> {
  readonly is: K;
}

interface ListOf<K> {
  readonly listOf: K;
}

/** Values under ids that the data choose. */
interface ById<K> {
  readonly byId: K;
}

/** One of a few words: all of them are named. */
interface OneOf<T extends string> {
  readonly oneOf: { readonly [W in T]: true };
}

/** A group of values that belongs to its field alone. */
interface Parts<T> {
  readonly parts: Fields<T>;
}

type Content<T> =
  IsOneOf<T> extends true
    ? OneOf<T & string>
    : [NameOf<T>] extends [never]
      ? [T] extends [readonly (infer Item)[]]
        ? ListOf<NameOf<Item>>
        : string extends keyof T
          ? ById<NameOf<Exclude<T[keyof T], null>>> & Nullable<T[keyof T], 'itemsOptional'>
          : Parts<T>
      : Is<NameOf<T>>;

type Nullable<T, Mark extends string> = null extends T ? { readonly [M in Mark]: true } : unknown;

type FieldOf<T> = { readonly meaning: string } & Content<Exclude<T, null>> & Nullable<T, 'optional'>;

/** The description of all fields of `T`. */
export type Fields<T> = { readonly [K in keyof T]-?: FieldOf<T[K]> };

/** A field of any type; one of the first five members says what it holds. */
export interface AnyField {
  readonly is?: string;
  readonly listOf?: string;
  readonly byId?: string;
  readonly oneOf?: Readonly<Record<string, true>>;
  readonly parts?: AnyFields;
  readonly meaning: string;
  /** True when it may be null. */
  readonly optional?: true;
  /** True when what stands under an id may be null. */
  readonly itemsOptional?: true;
}

export type AnyFields = Readonly<Record<string, AnyField>>;
