/** Every field of the data that templates see, with its kind and its meaning. */
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
  Publication,
  Quantity,
  TimelineEvent,
} from '../model/publication.ts';
import type { Fields, KindDoc, KindName } from './field-docs.ts';

/** Fields that a kind of item has besides those of every item. */
type Besides<T extends Entry> = Omit<T, keyof Entry>;

export const publicationFields = {
  lang: { oneOf: { en: true, zh: true }, meaning: 'language of this edition' },
  edition: {
    kind: 'parts',
    meaning: 'the edition',
    parts: {
      name: { kind: 'text', meaning: 'its name' },
      date: { kind: 'text', meaning: 'its day, 2017-12-11' },
    },
  },
  park: { kind: 'park', meaning: 'the park' },
  figures: {
    kind: 'figures by id',
    meaning:
      'every metric of `data/metrics.yaml`; null where the park has no such figure: `{{#if figures.area_built}}…{{/if}}`',
  },
  groups: { kind: 'list of groups', meaning: 'figures by group; groups without figures are left out' },
  groups_by_id: {
    kind: 'groups by id',
    meaning: 'all groups, also empty ones: `{{#each groups_by_id.land.figures}}`',
  },
  glance: { kind: 'list of figures', meaning: 'the tiles the park file asks for, in its order' },
  cover: { kind: 'list of figures', meaning: 'the figures of the cover, at most four' },
  notes: { kind: 'list of notes', meaning: 'notes on figures that contradict each other' },
  sources: { kind: 'list of sources', meaning: 'all sources that are cited, in the order of their numbers' },
  checks: { kind: 'list of checks', meaning: 'what the consistency checks said' },
  span: {
    kind: 'parts',
    meaning: 'the time that the facts hold for',
    parts: {
      from: { kind: 'date', meaning: 'the earliest' },
      to: { kind: 'date', meaning: 'the latest' },
    },
  },
} satisfies Fields<Publication>;

const parkFields = {
  id: { kind: 'text', meaning: 'name of its file' },
  name: { kind: 'words', meaning: 'full name' },
  short: { kind: 'words', meaning: 'short name' },
  aliases: { kind: 'list of words', meaning: 'other names' },
  tagline: { kind: 'words', meaning: 'one line for the cover' },
  lead: { kind: 'words', meaning: 'first paragraph' },
  situation: { kind: 'words', meaning: 'paragraph on where it lies' },
  place: {
    kind: 'parts',
    meaning: 'where it is',
    parts: {
      country: { kind: 'words', meaning: '' },
      province: { kind: 'words', meaning: '' },
      city: { kind: 'words', meaning: '' },
      district: { kind: 'words or null', meaning: '' },
    },
  },
  page: {
    kind: 'parts or null',
    meaning: 'its page on the web',
    parts: {
      url: { kind: 'text', meaning: 'address' },
      source: { kind: 'source', meaning: 'the page as a source' },
    },
  },
  industries: { kind: 'list of items', meaning: 'leading industries' },
  base: { kind: 'list of items', meaning: 'what the park is a base for' },
  enterprises: { kind: 'list of enterprises', meaning: 'enterprises named by the sources' },
  sub_parks: { kind: 'list of items', meaning: 'parks within the park' },
  infrastructure: { kind: 'list of facilities', meaning: 'facilities' },
  access: { kind: 'list of ways', meaning: 'how to get there' },
  projects: { kind: 'list of projects', meaning: 'projects with a name' },
  honours: { kind: 'list of honours', meaning: 'titles awarded' },
  honour_bodies: { kind: 'list of items', meaning: 'bodies named with the titles' },
  timeline: { kind: 'list of events', meaning: 'what happened when, in the order of the park file' },
  contacts: { kind: 'list of contacts', meaning: 'telephone, web, address' },
} satisfies Fields<Park>;

const figureFields = {
  id: { kind: 'text', meaning: 'the metric: `area_built`' },
  label: { kind: 'words', meaning: 'its name' },
  group: { kind: 'text', meaning: 'id of its group' },
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
  definition: { kind: 'words or null', meaning: 'what exactly is measured' },
  basis: { kind: 'words or null', meaning: 'on which basis: built, approved …' },
  claims: { kind: 'list of claims', meaning: 'every published value, newest first' },
  main: { kind: 'claim', meaning: 'the one to print when there is room for one' },
  notes: { kind: 'list of numbers', meaning: 'numbers of its notes, for `{{notes notes}}`' },
} satisfies Fields<Figure>;

const claimFields = {
  id: { kind: 'text', meaning: 'its name among the claims' },
  quantity: { kind: 'quantity or null', meaning: 'null for years, dates, codes, telephone numbers' },
  text: { kind: 'text or null', meaning: 'the value of those' },
  date: { kind: 'date or null', meaning: 'the same as a date, for years and dates' },
  verbatim: { kind: 'text or null', meaning: 'the number as the source printed it' },
  as_of: { kind: 'date', meaning: 'when it held' },
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
  statusLabel: { kind: 'words', meaning: 'the status to print' },
  source: { kind: 'source', meaning: 'who said so' },
  population: { kind: 'words or null', meaning: 'what was counted' },
  note: { kind: 'words or null', meaning: 'a remark' },
} satisfies Fields<Claim>;

const quantityFields = {
  value: { kind: 'text', meaning: 'exact plain number: `79140000000`' },
  unit: { kind: 'text', meaning: 'unit: `km2`, `CNY` …' },
  digit: { kind: 'number', meaning: 'exponent of the last stated digit' },
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
  text: { kind: 'text', meaning: 'as it was written' },
  earliest: { kind: 'text or null', meaning: 'first day it can mean' },
  latest: { kind: 'text or null', meaning: 'last day it can mean' },
} satisfies Fields<AsOf>;

const sourceFields = {
  id: { kind: 'text', meaning: 'its key in `data/sources.yaml`' },
  number: { kind: 'number', meaning: 'its number in this publication, from 1' },
  title: { kind: 'words', meaning: 'title of the page' },
  publisher: { kind: 'words', meaning: 'who published it' },
  published: { kind: 'date', meaning: 'when' },
  address: { kind: 'text', meaning: 'where: an address on the web' },
  note: { kind: 'words or null', meaning: 'what else identifies it' },
} satisfies Fields<CitedSource>;

const itemFields = {
  name: { kind: 'words', meaning: 'its name' },
  note: { kind: 'words or null', meaning: 'a remark' },
  source: { kind: 'source', meaning: 'who said so' },
  as_of: { kind: 'date or null', meaning: 'when it held' },
} satisfies Fields<Entry>;

const enterpriseFields = {
  flagship: { kind: 'true or false', meaning: 'named as a leading one' },
} satisfies Fields<Besides<Enterprise>>;

const facilityFields = {
  status: { kind: 'words', meaning: 'built, planned …' },
  capacity: { kind: 'quantity or null', meaning: 'how much it can do' },
} satisfies Fields<Besides<InfrastructureItem>>;

const wayFields = {
  kind: {
    meaning: 'what it leads to',
    oneOf: { city: true, rail: true, air: true, road: true, container: true, port: true, region: true },
  },
  kindLabel: { kind: 'words', meaning: 'the kind to print' },
  mode: { kind: 'words or null', meaning: 'by what means' },
  distance: { kind: 'quantity or null', meaning: '' },
  time: { kind: 'quantity or null', meaning: 'travel time' },
  words: { kind: 'words or null', meaning: 'in place of a distance: “near”, “along”' },
  verbatim: { kind: 'text or null', meaning: 'as the source printed it' },
} satisfies Fields<Besides<AccessItem>>;

const projectFields = {
  investor: { kind: 'words or null', meaning: '' },
  investment: { kind: 'quantity or null', meaning: '' },
  stage: { kind: 'words or null', meaning: '' },
} satisfies Fields<Besides<Project>>;

const honourFields = {
  body: { kind: 'words or null', meaning: 'who awarded it' },
} satisfies Fields<Besides<Honour>>;

const groupFields = {
  id: { kind: 'text', meaning: 'its key in `data/metrics.yaml`' },
  label: { kind: 'words', meaning: 'its name' },
  figures: { kind: 'list of figures', meaning: 'its figures' },
} satisfies Fields<FigureGroup>;

const eventFields = {
  date: { kind: 'date', meaning: 'when' },
  text: { kind: 'words', meaning: 'what' },
  figure: { kind: 'figure or null', meaning: 'the figure it reports' },
  claim: { kind: 'claim or null', meaning: 'the claim it reports' },
  source: { kind: 'source', meaning: 'who said so' },
  notes: { kind: 'list of numbers', meaning: 'numbers of its notes' },
} satisfies Fields<TimelineEvent>;

const contactFields = {
  kind: { meaning: '', oneOf: { phone: true, email: true, web: true, address: true } },
  label: { kind: 'words', meaning: 'the kind to print' },
  value: { kind: 'text', meaning: 'number or address' },
  source: { kind: 'source', meaning: 'who said so' },
  as_of: { kind: 'date', meaning: 'when it held' },
} satisfies Fields<Contact>;

const noteFields = {
  number: { kind: 'number', meaning: 'from 1; `{{letter number}}` prints a, b …' },
  id: { kind: 'text', meaning: 'its key in the park file' },
  title: { kind: 'words', meaning: '' },
  text: { kind: 'words', meaning: '' },
  figures: { kind: 'list of figures', meaning: 'the figures it is about' },
  rule: { kind: 'text or null', meaning: 'the check that found it' },
} satisfies Fields<ConflictNote>;

const checkFields = {
  rule: { kind: 'text', meaning: 'id of the check' },
  title: { kind: 'words', meaning: 'what it looks at' },
  severity: { meaning: '', oneOf: { error: true, warning: true, info: true } },
  outcome: { meaning: '', oneOf: { pass: true, finding: true, acknowledged: true, 'not-applicable': true } },
  message: { kind: 'words', meaning: 'what it says' },
  figures: { kind: 'list of texts', meaning: 'ids of the figures it is about' },
} satisfies Fields<CheckResult>;

const wordsFields = {
  en: { kind: 'text', meaning: 'English' },
  zh: { kind: 'text', meaning: 'Chinese' },
} satisfies Fields<Bilingual>;

/** The kinds of values in the order of the guide: how each is printed as a whole, and whose fields it has, too. */
export const kindFields = {
  park: { print: '', fields: parkFields },
  figure: { print: '', fields: figureFields },
  claim: { print: '{{value …}}', fields: claimFields },
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
  event: { print: '', fields: eventFields },
  contact: { print: '', fields: contactFields },
  note: { print: '', fields: noteFields },
  check: { print: '', fields: checkFields },
} satisfies Readonly<Record<KindName, KindDoc>>;
