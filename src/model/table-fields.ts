/** What the rows of all tables share: their type, the language they speak, units and dates as fields. */
import type { AsOf, Bilingual, Publication, Quantity } from './publication.ts';
import { units } from './units.ts';

/** One row; `null` is an empty cell. */
export type Row = Readonly<Record<string, string | null>>;

export interface Say {
  <T extends Bilingual | null>(text: T): T extends null ? null : string;
  readonly other: (text: Bilingual) => string;
}

/** Picks the language of the publication; `other` picks the other one. */
export function sayIn(lang: Publication['lang']): Say {
  const say = (text: Bilingual | null) => text?.[lang] ?? null;
  return Object.assign(say as Say, { other: (text: Bilingual) => text[lang === 'en' ? 'zh' : 'en'] });
}

export function asOfFields({ text, earliest, latest }: AsOf): Row {
  return { as_of: text, as_of_earliest: earliest, as_of_latest: latest };
}

/** The name of a unit in the language of the rows; plain counts have none. */
export function unitLabel({ unit }: Quantity, say: Say): string | null {
  const label = units[unit]?.label;
  return (label && say(label)) || null;
}
