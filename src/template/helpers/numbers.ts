/** Helpers for numbers and quantities. All arithmetic is exact. */
import {
  compareRatios,
  decimal,
  divide,
  ratio as fraction,
  plainText,
  roundRatio,
} from '../../model/decimal.ts';
import { boundLabels } from '../../model/labels.ts';
import type { Lang, Quantity } from '../../model/publication.ts';
import { convert } from '../../model/quantity.ts';
import { units } from '../../model/units.ts';
import { defineHelper, type Fault, fault, type Helper } from '../helper.ts';
import { grouped, type Style, scaledNumber } from './digits.ts';
import { decimalNumber, flag, measure, oneOf, quantity as quantityType, text, wholeNumber } from './types.ts';

const money = { value: '79140000000', unit: 'CNY', digit: 7, bound: 'exact' } as const;
const area = { value: '8', unit: 'km2', digit: 0, bound: 'exact' } as const;
const jobs = { value: '50000', unit: 'people', digit: 0, bound: 'more-than' } as const;

/** The label of a unit; an unknown key stands for itself. */
function unitLabel(unit: string, lang: Lang): string {
  return units[unit]?.label[lang] ?? unit;
}

function boundWords({ bound }: Quantity, lang: Lang): string {
  const words = boundLabels[bound][lang];
  return words === '' || lang === 'zh' ? words : `${words} `;
}

/** Number, scale and bound, without the unit. */
export function amountText(quantity: Quantity, lang: Lang, style: Style, bare = false): string {
  const words = bare ? '' : boundWords(quantity, lang);
  return `${words}${scaledNumber(quantity, lang, style)}`;
}

/** What stands between a number and its unit: nothing before Han characters and %, else a space. */
function gapBefore(unit: string): string {
  return unit === '' || unit === '%' || /^\p{Script=Han}/u.test(unit) ? '' : ' ';
}

/** The whole quantity; people are counted without a unit, like things. A unit in Han characters or % follows its number directly, other symbols after a space. */
export function quantityText(quantity: Quantity, lang: Lang, style: Style = 'long'): string {
  const unit = quantity.unit === 'people' ? '' : unitLabel(quantity.unit, lang);
  return `${amountText(quantity, lang, style)}${gapBefore(unit)}${unit}`;
}

/**
 * Two exact amounts of one unit as a range: "120–122 km²". In Chinese the unit stands once, but 万, 亿 and % after
 * either number (GB/T 15835-2011, 5.1.3): "120～122平方公里", "63%～68%". In English so does a scale word that differs.
 */
export function rangeText(least: Quantity, most: Quantity, lang: Lang, style: Style = 'long'): string {
  const [low, high] = [amountText(least, lang, style), amountText(most, lang, style)];
  const end = quantityText(most, lang, style);
  if (lang === 'zh') return `${low}${least.unit === 'percent' ? '%' : ''}～${end}`;
  const scaleOf = (text: string) => /[a-z]+$/.exec(text)?.[0] ?? '';
  return `${scaleOf(low) === scaleOf(high) ? low.replace(/ ?[a-z]+$/, '') : low}–${end}`;
}

export const number: Helper = defineHelper({
  name: 'number',
  doc: 'A plain number with grouped digits, every digit kept. Not for years.',
  params: { number: decimalNumber },
  result: 'text',
  examples: [
    { call: '{{number "2796.11"}}', en: '2,796.11', zh: '2796.11' },
    { call: '{{number 1234567}}', en: '1,234,567', zh: '1,234,567' },
  ],
  run: ({ number }, { lang }) => grouped(String(number), lang),
});

export const quantity: Helper = defineHelper({
  name: 'quantity',
  doc: 'A quantity with scale and unit, and with words such as `more than` where the source has them.',
  params: { quantity: quantityType },
  options: { style: oneOf('long', 'short') },
  result: 'text',
  examples: [
    { call: '{{quantity q}}', data: { q: money }, en: '79.14 billion CNY', zh: '791.4亿元' },
    { call: '{{quantity q}}', data: { q: area }, en: '8 km²', zh: '8平方公里' },
    { call: '{{quantity q}}', data: { q: jobs }, en: 'more than 50,000', zh: '超过5万' },
    { call: '{{quantity q style="short"}}', data: { q: money }, en: '79.14 bn CNY', zh: '791.4亿元' },
    {
      call: '{{quantity q}}',
      data: { q: { value: '110', unit: 'kV', digit: 0, bound: 'exact' } },
      en: '110 kV',
      zh: '110 kV',
    },
    {
      call: '{{quantity q}}',
      data: { q: { value: '20', unit: 'min', digit: 0, bound: 'exact' } },
      en: '20 min',
      zh: '20分钟',
    },
    {
      call: '{{quantity q}}',
      data: { q: { value: '31.46', unit: 'percent', digit: -2, bound: 'about' } },
      en: 'about 31.46%',
      zh: '约31.46%',
    },
  ],
  run: ({ quantity }, { lang }, { style }) => quantityText(quantity, lang, style ?? 'long'),
});

export const amount: Helper = defineHelper({
  name: 'amount',
  doc: 'The number of a quantity with its scale, without the unit; `style="long"` writes the scale out, `bare=true` leaves out words such as “more than”.',
  params: { quantity: quantityType },
  options: { style: oneOf('long', 'short'), bare: flag },
  result: 'text',
  examples: [
    { call: '{{amount q}}', data: { q: money }, en: '79.14 bn', zh: '791.4亿' },
    { call: '{{amount q style="long"}}', data: { q: money }, en: '79.14 billion', zh: '791.4亿' },
    { call: '{{amount q bare=true}}', data: { q: jobs }, en: '50,000', zh: '5万' },
  ],
  run: ({ quantity }, { lang }, { style, bare }) => amountText(quantity, lang, style ?? 'short', bare),
});

export const bound: Helper = defineHelper({
  name: 'bound',
  doc: 'The words that say how far a quantity reaches, such as “more than”; nothing for exact ones.',
  params: { quantity: quantityType },
  result: 'text',
  examples: [{ call: '{{bound q}}', data: { q: jobs }, en: 'more than', zh: '超过' }],
  run: ({ quantity }, { lang }) => boundLabels[quantity.bound][lang],
});

export const unit: Helper = defineHelper({
  name: 'unit',
  doc: 'The unit of a quantity; nothing for plain counts.',
  params: { quantity: quantityType },
  result: 'text',
  examples: [
    { call: '{{unit q}}', data: { q: area }, en: 'km²', zh: '平方公里' },
    { call: '{{unit q}}', data: { q: money }, en: 'CNY', zh: '元' },
  ],
  run: ({ quantity }, { lang }) => unitLabel(quantity.unit, lang),
});

export const gap: Helper = defineHelper({
  name: 'gap',
  doc: 'What stands between the `amount` and the `unit` of a quantity: a space, or nothing before Han characters and %.',
  params: { quantity: quantityType },
  result: 'text',
  examples: [{ call: '{{amount q}}{{gap q}}{{unit q}}', data: { q: area }, en: '8 km²', zh: '8平方公里' }],
  run: ({ quantity }, { lang }) => gapBefore(unitLabel(quantity.unit, lang)),
});

export const convertTo: Helper = defineHelper({
  name: 'convert',
  doc: 'The number of a quantity in another unit of its kind, rounded only where `digits` asks for it.',
  params: { quantity: quantityType },
  options: { to: text, digits: wholeNumber },
  result: 'number',
  examples: [
    {
      call: '{{convert q to="km2" digits=2}}',
      data: { q: { value: '2796.11', unit: 'ha', digit: -2, bound: 'exact' } },
      en: '27.96',
      zh: '27.96',
    },
  ],
  run: ({ quantity }, _context, { to, digits }) => {
    if (to === undefined) return fault('the unit is missing', 'Write {{convert quantity to="km2"}}.');
    const converted = convert(quantity, to);
    if (!converted)
      return fault(
        `${quantity.unit} does not convert into ${to}`,
        'Give a unit of the same kind; money has none but its own currency.',
      );
    return roundRatio(converted, digits ?? 9);
  },
});

export const plural: Helper = defineHelper({
  name: 'plural',
  doc: 'The word for one or for several; Chinese has one form, `other`.',
  params: { number: decimalNumber },
  options: { one: text, other: text },
  result: 'text',
  examples: [
    { call: '{{plural 1 one="park" other="parks"}}', en: 'park', zh: 'parks' },
    { call: '{{plural 7 one="park" other="parks"}}', en: 'parks', zh: 'parks' },
  ],
  run: ({ number }, { lang }, { one, other }) => {
    if (other === undefined)
      return fault('the form `other` is missing', 'Write {{plural n one="park" other="parks"}}.');
    return lang === 'en' && String(number) === '1' ? (one ?? other) : other;
  },
});

export const add: Helper = defineHelper({
  name: 'add',
  doc: 'The exact sum of two plain numbers.',
  params: { a: decimalNumber, b: decimalNumber },
  result: 'number',
  examples: [{ call: '{{add 2 "0.5"}}', en: '2.5', zh: '2.5' }],
  run: ({ a, b }) => plainText(decimal(a).plus(decimal(b))),
});

/** Two amounts in one unit, as fractions. */
function inOneUnit(a: Quantity | string | number, b: Quantity | string | number) {
  if (typeof a === 'object' && typeof b === 'object') {
    const converted = convert(a, b.unit);
    return converted && { a: converted, b: fraction(b.value) };
  }
  if (typeof a === 'object' || typeof b === 'object') return undefined;
  return { a: fraction(String(a)), b: fraction(String(b)) };
}

function notComparable(): Fault {
  return fault(
    'the two do not have the same kind of unit',
    'Give two plain numbers, or two quantities of one kind.',
  );
}

export const gt: Helper = defineHelper({
  name: 'gt',
  doc: 'True when the first is greater: plain numbers, or quantities of one kind.',
  params: { a: measure, b: measure },
  result: 'true or false',
  examples: [{ call: '{{#if (gt 3 2)}}more{{/if}}', en: 'more', zh: 'more' }],
  run: ({ a, b }) => {
    const both = inOneUnit(a, b);
    return both ? compareRatios(both.a, both.b) > 0 : notComparable();
  },
});

export const ratio: Helper = defineHelper({
  name: 'ratio',
  doc: 'A part of a whole as a number from 0 to 1 with four decimals, for lengths of bars. The whole must not be 0.',
  params: { part: measure, whole: measure },
  result: 'number',
  examples: [{ call: '{{ratio "67" "140"}}', en: '0.4786', zh: '0.4786' }],
  run: ({ part, whole }) => {
    const both = inOneUnit(part, whole);
    if (!both) return notComparable();
    const zero = fraction('0');
    if (compareRatios(both.b, zero) <= 0) return fault('the whole is not above 0');
    if (compareRatios(both.a, zero) < 0 || compareRatios(both.a, both.b) > 0)
      return fault('the part is not between 0 and the whole');
    return roundRatio(divide(both.a, both.b), 4);
  },
});
