/** Everything that is known after the data has been read and linked. */
import type { SourceText } from '../diagnostics/span.ts';
import type { PlaceBook, Places } from './places.ts';
import type { AsOf, Bilingual, CitedSource, ConflictNote, Publication, WaiverTerms } from './publication.ts';
import type { countedLists } from './schema/park.ts';
import type { Dimension } from './units.ts';

export interface Metric {
  readonly id: string;
  readonly group: string;
  readonly dimension: Dimension;
  readonly label: Bilingual;
  readonly basis: Bilingual | null;
  readonly definition: Bilingual | null;
  readonly relations: Relations;
}

/**
 * How a metric stands to others, whatever the park; each names metrics. Rules compare claims of one date and population.
 */
export interface Relations {
  /** The metric whose growth over the year before this is. */
  readonly growth_of: string | null;
  /** The metric of which this is the target. */
  readonly target_of: string | null;
  /** The metric of which this is the sum since the beginning. */
  readonly sum_of: string | null;
  /** The population or whole that this is counted among. */
  readonly part_of: string | null;
  /** Metrics that this should not exceed, as areas: built, planned, managed. */
  readonly at_most: readonly string[];
  /** Metrics that this is less than by definition, as value added is less than output. */
  readonly less_than: readonly string[];
  /** True for what does not change from year to year: the date of its claims does not excuse a difference. */
  readonly constant: boolean;
}

export interface Metrics {
  readonly groups: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly metrics: ReadonlyMap<string, Metric>;
}

/** A source before a publication gives it a number. */
export type Source = Omit<CitedSource, 'number'>;

/** Relations between figures that a park file declares, for the rules. */
export interface Declarations {
  readonly parts: readonly { readonly part: string; readonly whole: string }[];
  readonly counts: readonly { readonly list: (typeof countedLists)[number]; readonly figure: string }[];
  readonly products: readonly { readonly count: string; readonly each: string; readonly total: string }[];
  /** Parts that add up to a whole; `open` when the parts are only some of it. A whole of null is 100 %. */
  readonly sums: readonly {
    readonly whole: string | null;
    readonly parts: readonly string[];
    readonly open: boolean;
  }[];
  /** What a percentage is of: figures, or words where the whole is no figure of the park. */
  readonly shares: readonly {
    readonly share: string;
    readonly part: string | null;
    readonly whole: string | null;
    readonly words: Bilingual | null;
  }[];
  readonly quotients: readonly { readonly of: string; readonly per: string; readonly is: string }[];
}

/** A finding that somebody acknowledged, as written in `waivers.yaml`. */
export interface Waiver {
  readonly rule: string;
  readonly park: string;
  /** What takes part by key (`figure`, `figure/claim` or a path of the park file), with the value it had. */
  readonly values: ReadonlyMap<string, string>;
  readonly title: Bilingual | null;
  readonly reason: Bilingual;
  readonly terms: WaiverTerms;
  /** The note that prints it: its own, or the editors' note on the same matter. */
  readonly note: ConflictNote;
}

/** The mean rate of a currency over a period: what one unit of `of` was worth in `in`. */
export interface ReferenceRate {
  readonly of: string;
  readonly in: string;
  readonly period: AsOf;
  readonly mean: string;
  readonly source: Source;
}

/** One park, in both languages: what a publication prints but for its language and the checks. */
export interface ParkRecord {
  readonly id: string;
  readonly source: SourceText;
  readonly content: Omit<Publication, 'lang' | 'checks'>;
  readonly declarations: Declarations;
  readonly waivers: readonly Waiver[];
}

export interface Dataset {
  /** Sorted by id. */
  readonly parks: readonly ParkRecord[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly metrics: Metrics;
  /** Empty where the data folder has no `rates.yaml`. */
  readonly rates: readonly ReferenceRate[];
  readonly places: Places;
}

/** As built here: the places can still be added to, for the root of each publication. */
export interface BuiltDataset extends Dataset {
  readonly places: PlaceBook;
}
