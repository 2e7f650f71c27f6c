/** The relations that hold between metrics whatever the park, on claims of one date. */
import type { Dataset, ParkRecord } from '../../model/dataset.ts';
import type { Claim, Figure } from '../../model/publication.ts';
import { looksAhead } from '../comparable.ts';
import { figuresOf, relationsOf } from '../figures.ts';
import { ascending } from './declared.ts';
import type { Ascending } from './relation.ts';
import { areAlike, claimsByKey, dateKey, type Term, termOf } from './term.ts';

/** Which claim of the upper figure a claim of the lower one is held against. */
type Match = (claim: Claim) => Claim | undefined;

/** `part_of`: what is counted among others, and these. What the park declares itself is left to P1. */
export function populationRelations(park: ParkRecord, dataset: Dataset): readonly Ascending<Term>[] {
  const declared = new Set(park.declarations.parts.map(({ part, whole }) => `${part} ${whole}`));
  return figuresOf(park).flatMap((figure) => {
    const { part_of: whole } = relationsOf(figure, dataset);
    if (whole === null || declared.has(`${figure.id} ${whole}`)) return [];
    return pairsOf(figure, park.content.figures[whole], matchOfPart);
  });
}

/** `at_most`: built, planned, managed. The metric says what is planned, so the status of the claims does not matter. */
export function limitRelations(park: ParkRecord, dataset: Dataset): readonly Ascending<Term>[] {
  return figuresOf(park).flatMap((figure) => {
    const { at_most: limits, constant } = relationsOf(figure, dataset);
    return limits.flatMap((id) => {
      const limit = park.content.figures[id];
      if (!limit) return [];
      const pairs = pairsOf(figure, limit, (upper) => matchBy(upper, (claim) => dayAndPopulation(claim)));
      if (pairs.length > 0 || !(constant || relationsOf(limit, dataset).constant)) return pairs;
      // What does not change from year to year can be held against any year.
      return pairFrom(figure, figure.main, limit, limit.main);
    });
  });
}

/** `less_than`, which is strict: value added is less than output. */
export function lessRelations(park: ParkRecord, dataset: Dataset): readonly Ascending<Term>[] {
  return figuresOf(park).flatMap((figure) =>
    relationsOf(figure, dataset).less_than.flatMap((id) =>
      pairsOf(figure, park.content.figures[id], (upper) => matchBy(upper, subjectKey), true),
    ),
  );
}

/**
 * `sum_of`, sums since the beginning: each row of one figure ascends with its dates, and each year of the metric is at
 * most the first sum that includes it. Dates that are not known cannot be put in order and are left out.
 */
export function cumulativeRelations(park: ParkRecord, dataset: Dataset): readonly Ascending<Term>[] {
  return figuresOf(park).flatMap((figure) => {
    const { sum_of: id } = relationsOf(figure, dataset);
    if (id === null) return [];
    const rows = rowsInTime(figure);
    const yearly = park.content.figures[id];
    return [
      ...[...rows.values()].filter(({ length }) => length > 1).map((row) => ascending(row)),
      ...(yearly ? yearsWithin(yearly, rows) : []),
    ];
  });
}

function pairsOf(
  lower: Figure,
  upper: Figure | null | undefined,
  matchIn: (upper: Figure) => Match,
  isStrict = false,
): readonly Ascending<Term>[] {
  if (!upper || upper === lower) return [];
  const match = matchIn(upper);
  return [...claimsByKey(lower, subjectKey).values()].flatMap((claim) =>
    pairFrom(lower, claim, upper, match(claim), isStrict),
  );
}

function pairFrom(
  lower: Figure,
  claim: Claim,
  upper: Figure,
  other: Claim | undefined,
  isStrict = false,
): readonly Ascending<Term>[] {
  const [first, second] = [termOf(lower, claim), other && termOf(upper, other)];
  if (!first || !second || !areAlike(first.quantity, second.quantity)) return [];
  return [ascending([first, second], isStrict)];
}

function matchBy(upper: Figure, keyOf: (claim: Claim) => string): Match {
  const claims = claimsByKey(upper, keyOf);
  return (claim) => claims.get(keyOf(claim));
}

/** Words for the population of a part say what is counted; only those of another whole set the two apart. */
function matchOfPart(upper: Figure): Match {
  const same = matchBy(upper, subjectKey);
  const any = matchBy(upper, dateKey);
  const unnamed = new Map(
    upper.claims.filter(({ population }) => !population).map((claim) => [dateKey(claim), claim] as const),
  );
  return (claim) => same(claim) ?? (claim.population ? unnamed.get(dateKey(claim)) : any(claim));
}

function subjectKey(claim: Claim): string {
  return `${dateKey(claim)} ${claim.population?.en ?? ''}`;
}

function dayAndPopulation({ as_of, population }: Claim): string {
  return `${as_of.earliest} ${as_of.latest} ${population?.en ?? ''}`;
}

/** What a row counts, and since when: an interval names its first day, other dates mean the beginning. */
function rowKey({ as_of, population }: Claim): string {
  return `${as_of.precision === 'interval' ? as_of.earliest : ''} ${population?.en ?? ''}`;
}

function isDatedFact({ as_of, status, quantity }: Claim): boolean {
  return quantity !== null && as_of.precision !== 'unknown' && !looksAhead(status);
}

/** The sums of a figure by what they count, oldest first, one of each date. */
function rowsInTime(figure: Figure): ReadonlyMap<string, readonly Term[]> {
  const claims = [...claimsByKey(figure, subjectKey).values()].filter(isDatedFact);
  const rows = new Map<string, Term[]>();
  for (const claim of claims.sort((a, b) => compareDays(latestOf(a), latestOf(b)))) {
    const term = termOf(figure, claim)!;
    const row = rows.get(rowKey(claim));
    if (!row) rows.set(rowKey(claim), [term]);
    else if (isNext(row.at(-1)!, term)) row.push(term);
  }
  return rows;
}

/** Later than the last of its row, and in the same currency. */
function isNext(last: Term, term: Term): boolean {
  return latestOf(last.claim) < latestOf(term.claim) && areAlike(last.quantity, term.quantity);
}

function yearsWithin(yearly: Figure, rows: ReadonlyMap<string, readonly Term[]>): readonly Ascending<Term>[] {
  return yearly.claims.filter(isDatedFact).flatMap((claim) => {
    const year = termOf(yearly, claim)!;
    return [...rows.values()].flatMap((row) => {
      const since = row[0]!.claim.as_of;
      const isSamePopulation = (row[0]!.claim.population?.en ?? '') === (claim.population?.en ?? '');
      const isEarlier =
        since.precision === 'interval' && (since.earliest ?? '') > (claim.as_of.earliest ?? '');
      if (!isSamePopulation || isEarlier) return [];
      const total = firstFrom(row, latestOf(claim));
      return total && areAlike(year.quantity, total.quantity) ? [ascending([year, total])] : [];
    });
  });
}

/** The first sum of a row that is not older than a day, by bisection. */
function firstFrom(row: readonly Term[], day: string): Term | undefined {
  let [low, high] = [0, row.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if (latestOf(row[half]!.claim) < day) low = half + 1;
    else high = half;
  }
  return row[low];
}

function latestOf({ as_of }: Claim): string {
  return as_of.latest ?? '';
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
