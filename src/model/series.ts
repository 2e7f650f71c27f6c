/** Claims of a figure year by year, and those of them that can be compared. */
import { type CommonUnit, commonUnitOf, inCommonUnit } from './common-unit.ts';
import type { AsOf, Claim, Figure } from './publication.ts';

/** The year of a date that lies in one year; null for intervals and unknown dates. */
export function yearOf({ earliest, latest }: AsOf): string | null {
  const [first, last] = [earliest?.slice(0, 4), latest?.slice(0, 4)];
  return first !== undefined && first === last ? first : null;
}

/** Claims of amounts that belong to a year, oldest first; empty unless there are two or more years. */
export function seriesOf({ claims }: Pick<Figure, 'claims'>): readonly Claim[] {
  const dated = claims.filter(({ quantity, as_of }) => quantity && yearOf(as_of) !== null);
  if (countYears(dated) < 2) return [];
  return dated.toSorted((a, b) => Number(yearOf(a.as_of)) - Number(yearOf(b.as_of)));
}

function countYears(claims: readonly Claim[]): number {
  return new Set(claims.map(({ as_of }) => yearOf(as_of))).size;
}

/** A claim with its amount in the unit of its series, an exact decimal. */
export interface Point {
  readonly claim: Claim;
  readonly value: string;
}

export interface Trend {
  readonly unit: CommonUnit;
  /** Oldest first, two or more years. */
  readonly points: readonly Point[];
}

/**
 * The claims of a series that can be drawn side by side: of whole years or of days, as most of them are, of the status
 * of the last, in one unit. A half-year beside a year would look like a fall.
 */
export function trendOf(figure: Pick<Figure, 'claims' | 'main' | 'dimension'>): Trend | undefined {
  const series = seriesOf(figure).filter(({ as_of }) => as_of.precision !== 'half-year');
  const unit = commonUnitOf([figure]);
  const last = series.at(-1);
  if (!unit || !last) return undefined;
  const alike = series.filter(
    ({ as_of, status }) =>
      status === last.status && (as_of.precision === 'year') === (last.as_of.precision === 'year'),
  );
  const points = alike.flatMap((claim): readonly Point[] => {
    const value = inCommonUnit(claim.quantity!, unit);
    return value === null ? [] : [{ claim, value }];
  });
  return countYears(points.map(({ claim }) => claim)) < 2 ? undefined : { unit, points };
}
