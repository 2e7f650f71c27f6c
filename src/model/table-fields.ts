/** What the rows of all tables share: their type, the language they speak, units and dates as fields. */
import type { AccessItem, AsOf, Bilingual, CitedSource, Equivalent, Lang, Quantity } from './publication.ts';
import { units } from './units.ts';

/** One row; `null` is an empty cell. */
export type Row = Readonly<Record<string, string | null>>;

export interface Say {
  <T extends Bilingual | null>(text: T): T extends null ? null : string;
  readonly other: (text: Bilingual) => string;
  readonly lang: Lang;
}

/** Picks the language of the publication; `other` picks the other one. */
export function sayIn(lang: Lang): Say {
  const say = (text: Bilingual | null) => text?.[lang] ?? null;
  const other = (text: Bilingual) => text[lang === 'en' ? 'zh' : 'en'];
  return Object.assign(say as Say, { other, lang });
}

export function asOfFields({ text, earliest, latest }: AsOf): Row {
  return { as_of: text, as_of_earliest: earliest, as_of_latest: latest };
}

export function sourceRow(source: CitedSource, say: Say): Row {
  return {
    number: String(source.number),
    id: source.id,
    title: say(source.title),
    publisher: say(source.publisher),
    published: source.published.text,
    address: source.address,
    note: say(source.note),
  };
}

/** The name of a unit in the language of the rows; plain counts have none. */
export function unitLabel({ unit }: Quantity, say: Say): string | null {
  const label = units[unit]?.label;
  return (label && say(label)) || null;
}

/** An amount in full for a cell of text: `11,800,000,000 USD`. */
export function amountWords(quantity: Quantity, say: Say): string {
  const [whole = '', fraction] = quantity.value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const unit = unitLabel(quantity, say);
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`}${unit ? ` ${unit}` : ''}`;
}

/** The same amount in another unit, with the rate it was converted at where the source does not print it. */
export function equivalentWords({ quantity, rate }: Equivalent, say: Say): string {
  const words = amountWords(quantity, say);
  return rate ? `${words} (${rate.value}, ${rate.date.text}, ${rate.source.id})` : words;
}

const alongLabels = {
  road: { en: 'by road', zh: '公路里程' },
  line: { en: 'in a straight line', zh: '直线距离' },
} as const satisfies Readonly<Record<NonNullable<AccessItem['along']>, Bilingual>>;

/** What a distance is measured along; null where the source does not say. */
export function alongLabel({ along }: AccessItem, say: Say): string | null {
  return along === null ? null : say(alongLabels[along]);
}

/** Several texts in one cell. */
export function join(texts: readonly (string | null)[], lang: Lang): string {
  return texts.filter((text) => text !== null).join(lang === 'en' ? '; ' : '；');
}
