/**
 * Error localisation after Fellegi and Holt (1976): the fewest amounts whose change would satisfy all relations at once.
 * The search is bounded: among two or three amounts that bind each other it may miss repairs, and of hundreds of
 * amounts it looks at some. What it gives is always a repair: any values out of its intervals satisfy every relation.
 */
import { compareRatios, type Ratio } from '../../model/decimal.ts';
import { contains, type Interval, intersect, isEmpty, middle, point, wholeNumbers } from '../interval.ts';
import { allowed, holds, membersOf, type Relation, type Values, type Variable } from './relation.ts';

/** An amount and what it would have to be. */
export interface Change<V extends Variable = Variable> {
  readonly variable: V;
  readonly to: Interval;
}

export type Repair<V extends Variable = Variable> = readonly Change<V>[];

/** More amounts than this are not a slip but other data. */
const largestRepair = 3;
/** Bounds on the search: sets that are tried, members of relations at all, and both multiplied. */
const mostSets = 400;
const mostMembers = 1_000;
const mostVisits = 50_000;

/** The relations that hang together with an amount, directly or through others. */
export function connectedTo<V extends Variable>(
  key: string,
  relations: readonly Relation<V>[],
): readonly Relation<V>[] {
  const touching = relationsByKey(relations);
  const keys = new Set([key]);
  const found = new Set<Relation<V>>();
  // A set that grows while it is walked is walked to its end.
  for (const each of keys) {
    for (const relation of touching.get(each) ?? []) {
      if (found.has(relation)) continue;
      found.add(relation);
      for (const member of membersOf(relation)) keys.add(member.key);
    }
  }
  return relations.filter((relation) => found.has(relation));
}

/** All repairs of the smallest size; none when everything holds, or when nothing small enough was found. */
export function localise<V extends Variable>(relations: readonly Relation<V>[]): readonly Repair<V>[] {
  const failing = relations.filter((relation) => !holds(relation));
  const members = relations.reduce((count, relation) => count + membersOf(relation).length, 0);
  if (failing.length === 0 || members > mostMembers) return [];
  const touching = relationsByKey(relations);
  // Long relations cost more, so fewer sets are tried of them.
  const search = { failing, touching, left: Math.min(mostSets, Math.ceil(mostVisits / members)) };
  for (let size = 1; size <= largestRepair; size++) {
    const repairs: Repair<V>[] = [];
    for (const set of candidateSets(search, size)) {
      const repair = settle(set, new Map(set.map(({ key, domain }) => [key, domain])), touching);
      if (repair) repairs.push(repair);
    }
    if (repairs.length > 0) return repairs;
  }
  return [];
}

type ByKey<V extends Variable> = ReadonlyMap<string, readonly Relation<V>[]>;

interface Search<V extends Variable> {
  readonly failing: readonly Relation<V>[];
  readonly touching: ByKey<V>;
  /** How many sets may still be looked at. */
  left: number;
}

function relationsByKey<V extends Variable>(relations: readonly Relation<V>[]): ByKey<V> {
  const byKey = new Map<string, Relation<V>[]>();
  for (const relation of relations) {
    for (const { key } of membersOf(relation)) {
      const known = byKey.get(key);
      if (known) known.push(relation);
      else byKey.set(key, [relation]);
    }
  }
  return byKey;
}

/** The sets of a size that have a member in every failing relation, each once. */
function* candidateSets<V extends Variable>(search: Search<V>, size: number): Generator<readonly V[]> {
  const seen = new Set<string>();
  const stack: (readonly V[])[] = [[]];
  for (let set = stack.pop(); set && search.left > 0; set = stack.pop()) {
    const keys = new Set(set.map(({ key }) => key));
    const name = [...keys].sort().join('\n');
    if (seen.has(name)) continue;
    seen.add(name);
    search.left--;
    const missed = search.failing.find((relation) => !membersOf(relation).some(({ key }) => keys.has(key)));
    if (set.length === size) {
      if (!missed) yield set;
      continue;
    }
    const next = missed ? membersOf(missed) : neighboursOf(set, search.touching);
    // The stack gives back the last first.
    for (const member of [...next].reverse()) if (!keys.has(member.key)) stack.push([...set, member]);
  }
}

function neighboursOf<V extends Variable>(set: readonly V[], touching: ByKey<V>): readonly V[] {
  const near = set.flatMap(({ key }) => touching.get(key) ?? []).flatMap((relation) => membersOf(relation));
  return [...new Map(near.map((member) => [member.key, member])).values()];
}

/** Finds values one after the other: an interval where it binds no later one, else the points that are tried. */
function settle<V extends Variable>(
  [variable, ...later]: readonly V[],
  values: ReadonlyMap<string, Interval>,
  touching: ByKey<V>,
): Repair<V> | undefined {
  if (!variable) return [];
  const relations = touching.get(variable.key) ?? [];
  const to = allowedBy(variable, relations, ({ key, range }) => values.get(key) ?? range);
  if (isEmpty(to)) return undefined;
  const keys = new Set(later.map(({ key }) => key));
  const binds = relations.some((relation) => membersOf(relation).some(({ key }) => keys.has(key)));
  for (const value of binds ? pointsOf(to, variable).map(point) : [to]) {
    const rest = settle(later, new Map([...values, [variable.key, value]]), touching);
    if (rest) return [{ variable, to: value }, ...rest];
  }
  return undefined;
}

/** What all relations of an amount leave open together. */
function allowedBy(variable: Variable, relations: readonly Relation[], current: Values): Interval {
  let left = variable.domain;
  for (const relation of relations) {
    left = intersect(left, allowed(relation, variable, current));
    if (isEmpty(left)) return left;
  }
  return variable.isWhole ? wholeNumbers(left) : left;
}

/** Values worth trying: the ends of the interval, the one nearer to what is printed first, and the middle. */
function pointsOf({ least, most }: Interval, { range, isWhole }: Variable): readonly Ratio[] {
  const interval = { least, most };
  const ends = [least?.value, most?.value];
  const isAbove = least && range.most && compareRatios(least.value, range.most.value) > 0;
  const inside = least && most && middle(least.value, most.value);
  const printed = range.least ?? range.most;
  const tried = [...(isAbove ? ends : ends.reverse()), inside, printed?.value].filter(
    (value) => value !== undefined,
  );
  const fit = tried.filter((value) => contains(interval, value));
  return isWhole ? fit.filter((value) => contains(wholeNumbers(point(value)), value)) : fit;
}
