/** The root that templates see: one park in one language, with what the rules said of it. */
import type { BuiltDataset } from './dataset.ts';
import type { CheckResult, Lang, Publication } from './publication.ts';

/** The publication of a park; undefined when the dataset has no such park. */
export function publicationOf(
  dataset: BuiltDataset,
  parkId: string,
  lang: Lang,
  checks: readonly CheckResult[],
): Publication | undefined {
  const record = dataset.parks.find((park) => park.id === parkId);
  if (!record) return undefined;
  const publication: Publication = { lang, ...record.content, checks };
  return dataset.places.put(publication, dataset.places.node(record.content.park), {
    groups: 'figures',
    groups_by_id: 'figures',
    notes: 'conflicts',
    checks: 'conflicts',
    span: 'figures',
  });
}
