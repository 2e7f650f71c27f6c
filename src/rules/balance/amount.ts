/** How suggestions write amounts and intervals: “67.5 billion CNY”, 675亿元. */
import { compareRatios, decimal, divide, plainText, ratio, roundRatio, scale } from '../../model/decimal.ts';
import type { Bilingual, Quantity } from '../../model/publication.ts';
import { units } from '../../model/units.ts';
import { type Interval, isEmpty, type Limit, middle, scaled, wholeNumbers } from '../interval.ts';
import { grouped } from '../words.ts';
import { factorOf } from './term.ts';

const numberWords = {
  en: [
    [9, ' billion'],
    [6, ' million'],
  ],
  zh: [
    [8, '亿'],
    [4, '万'],
  ],
} as const;

/** An amount in a unit, with the number words that fit its size. */
export function amountWords(value: string, unit: string): Bilingual {
  const { label } = units[unit]!;
  const en = `${shortened(value, numberWords.en)}${label.en === '%' ? '' : ' '}${label.en}`;
  return { en: en.trim(), zh: `${shortened(value, numberWords.zh)}${label.zh}` };
}

function shortened(value: string, words: readonly (readonly [number, string])[]): string {
  const size = decimal(value).abs();
  const [exponent, word] = words.find(([power]) => size.gte(scale(decimal(1), power))) ?? [0, ''];
  return `${grouped(plainText(scale(decimal(value), -exponent)))}${word}`;
}

/**
 * What an amount would have to be: “at most 67.5 billion CNY”. Limits that no short decimal writes are rounded
 * towards the inside of the interval; where nothing short lies inside, “about” is as near as printed digits come.
 */
export function intervalWords(
  interval: Interval,
  { unit, digit }: Pick<Quantity, 'unit' | 'digit'>,
): Bilingual {
  const inUnit = scaled(interval, divide(ratio('1'), factorOf({ unit })));
  const places = 2 - digit;
  const rounded = [places, places + 2, places + 4]
    .map((each) => roundedWithin(inUnit, each))
    .find((each) => !isEmpty(each));
  if (!rounded) return aboutWords(inUnit, unit, places);
  const { least, most } = rounded;
  const words = ({ value }: Limit) => amountWords(plainText(value.numerator), unit);
  if (least && most && compareRatios(least.value, most.value) === 0) return words(least);
  if (most && (!least || isZero(least)))
    return most.isOpen ? prefixed(prefixes.below, words(most)) : prefixed(prefixes.atMost, words(most));
  if (least && !most) return prefixed(least.isOpen ? prefixes.above : prefixes.atLeast, words(least));
  if (!least || !most) return { en: 'any amount', zh: '任意数值' };
  const [from, to] = [words(least), words(most)];
  return { en: `between ${from.en} and ${to.en}`, zh: `${from.zh}至${to.zh}之间` };
}

const prefixes = {
  atMost: { en: 'at most', zh: '不超过' },
  below: { en: 'less than', zh: '少于' },
  atLeast: { en: 'at least', zh: '不少于' },
  above: { en: 'more than', zh: '多于' },
  about: { en: 'about', zh: '约' },
} as const satisfies Readonly<Record<string, Bilingual>>;

function prefixed(prefix: Bilingual, words: Bilingual): Bilingual {
  return { en: `${prefix.en} ${words.en}`, zh: `${prefix.zh}${words.zh}` };
}

function isZero({ value, isOpen }: Limit): boolean {
  return value.numerator.eq(0) && !isOpen;
}

function aboutWords({ least, most }: Interval, unit: string, places: number): Bilingual {
  const near = least && most ? middle(least.value, most.value) : (least ?? most)!.value;
  return prefixed(prefixes.about, amountWords(roundRatio(near, places), unit));
}

/** Limits of as many decimal places: those that have no more stay as they are, others move inwards. */
function roundedWithin(interval: Interval, places: number): Interval {
  const unit = ratio(scale(decimal(1), -places));
  const inside = scaled(wholeNumbers(scaled(interval, divide(ratio('1'), unit))), unit);
  const limit = (own: Limit | undefined, moved: Limit | undefined): Limit | undefined => {
    if (!own) return undefined;
    const short = ratio(roundRatio(own.value, places));
    return compareRatios(short, own.value) === 0 ? { ...own, value: short } : moved;
  };
  return { least: limit(interval.least, inside.least), most: limit(interval.most, inside.most) };
}
