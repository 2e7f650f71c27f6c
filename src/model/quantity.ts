/** Quantities as people write them, `79.14 billion CNY`, read exactly. */
import { nearest } from '../diagnostics/nearest.ts';
import type { Fault, Parsed } from './codes.ts';
import {
  compareRatios,
  type Decimal,
  decimal,
  divide,
  multiply,
  plainText,
  type Ratio,
  ratio,
  scale,
} from './decimal.ts';
import type { Quantity } from './publication.ts';
import {
  type Dimension,
  dimensionWords,
  type Unit,
  unitExamples,
  unitKey,
  unitNames,
  units,
} from './units.ts';

/** Number words and their powers of ten, longest first. */
const multipliers: readonly (readonly [string, number])[] = [
  ['thousand', 3],
  ['trillion', 12],
  ['million', 6],
  ['billion', 9],
  ['万亿', 12],
  ['百万', 6],
  ['千万', 7],
  ['千亿', 11],
  ['百亿', 10],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
  ['k', 3],
];

/** Longer numbers are not figures of a park, and exact arithmetic on them would be slow. */
const mostDigits = 30;
const mostLetters = 120;

/**
 * `<decimal> [multiplier] <unit>`. Without `dimension` any unit will do (but one is needed).
 * `digit` is read from what is printed: `79.14 billion` is known to 10^7.
 */
export function parseQuantity(text: string, dimension?: Dimension): Parsed<Quantity> {
  const written = text.trim();
  if (written.length > mostLetters) return { fault: notQuantity(written, dimension) };
  const number = /^([-−]?)(\d[\d,]*(?:\.\d+)?)\s*(.*)$/su.exec(written);
  const habit = habitFault(written, dimension);
  if (habit || !number) return { fault: habit ?? notQuantity(written, dimension) };
  const [, sign = '', digits = '', rest = ''] = number;
  const plain = digits.replaceAll(',', '');
  if (plain.length > mostDigits) return { fault: notQuantity(written, dimension) };
  const measured = unitOf(rest, dimension);
  if (measured.fault) return { fault: measured.fault };
  const { key, exponent } = measured.value;
  if (sign !== '' && !['money', 'share'].includes(units[key]!.dimension)) {
    return {
      fault: {
        code: 'D010',
        message: `\`${written}\` is negative`,
        help: `${sentence(dimensionWords[units[key]!.dimension].noun)} cannot be below zero.`,
      },
    };
  }
  const value = plainText(scale(decimal(sign === '' ? plain : `-${plain}`), exponent));
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { value: { value, unit: key, digit: exponent - decimals, bound: 'exact' } };
}

function unitOf(rest: string, dimension: Dimension | undefined): Parsed<{ key: string; exponent: number }> {
  const name = rest.replace(/\s+/g, ' ');
  const candidates = [{ unit: name, exponent: 0 }];
  for (const [word, exponent] of multipliers) {
    if (!name.startsWith(word)) continue;
    const unit = name.slice(word.length);
    // "k" and "million" end at a space, 万 and 亿 stand before their unit: 亿元.
    if (unit === '' || unit.startsWith(' ') || /^\p{Script=Han}/u.test(word))
      candidates.push({ unit: unit.trim(), exponent });
  }
  for (const { unit, exponent } of candidates) {
    const key = unit === '' ? bareUnit(dimension) : unitKey(unit);
    if (key === undefined) continue;
    const found = units[key]!.dimension;
    return dimension === undefined || found === dimension
      ? { value: { key, exponent } }
      : { fault: wrongDimension(unit, found, dimension) };
  }
  return { fault: unknownUnit(candidates.at(-1)!.unit, dimension) };
}

/** The unit of a number without one. */
function bareUnit(dimension: Dimension | undefined): string | undefined {
  return dimension === 'count' || dimension === 'people' ? dimension : undefined;
}

function unknownUnit(name: string, dimension: Dimension | undefined): Fault {
  const example = dimension ? dimensionWords[dimension].example : '110 kV';
  if (name === '')
    return { code: 'D011', message: 'the unit is missing', help: `Write it behind the number: ${example}.` };
  const suggestion = nearestUnit(name, dimension);
  const known = suggestion
    ? `Did you mean \`${suggestion}\`?`
    : `Units of ${dimension ? dimensionWords[dimension].noun : 'the table'}: ${unitExamples(dimension).join(', ')}.`;
  return { code: 'D011', message: `unknown unit \`${name}\``, help: known };
}

/** A unit that differs by spaces and letter case, or by a slip; or the slip is in the number word before it. */
function nearestUnit(name: string, dimension: Dimension | undefined): string | undefined {
  const names = unitNames(dimension);
  const bare = (word: string) => word.replaceAll(' ', '').toLowerCase();
  const same = names.find((known) => bare(known) === bare(name)) ?? nearest(name, names);
  if (same) return same;
  const [, word = '', unit = ''] = /^(\S+) (.+)$/.exec(name) ?? [];
  const multiplier =
    unitKey(unit) === undefined
      ? undefined
      : nearest(
          word,
          multipliers.map(([known]) => known),
        );
  return multiplier ? `${multiplier} ${unit}` : undefined;
}

function wrongDimension(name: string, found: Dimension, wanted: Dimension): Fault {
  const { noun, example } = dimensionWords[wanted];
  return {
    code: 'D012',
    message: `\`${name}\` measures ${dimensionWords[found].noun}, but ${noun} is expected`,
    help: `Write for example ${example}.`,
  };
}

function notQuantity(written: string, dimension: Dimension | undefined): Fault {
  const example = dimension ? dimensionWords[dimension].example : '110 kV';
  return {
    code: 'D010',
    message: `\`${shorten(written)}\` is not a quantity`,
    help: `Begin with digits: ${example}.`,
  };
}

/** Habits of other notations, each with what to write instead. */
function habitFault(written: string, dimension: Dimension | undefined): Fault | undefined {
  const fault = (message: string, help: string): Fault => ({ code: 'D010', message, help });
  const [number = ''] = /^\S*/.exec(written) ?? [];
  if (/[０-９．，－]/u.test(written))
    return fault(
      `\`${shorten(written)}\` has full-width digits`,
      `Write ${shorten(written.normalize('NFKC'))}.`,
    );
  if (/^\d[\d_]*_\d/.test(number))
    return fault(
      `\`${number}\`: digits are not joined by underscores (YAML 1.1 allowed it)`,
      `Write ${number.replaceAll('_', '')}.`,
    );
  if (/^\d+:\d/.test(number))
    return fault(
      `\`${number}\` is no number (YAML 1.1 read it in base 60)`,
      'Write a duration with its unit: 12.5 h, 750 min.',
    );
  if (/^[-+]?[\d.]+[eE][-+]?\d+/.test(number))
    return fault(`\`${number}\` has an exponent`, 'Write the digits, or a word: 67 billion.');
  if (/^0[xo]/i.test(number))
    return fault(`\`${number}\` is not decimal`, 'Write it with the digits 0 to 9.');
  if (/^0\d/.test(number))
    return fault(
      `\`${number}\` begins with a zero (YAML 1.1 read such numbers in base 8)`,
      `Write ${number.replace(/^0+(?=\d)/, '')}, or put a code into quotes where a text is expected.`,
    );
  const twice = twoMultipliers(written);
  if (twice)
    return fault(
      `\`${shorten(written)}\` multiplies twice: by ${twice[0]} and by ${twice[1]}`,
      'Keep the one that the source prints, and its unit behind it.',
    );
  if (
    /^\d{1,3}(\.\d{3})+,\d+/.test(number) ||
    (/^\d+,\d+/.test(number) && !/^\d{1,3}(,\d{3})+(?!\d|,)/.test(number))
  )
    return commaFault(number);
  if (/^\d+(\.\d+)?\s*[-–—~～]\s*\d/.test(written))
    return fault(
      `\`${shorten(written)}\` is a range`,
      'Write two claims, one with `bound: at-least` and one with `bound: up-to`.',
    );
  if (/^([<>~≈≥≤约]|about\b|nearly\b|more than\b|over\b|up to\b|at least\b)/iu.test(written)) {
    return fault(
      `\`${shorten(written)}\` says more than an amount`,
      'Write the amount only, and `bound: about`, `more-than`, `at-least`, `nearly` or `up-to` beside it.',
    );
  }
  if (/^[$¥￥€£]/u.test(written))
    return fault(
      `\`${shorten(written)}\` begins with a currency sign`,
      `Write the currency behind the amount: ${dimensionWords.money.example}.`,
    );
  if (written === '')
    return fault(
      'the value is empty',
      `Write for example ${dimension ? dimensionWords[dimension].example : '110 kV'}.`,
    );
  return undefined;
}

/** 1.4亿 billion, 3 million 万元: two number words of different notations, or two in a row. */
function twoMultipliers(written: string): readonly [string, string] | undefined {
  const han = /\d\s*([千百]?[万亿]亿?)/u.exec(written)?.[1];
  const words = written.match(/\b(thousand|million|billion|trillion)\b/gi) ?? [];
  const behind = /\b(?:thousand|million|billion|trillion)\s*([千百]?[万亿])/iu.exec(written)?.[1];
  const found = [...(han ? [han] : []), ...words, ...(behind ? [behind] : [])];
  return found[0] !== undefined && found[1] !== undefined ? [found[0], found[1]] : undefined;
}

function commaFault(number: string): Fault {
  const decimals = /,(\d+)$/.exec(number)?.[1];
  const isDecimalComma = number.includes('.') || (decimals !== undefined && decimals.length !== 3);
  const help = isDecimalComma
    ? `The decimal mark is a point: ${number.replaceAll('.', '').replace(/,(?=\d+$)/, '.')}.`
    : `Group by three or not at all: ${number.replaceAll(',', '')}.`;
  return { code: 'D010', message: `\`${number}\` has a comma where none can stand`, help };
}

function shorten(text: string): string {
  return text.length > 40 ? `${[...text].slice(0, 38).join('')}…` : text;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The amount in another unit, exact; undefined when the two do not convert into each other. */
export function convert(quantity: Pick<Quantity, 'value' | 'unit'>, unit: string): Ratio | undefined {
  const from = units[quantity.unit];
  const to = units[unit];
  if (!from || !to || from.family !== to.family) return undefined;
  return divide(multiply(ratio(quantity.value), factorOf(from)), factorOf(to));
}

function factorOf({ numerator, denominator }: Unit): Ratio {
  return ratio(numerator, denominator);
}

/** Compares two amounts exactly; undefined when they do not convert into each other. */
export function compare(a: Quantity, b: Quantity): -1 | 0 | 1 | undefined {
  const converted = convert(a, b.unit);
  return converted && compareRatios(converted, ratio(b.value));
}

/** What a quantity may really be, in its own unit: `undefined` means without limit on that side. */
export interface Range {
  readonly least: Decimal | undefined;
  readonly most: Decimal | undefined;
}

/**
 * The range that the printed digits leave open: half a unit of the last one on both sides, ten times that
 * for "about". "More than" and "at least" have no upper limit, "nearly" and "up to" no lower one but zero.
 */
export function rangeOf({ value, digit, bound }: Quantity): Range {
  const amount = decimal(value);
  const half = scale(decimal(5), digit - 1);
  switch (bound) {
    case 'exact':
      return { least: amount.minus(half), most: amount.plus(half) };
    case 'about':
      return { least: amount.minus(half.times(10)), most: amount.plus(half.times(10)) };
    case 'more-than':
    case 'at-least':
      return { least: amount.minus(half), most: undefined };
    case 'nearly':
    case 'up-to':
      return { least: undefined, most: amount.plus(half) };
  }
}
