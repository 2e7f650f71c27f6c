/**
 * Balance rules as relations between amounts: what must hold of them whatever their unprinted digits are,
 * and which values of one member would satisfy a relation while the others stay as they are.
 */
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { Ratio } from '../../model/decimal.ts';
import { divide, ratio } from '../../model/decimal.ts';
import {
  higher,
  type Interval,
  intersect,
  isEmpty,
  type Limit,
  lower,
  minus,
  nothing,
  over,
  plus,
  point,
  scaled,
  times,
  unlimited,
  zero,
} from '../interval.ts';

/** An amount that takes part in relations, in the first unit of its family. */
export interface Variable {
  /** The same in every relation that it takes part in, and of no other. */
  readonly key: string;
  /** What it may be as it is printed. */
  readonly range: Interval;
  /** What it could be at all: a count is not negative. */
  readonly domain: Interval;
  /** True for counts, which have no fractions. */
  readonly isWhole: boolean;
}

/** An amount that is given: 100 %, the length of a list. */
export interface Constant {
  readonly constant: Interval;
}

/** None is above the next: a part and its whole, a sum that grows from year to year. Strictly: none reaches the next. */
export interface Ascending<V extends Variable = Variable> {
  readonly kind: 'ascending';
  readonly members: readonly V[];
  readonly isStrict: boolean;
}

/** The parts add up to the whole; of an open sum some parts are missing, and it is not above the whole. */
export interface Sum<V extends Variable = Variable> {
  readonly kind: 'sum';
  readonly parts: readonly V[];
  readonly whole: V | Constant;
  readonly isOpen: boolean;
}

/**
 * `first × second = scale × product`. Quotients and shares are products in another order:
 * `of / per = is` is `is × per = of`, and a share in percent times the whole is 100 times the part.
 */
export interface Product<V extends Variable = Variable> {
  readonly kind: 'product';
  readonly factors: readonly [V, V];
  readonly product: V;
  readonly scale: Ratio;
}

export type Relation<V extends Variable = Variable> = Ascending<V> | Sum<V> | Product<V>;

/** What a variable may be where a relation is looked at: as printed, or changed. */
export type Values = (variable: Variable) => Interval;

export const asPrinted: Values = ({ range }) => range;

/** The variables that take part, each once. */
export function membersOf<V extends Variable>(relation: Relation<V>): readonly V[] {
  switch (relation.kind) {
    case 'ascending':
      return relation.members;
    case 'sum':
      return isConstant(relation.whole) ? relation.parts : [...relation.parts, relation.whole];
    case 'product':
      return [...relation.factors, relation.product];
    default:
      return assertNever(relation);
  }
}

/** True when some value of each member satisfies the relation. */
export function holds(relation: Relation, current: Values = asPrinted): boolean {
  switch (relation.kind) {
    case 'ascending':
      return fallsOf(relation, current).length === 0;
    case 'sum':
      return !isEmpty(intersect(sumOf(relation, current), wholeOf(relation, current)));
    case 'product': {
      const { factors, product, scale } = relation;
      const multiplied = times(current(factors[0]), current(factors[1]));
      return !isEmpty(intersect(multiplied, scaled(current(product), scale)));
    }
    default:
      return assertNever(relation);
  }
}

/** The values of one member with which the relation holds while the others are what `current` says. */
export function allowed(relation: Relation, member: Variable, current: Values): Interval {
  switch (relation.kind) {
    case 'ascending':
      return allowedBetween(relation, member, current);
    case 'sum':
      return allowedInSum(relation, member, current);
    case 'product': {
      const { factors, product, scale } = relation;
      const [first, second] = factors;
      if (isSame(product, member))
        return scaled(times(current(first), current(second)), divide(ratio('1'), scale));
      return over(scaled(current(product), scale), current(isSame(first, member) ? second : first));
    }
    default:
      return assertNever(relation);
  }
}

/** Where an ascending row falls: each member that lies below an earlier one, with the highest of those. */
export function fallsOf<V extends Variable>(
  { members, isStrict }: Ascending<V>,
  current: Values = asPrinted,
): readonly { readonly earlier: V; readonly later: V }[] {
  const falls: { readonly earlier: V; readonly later: V }[] = [];
  let highest: { readonly member: V; readonly least: Limit } | undefined;
  for (const member of members) {
    const { least, most } = current(member);
    if (highest && isEmpty({ least: strictly(highest.least, isStrict), most }))
      falls.push({ earlier: highest.member, later: member });
    if (least && (!highest || higher(least, highest.least) !== highest.least)) highest = { member, least };
  }
  return falls;
}

/** What the parts add up to. */
export function sumOf({ parts }: Sum, current: Values = asPrinted): Interval {
  return parts.map(current).reduce(plus, point(zero));
}

export function isConstant(whole: Variable | Constant): whole is Constant {
  return 'constant' in whole;
}

/** What the sum may be, given the whole: of an open sum anything up to it. */
function wholeOf({ whole, isOpen }: Sum, current: Values): Interval {
  const value = isConstant(whole) ? whole.constant : current(whole);
  return isOpen ? { ...value, least: undefined } : value;
}

function allowedInSum(relation: Sum, member: Variable, current: Values): Interval {
  const { parts, whole, isOpen } = relation;
  if (!isConstant(whole) && isSame(whole, member)) {
    const added = sumOf(relation, current);
    return isOpen ? { ...added, most: undefined } : added;
  }
  const others = parts.filter((part) => !isSame(part, member));
  return minus(wholeOf(relation, current), sumOf({ ...relation, parts: others }, current));
}

/** Between those before and those after it, unless these fall by themselves. */
function allowedBetween(relation: Ascending, member: Variable, current: Values): Interval {
  const others = relation.members.filter((other) => !isSame(other, member));
  if (fallsOf({ ...relation, members: others }, current).length > 0) return nothing;
  const place = relation.members.findIndex((other) => isSame(other, member));
  const before = others.slice(0, place).map((other) => strictly(current(other).least, relation.isStrict));
  const after = others.slice(place).map((other) => strictly(current(other).most, relation.isStrict));
  return {
    least: before.reduce(higher, unlimited.least),
    most: after.reduce(lower, unlimited.most),
  };
}

function strictly<L extends Limit | undefined>(limit: L, isStrict: boolean): L {
  return limit && isStrict ? { ...limit, isOpen: true } : limit;
}

function isSame(a: Variable, b: Variable): boolean {
  return a.key === b.key;
}
