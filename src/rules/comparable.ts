/** Which claims of a figure speak of the same thing, and which of those contradict each other. */
import { subjectOf } from '../model/build-figures.ts';
import { compareRatios } from '../model/decimal.ts';
import type { Claim, ClaimStatus, Figure } from '../model/publication.ts';
import { units } from '../model/units.ts';
import { areApart, type Extent, extentOfClaim } from './extent.ts';

/** Claims of one figure that ought to state the same value. */
export interface ComparableClaims {
  readonly figure: Figure;
  readonly claims: readonly Claim[];
}

/** True for what is intended and not yet so. */
export function looksAhead(status: ClaimStatus): boolean {
  return status === 'planned' || status === 'target';
}

/** Claims of the same date, population and status, two and more at a time; with `anyDate` the date is left out. */
export function comparableClaims(figure: Figure, anyDate = false): readonly ComparableClaims[] {
  if (figure.claims.length < 2) return [];
  const groups = new Map<string, Claim[]>();
  for (const claim of figure.claims) {
    const subject = anyDate ? JSON.stringify([claim.population?.en ?? null, claim.status]) : subjectOf(claim);
    const key = `${kindOf(claim)} ${subject}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()].filter(({ length }) => length > 1).map((claims) => ({ figure, claims }));
}

/** Amounts are compared within a family of units only, never across currencies. */
function kindOf({ quantity, date }: Claim): string {
  return quantity ? units[quantity.unit]!.family : date ? 'date' : 'text';
}

/** Those of the claims that cannot be true beside some other of them, in their order; empty when all agree. */
export function contradicting(claims: readonly Claim[]): readonly Claim[] {
  const known = claims.flatMap((claim) => {
    const extent = extentOfClaim(claim);
    return extent ? [{ claim, extent }] : [];
  });
  if (known.length === 0) return differingTexts(claims);
  // What contradicts anything contradicts the claim that ends lowest or the one that begins highest.
  const lowest = known.reduce((a, b) => (endsLower(b.extent, a.extent) ? b : a));
  const highest = known.reduce((a, b) => (beginsHigher(b.extent, a.extent) ? b : a));
  return known
    .filter(({ extent }) => areApart(extent, lowest.extent) || areApart(extent, highest.extent))
    .map(({ claim }) => claim);
}

function differingTexts(claims: readonly Claim[]): readonly Claim[] {
  const texts = new Set(claims.map(({ text }) => text?.normalize('NFKC') ?? ''));
  return texts.size > 1 ? claims : [];
}

function endsLower(a: Extent, b: Extent): boolean {
  return a.most !== undefined && (b.most === undefined || compareRatios(a.most, b.most) < 0);
}

function beginsHigher(a: Extent, b: Extent): boolean {
  return a.least !== undefined && (b.least === undefined || compareRatios(a.least, b.least) > 0);
}

/** True when somebody has written down which of a figure's claims is printed. */
export function isDecided({ decision }: Figure): boolean {
  return decision.kind !== 'single' && decision.kind !== 'newest';
}
