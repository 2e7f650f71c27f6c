/**
 * The data one publication is merged from: plain objects only, exact decimals as strings, already linked
 * (a claim holds its source, a figure its metric). Every object can be located in its YAML through `Places`.
 */
import type { Dimension } from './units.ts';

export type Lang = 'en' | 'zh';

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** An exact amount. `value` is a plain decimal (`79140000000`, `27.96`), never rounded; `unit` a key of the unit table. */
export interface Quantity {
  readonly value: string;
  readonly unit: string;
  /** Exponent of the last printed digit: "79.14 billion" has 7, "8 km2" has 0. Tolerance is half of 10^this. */
  readonly digit: number;
  /** What the source says of it: more than, at least, about, nearly, up to; `exact` when it says nothing. */
  readonly bound: 'exact' | 'more-than' | 'at-least' | 'about' | 'nearly' | 'up-to';
}

/** A date as precise as it was stated. `earliest` and `latest` are ISO days; `text` is what was written. */
export interface AsOf {
  readonly precision: 'day' | 'month' | 'year' | 'half-year' | 'interval' | 'unknown';
  readonly text: string;
  readonly earliest: string | null;
  readonly latest: string | null;
}

export type ClaimStatus = 'actual' | 'claimed' | 'planned' | 'target' | 'approved' | 'official' | 'completed';

export interface CitedSource {
  readonly id: string;
  /** Number of the note reference in this publication, from 1. */
  readonly number: number;
  readonly title: Bilingual;
  readonly publisher: Bilingual;
  readonly published: AsOf;
  readonly address: string;
  /** What else identifies the page: its section, rights, registration. */
  readonly note: Bilingual | null;
}

export interface Claim {
  readonly id: string;
  /** Absent for texts (codes, phone numbers) and for years and dates: then `text` holds the value. */
  readonly quantity: Quantity | null;
  readonly text: string | null;
  /** The value of a year or a date (`founded`), to be printed as dates are. */
  readonly date: AsOf | null;
  /** The value as written in the park file: `79.14 billion CNY`. */
  readonly written: string;
  /** The number as printed by the source; null where only its value was recorded. */
  readonly verbatim: string | null;
  readonly as_of: AsOf;
  readonly status: ClaimStatus;
  readonly statusLabel: Bilingual;
  readonly source: CitedSource;
  /** Where in the source it stands: page, paragraph, row. */
  readonly locator: Bilingual | null;
  readonly population: Bilingual | null;
  /** The year of whose prices an amount of money is, where it is not that of the date. */
  readonly price_year: string | null;
  /** The same amount in other units or currencies. */
  readonly also: readonly Equivalent[];
  readonly note: Bilingual | null;
}

/** The same amount once more: printed by the source itself (`rate` is null), or converted at a named rate. */
export interface Equivalent {
  readonly quantity: Quantity;
  readonly rate: ExchangeRate | null;
}

/** What one unit of the equivalent's currency was worth in the claim's, on a day, by a source. */
export interface ExchangeRate {
  readonly value: string;
  readonly date: AsOf;
  readonly source: CitedSource;
}

/**
 * Which claims are printed and why. `single` and `newest` need no decision of anybody; the other kinds are written
 * in the park file where claims of the same date and population differ, with a reason.
 */
export interface Decision {
  readonly kind: 'single' | 'newest' | 'preferred' | 'both' | 'range' | 'unresolved';
  readonly label: Bilingual;
  readonly reason: Bilingual | null;
}

export interface Figure {
  readonly id: string;
  readonly label: Bilingual;
  readonly group: string;
  /** What is measured: area, money, count, year … (`units.ts`). */
  readonly dimension: Dimension;
  readonly definition: Bilingual | null;
  /** Basis of the measurement (built, approved, …), when it has one. */
  readonly basis: Bilingual | null;
  /** All claims, newest as-of first. */
  readonly claims: readonly Claim[];
  /** The claim that stands for the figure in totals and formulas: the one named by `prefer`, else the newest. */
  readonly main: Claim;
  readonly decision: Decision;
  /** The claims printed where one value has room, as decided; `main` alone unless claims are left side by side. */
  readonly printed: readonly Claim[];
  /** Set where claims of two or more years can be compared; they are in this unit, null for counts. */
  readonly trend: { readonly unit: Bilingual | null } | null;
  /** Numbers of the notes on this figure in the brochure, from 1. */
  readonly notes: readonly number[];
}

export interface FigureGroup {
  readonly id: string;
  readonly label: Bilingual;
  readonly figures: readonly Figure[];
}

/** An item of a list (industry, sub-park, enterprise, honour …). */
export interface Entry {
  readonly name: Bilingual;
  readonly note: Bilingual | null;
  readonly source: CitedSource;
  readonly as_of: AsOf | null;
}

export interface Enterprise extends Entry {
  readonly flagship: boolean;
}

export interface InfrastructureItem extends Entry {
  readonly status: Bilingual;
  readonly voltage: Quantity | null;
  readonly capacity: Quantity | null;
  /** What is drawn from it at most. */
  readonly load: Quantity | null;
}

export interface AccessItem extends Entry {
  readonly kind: 'city' | 'rail' | 'air' | 'road' | 'container' | 'port' | 'region';
  readonly kindLabel: Bilingual;
  readonly mode: Bilingual | null;
  readonly distance: Quantity | null;
  /** What the distance is measured along; null where the source does not say. */
  readonly along: 'road' | 'line' | null;
  readonly point: Point | null;
  readonly time: Quantity | null;
  /** Words for a distance without a number: "near", "along". */
  readonly words: Bilingual | null;
  readonly verbatim: string | null;
}

export interface Honour extends Entry {
  readonly body: Bilingual | null;
}

export interface Project extends Entry {
  readonly investor: Bilingual | null;
  readonly investment: Quantity | null;
  readonly stage: Bilingual | null;
}

export interface TimelineEvent {
  readonly date: AsOf;
  readonly text: Bilingual;
  /** The claim it reports, when it reports one. */
  readonly figure: Figure | null;
  readonly claim: Claim | null;
  readonly source: CitedSource;
  readonly notes: readonly number[];
}

export interface Contact {
  readonly kind: 'phone' | 'email' | 'web' | 'address';
  readonly label: Bilingual;
  readonly value: string;
  readonly source: CitedSource;
  readonly as_of: AsOf;
}

/** A point on the earth, in degrees. `precision` says what it stands for. */
export interface Point {
  readonly lat: string;
  readonly lon: string;
  /** Null where nobody recorded it: then the point cannot be drawn. */
  readonly crs: 'WGS84' | 'GCJ-02' | 'BD-09' | null;
  readonly precision: 'parcel' | 'site' | 'street' | 'district' | 'city' | null;
  readonly source: CitedSource;
}

/** A note on conflicting or doubtful figures, printed with its number. */
export interface ConflictNote {
  readonly number: number;
  readonly id: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly figures: readonly Figure[];
  /** The rule whose finding it acknowledges; null for notes that editors add of themselves. */
  readonly rule: string | null;
  /** Who answers for the acknowledgement, since when and until when; null when there is no rule. */
  readonly waiver: WaiverTerms | null;
}

/** The terms on which a finding is acknowledged; the dates are ISO days. */
export interface WaiverTerms {
  readonly by: Bilingual;
  readonly date: string;
  readonly until: string;
}

/** What one rule said of this park. */
export interface CheckResult {
  readonly rule: string;
  readonly title: Bilingual;
  readonly severity: 'error' | 'warning' | 'info';
  readonly outcome: 'pass' | 'finding' | 'acknowledged' | 'not-applicable';
  readonly message: Bilingual;
  /** Ids of the figures that take part. */
  readonly figures: readonly string[];
  /** What takes part, with the values as they are now: “investment_total: 67 billion CNY”. */
  readonly values: readonly { readonly key: string; readonly value: string }[];
  /** The smallest change that would mend it, as a suggestion; null where none was computed. */
  readonly suggestion: Bilingual | null;
  /** The number of the note that acknowledges it. */
  readonly note: number | null;
}

export interface Park {
  readonly id: string;
  readonly name: Bilingual;
  readonly short: Bilingual;
  readonly aliases: readonly Bilingual[];
  readonly tagline: Bilingual;
  readonly lead: Bilingual;
  readonly situation: Bilingual;
  readonly place: {
    readonly country: Bilingual;
    readonly province: Bilingual;
    readonly city: Bilingual;
    readonly district: Bilingual | null;
    readonly point: Point | null;
  };
  readonly page: { readonly url: string; readonly source: CitedSource } | null;
  readonly industries: readonly Entry[];
  readonly base: readonly Entry[];
  readonly enterprises: readonly Enterprise[];
  readonly sub_parks: readonly Entry[];
  readonly infrastructure: readonly InfrastructureItem[];
  readonly access: readonly AccessItem[];
  readonly projects: readonly Project[];
  readonly honours: readonly Honour[];
  readonly honour_bodies: readonly Entry[];
  readonly timeline: readonly TimelineEvent[];
  readonly contacts: readonly Contact[];
}

/** The root that templates see. */
export interface Publication {
  readonly lang: Lang;
  readonly edition: { readonly name: string; readonly date: string };
  readonly park: Park;
  /** Every metric by id, null where the park has no such figure: `{{#if figures.area_built}}…`. */
  readonly figures: Readonly<Record<string, Figure | null>>;
  /** Figures by group, groups in the order of `data/metrics.yaml`; empty groups are left out. */
  readonly groups: readonly FigureGroup[];
  /** All groups by id, also those without figures: `{{#if groups_by_id.economy.figures}}…`. */
  readonly groups_by_id: Readonly<Record<string, FigureGroup>>;
  /** The tiles of "at a glance", in the order the park file asks for. */
  readonly glance: readonly Figure[];
  /** The figures of the cover, at most four. */
  readonly cover: readonly Figure[];
  readonly notes: readonly ConflictNote[];
  readonly sources: readonly CitedSource[];
  readonly checks: readonly CheckResult[];
  /** Earliest and latest as-of of all claims but codes, as precise as they were stated. */
  readonly span: { readonly from: AsOf; readonly to: AsOf };
}
