/**
 * Every field of the data that templates see, with its kind and its meaning: what the guide prints, and what
 * templates are checked against before they run.
 */

import type { ComparedFigure, Comparison } from './comparison.ts';
import type { Fields, Kind, KindName } from './field-kinds.ts';
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
  Publication,
  Quantity,
  TimelineEvent,
  WaiverTerms,
} from './publication.ts';

/** Fields that a kind of item has besides those of every item. */
type Besides<T extends Entry> = Omit<T, keyof Entry>;

export const publicationFields = {
  lang: { oneOf: { en: true, zh: true }, meaning: 'language of this edition' },
  edition: {
    meaning: 'the edition',
    parts: {
      name: { is: 'text', meaning: 'its name' },
      date: { is: 'text', meaning: 'its day, 2017-12-11' },
    },
  },
  park: { is: 'park', meaning: 'the park' },
  figures: {
    byId: 'figure',
    itemsOptional: true,
    meaning:
      'every metric of `data/metrics.yaml`; null where the park has no such figure: `{{#if figures.area_built}}…{{/if}}`',
  },
  groups: { listOf: 'group', meaning: 'figures by group; groups without figures are left out' },
  groups_by_id: {
    byId: 'group',
    meaning: 'all groups, also empty ones: `{{#each groups_by_id.land.figures}}`',
  },
  glance: { listOf: 'figure', meaning: 'the tiles the park file asks for, in its order' },
  cover: { listOf: 'figure', meaning: 'the figures of the cover, at most four' },
  notes: { listOf: 'note', meaning: 'notes on figures that contradict each other' },
  sources: { listOf: 'source', meaning: 'all sources that are cited, in the order of their numbers' },
  checks: { listOf: 'check', meaning: 'what the consistency checks said' },
  span: {
    meaning: 'the time that the facts hold for',
    parts: {
      from: { is: 'date', meaning: 'the earliest' },
      to: { is: 'date', meaning: 'the latest' },
    },
  },
} satisfies Fields<Publication>;

/** What templates of all parks see. */
export const comparisonFields = {
  lang: { oneOf: { en: true, zh: true }, meaning: 'language of this edition' },
  edition: {
    meaning: 'the newest edition',
    parts: {
      name: { is: 'text', meaning: 'its name' },
      date: { is: 'text', meaning: 'its day, 2017-12-11' },
    },
  },
  parks: { listOf: 'park', meaning: 'all parks, in the order of their ids' },
  compared: { listOf: 'compared', meaning: 'figures that two or more parks state' },
  sources: { listOf: 'source', meaning: 'all sources that are cited, numbered anew' },
} satisfies Fields<Comparison>;

const comparedFields = {
  id: { is: 'text', meaning: 'the metric; fields of the table of parks are called after it' },
  label: { is: 'words', meaning: 'its name' },
  basis: { is: 'words', optional: true, meaning: 'on which basis: built, approved …' },
  definition: { is: 'words', optional: true, meaning: 'what exactly is measured' },
  unit: { is: 'words', optional: true, meaning: 'the unit that all its amounts are converted to' },
  type: { meaning: 'type of its column', oneOf: { number: true, text: true } },
  count: { is: 'number', meaning: 'how many parks state it' },
  charted: { is: 'flag', meaning: 'whether enough parks state an amount' },
} satisfies Fields<ComparedFigure>;

const parkFields = {
  id: { is: 'text', meaning: 'name of its file' },
  name: { is: 'words', meaning: 'full name' },
  short: { is: 'words', meaning: 'short name' },
  aliases: { listOf: 'words', meaning: 'other names' },
  tagline: { is: 'words', meaning: 'one line for the cover' },
  lead: { is: 'words', meaning: 'first paragraph' },
  situation: { is: 'words', meaning: 'paragraph on where it lies' },
  place: {
    meaning: 'where it is',
    parts: {
      country: { is: 'words', meaning: '' },
      province: { is: 'words', meaning: '' },
      city: { is: 'words', meaning: '' },
      district: { is: 'words', optional: true, meaning: '' },
      point: { is: 'point', optional: true, meaning: 'on the map' },
    },
  },
  page: {
    optional: true,
    meaning: 'its page on the web',
    parts: {
      url: { is: 'text', meaning: 'address' },
      source: { is: 'source', meaning: 'the page as a source' },
    },
  },
  industries: { listOf: 'item', meaning: 'leading industries' },
  base: { listOf: 'item', meaning: 'what the park is a base for' },
  enterprises: { listOf: 'enterprise', meaning: 'enterprises named by the sources' },
  sub_parks: { listOf: 'item', meaning: 'parks within the park' },
  infrastructure: { listOf: 'facility', meaning: 'facilities' },
  access: { listOf: 'way', meaning: 'how to get there' },
  projects: { listOf: 'project', meaning: 'projects with a name' },
  honours: { listOf: 'honour', meaning: 'titles awarded' },
  honour_bodies: { listOf: 'item', meaning: 'bodies named with the titles' },
  timeline: { listOf: 'event', meaning: 'what happened when, in the order of the park file' },
  contacts: { listOf: 'contact', meaning: 'telephone, web, address' },
} satisfies Fields<Park>;

const figureFields = {
  id: { is: 'text', meaning: 'the metric: `area_built`' },
  label: { is: 'words', meaning: 'its name' },
  group: { is: 'text', meaning: 'id of its group' },
  dimension: {
    meaning: 'what is measured',
    oneOf: {
      area: true,
      money: true,
      count: true,
      people: true,
      length: true,
      time: true,
      voltage: true,
      power: true,
      share: true,
      mass: true,
      volume: true,
      flow: true,
      throughput: true,
      year: true,
      date: true,
      code: true,
      phone: true,
    },
  },
  definition: { is: 'words', optional: true, meaning: 'what exactly is measured' },
  basis: { is: 'words', optional: true, meaning: 'on which basis: built, approved …' },
  claims: { listOf: 'claim', meaning: 'every published value, newest first' },
  main: { is: 'claim', meaning: 'the one to print when there is room for one' },
  decision: { is: 'decision', meaning: 'which claims are printed and why' },
  printed: { listOf: 'claim', meaning: 'the claims to print where one value has room, as decided' },
  trend: {
    optional: true,
    meaning: 'set where claims of two or more years can be compared',
    parts: { unit: { is: 'words', optional: true, meaning: 'the unit that they are compared in' } },
  },
  notes: { listOf: 'number', meaning: 'numbers of its notes, for `{{notes notes}}`' },
} satisfies Fields<Figure>;

const claimFields = {
  id: { is: 'text', meaning: 'its name among the claims' },
  quantity: { is: 'quantity', optional: true, meaning: 'null for years, dates, codes, telephone numbers' },
  text: { is: 'text', optional: true, meaning: 'the value of those' },
  date: { is: 'date', optional: true, meaning: 'the same as a date, for years and dates' },
  written: { is: 'text', meaning: 'the value as the park file writes it' },
  verbatim: { is: 'text', optional: true, meaning: 'the number as the source printed it' },
  as_of: { is: 'date', meaning: 'when it held' },
  status: {
    meaning: '',
    oneOf: {
      actual: true,
      claimed: true,
      planned: true,
      target: true,
      approved: true,
      official: true,
      completed: true,
    },
  },
  statusLabel: { is: 'words', meaning: 'the status to print' },
  source: { is: 'source', meaning: 'who said so' },
  locator: { is: 'words', optional: true, meaning: 'where in the source: page, row' },
  population: { is: 'words', optional: true, meaning: 'what was counted' },
  price_year: { is: 'text', optional: true, meaning: 'the year of whose prices money is' },
  also: { listOf: 'equivalent', meaning: 'the same amount in other units or currencies' },
  note: { is: 'words', optional: true, meaning: 'a remark' },
} satisfies Fields<Claim>;

const equivalentFields = {
  quantity: { is: 'quantity', meaning: 'the amount' },
  rate: { is: 'rate', optional: true, meaning: 'null when the source itself printed it' },
} satisfies Fields<Equivalent>;

const rateFields = {
  value: { is: 'text', meaning: 'what one unit was worth' },
  date: { is: 'date', meaning: 'when' },
  source: { is: 'source', meaning: 'who said so' },
} satisfies Fields<ExchangeRate>;

const decisionFields = {
  kind: {
    meaning: 'why these',
    oneOf: { single: true, newest: true, preferred: true, both: true, range: true, unresolved: true },
  },
  label: { is: 'words', meaning: 'the kind to print' },
  reason: { is: 'words', optional: true, meaning: 'the reason that the park file gives' },
} satisfies Fields<Decision>;

const quantityFields = {
  value: { is: 'text', meaning: 'exact plain number: `79140000000`' },
  unit: { is: 'text', meaning: 'unit: `km2`, `CNY` …' },
  digit: { is: 'number', meaning: 'exponent of the last stated digit' },
  bound: {
    meaning: 'how far it reaches',
    oneOf: { exact: true, 'more-than': true, 'at-least': true, about: true, nearly: true, 'up-to': true },
  },
} satisfies Fields<Quantity>;

const dateFields = {
  precision: {
    meaning: 'how precisely it was stated',
    oneOf: { day: true, month: true, year: true, 'half-year': true, interval: true, unknown: true },
  },
  text: { is: 'text', meaning: 'as it was written' },
  earliest: { is: 'text', optional: true, meaning: 'first day it can mean' },
  latest: { is: 'text', optional: true, meaning: 'last day it can mean' },
} satisfies Fields<AsOf>;

const sourceFields = {
  id: { is: 'text', meaning: 'its key in `data/sources.yaml`' },
  number: { is: 'number', meaning: 'its number in this publication, from 1' },
  title: { is: 'words', meaning: 'title of the page' },
  publisher: { is: 'words', meaning: 'who published it' },
  published: { is: 'date', meaning: 'when' },
  address: { is: 'text', meaning: 'where: an address on the web' },
  note: { is: 'words', optional: true, meaning: 'what else identifies it' },
} satisfies Fields<CitedSource>;

const itemFields = {
  name: { is: 'words', meaning: 'its name' },
  note: { is: 'words', optional: true, meaning: 'a remark' },
  source: { is: 'source', meaning: 'who said so' },
  as_of: { is: 'date', optional: true, meaning: 'when it held' },
} satisfies Fields<Entry>;

const enterpriseFields = {
  flagship: { is: 'flag', meaning: 'named as a leading one' },
} satisfies Fields<Besides<Enterprise>>;

const facilityFields = {
  status: { is: 'words', meaning: 'built, planned …' },
  voltage: { is: 'quantity', optional: true, meaning: '' },
  capacity: { is: 'quantity', optional: true, meaning: 'how much it can do' },
  load: { is: 'quantity', optional: true, meaning: 'what is drawn from it at most' },
} satisfies Fields<Besides<InfrastructureItem>>;

const wayFields = {
  kind: {
    meaning: 'what it leads to',
    oneOf: { city: true, rail: true, air: true, road: true, container: true, port: true, region: true },
  },
  kindLabel: { is: 'words', meaning: 'the kind to print' },
  mode: { is: 'words', optional: true, meaning: 'by what means' },
  distance: { is: 'quantity', optional: true, meaning: '' },
  along: {
    meaning: 'what the distance is measured along',
    oneOf: { road: true, line: true },
    optional: true,
  },
  point: { is: 'point', optional: true, meaning: 'on the map' },
  time: { is: 'quantity', optional: true, meaning: 'travel time' },
  words: { is: 'words', optional: true, meaning: 'in place of a distance: “near”, “along”' },
  verbatim: { is: 'text', optional: true, meaning: 'as the source printed it' },
} satisfies Fields<Besides<AccessItem>>;

const projectFields = {
  investor: { is: 'words', optional: true, meaning: '' },
  investment: { is: 'quantity', optional: true, meaning: '' },
  stage: { is: 'words', optional: true, meaning: '' },
} satisfies Fields<Besides<Project>>;

const honourFields = {
  body: { is: 'words', optional: true, meaning: 'who awarded it' },
} satisfies Fields<Besides<Honour>>;

const groupFields = {
  id: { is: 'text', meaning: 'its key in `data/metrics.yaml`' },
  label: { is: 'words', meaning: 'its name' },
  figures: { listOf: 'figure', meaning: 'its figures' },
} satisfies Fields<FigureGroup>;

const eventFields = {
  date: { is: 'date', meaning: 'when' },
  text: { is: 'words', meaning: 'what' },
  figure: { is: 'figure', optional: true, meaning: 'the figure it reports' },
  claim: { is: 'claim', optional: true, meaning: 'the claim it reports' },
  source: { is: 'source', meaning: 'who said so' },
  notes: { listOf: 'number', meaning: 'numbers of its notes' },
} satisfies Fields<TimelineEvent>;

const contactFields = {
  kind: { meaning: '', oneOf: { phone: true, email: true, web: true, address: true } },
  label: { is: 'words', meaning: 'the kind to print' },
  value: { is: 'text', meaning: 'number or address' },
  source: { is: 'source', meaning: 'who said so' },
  as_of: { is: 'date', meaning: 'when it held' },
} satisfies Fields<Contact>;

const pointFields = {
  lat: { is: 'text', meaning: 'degrees north' },
  lon: { is: 'text', meaning: 'degrees east' },
  crs: {
    meaning: 'null where nobody recorded it: then it cannot be drawn',
    oneOf: { WGS84: true, 'GCJ-02': true, 'BD-09': true },
    optional: true,
  },
  precision: {
    meaning: 'what it stands for',
    oneOf: { parcel: true, site: true, street: true, district: true, city: true },
    optional: true,
  },
  source: { is: 'source', meaning: 'who said so' },
} satisfies Fields<Point>;

const waiverFields = {
  by: { is: 'words', meaning: 'who answers for it' },
  date: { is: 'text', meaning: 'since when, 2017-12-11' },
  until: { is: 'text', meaning: 'until when' },
} satisfies Fields<WaiverTerms>;

const valueFields = {
  key: { is: 'text', meaning: 'which figure or claim' },
  value: { is: 'text', meaning: 'its value as it is now' },
} satisfies Fields<CheckResult['values'][number]>;

const noteFields = {
  number: { is: 'number', meaning: 'from 1; `{{letter number}}` prints a, b …' },
  id: { is: 'text', meaning: 'its key in the park file' },
  title: { is: 'words', meaning: '' },
  text: { is: 'words', meaning: '' },
  figures: { listOf: 'figure', meaning: 'the figures it is about' },
  rule: { is: 'text', optional: true, meaning: 'the check that found it' },
  waiver: { is: 'waiver', optional: true, meaning: 'on which terms the finding is acknowledged' },
} satisfies Fields<ConflictNote>;

const checkFields = {
  rule: { is: 'text', meaning: 'id of the check' },
  title: { is: 'words', meaning: 'what it looks at' },
  severity: { meaning: '', oneOf: { error: true, warning: true, info: true } },
  outcome: { meaning: '', oneOf: { pass: true, finding: true, acknowledged: true, 'not-applicable': true } },
  message: { is: 'words', meaning: 'what it says' },
  figures: { listOf: 'text', meaning: 'ids of the figures it is about' },
  values: { listOf: 'value', meaning: 'what takes part, as it is now' },
  suggestion: { is: 'words', optional: true, meaning: 'the smallest change that would mend it' },
  note: { is: 'number', optional: true, meaning: 'number of the note that acknowledges it' },
} satisfies Fields<CheckResult>;

const wordsFields = {
  en: { is: 'text', meaning: 'English' },
  zh: { is: 'text', meaning: 'Chinese' },
} satisfies Fields<Bilingual>;

/** The kinds of values in the order of the guide: how each is printed as a whole, and whose fields it has, too. */
export const kindFields = {
  park: { print: '', fields: parkFields },
  compared: { print: '', fields: comparedFields },
  figure: { print: '', fields: figureFields },
  claim: { print: '{{value …}}', fields: claimFields, oneAlways: ['quantity', 'text'] },
  equivalent: { print: '', fields: equivalentFields },
  rate: { print: '', fields: rateFields },
  decision: { print: '', fields: decisionFields },
  words: { print: '{{text …}}', fields: wordsFields },
  quantity: { print: '{{quantity …}}', fields: quantityFields },
  date: { print: '{{date …}}', fields: dateFields },
  source: { print: '{{ref …}}', fields: sourceFields },
  group: { print: '', fields: groupFields },
  item: { print: '', fields: itemFields },
  enterprise: { print: '', like: 'item', fields: enterpriseFields },
  facility: { print: '', like: 'item', fields: facilityFields },
  way: { print: '', like: 'item', fields: wayFields },
  project: { print: '', like: 'item', fields: projectFields },
  honour: { print: '', like: 'item', fields: honourFields },
  event: { print: '', fields: eventFields, together: ['figure', 'claim'] },
  contact: { print: '', fields: contactFields },
  point: { print: '', fields: pointFields },
  note: { print: '', fields: noteFields, together: ['rule', 'waiver'] },
  waiver: { print: '', fields: waiverFields },
  check: { print: '', fields: checkFields },
  value: { print: '', fields: valueFields },
} satisfies Readonly<Record<KindName, Kind>>;
