/** Claims of a figure year by year. */
import type { AsOf, Claim, Figure } from './publication.ts';

/** The year of a date that lies in one year; null for intervals and unknown dates. */
export function yearOf({ earliest, latest }: AsOf): string | null {
  const [first, last] = [earliest?.slice(0, 4), latest?.slice(0, 4)];
  return first !== undefined && first === last ? first : null;
}

/** Claims of amounts that belong to a year, oldest first; empty unless there are two or more years. */
export function seriesOf({ claims }: Pick<Figure, 'claims'>): readonly Claim[] {
  const dated = claims.filter(({ quantity, as_of }) => quantity && yearOf(as_of) !== null);
  if (new Set(dated.map(({ as_of }) => yearOf(as_of))).size < 2) return [];
  return dated.toSorted((a, b) => Number(yearOf(a.as_of)) - Number(yearOf(b.as_of)));
}

/** First and last claim of a series that can be compared: both of whole years, or both of days or months, in one unit. */
export function endsOf(figure: Pick<Figure, 'claims'>): readonly [Claim, Claim] | undefined {
  const series = seriesOf(figure);
  const last = series.at(-1);
  const kindOf = ({ as_of }: Claim): string =>
    as_of.precision === 'year' ? 'year' : as_of.precision === 'half-year' ? 'half' : 'day';
  const alike = series.filter(
    (each) =>
      last &&
      kindOf(each) === kindOf(last) &&
      each.quantity!.unit === last.quantity!.unit &&
      each.status === last.status,
  );
  const first = alike[0];
  if (!first || !last || kindOf(last) === 'half' || yearOf(first.as_of) === yearOf(last.as_of))
    return undefined;
  return [first, last];
}
