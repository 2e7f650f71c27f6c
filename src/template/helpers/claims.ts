/** Helpers for figures and their claims, of any kind: amounts, dates, codes. */
import { parseAsOf } from '../../model/as-of.ts';
import { decimal } from '../../model/decimal.ts';
import type { Claim, Lang, Quantity } from '../../model/publication.ts';
import { defineHelper, type Fault, fault, type Helper, isFault } from '../helper.ts';
import { dateText } from './dates.ts';
import type { Style } from './digits.ts';
import { quantityText, rangeText } from './numbers.ts';
import { claim as claimType, figure as figureType, oneOf } from './types.ts';

const built = { value: '8', unit: 'km2', digit: 0, bound: 'exact' } as const;

function valueText(claim: Pick<Claim, 'quantity' | 'text'>, lang: Lang, style: Style): string | Fault {
  if (claim.quantity) return quantityText(claim.quantity, lang, style);
  if (claim.text === null) return fault('the claim has neither a quantity nor a text');
  const date = parseAsOf(claim.text).value;
  return date ? dateText(date, lang) : claim.text;
}

export const value: Helper = defineHelper({
  name: 'value',
  doc: 'The value of a claim, whatever it is: a quantity with its unit, a date in words, or a code as it is.',
  params: { claim: claimType },
  options: { style: oneOf('long', 'short') },
  result: 'text',
  examples: [
    {
      call: '{{value c}}',
      data: { c: { quantity: built, text: null, verbatim: '8 sq km' } },
      en: '8 km²',
      zh: '8平方公里',
    },
    {
      call: '{{value c}}',
      data: { c: { quantity: null, text: '2011-04', verbatim: 'April 2011' } },
      en: 'April 2011',
      zh: '2011年4月',
    },
    {
      call: '{{value c}}',
      data: { c: { quantity: null, text: '150204401', verbatim: '150204401' } },
      en: '150204401',
      zh: '150204401',
    },
  ],
  run: ({ claim }, { lang }, { style }) => valueText(claim, lang, style ?? 'long'),
});

const area = (value: string) => ({
  quantity: { ...built, value },
  text: null,
  verbatim: null,
});

/** A figure with two claims, decided in one way or another. */
const decidedAs = (kind: string) => ({
  f: {
    claims: [area('122'), area('120')],
    main: area('120'),
    decision: { kind, reason: null },
    printed: kind === 'preferred' ? [area('120')] : [area('122'), area('120')],
  },
});

export const decided: Helper = defineHelper({
  name: 'decided',
  doc: 'What the park file decided to print of a figure: one value, all that differ with a stroke between them, or their range.',
  params: { figure: figureType },
  options: { style: oneOf('long', 'short') },
  result: 'text',
  examples: [
    { call: '{{decided f}}', data: decidedAs('preferred'), en: '120 km²', zh: '120平方公里' },
    {
      call: '{{decided f}}',
      data: decidedAs('both'),
      en: '122 km² / 120 km²',
      zh: '122平方公里 / 120平方公里',
    },
    { call: '{{decided f}}', data: decidedAs('range'), en: '120–122 km²', zh: '120～122平方公里' },
  ],
  run: ({ figure }, { lang }, { style }) => {
    const range = figure.decision.kind === 'range' ? extremes(figure.printed) : undefined;
    if (range) return rangeText(...range, lang, style);
    const values: string[] = [];
    for (const claim of figure.printed) {
      const text = valueText(claim, lang, style ?? 'long');
      if (isFault(text)) return text;
      if (!values.includes(text)) values.push(text);
    }
    return values.join(' / ');
  },
});

/** The least and the greatest of exact amounts in one unit; undefined where there is none to span. */
function extremes(claims: readonly Claim[]): readonly [Quantity, Quantity] | undefined {
  const amounts = claims.flatMap(({ quantity }) => quantity ?? []);
  const [first] = amounts;
  const alike = amounts.every(({ unit, bound }) => unit === first?.unit && bound === 'exact');
  if (!first || !alike || amounts.length < claims.length) return undefined;
  const sorted = [...amounts].sort(byAmount);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  return byAmount(least, most) === 0 ? undefined : [least, most];
}

function byAmount(a: Quantity, b: Quantity): number {
  return decimal(a.value).cmp(decimal(b.value));
}
