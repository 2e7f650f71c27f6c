/** How findings speak of claims: in the source's words where they are known. */
import { decimal, type Ratio, roundRatio } from '../model/decimal.ts';
import type { AsOf, Bilingual, Claim, Figure, Quantity } from '../model/publication.ts';
import { units } from '../model/units.ts';

/** “67 billion yuan”, or the value with its unit when the source's words were not recorded. */
export function printed(claim: Claim): Bilingual {
  const { quantity, text } = claim;
  if (claim.verbatim !== null) return { en: `“${claim.verbatim}”`, zh: `“${claim.verbatim}”` };
  if (!quantity) return { en: text ?? '', zh: text ?? '' };
  return amountWords(quantity);
}

/** Digits in groups of three, as both languages read them. */
export function grouped(value: string): string {
  const [whole = '', decimals] = value.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

/** Label and printed value of a figure's main claim. */
export function said(figure: Figure, claim: Claim = figure.main): Bilingual {
  const value = printed(claim);
  return { en: `${figure.label.en} (${value.en})`, zh: `${figure.label.zh}（${value.zh}）` };
}

/** Longer lists are cut, as messages are read and not searched. */
const mostListed = 8;

/** “a, b and c”; of a long list its beginning and how many more there are. */
export function listed(items: readonly Bilingual[]): Bilingual {
  const more = items.length - mostListed;
  const shown =
    more > 0 ? [...items.slice(0, mostListed), { en: `${more} more`, zh: `其他${more}项` }] : items;
  const en = shown.map((item) => item.en);
  const last = en.at(-1) ?? '';
  return {
    en: en.length > 1 ? `${en.slice(0, -1).join(', ')} and ${last}` : last,
    zh: shown.map((item) => item.zh).join('、'),
  };
}

/** “6.62” of a fraction, rounded for messages only. */
export function decimalText(value: Ratio, places: number): string {
  return grouped(decimal(roundRatio(value, places)).toFixed(places));
}

/** “+28.2” or “−7.0”: a change, rounded for messages only. */
export function signed(value: Ratio, places = 1): string {
  const text = decimalText(value, places);
  return text.startsWith('-') ? text.replace('-', '−') : `+${text}`;
}

/** An amount with its unit, as both languages read it: “13.5 km”, “13.5公里”. */
export function amountWords({ value, unit }: Pick<Quantity, 'value' | 'unit'>): Bilingual {
  const { en, zh } = units[unit]!.label;
  return { en: `${grouped(value)} ${en}`.trim(), zh: `${grouped(value)}${zh}` };
}

/** An amount as waivers repeat it: `13.5 km`. */
export function asWritten({ value, unit }: Quantity): string {
  return `${value} ${unit}`;
}

/** A date in the words of the file for English, and as Chinese prints it: 2007年上半年, 2017年12月11日. */
export function dateWords({ precision, text, earliest, latest }: AsOf): Bilingual {
  if (precision === 'unknown') return { en: `“${text}”`, zh: `“${text}”` };
  const [from, to] = [earliest ?? '', latest ?? ''];
  if (precision === 'interval') return { en: text, zh: chineseInterval(from, to) };
  if (precision === 'half-year')
    return { en: text, zh: `${from.slice(0, 4)}年${from.slice(5) === '01-01' ? '上' : '下'}半年` };
  const kept = { day: 10, month: 7, year: 4 }[precision];
  return { en: text, zh: chineseDay(from.slice(0, kept)) };
}

function chineseInterval(from: string, to: string): string {
  const isOfYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  return isOfYears ? `${from.slice(0, 4)}—${to.slice(0, 4)}年` : `${chineseDay(from)}至${chineseDay(to)}`;
}

function chineseDay(day: string): string {
  return day
    .split('-')
    .map((part, index) => `${Number(part)}${'年月日'[index]}`)
    .join('');
}
