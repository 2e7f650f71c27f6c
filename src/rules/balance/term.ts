/** Claims as members of relations, and which claims of several figures are looked at together. */
import { type Ratio, ratio } from '../../model/decimal.ts';
import type { Claim, Figure, Quantity } from '../../model/publication.ts';
import { units } from '../../model/units.ts';
import { looksAhead } from '../comparable.ts';
import { partOf } from '../define-rule.ts';
import { extentOf } from '../extent.ts';
import { closed, type Interval, intersect, notNegative, unlimited } from '../interval.ts';
import type { Variable } from './relation.ts';

/** An amount as a claim states it. The key is what waivers call it. */
export interface Term extends Variable {
  readonly figure: Figure;
  readonly claim: Claim;
  readonly quantity: Quantity;
}

/** Undefined for texts and dates. */
export function termOf(figure: Figure, claim: Claim): Term | undefined {
  const { quantity } = claim;
  if (!quantity) return undefined;
  const { least, most } = extentOf(quantity);
  const domain = domainOf(quantity);
  const range = intersect(closed(least, most), domain);
  const isWhole = isCounted(quantity);
  return { key: partOf(figure, claim).key, range, domain, isWhole, figure, claim, quantity };
}

/** What is not printed as a loss is none: “nearly 8 billion” ends at zero. */
function domainOf({ value }: Quantity): Interval {
  return value.startsWith('-') ? unlimited : notNegative;
}

/** True for amounts of one kind: areas, money of one currency, heads and pieces. */
export function areAlike(a: Quantity, b: Quantity): boolean {
  return units[a.unit]!.family === units[b.unit]!.family || (isCounted(a) && isCounted(b));
}

export function isCounted({ unit }: Quantity): boolean {
  const { dimension } = units[unit]!;
  return dimension === 'count' || dimension === 'people';
}

/** One unit of the quantity in the first unit of its family. */
export function factorOf({ unit }: Pick<Quantity, 'unit'>): Ratio {
  const { numerator, denominator } = units[unit]!;
  return ratio(numerator, denominator);
}

/**
 * The claims of figures that are declared to hang together, one of each in a row: a row for every date of which all have
 * a claim; else one row of the claims that stand for the figures. No row where a figure is missing or has no amount.
 */
export function rowsOf(figures: readonly (Figure | null | undefined)[]): readonly (readonly Term[])[] {
  const known = figures.filter((figure) => figure !== null && figure !== undefined);
  if (known.length < figures.length || new Set(known).size < known.length) return [];
  const dated = known.map((figure) => claimsByKey(figure, dateKey));
  const shared = [...dated[0]!.keys()].filter((key) => dated.every((claims) => claims.has(key)));
  const rows =
    shared.length > 0
      ? shared.map((key) => dated.map((claims) => claims.get(key)!))
      : [known.map(({ main }) => main)];
  return rows.flatMap((row) => {
    const terms = row
      .map((claim, index) => termOf(known[index]!, claim))
      .filter((term) => term !== undefined);
    return terms.length === row.length ? [terms] : [];
  });
}

/** The claims of a figure by what `keyOf` says, one each: the one that stands for the figure, else the first. */
export function claimsByKey(figure: Figure, keyOf: (claim: Claim) => string): ReadonlyMap<string, Claim> {
  const byKey = new Map<string, Claim>();
  for (const claim of figure.claims) {
    const key = keyOf(claim);
    if (!byKey.has(key) || claim === figure.main) byKey.set(key, claim);
  }
  return byKey;
}

/** The same for claims of one date that both say what is, or both what is meant to be. */
export function dateKey({ as_of, status }: Claim): string {
  return `${as_of.earliest} ${as_of.latest} ${looksAhead(status)}`;
}
