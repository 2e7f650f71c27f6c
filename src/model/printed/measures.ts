/** Units and currencies as sources print them, beside a number. */
import { units } from '../units.ts';
import type { Page } from './reading.ts';

/** What a word behind a number names: a unit of the table, a currency, or a unit the table does not have. */
export type Measure =
  | { readonly kind: 'unit'; readonly key: string; readonly end: number }
  | { readonly kind: 'currency'; readonly code: string; readonly end: number }
  | { readonly kind: 'unknown'; readonly name: string; readonly end: number };

/** Spellings of sources beyond those that data may use. */
const spellings: Readonly<Record<string, string>> = {
  m2: 'square metre|square metres|square meter|square meters|sq metres|sq meters|sq. m|sqm',
  km2: 'square kilometre|square kilometer|sq kilometres|sq kilometers|square km|sq. km|sqkm',
  ha: 'Ha|HA',
  m: 'meter|meters',
  km: 'kilometer|kms|KM|Km',
  s: 'second',
  min: 'mins',
  h: 'hr|hrs|个小时',
  d: 'day',
  a: 'year',
  V: 'volt|volts',
  kV: 'KV|kv',
  kW: 'kilowatt|kilowatts|KW',
  kg: 'kilogram|kilograms',
  t: 'ton|metric tons|metric tonnes',
  m3: 'cubic metre|cubic meter|cubic meters',
  m3_per_d: 'cubic metres per day|cubic meters per day|立方米/天',
  t_per_d: 'tonnes per day|tons per day|吨/天',
  t_per_h: 'tonnes per hour|tons per hour',
  t_per_a: 'tonnes per year|tons per year',
  percent: 'pct',
  people: 'person',
};

const currencySpellings: Readonly<Record<string, string>> = {
  CNY: 'Chinese yuan|renminbi|人民币元',
  USD: 'US dollar|U.S. dollars|U.S. dollar|dollar|美金|US$',
  JPY: 'Japanese yen|日圆',
  GBP: 'pounds sterling',
  HKD: 'Hong Kong dollars|港币',
  AUD: 'AUD|Australian dollars|澳元',
  CAD: 'CAD|Canadian dollars|加元',
  CHF: 'CHF|Swiss francs|瑞士法郎',
  IDR: 'IDR|rupiah|印尼盾',
  INR: 'INR|rupees|rupee|印度卢比',
  KRW: 'KRW|won|韩元',
  MYR: 'MYR|ringgit|林吉特',
  RUB: 'RUB|roubles|rubles|卢布',
  SGD: 'SGD|Singapore dollars|新元',
  THB: 'THB|baht|泰铢',
  TWD: 'TWD|NT$|新台币',
  VND: 'VND|dong|越南盾',
};

const unknownNames =
  'acre|acres|英亩|rai|mile|miles|英里|foot|feet|sq ft|square feet|square mile|square miles|sq mi|' +
  'kWh|MWh|GWh|GW|千瓦时|吉瓦|times|倍|' +
  'week|weeks|周|month|months|个月';

interface Spelling {
  readonly name: string;
  /** Short symbols mind their case (m, M), words do not. */
  readonly mindsCase: boolean;
  readonly measure: (end: number) => Measure;
}

/** Spellings by their first character in lower case, longest first. */
const byFirst = index();

function index(): ReadonlyMap<string, readonly Spelling[]> {
  const all: Spelling[] = [];
  const add = (names: readonly string[], measure: Spelling['measure']) => {
    for (const name of names) {
      const mindsCase = name.length <= 3;
      all.push({ name: mindsCase ? name : name.toLowerCase(), mindsCase, measure });
    }
  };
  for (const [key, { dimension, names }] of Object.entries(units)) {
    // "a" is the article far more often than the year.
    const own = names.filter((name) => name !== '' && name !== 'a');
    if (dimension === 'money') add(own, (end) => ({ kind: 'currency', code: key, end }));
    else add([...own, ...split(spellings[key])], (end) => ({ kind: 'unit', key, end }));
  }
  for (const [code, names] of Object.entries(currencySpellings))
    add(split(names), (end) => ({ kind: 'currency', code, end }));
  for (const name of split(unknownNames)) add([name], (end) => ({ kind: 'unknown', name, end }));
  const found = new Map<string, Spelling[]>();
  for (const spelling of all.sort((a, b) => b.name.length - a.name.length)) {
    const first = spelling.name.charAt(0).toLowerCase();
    found.set(first, [...(found.get(first) ?? []), spelling]);
  }
  return found;
}

function split(names: string | undefined): readonly string[] {
  return names?.split('|') ?? [];
}

/**
 * The longest unit or currency that begins at an offset, or after one space or hyphen ("20-minutes").
 * A unit followed by `/` or "per" and no known whole is unknown: yuan/mu is no money.
 */
export function measureAt(page: Page, at: number): Measure | undefined {
  const from = /[\s-]/.test(page.text.charAt(at)) ? at + 1 : at;
  for (const { name, mindsCase, measure } of byFirst.get(page.lower.charAt(from)) ?? []) {
    if (!(mindsCase ? page.text : page.lower).startsWith(name, from)) continue;
    const end = from + name.length;
    if (/[A-Za-z0-9]$/.test(name) && /[A-Za-z0-9²³]/.test(page.text.charAt(end))) continue;
    const quotient =
      /^(?:\s?\/\s?\p{L}|\s(?:per|a|each)\s(?=mu|square|sq|hectare|km|person|tonne|ton|capita))[\p{L}\d²³]*/u.exec(
        page.text.slice(end, end + 24),
      );
    if (!quotient) return measure(end);
    const unknownEnd = end + quotient[0].length;
    return { kind: 'unknown', name: page.text.slice(from, unknownEnd), end: unknownEnd };
  }
  return undefined;
}

const signs: Readonly<Record<string, string>> = {
  US$: 'USD',
  HK$: 'HKD',
  NT$: 'TWD',
  $: 'USD',
  '¥': 'CNY',
  '€': 'EUR',
  '£': 'GBP',
  RMB: 'CNY',
  人民币: 'CNY',
  美元: 'USD',
};
const codes = [...Object.keys(currencySpellings), 'EUR'];
const before = new RegExp(
  `(?:(?<![A-Za-z])(${[...codes, 'RMB', 'US\\$', 'HK\\$', 'NT\\$'].join('|')})|([$¥€£]|人民币|美元))\\s?$`,
  'u',
);
const codeAtStart = new RegExp(`(?:${[...codes, 'RMB'].join('|')})(?=\\d)`, 'y');

/** The currency that stands before a number, as "USD 13.5" or "$487". A bare $ is the US dollar, a bare ¥ the yuan. */
export function currencyBefore(page: Page, at: number): { code: string; start: number } | undefined {
  const window = page.text.slice(Math.max(0, at - 5), at);
  const found = before.exec(window);
  const name = found?.[1] ?? found?.[2];
  return found && name !== undefined
    ? { code: signs[name] ?? name, start: at - window.length + found.index }
    : undefined;
}

/** The end of a currency code glued to digits at an offset (`CNY67`). */
export function gluedCodeEnd(page: Page, at: number): number | undefined {
  codeAtStart.lastIndex = at;
  return codeAtStart.test(page.text) ? codeAtStart.lastIndex : undefined;
}
