/** Makes full-width digits, letters and signs plain; every character stays where it is. */
import type { Page } from './reading.ts';

const fullWidth = /[０-９Ａ-Ｚａ-ｚ．％＋－＄／]/gu;
/** A full-width comma groups digits only between full-width digits; elsewhere it parts clauses. */
const groupingComma = /(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/gu;
const offset = 0xfee0;

/** The page of a text. */
export function pageOf(text: string): Page {
  const plain = text
    .replace(groupingComma, ',')
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - offset))
    .replaceAll('￥', '¥');
  // Lower case by ASCII only: other letters may change their length.
  return { text: plain, lower: plain.replace(/[A-Z]+/g, (word) => word.toLowerCase()) };
}
