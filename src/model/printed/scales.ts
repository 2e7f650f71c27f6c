/** Scale words behind a number: billion, 亿, lakh. */
import { matchAt, type Page } from './reading.ts';

export interface Scale {
  readonly word: string;
  readonly exponent: number;
  readonly end: number;
}

const english: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  lakh: 5,
  lakhs: 5,
  m: 6,
  mn: 6,
  mln: 6,
  million: 6,
  crore: 7,
  crores: 7,
  bn: 9,
  billion: 9,
  tn: 12,
  trillion: 12,
};
const multiples: Readonly<Record<string, number>> = { ten: 1, hundred: 2, lakh: 5 };

const chinese: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

const englishScale =
  /[\s-]?(?:(ten|hundred|lakh)[\s-])?(thousand|lakhs?|mln|mn|million|crores?|bn|billion|tn|trillion|k|m)(?![a-z0-9²³])/y;
const chineseScale = /\s?([十百千]?万亿|[十百千]?[万亿]|[百千])/y;

/**
 * The scale word at an offset, if there is one. "m" is a million only where money is meant, else it is the metre.
 */
export function scaleAt(page: Page, at: number, isMoney: boolean): Scale | undefined {
  const [written, multiple, word] = matchAt(englishScale, page.lower, at) ?? [];
  if (written !== undefined && word !== undefined && (word !== 'm' || isMoney)) {
    const exponent = english[word]! + (multiple === undefined ? 0 : multiples[multiple]!);
    return { word: page.text.slice(at, at + written.length).trim(), exponent, end: at + written.length };
  }
  const [han, characters] = matchAt(chineseScale, page.text, at) ?? [];
  if (han === undefined || characters === undefined) return undefined;
  const exponent = [...characters].reduce((sum, character) => sum + chinese[character]!, 0);
  return { word: characters, exponent, end: at + han.length };
}
