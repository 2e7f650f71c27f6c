/** All helpers of the templates. To add one: declare it in a file of this folder and name it here. */
import type { Helper } from '../helper.ts';
import { decided, value } from './claims.ts';
import { compute } from './computed.ts';
import { date, year } from './dates.ts';
import { count, first, join, list, lookup, slice } from './lists.ts';
import { and, eq, even, ne, not, odd, or } from './logic.ts';
import { add, amount, bound, convertTo, gap, gt, number, plural, quantity, ratio, unit } from './numbers.ts';
import { letter, notes, ref } from './references.ts';
import { concat, other, t, text, url, xlstr } from './texts.ts';

const all: readonly Helper[] = [
  ...[t, text, other, concat, url, xlstr],
  ...[number, quantity, amount, bound, gap, unit, convertTo, value, decided, plural, add, ratio, compute],
  ...[date, year],
  ...[list, join, count, first, slice, lookup],
  ...[eq, ne, gt, and, or, not, even, odd],
  ...[ref, notes, letter],
];

export const helpers: ReadonlyMap<string, Helper> = new Map(all.map((helper) => [helper.name, helper]));
