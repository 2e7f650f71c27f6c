/** The unit that the amounts of several parks are compared in. Money is never converted between currencies. */
import { decimal, plainText, ratio, roundRatio, scale } from './decimal.ts';
import type { Bilingual, Figure, Quantity } from './publication.ts';
import { convert } from './quantity.ts';
import { units } from './units.ts';

export interface CommonUnit {
  readonly key: string;
  /** Values are divided by ten to this power. */
  readonly exponent: number;
  /** null for counts. */
  readonly label: Bilingual | null;
}

/** What areas and lengths are told in; other amounts stay in the unit that most parks use. */
const PREFERRED: Readonly<Record<string, string>> = { area: 'km2', length: 'km', time: 'min', voltage: 'kV' };
const MILLION = 6;

/** Undefined for figures that are no amounts. */
export function commonUnitOf(figures: readonly Pick<Figure, 'main' | 'dimension'>[]): CommonUnit | undefined {
  const quantities = figures.flatMap(({ main }) => main.quantity ?? []);
  const [first] = quantities;
  const figure = figures[0];
  if (!first || !figure) return undefined;
  const key = PREFERRED[figure.dimension] ?? mostUsed(quantities);
  const label = units[key]?.label;
  const exponent = figure.dimension === 'money' ? MILLION : 0;
  if (!label || label.en === '') return { key, exponent, label: null };
  return exponent === 0
    ? { key, exponent, label }
    : { key, exponent, label: { en: `million ${label.en}`, zh: `百万${label.zh}` } };
}

function mostUsed(quantities: readonly Quantity[]): string {
  const counts = new Map<string, number>();
  for (const { unit } of quantities) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  // Of equals the first, so that the order of the parks decides and nothing else.
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** An amount in the common unit, to the ninth decimal place where it has no end; null when it does not convert. */
export function inCommonUnit(quantity: Quantity, { key, exponent }: CommonUnit): string | null {
  if (quantity.unit === key) return plainText(scale(decimal(quantity.value), -exponent));
  const converted = convert(quantity, key);
  if (!converted) return null;
  return roundRatio(ratio(converted.numerator, converted.denominator.times(`1e${exponent}`)), 9);
}
