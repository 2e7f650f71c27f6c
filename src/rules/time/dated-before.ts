/**
 * T4: dates follow one another. What a source says is not younger than the source, a source not younger than the
 * day of the run, and one event not later than another that `at_most` of its metric puts behind it.
 * Plans and targets look ahead and are left out.
 */
import type { ParkRecord } from '../../model/dataset.ts';
import type { AsOf, CitedSource, Figure } from '../../model/publication.ts';
import { looksAhead } from '../comparable.ts';
import { defineRule, type Finding, labelAt, partOf, type RuleContext } from '../define-rule.ts';
import { extentOfDate, isAbove } from '../extent.ts';
import { claimsOf, entriesOf, figuresOf, relationsOf } from '../figures.ts';
import { dateWords, said } from '../words.ts';

const approval = { 'metrics.yaml': 'founded: { at_most: [approved] }' };

export const datedBefore = defineRule({
  kind: 'park',
  id: 'T4',
  title: { en: 'Dates follow one another', zh: '日期先后合理' },
  why: 'A source cannot state what had not happened when it was published, and nothing is approved before it exists; one of the dates is wrong.',
  help: 'Correct `as_of` or the value, `published` in sources.yaml, or the status. What the sources really say is acknowledged in waivers.yaml.',
  severity: 'error',
  scope: 'cross-file',
  examples: [
    {
      name: 'before publication',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: "2016" }] }',
      outcome: 'pass',
    },
    {
      name: 'the year of publication',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: "2018" }] }',
      outcome: 'pass',
    },
    {
      name: 'the day of publication',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: "2018-12-12" }] }',
      outcome: 'pass',
    },
    {
      name: 'after publication',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: "2019" }] }',
      outcome: 'finding',
      message: 'Area (8 km²): as of 2019, but its source was published 2018-12-12',
    },
    {
      name: '"so far" later than the source',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: { text: so far, latest: "2018-12-13" } }] }',
      outcome: 'finding',
      message: 'as of “so far” (at the latest 2018-12-13), but its source was published 2018-12-12',
    },
    {
      name: 'an item of a list after publication',
      yaml: 'figures: {}\nsub_parks: [{ name: { en: North, zh: 北园 }, source: A, as_of: "2019-01" }]',
      outcome: 'finding',
      message: 'North: as of 2019-01, but its source was published 2018-12-12',
    },
    {
      name: 'a source of tomorrow',
      yaml: 'edition: { name: "2018", date: "2018-12-11" }\nfigures:\n  area: { claims: [{ value: 8 km2, as_of: "2016" }] }',
      outcome: 'finding',
      message: 'the source A was published 2018-12-12, after the day of this edition, 2018-12-11',
    },
    {
      name: 'founded 2006, approved in April 2011',
      yaml: 'figures:\n  founded: { claims: [{ value: "2006", as_of: "2006" }] }\n  approved: { claims: [{ value: "2011-04", as_of: "2011-04" }] }',
      files: approval,
      outcome: 'pass',
    },
    {
      name: 'approved before it was founded',
      yaml: 'figures:\n  founded: { claims: [{ value: "2012-03", as_of: "2012-03" }] }\n  approved: { claims: [{ value: "2011-04", as_of: "2011-04" }] }',
      files: approval,
      outcome: 'finding',
      message: 'Founded (2012-03) is later than Approved (2011-04)',
    },
    {
      name: 'a target',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: "2030", status: target }] }',
      outcome: 'pass',
    },
    { name: 'nothing is dated', yaml: 'figures: {}', outcome: 'not-applicable' },
  ],
  check: (park, context) => {
    const stated = statementsOf(park);
    if (stated.length === 0) {
      const missing = { en: 'There is nothing with a date.', zh: '没有注明时点的数据。' };
      return { applies: false, missing };
    }
    const findings = [
      ...stated.flatMap((statement) => afterItsSource(statement, context)),
      ...ofTheFuture(park, stated, context),
      ...figuresOf(park).flatMap((figure) => outOfOrder(figure, park, context)),
    ];
    return { applies: true, findings };
  },
});

/** What a source says as of a date. */
interface Statement {
  readonly owner: object;
  readonly as_of: AsOf;
  readonly source: CitedSource;
  readonly looksAhead: boolean;
  readonly part: () => Finding['parts'][number];
  readonly words: () => Finding['message'];
}

function statementsOf(park: ParkRecord): readonly Statement[] {
  const claims = claimsOf(park).map(
    ({ figure, claim }): Statement => ({
      owner: claim,
      as_of: claim.as_of,
      source: claim.source,
      looksAhead: looksAhead(claim.status),
      part: () => ({ ...partOf(figure, claim), value: claim.as_of.text }),
      words: () => said(figure, claim),
    }),
  );
  const entries = entriesOf(park).flatMap(({ key, entry }): readonly Statement[] => {
    const { as_of, source, name } = entry;
    if (!as_of) return [];
    const part = () => ({ key, value: as_of.text, figure: null });
    return [{ owner: entry, as_of, source, looksAhead: false, part, words: () => name }];
  });
  return [...claims, ...entries];
}

function afterItsSource(statement: Statement, { places }: RuleContext): readonly Finding[] {
  const { owner, as_of, source } = statement;
  // Words such as "so far" have only a latest day, which must not be later than the page that says so.
  const isOpen = as_of.precision === 'unknown';
  const day = isOpen ? as_of.latest : as_of.earliest;
  const published = source.published.latest;
  if (statement.looksAhead || day === null || published === null || day <= published) return [];
  const words = statement.words();
  const date = dateWords(as_of);
  const limit = isOpen
    ? { en: ` (at the latest ${as_of.latest})`, zh: `（不晚于${as_of.latest}）` }
    : { en: '', zh: '' };
  const message = {
    en: `${words.en}: as of ${date.en}${limit.en}, but its source was published ${source.published.text}`,
    zh: `${words.zh}：时点为${date.zh}${limit.zh}，而来源发布于${dateWords(source.published).zh}`,
  };
  const primary = labelAt(places, owner, 'as_of', 'later than its source');
  const labels = [labelAt(places, source, 'published', 'published')];
  return [{ parts: [statement.part()], message, primary, labels }];
}

/** Sources that are cited before they are published, once each. */
function ofTheFuture(
  park: ParkRecord,
  stated: readonly Statement[],
  { places, day }: RuleContext,
): readonly Finding[] {
  const today = day(park);
  const cited = new Map(stated.map((statement) => [statement.source.id, statement] as const));
  return [...cited.values()].flatMap(({ source, owner }): readonly Finding[] => {
    const { earliest, text } = source.published;
    if (earliest === null || earliest <= today) return [];
    const message = {
      en: `the source ${source.id} was published ${text}, after the day of this edition, ${today}`,
      zh: `来源${source.id}发布于${dateWords(source.published).zh}，晚于本版日期${today}`,
    };
    const primary = labelAt(places, source, 'published', 'not yet published');
    const labels = [labelAt(places, owner, 'source', 'cited here')];
    return [{ parts: [{ key: `source/${source.id}`, value: text, figure: null }], message, primary, labels }];
  });
}

/** An event that is later than one its metric puts behind it. */
function outOfOrder(figure: Figure, park: ParkRecord, { dataset, places }: RuleContext): readonly Finding[] {
  const { date } = figure.main;
  if (!date) return [];
  return relationsOf(figure, dataset).at_most.flatMap((id): readonly Finding[] => {
    const next = park.content.figures[id];
    if (!next?.main.date || !isAbove(extentOfDate(date), extentOfDate(next.main.date))) return [];
    const words = { first: said(figure), next: said(next) };
    const message = {
      en: `${words.first.en} is later than ${words.next.en}`,
      zh: `${words.first.zh}晚于${words.next.zh}`,
    };
    const primary = labelAt(places, figure.main, 'value', 'later');
    const labels = [labelAt(places, next.main, 'value', 'earlier')];
    return [{ parts: [partOf(figure), partOf(next)], message, primary, labels }];
  });
}
