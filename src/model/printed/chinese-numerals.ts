/** Chinese numerals: 七, 二十, 一百六十六, 两千, 一点二亿, 二〇一七. */
import { type Decimal, decimal, scale } from '../decimal.ts';

export interface HanNumeral {
  /** Undefined where the characters are no well-formed number: 一百五 leaves its place open. */
  readonly value: Decimal | undefined;
  readonly digit: number;
  readonly end: number;
  /** True when 万 or 亿 is already among the numerals. */
  readonly isScaled: boolean;
}

const digits = '〇一二三四五六七八九';
const digitOf = (character: string): number =>
  character === '零' ? 0 : character === '两' ? 2 : digits.indexOf(character);
const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3 };
const scales: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/** Numbers of a park have fewer. */
const mostCharacters = 24;

const runPattern = /[〇零一二两三四五六七八九十][〇零一二两三四五六七八九十百千万亿]*/y;
const pointPattern = /点([〇零一二三四五六七八九]{1,12})/y;

/** Whether a numeral can begin with this character. */
export function beginsHanNumeral(character: string): boolean {
  return character === '十' || (character !== '' && digitOf(character) >= 0);
}

/** The numeral that begins at an offset. */
export function hanNumeralAt(text: string, at: number): HanNumeral | undefined {
  runPattern.lastIndex = at;
  const written = runPattern.exec(text)?.[0];
  if (written === undefined) return undefined;
  const end = at + written.length;
  if (written.length > mostCharacters) return { value: undefined, digit: 0, end, isScaled: false };
  pointPattern.lastIndex = end;
  const [point, decimals] = pointPattern.exec(text) ?? [];
  if (point !== undefined && decimals !== undefined) {
    const whole = read(written).value;
    const value = whole?.plus(scale(decimal(positional(decimals)), -decimals.length));
    return { value, digit: -decimals.length, end: end + point.length, isScaled: false };
  }
  return { ...read(written), end };
}

function read(written: string): Omit<HanNumeral, 'end'> {
  const isPositional = written.length > 1 && [...written].every((character) => digitOf(character) >= 0);
  if (isPositional) return { value: decimal(positional(written)), digit: 0, isScaled: false };
  const sum = total(written);
  const [lastScale] = /[万亿]+$/u.exec(written) ?? [];
  const exponent = [...(lastScale ?? '')].reduce((all, character) => all + scales[character]!, 0);
  return { value: sum, digit: exponent, isScaled: /[万亿]/u.test(written) };
}

function positional(written: string): string {
  return [...written].map(digitOf).join('');
}

/** 亿 and 万 each multiply what precedes them (万亿 multiplies by both); undefined when ill-formed. */
function total(written: string): Decimal | undefined {
  let sum = decimal(0);
  let room = 99;
  for (const [piece = '', section = '', scaleWord = ''] of written.matchAll(/([^万亿]*)(万?亿|万|$)/gu)) {
    if (piece === '') continue;
    const exponent = [...scaleWord].reduce((all, character) => all + scales[character]!, 0);
    const amount = sectionValue(section, sum.gt(0));
    if (amount === undefined || exponent >= room) return undefined;
    sum = sum.plus(scale(decimal(amount), exponent));
    room = exponent;
  }
  return sum;
}

/** A number below ten thousand. A digit at the end must be that of the ones: behind 十, or behind 零. */
function sectionValue(section: string, isFollowing: boolean): number | undefined {
  let sum = 0;
  let pending: number | undefined;
  let room = 4;
  let mayEnd = !isFollowing;
  for (const character of section) {
    const power = powers[character];
    if (power === undefined) {
      const digit = digitOf(character);
      if (digit === 0) mayEnd = true;
      else if (pending !== undefined) return undefined;
      else pending = digit;
      continue;
    }
    if (power >= room || (pending === undefined && power !== 1)) return undefined;
    sum += (pending ?? 1) * 10 ** power;
    pending = undefined;
    room = power;
    mayEnd = power === 1;
  }
  if (section === '' || (pending !== undefined && !mayEnd)) return undefined;
  return sum + (pending ?? 0);
}
