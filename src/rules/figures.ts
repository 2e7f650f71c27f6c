/** The figures and claims that a park has, for rules that look at all of them. */
import type { ParkRecord } from '../model/dataset.ts';
import type { Claim, Figure } from '../model/publication.ts';

/** The figures of a park by group. */
export function figuresOf({ content }: ParkRecord): readonly Figure[] {
  return content.groups.flatMap((group) => group.figures);
}

/** All claims of a park, each with its figure. */
export function claimsOf(park: ParkRecord): readonly { readonly figure: Figure; readonly claim: Claim }[] {
  return figuresOf(park).flatMap((figure) => figure.claims.map((claim) => ({ figure, claim })));
}
