/** Everything that is known after the data has been read and linked. */
import type { SourceText } from '../diagnostics/span.ts';
import type { PlaceBook, Places } from './places.ts';
import type { Bilingual, CitedSource, Publication } from './publication.ts';
import type { countedLists } from './schema.ts';
import type { Dimension } from './units.ts';

export interface Metric {
  readonly id: string;
  readonly group: string;
  readonly dimension: Dimension;
  readonly label: Bilingual;
  readonly basis: Bilingual | null;
  readonly definition: Bilingual | null;
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
}

/** One park, in both languages: what a publication prints but for its language and the checks. */
export interface ParkRecord {
  readonly id: string;
  readonly source: SourceText;
  readonly content: Omit<Publication, 'lang' | 'checks'>;
  readonly declarations: Declarations;
}

export interface Dataset {
  /** Sorted by id. */
  readonly parks: readonly ParkRecord[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly metrics: Metrics;
  readonly places: Places;
}

/** As built here: the places can still be added to, for the root of each publication. */
export interface BuiltDataset extends Dataset {
  readonly places: PlaceBook;
}
