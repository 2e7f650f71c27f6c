/** The relations that a park file declares between its figures, on the claims of one date where there are any. */

import type { Declarations, ParkRecord } from '../../model/dataset.ts';
import { multiply, type Ratio, ratio } from '../../model/decimal.ts';
import type { Quantity } from '../../model/publication.ts';
import { units } from '../../model/units.ts';
import { point } from '../interval.ts';
import type { Ascending, Constant, Product, Sum } from './relation.ts';
import { areAlike, factorOf, isCounted, rowsOf, type Term } from './term.ts';

/** A count and the list it counts. */
export interface CountedList extends Sum<Term> {
  readonly list: Declarations['counts'][number]['list'];
}

const one = ratio('1');
export const hundred = ratio('100');

/** `part_of`: the part and the whole, in this order. */
export function partRelations({ content, declarations }: ParkRecord): readonly Ascending<Term>[] {
  return declarations.parts.flatMap(({ part, whole }) =>
    rowsOf([content.figures[part], content.figures[whole]])
      .filter(areAllAlike)
      .map((row) => ascending(row)),
  );
}

/** `sums` with a whole that is a figure. */
export function sumRelations({ content, declarations }: ParkRecord): readonly Sum<Term>[] {
  return declarations.sums.flatMap(({ whole, parts, open }) => {
    if (whole === null) return [];
    const figures = [whole, ...parts].map((id) => content.figures[id]);
    return rowsOf(figures)
      .filter(areAllAlike)
      .map(([first, ...rest]) => sum(rest, first!, open));
  });
}

/** `sums` whose whole is 100 %. */
export function shareSumRelations({ content, declarations }: ParkRecord): readonly Sum<Term>[] {
  return declarations.sums.flatMap(({ whole, parts, open }) => {
    if (whole !== null) return [];
    return rowsOf(parts.map((id) => content.figures[id]))
      .filter((row) => row.every(({ quantity }) => isPercentage(quantity)))
      .map((row) => sum(row, { constant: point(hundred) }, open));
  });
}

/** `counts`: the stated number is the length of the list. */
export function countRelations({ content, declarations }: ParkRecord): readonly CountedList[] {
  return declarations.counts.flatMap(({ list, figure }) => {
    const length = { constant: point(ratio(`${content.park[list].length}`)) };
    const [row] = rowsOf([content.figures[figure]]).slice(0, 1);
    return row?.every(({ quantity }) => isCounted(quantity)) ? [{ ...sum(row, length, false), list }] : [];
  });
}

/** `products`: count × each = total. */
export function productRelations({ content, declarations }: ParkRecord): readonly Product<Term>[] {
  return declarations.products.flatMap(({ count, each, total }) =>
    rowsOf([count, each, total].map((id) => content.figures[id]))
      .filter(([, amount, whole]) => areAlike(amount!.quantity, whole!.quantity))
      .map(([n, amount, whole]) => product(n!, amount!, whole!, one)),
  );
}

/** `shares` of figures: share × whole = 100 × part, in percent. */
export function shareRelations({ content, declarations }: ParkRecord): readonly Product<Term>[] {
  return declarations.shares.flatMap(({ share, part, whole }) => {
    if (part === null || whole === null) return [];
    return rowsOf([share, part, whole].map((id) => content.figures[id]))
      .filter(([percent, a, b]) => isPercentage(percent!.quantity) && areAlike(a!.quantity, b!.quantity))
      .map(([percent, a, b]) => product(percent!, b!, a!, hundred));
  });
}

/**
 * `quotients`: is × per = of. What it is per is counted in the unit it is written in: taxes per hectare of an area in ha.
 * Where the result is a percentage, both are amounts of one kind.
 */
export function quotientRelations({ content, declarations }: ParkRecord): readonly Product<Term>[] {
  return declarations.quotients.flatMap((declared) =>
    rowsOf([declared.of, declared.per, declared.is].map((id) => content.figures[id])).flatMap((row) => {
      const [of, per, is] = row as [Term, Term, Term];
      const scale = scaleOf(of.quantity, per.quantity, is.quantity);
      return scale ? [product(is, per, of, scale)] : [];
    }),
  );
}

function scaleOf(of: Quantity, per: Quantity, is: Quantity): Ratio | undefined {
  if (isPercentage(is)) return areAlike(of, per) ? hundred : undefined;
  return areAlike(of, is) ? multiply(one, factorOf(per)) : undefined;
}

/** Percentages, and not the percentage points between two of them. */
export function isPercentage({ unit }: Quantity): boolean {
  return units[unit]!.family === units.percent!.family;
}

export function ascending(members: readonly Term[], isStrict = false): Ascending<Term> {
  return { kind: 'ascending', members, isStrict };
}

function sum(parts: readonly Term[], whole: Term | Constant, isOpen: boolean): Sum<Term> {
  return { kind: 'sum', parts, whole, isOpen };
}

function product(first: Term, second: Term, total: Term, scale: Ratio): Product<Term> {
  return { kind: 'product', factors: [first, second], product: total, scale };
}

function areAllAlike(row: readonly Term[]): boolean {
  return row.every(({ quantity }) => areAlike(quantity, row[0]!.quantity));
}
