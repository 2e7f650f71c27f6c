/** The figures and claims that a park has, for rules that look at all of them. */
import type { Dataset, ParkRecord, Relations } from '../model/dataset.ts';
import type { Claim, Entry, Figure } from '../model/publication.ts';

/** The figures of a park by group. */
export function figuresOf({ content }: ParkRecord): readonly Figure[] {
  return content.groups.flatMap((group) => group.figures);
}

/** All claims of a park, each with its figure. */
export function claimsOf(park: ParkRecord): readonly { readonly figure: Figure; readonly claim: Claim }[] {
  return figuresOf(park).flatMap((figure) => figure.claims.map((claim) => ({ figure, claim })));
}

/** How the metric of a figure stands to other metrics. */
export function relationsOf({ id }: Figure, { metrics }: Dataset): Relations {
  const metric = metrics.metrics.get(id);
  if (!metric) throw new Error(`the figure ${id} has no metric`);
  return metric.relations;
}

/** The lists of a park, in the order of its type. */
const lists = [
  'industries',
  'base',
  'enterprises',
  'sub_parks',
  'infrastructure',
  'access',
  'projects',
  'honours',
  'honour_bodies',
] as const satisfies readonly (keyof ParkRecord['content']['park'])[];

/** All items of the lists of a park; `key` is what findings and waivers call them, counted from 1: `access/2`. */
export function entriesOf({
  content,
}: ParkRecord): readonly { readonly key: string; readonly entry: Entry }[] {
  return lists.flatMap((list) =>
    content.park[list].map((entry: Entry, index) => ({ key: entryKey(list, index), entry })),
  );
}

/** What findings and waivers call an item of a list. */
export function entryKey(list: (typeof lists)[number], index: number): string {
  return `${list}/${index + 1}`;
}
