/** Ranges such as "30–40 km": what is printed once, behind the second number, holds for the first as well. */
import { decimal, plainText, scale } from '../decimal.ts';
import type { Page, Printed, PrintedNumber } from './reading.ts';
import type { Scanned } from './scan.ts';

const connector = /^\s?[-–~～—]\s?$/u;

/** Gives the first number of every range the scale and unit of the second, and both their bounds. */
export function linkRanges(page: Page, found: readonly Scanned[]): readonly Scanned[] {
  const linked: Scanned[] = [];
  for (const next of found) {
    const last = linked.at(-1);
    const pair =
      last && isRange(page, last.reading, next.reading) ? link(last.reading, next.reading) : undefined;
    if (!pair || !last) {
      linked.push(next);
      continue;
    }
    linked[linked.length - 1] = { ...last, reading: pair[0] };
    linked.push({ ...next, reading: pair[1] });
  }
  return linked;
}

function isRange({ text }: Page, first: Printed, second: Printed): boolean {
  return second.start - first.end <= 3 && connector.test(text.slice(first.end, second.start));
}

function link(first: Printed, second: Printed): readonly [PrintedNumber, PrintedNumber] | undefined {
  if (first.kind !== 'number' || second.kind !== 'number' || first.form !== 'digits' || first.asDate)
    return undefined;
  const isCurrencyFirst =
    first.currencies.length > 0 && second.currencies.length === 0 && second.unit === null;
  const to: PrintedNumber = {
    ...second,
    bound: second.bound === 'exact' ? 'up-to' : second.bound,
    ...(isCurrencyFirst ? { unit: first.unit, currencies: first.currencies } : {}),
  };
  const bound = first.bound === 'exact' ? 'at-least' : first.bound;
  const isBare =
    (first.unit === null || isCurrencyFirst) && first.unknownUnit === null && first.scale === null;
  if (!isBare) return [{ ...first, bound }, to];
  const exponent = second.scale?.exponent ?? 0;
  return [
    {
      ...first,
      bound,
      value: plainText(scale(decimal(first.value), exponent)),
      digit: first.digit + exponent,
      scale: second.scale,
      unit: to.unit,
      unknownUnit: to.unknownUnit,
      currencies: [...new Set([...first.currencies, ...second.currencies])],
    },
    to,
  ];
}
